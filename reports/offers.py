"""Which papers a person is offered on a page, each with its formats."""

from dataclasses import dataclass

from inspections.models import Minutes
from reform_portal.common.dates import vn_date

from . import permissions, subjects
from .registry import REPORTS, Report, reports_about


@dataclass(frozen=True)
class Offer:
    """A paper about a record, as its row on a page."""

    report: Report
    about: str
    pk: int
    note: str = ""

    @property
    def kind(self):
        return self.report.kind

    @property
    def title(self):
        return self.report.title

    @property
    def formats(self):
        return [FORMATS[name] for name in self.report.contents]


FORMATS = {"pdf": ("pdf", "PDF"), "docx": ("docx", "Word"), "xlsx": ("xlsx", "Excel")}


def offers_about(subject, actor, note=""):
    """The papers about a record that this person may have."""
    about, pk = subjects.name_of(subject), subject.pk
    return [
        Offer(report, about, pk, note)
        for report in reports_about(subject)
        if report.may(actor, subject)
    ]


def offers_of(inspection, actor):
    """The papers of an inspection, its minutes among them, in the order they come into being."""
    offered = offers_about(inspection, actor)
    for row in Minutes.objects.visible_to(actor).filter(inspection=inspection):
        row.inspection = inspection  # with the seats already read
        offered += offers_about(row, actor, note=f"{vn_date(row.held_on)}, {row.place}")
    order = list(REPORTS)
    return sorted(offered, key=lambda offer: order.index(offer.kind))


def year_for(actor, year):
    """The year of the actor's own province, for those who read it; else None."""
    for province_id in sorted(actor.home_province_ids):
        subject = subjects.Year(province_id, year)
        if permissions.may_have_overview(actor, subject):
            return subject
    return None
