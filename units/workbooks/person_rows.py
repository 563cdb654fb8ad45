"""Rows of the sheet of people: each names a person and, mostly, one post of theirs.

Without a key a person is known again by name and e-mail, or by name and one identical post;
everybody else is new (two people of one name are common).
"""

from collections import defaultdict

from django.utils.translation import gettext as _

from reform_portal.common.dates import vn_date
from reform_portal.common.editing import Stale
from reform_portal.common.workflow import Refused
from units import permissions, rules
from units.actions import many
from units.actions import people as actions
from units.models import Person, Post

from .layout import YES_NO
from .places import Unclear, words
from .reading import Outcome

PARTICULARS = ("full_name", "email", "phone")


class PersonRows:
    """The lines of one workbook on their way to people and posts."""

    def __init__(self, lines, places, *, by):
        self.lines, self.places, self.by = lines, places, by
        self.by_key, self.by_name, self.posts = {}, defaultdict(list), defaultdict(list)
        self.rows_of, self.new_in_file = {}, {}
        self.added, self.given, self.edited, self.ended = [], [], {}, []
        self._read_people()

    def _read_people(self):
        """Everybody the file may mean, with all their posts, in two queries."""
        keys = {line["key"] for line in self.lines if line["key"]}
        names = {line["full_name"] for line in self.lines}
        for person in Person.objects.filter(pk__in=keys).union(
            Person.objects.filter(full_name__in=names)
        ):
            self.by_key[person.pk] = person
            self.by_name[person.full_name].append(person)
        for post in Post.objects.filter(person__in=self.by_key).order_by("held_from"):
            post.person = self.by_key[post.person_id]
            self.posts[id(post.person)].append(post)

    def carry_out(self, step):
        for line in self.lines:
            step(1)
            line.title = " – ".join(filter(None, [line["full_name"], line["title"]]))
            if not line.is_wrong:
                self._decide(line)
            if line.is_wrong:
                line.outcome = Outcome.WRONG
        many.add_people(self.added, by=self.by)
        many.give_posts([post for _line, post in self.given], by=self.by)
        step(len(self.lines))
        for person, line in self.edited.items():
            self._take(line, "full_name", lambda p=person, one=line: self._edit(p, one))
        for line, post in self.ended:
            self._take(line, "held_to", lambda p=post, one=line: self._end(p, one))

    def _take(self, line, name, action):
        try:
            action()
        except (Refused, Stale) as refusal:
            line.wrong(name, refusal)
            line.outcome = Outcome.WRONG

    def _edit(self, person, line):
        values = {name: line[name] for name in PARTICULARS}
        actions.edit_person(person, by=self.by, seen_version=person.version, **values)

    def _end(self, post, line):
        actions.end_post(post, by=self.by, day=line["held_to"], decision=line["end_decision"])

    def _decide(self, line):
        place = self._place(line)
        if line.is_wrong:
            return
        person = self._person(line, place)
        if line.is_wrong:
            return
        line.outcome = Outcome.UNCHANGED
        self._particulars(line, person)
        if place:
            self._post(line, person, place)
        if line.outcome != Outcome.UNCHANGED and not self._administers(person):
            line.wrong(
                "full_name",
                _("%(person)s holds a post outside the provinces you administer. Delete the row.")
                % {"person": person},
            )

    def _place(self, line):
        """The unit of the post on its first day, or None for a row without a post."""
        missing = [name for name in ("unit", "title", "held_from") if not line[name]]
        if len(missing) == 3:
            return None
        for name in missing:
            line.wrong(name, _("A post needs unit, title and first day. Fill in the cell."))
        if line["held_to"] and line["held_from"] and line["held_to"] <= line["held_from"]:
            line.wrong("held_to", _("The last day lies before the first day."))
        if line.is_wrong:
            return None
        try:
            return self.places.find(line["unit"], line["held_from"])
        except Unclear as unclear:
            line.wrong("unit", unclear)

    def _person(self, line, place):
        if line["key"]:
            person = self.by_key.get(line["key"])
            if person is None:
                line.wrong(
                    "key", _("There is no person with this key. For somebody new leave it empty.")
                )
            return person
        return self._known_again(line, place) or self._somebody_new(line)

    def _known_again(self, line, place):
        for person in self.by_name.get(line["full_name"], ()):
            same_mail = line["email"] and person.email.casefold() == line["email"].casefold()
            if same_mail or (place and self._same_post(line, person, place)):
                return person
            if not place and all(getattr(person, name) == line[name] for name in PARTICULARS):
                return person
        return None

    def _somebody_new(self, line):
        """Rows without key that agree in name, e-mail and phone speak of one person."""
        particulars = {name: line[name] for name in PARTICULARS}
        person = self.new_in_file.get(tuple(particulars.values()))
        if person is None:
            person = Person(**particulars)
            self.new_in_file[tuple(particulars.values())] = person
        return person

    def _particulars(self, line, person):
        earlier = self.rows_of.setdefault(id(person), line)
        told = [name for name in PARTICULARS if earlier[name] != line[name]]
        for name in told:
            line.wrong(
                name,
                _("%(row)s says otherwise of the same person. Write the same in both rows.")
                % {"row": earlier.row_name},
            )
        if told:
            return
        if person.pk is None:
            line.outcome = Outcome.NEW
            if earlier is line:
                self.added.append(person)
            return
        changed = [name for name in PARTICULARS if getattr(person, name) != line[name]]
        for name in changed:
            line.remark(name, getattr(person, name), line[name])
        if changed:
            line.outcome = Outcome.CHANGED
            self.edited.setdefault(person, line)

    def _same_post(self, line, person, place):
        title = words(line["title"])
        return next(
            (
                post
                for post in self.posts[id(person)]
                if post.unit_id == place.unit_id
                and words(post.title) == title
                and post.held_from == line["held_from"]
            ),
            None,
        )

    def _post(self, line, person, place):
        if standing := self._same_post(line, person, place):
            self._compare(line, standing)
            return
        days = (line["held_from"], line["held_to"] or None)
        found = self.places.met(place.unit_id, *days)
        if sentence := rules.stands_throughout(found, *days):
            line.wrong("unit", sentence)
        elif not permissions.administers_throughout(self.by, found):
            line.wrong(
                "unit",
                _("%(unit)s lies outside the provinces you administer. Delete the row.")
                % {"unit": place},
            )
        title = words(line["title"])
        for other in self.posts[id(person)]:
            same = other.unit_id == place.unit_id and words(other.title) == title
            if same and _overlap(other, line):
                line.wrong(
                    "title",
                    _("%(person)s already holds this post, since %(day)s.")
                    % {"person": person, "day": vn_date(other.held_from)},
                )
                return
        if not line.is_wrong:
            self._give(line, person, place)

    def _give(self, line, person, place):
        if not line["decision"]:
            line.wrong("decision", _("Write the decision by which it is given."))
            return
        names = ("title", "held_from", "decision", "end_decision")
        post = Post(
            person=person,
            unit_id=place.unit_id,
            held_to=line["held_to"] or None,
            answers_for_unit=line["answers_for_unit"] is True,
            **{name: line[name] for name in names},
        )
        post.from_line = line
        self.posts[id(person)].append(post)
        self.given.append((line, post))
        line.outcome = Outcome.NEW

    def _compare(self, line, post):
        if earlier := getattr(post, "from_line", None):
            line.wrong("title", _("The row repeats %(row)s. Delete one of them.")
                       % {"row": earlier.row_name})  # fmt: skip
            return
        post.from_line = line
        answers = line["answers_for_unit"] is True
        for name, was, now in (
            ("answers_for_unit", post.answers_for_unit, answers),
            ("decision", post.decision, line["decision"]),
        ):
            if was != now:
                line.wrong(
                    name,
                    _("This post was given with “%(was)s”, which is not rewritten. Write that, or "
                      "end the post and give a new one in another row.")
                    % {"was": YES_NO.get(was, was) or "–"},
                )  # fmt: skip
        self._compare_ends(line, post)

    def _compare_ends(self, line, post):
        to_be, is_so = line["held_to"] or None, post.held_to
        if to_be == is_so:
            return
        if is_so and (to_be is None or to_be > is_so):
            line.wrong(
                "held_to",
                _("This post ended on %(day)s. Write that day, or give a new post in another row.")
                % {"day": vn_date(is_so)},
            )
        elif not line["end_decision"]:
            line.wrong("end_decision", _("Write the decision by which it ends."))
        elif not line.is_wrong:
            line.outcome = Outcome.CHANGED
            line.remark("held_to", vn_date(is_so), vn_date(to_be))
            self.ended.append((line, post))

    def _administers(self, person):
        """As `permissions.administers_person`, from what is in memory."""
        if self.by.user.is_superuser:
            return True
        day = self.by.day
        units = {
            post.unit_id
            for post in self.posts[id(person)]
            if post.pk and (post.held_to is None or post.held_to > day)
        }
        provinces = {
            version.province_id
            for unit in units
            for version in self.places.by_unit[unit]
            if version.valid_to is None or version.valid_to > day
        }
        return provinces <= self.by.province_ids


def _overlap(post, line):
    ends = line["held_to"] or None
    return (post.held_to is None or post.held_to > line["held_from"]) and (
        ends is None or post.held_from < ends
    )
