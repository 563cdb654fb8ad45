"""What keeps an unannounced inspection from becoming known: a sentence, or None."""

from django.utils.translation import gettext as _

from reform_portal.common.dates import vn_date

from ..models import PlanUnit

UNANNOUNCED = PlanUnit.Form.UNANNOUNCED


def stays_unannounced(plan_unit, form):
    """What the plan keeps from the unit is not told by a form left as it was."""
    if plan_unit.form == UNANNOUNCED and form != UNANNOUNCED:
        return _(
            "The plan inspects %(unit)s unannounced. Choose the form “unannounced”; to announce "
            "the inspection, have the plan amended and the form changed there."
        ) % {"unit": plan_unit}


def was_announced_already(inspection, form):
    """What the unit has read cannot be taken back."""
    if form == UNANNOUNCED and inspection.form != UNANNOUNCED:
        return _(
            "The unit knows of %(inspection)s, so it cannot become unannounced. Cancel it, and "
            "schedule another one."
        ) % {"inspection": inspection.code}


def unit_still_stands(inspection):
    """A unit may have ended without anybody being told that it was to be inspected."""
    ended = inspection.unit.closed_on
    if inspection.is_embargoed and ended and ended <= inspection.starts_on:
        return _(
            "%(unit)s ended on %(day)s. Have this inspection cancelled, and the unit that took "
            "it over inspected."
        ) % {"unit": inspection.unit_version.authority, "day": vn_date(ended)}


def it_is_not_before_the_day(inspection, day):
    """Beginning tells the unit; a click on the day before would warn it."""
    if inspection.is_embargoed and day < inspection.starts_on:
        return _(
            "%(inspection)s is unannounced and begins on %(day)s: from “Begin” on the unit reads "
            "of it. Begin on arrival; to arrive earlier, have it moved first."
        ) % {"inspection": inspection.code, "day": vn_date(inspection.starts_on)}
