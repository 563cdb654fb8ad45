"""When a post cannot be given or ended as asked."""

from datetime import date

from django.utils.translation import gettext as _

from reform_portal.common.dates import vn_date
from units.models import Post

from .standing import met, stands_throughout


def post_is_possible(draft):
    """The unit stands while the post is held, and the person does not hold the same one already."""
    days = (draft.held_from, draft.held_to)
    if sentence := stands_throughout(met(draft.unit_id, *days), *days):
        return sentence
    if one := same_post(draft):
        return _("%(person)s already holds this post, since %(day)s.") % {
            "person": draft.person,
            "day": vn_date(one.held_from),
        }


def cites_a_decision(draft):
    """Nobody holds a post without the decision that gave it."""
    if not (draft.decision or "").strip():
        return _("Write the decision by which it is given.")


def same_post(draft):
    """A post of this title that the person holds there already on one of these days, or None.

    Capitals are compared here: SQLite knows those of a to z only.
    """
    held = Post.objects.meeting(draft.held_from, draft.held_to).filter(
        person_id=draft.person_id, unit_id=draft.unit_id
    )
    title = draft.title.casefold()
    return next((one for one in held if one.title.casefold() == title), None)


def post_can_end(post, day):
    """A post ends once, after the day it began."""
    return ends_once(post, post.held_from, post.held_to, day)


def ends_once(obj, begin: date, end: date | None, day: date):
    """What was held from a day to another ends once, after the day it began."""
    if end is not None and end <= day:
        return _("%(record)s ended on %(day)s already.") % {"record": obj, "day": vn_date(end)}
    if day <= begin:
        return _("%(record)s began on %(day)s. Choose a later day.") % {
            "record": obj,
            "day": vn_date(begin),
        }
