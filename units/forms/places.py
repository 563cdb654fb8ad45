"""Where posts and offices go, as a preview asks it: a select for each, none of them required."""

from django import forms
from django.utils.translation import gettext_lazy as _

from reform_portal.common.forms import PortalForm

POST, OFFICE, HEIR = "post-", "office-", "heir"
ENDS = "ends"


def chosen_places(given, followers):
    """{"posts", "moves", "heir"} for an action; what makes no sense is not chosen.

    A choice is the place of a unit among the `followers`, or that it ends.
    """

    def chosen(prefix):
        found = {}
        for name in given:
            key = name.removeprefix(prefix)
            if not name.startswith(prefix) or not _is_a_key(key):
                continue
            if given[name] == ENDS:
                found[int(key)] = None
            elif _is_a_place(given[name], followers):
                found[int(key)] = int(given[name])
        return found

    heir = given.get(HEIR, "")
    return {
        "posts": chosen(POST),
        "moves": chosen(OFFICE),
        "heir": int(heir) if _is_a_place(heir, followers) else 0,
    }


def carried(given):
    """The choices as they were sent, to be sent again."""
    return [(name, given[name]) for name in given if name.startswith((POST, OFFICE, HEIR))]


class PlacesForm(PortalForm):
    """The selects of a preview."""

    def __init__(self, *args, preview, given, **kwargs):
        super().__init__(*args, **kwargs)
        if len(preview.followers) > 1:
            self._ask(HEIR, _("Takes over what is open"), self._units(preview), given)
        for post in preview.posts:
            choices = self._choices(preview, post.to_default, _("The post ends"))
            self._ask(f"{POST}{post.key}", f"{post.person}, {post.title}", choices, given)
        for office in preview.children:
            choices = [("", _("As said here")), *self._units(preview), (ENDS, _("It ends"))]
            self._ask(f"{OFFICE}{office.key}", office.title, choices, given)

    def _ask(self, name, label, choices, given):
        self.fields[name] = forms.ChoiceField(label=label, choices=choices, required=False)
        self.initial[name] = given.get(name, choices[0][0])
        self.fields[name].widget.attrs["class"] = "form-select"

    def _units(self, preview):
        return [(str(place), title) for place, title in enumerate(preview.followers)]

    def _choices(self, preview, default, ends):
        others = [one for one in self._units(preview) if one[1] != default]
        return [("", default), *others, (ENDS, ends)]

    def heir(self):
        return self[HEIR] if HEIR in self.fields else None

    def posts(self, preview):
        """Each post with its select."""
        return [(post, self[f"{POST}{post.key}"]) for post in preview.posts]

    def offices(self, preview):
        return [(office, self[f"{OFFICE}{office.key}"]) for office in preview.children]


def _is_a_key(word):
    return word.isdecimal() and len(word) < 19


def _is_a_place(word, followers):
    return _is_a_key(word) and int(word) < followers
