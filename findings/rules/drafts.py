"""When a draft cannot be announced yet, or was announced otherwise: a sentence, or None."""

from django.utils.translation import gettext as _

from reform_portal.common.dates import vn_date

from ..counts import counts_of, recommendations_of


def something_was_found(inspection):
    """A draft without a finding says nothing."""
    if not counts_of(inspection)["found"]:
        return _(
            "%(inspection)s has no finding. Record at least one before the draft goes out."
        ) % {"inspection": inspection}


def conclusion_is_written(inspection):
    """The words of the paper exist: subject, bases, opening."""
    if getattr(inspection, "conclusion", None) is None:
        return _("The draft conclusion of %(inspection)s is not written. Write it first.") % {
            "inspection": inspection
        }


def words_follow_the_findings(inspection):
    """No sentence says what its finding said before it was changed."""
    if behind := counts_of(inspection)["behind"]:
        return _(
            "%(count)d sentences of the draft were written before their finding was changed. "
            "Compare both texts and choose one."
        ) % {"count": behind}


def recommendations_have_addressees(inspection):
    """A recommendation to nobody is followed by nobody."""
    points = recommendations_of(inspection)
    if numbers := [point.number for point in points if not point.remediations.all()]:
        return _("These recommendations name no unit: %(numbers)s. Choose who must act.") % {
            "numbers": ", ".join(map(str, numbers))
        }


def recommendations_have_deadlines(inspection):
    """What has no deadline is never late, and is easily forgotten."""
    points = recommendations_of(inspection)
    if numbers := [point.number for point in points if point.due_on is None]:
        return _("These recommendations have no deadline: %(numbers)s.") % {
            "numbers": ", ".join(map(str, numbers))
        }


def shortcomings_are_proved(inspection):
    """A shortcoming that is disputed stands on a photo or a paper."""
    if unproved := counts_of(inspection)["unproved"]:
        return _("%(count)d shortcomings have no photo or paper attached.") % {"count": unproved}


def meeting_day_fits(inspection, held_on, today):
    """The draft is announced after the delegation began, and not on a day that has not come."""
    if held_on > today:
        return _("%(day)s has not come yet. Record the meeting once it has taken place.") % {
            "day": vn_date(held_on)
        }
    if held_on < inspection.starts_on:
        return _(
            "The meeting on %(day)s lies before the inspection began on %(began)s. Correct the day."
        ) % {"day": vn_date(held_on), "began": vn_date(inspection.starts_on)}


def delivery_fits(announcement, day, today):
    """A draft is delivered once, after it was announced and not in the future."""
    if announcement.delivered_on:
        return _("The draft was delivered on %(day)s already; that day stands.") % {
            "day": vn_date(announcement.delivered_on)
        }
    if not announcement.held_on <= day <= today:
        return _(
            "The delivery lies between the announcement on %(first)s and today. Correct the day."
        ) % {"first": vn_date(announcement.held_on)}
