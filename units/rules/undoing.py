"""When an act can no longer be undone: something was built on it, and what."""

from django.utils.translation import gettext as _

from reform_portal.common.dates import vn_date
from units.models import Post, Reorganisation, UnitVersion

MOST_NAMED = 5


def is_in_force(act):
    """An act is undone once."""
    if act.undone_on:
        return _("%(act)s was undone on %(day)s already.") % {
            "act": act,
            "day": vn_date(act.undone_on),
        }


def nothing_later(act, made):
    """No unit the act made or changed has changed or ended since."""
    later = UnitVersion.objects.filter(unit__in={one.unit_id for one in made})
    if one := later.filter(valid_from__gt=act.day).order_by("valid_from").first():
        return _("%(unit)s has a version from %(day)s, which builds on this act.") % {
            "unit": one,
            "day": vn_date(one.valid_from),
        }


def no_later_act(act, made):
    """No later act changed a row that this one made or changed; that one is undone first."""
    mine = {("units.unitversion", one.pk) for one in made} | _rows(act.before)
    mine |= {("units.post", key) for key in _posts_of(act)}
    later = Reorganisation.objects.filter(pk__gt=act.pk, undone_on=None, day__gte=act.day)
    for other in later.order_by("pk"):
        if mine & _rows(other.before):
            return _("%(other)s builds on this act. Undo that one first.") % {"other": other}


def stands_as_the_act_left_it(changed):
    """Nobody decided otherwise since about a record that the act changed."""
    if changed is not None:
        return _("%(record)s was changed since this act; it cannot be undone any more.") % {
            "record": f"{changed._meta.verbose_name} “{changed}”"
        }


def posts_are_as_made(act):
    """A post that the act gave was not ended since."""
    ends = {
        (post.person_id, post.title): _held_to_before(act, post)
        for post in Post.objects.filter(ended_by=act)
    }
    for post in Post.objects.filter(made_by=act).select_related("person"):
        until = ends.get((post.person_id, post.title))
        if str(post.held_to or "") != str(until or ""):
            return _("The post of %(person)s was changed since (%(post)s).") % {
                "person": post.person,
                "post": post.title,
            }


def stands_in_the_way(records):
    """What refers to a row that would go."""
    records = sorted(records, key=lambda one: (one._meta.label, one.pk))
    named = [f"{one._meta.verbose_name} “{one}”" for one in records[:MOST_NAMED]]
    if len(records) > MOST_NAMED:
        named.append("…")
    return _(
        "Something was built on this act since: %(records)s. It cannot be undone any more."
    ) % {"records": ", ".join(named)}


def _rows(before):
    return {(label, key) for label, key, _was, _became in before}


def _posts_of(act):
    return Post.objects.filter(made_by=act).values_list("pk", flat=True)


def _held_to_before(act, post):
    was = [
        row for label, key, row, _became in act.before if (label, key) == ("units.post", post.pk)
    ]
    return was[0]["held_to"] if was else None
