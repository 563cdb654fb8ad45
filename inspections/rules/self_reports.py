"""When a self-report cannot be submitted, or a figure cannot be right: a sentence, or None."""

from django.utils.translation import gettext as _

from reform_portal.common.dates import vn_date, vn_number

from ..models import IndicatorDefinition, OutlineItem


def required_headings_are_written(report):
    """A report says something under every heading that must be written."""
    if report.outline_id is None:
        return _("Nothing is written yet. Write under each heading of the outline first.")
    written = report.sections.exclude(text="").values("item")
    missing = OutlineItem.objects.filter(outline=report.outline_id, is_required=True)
    if marks := list(missing.exclude(pk__in=written).values_list("mark", flat=True)):
        return _("These headings are still empty: %(marks)s. Write under each of them first.") % {
            "marks": ", ".join(marks)
        }


def period_meets_the_inspected_one(report):
    """A report about other months than those inspected answers nothing."""
    plan = report.inspection.plan
    if report.period_from > plan.period_to or report.period_to < plan.period_from:
        return _(
            "The reporting period (%(from)s – %(to)s) lies outside the period under inspection "
            "(%(first)s – %(last)s). Have the period of the report corrected."
        ) % {
            "from": vn_date(report.period_from),
            "to": vn_date(report.period_to),
            "first": vn_date(plan.period_from),
            "last": vn_date(plan.period_to),
        }


def period_has_begun(report, day):
    """Nobody reports on what has not begun."""
    if report.period_from > day:
        return _("The reporting period begins only on %(day)s. Submit the report after it.") % {
            "day": vn_date(report.period_from)
        }


def share_is_within_its_whole(indicator, numerator, denominator):
    """A part is not larger than its whole; a plan may be outdone."""
    if indicator.kind != IndicatorDefinition.Kind.SHARE or numerator <= denominator:
        return None
    return _(
        "%(part)s (%(numerator)s) cannot be more than %(whole)s (%(denominator)s). "
        "Correct one of the two."
    ) % {
        "part": indicator.numerator_label,
        "numerator": vn_number(numerator),
        "whole": indicator.denominator_label,
        "denominator": vn_number(denominator),
    }


def something_out_of_nothing(numerator, denominator):
    """Out of none there can be only none."""
    if denominator == 0 and numerator:
        return _("Out of 0 there cannot be %(numerator)s. Correct one of the two.") % {
            "numerator": vn_number(numerator)
        }
