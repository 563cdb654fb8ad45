"""Conclusions as their register knows them: that of the body that inspects, by its symbol."""

from inspections import register
from inspections.models import RegisterNumber


def of_conclusion(conclusion, inspection):
    return register.Paper(
        issuer_id=inspection.plan.issuer_id,
        province_id=inspection.province_id,
        year=conclusion.register_year(inspection, conclusion.issued_on),
        symbol=conclusion.symbol,
        key=_key(inspection),
        subject=conclusion.subject,
    )


def keep_conclusion(conclusion, *, by):
    """After a conclusion was saved."""
    register.keep(of_conclusion(conclusion, conclusion.inspection), conclusion.number, by=by)


def issue_conclusion(inspection, by):
    """From now on its number is used for good."""
    keep_conclusion(inspection.conclusion, by=by)
    register.issue(_key(inspection))


def number_of_recalled(inspection):
    """The number it was issued with, while a reopened draft still has it; None otherwise."""
    numbers = RegisterNumber.objects.held().of(_key(inspection))
    return numbers.filter(issued=True).first()


def _key(inspection):
    return f"conclusion-{inspection.code}"
