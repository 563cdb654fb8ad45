"""A self-report as a sheet: the headings of its outline with the texts and figures of the unit.

The outline is that of the inspection's type on its first day; the figures are those asked on the
last day of the reporting period, with the targets of that day.
"""

from collections import defaultdict
from dataclasses import dataclass, field

from django.db.models import Count, Exists, OuterRef, Q, Subquery

from .models import (
    IndicatorDefinition,
    OutlineItem,
    ReportFigure,
    ReportOutline,
    ReportSection,
)


@dataclass
class Line:
    """A figure that is asked, and what the unit gave."""

    indicator: IndicatorDefinition
    figure: ReportFigure | None = None


@dataclass
class Heading:
    """A heading of the outline, and what the unit wrote under it."""

    item: OutlineItem
    section: ReportSection | None = None
    lines: list = field(default_factory=list)

    @property
    def is_written(self):
        return bool(self.section and self.section.text.strip())

    @property
    def given(self):
        """How many of its figures were given."""
        return sum(line.figure is not None for line in self.lines)


def outlines_for(inspection):
    """The outlines of the types its plan names, in force on its first day; the first counts."""
    types = inspection.plan.types.values("code")
    return ReportOutline.objects.on(inspection.starts_on).filter(code__in=types).order_by("pk")


def headings_of(inspection, report=None):
    """The headings a report on this inspection has; those it was begun on stay."""
    items = OutlineItem.objects.order_by("position")
    if report and report.outline_id:
        return items.filter(outline=report.outline_id)
    return items.filter(outline=Subquery(outlines_for(inspection).values("pk")[:1]))


def progress_of(report, inspection):
    """(headings with a text, headings in all), in one question."""
    written = ReportSection.objects.filter(report=report, item=OuterRef("pk")).exclude(text="")
    counted = headings_of(inspection, report).annotate(is_written=Exists(written)).order_by()
    found = counted.aggregate(written=Count("pk", filter=Q(is_written=True)), all=Count("pk"))
    return found["written"], found["all"]


def figures_asked(inspection, until, areas):
    """What a unit of this level counts in these areas, by the definitions of that day."""
    found = IndicatorDefinition.objects.on(until).filter(area_code__in=areas)
    level = inspection.unit_version.level
    return [one for one in found.order_by("code") if one.is_asked_of(level)]


def outline_sheet(inspection, until):
    """The empty sheet, as it is sent to the unit with the notice."""
    return _sheet(inspection, headings_of(inspection), until)


def sheet_of(report, inspection):
    """The sheet with everything the unit wrote."""
    sections = {section.item_id: section for section in report.sections.all()}
    figures = defaultdict(dict)
    given = ReportFigure.objects.filter(section__report=report)
    for figure in given.select_related("indicator", "section"):
        figures[figure.section.item_id][figure.indicator_id] = figure
    sheet = _sheet(inspection, headings_of(inspection, report), report.period_to)
    for heading in sheet:
        heading.section = sections.get(heading.item.pk)
        _fill(heading, figures[heading.item.pk])
    return sheet


def heading_of(report, inspection, item, section):
    """One heading with its figures, for the form."""
    heading = Heading(item, section, _lines(inspection, [item], report.period_to)[item.pk])
    given = section.figures.select_related("indicator") if section else ()
    _fill(heading, {figure.indicator_id: figure for figure in given})
    return heading


def _sheet(inspection, items, until):
    items = list(items)
    lines = _lines(inspection, items, until)
    return [Heading(item, lines=lines[item.pk]) for item in items]


def _lines(inspection, items, until):
    areas = {item.area_code: item.pk for item in items if item.area_code}
    lines = defaultdict(list)
    for indicator in figures_asked(inspection, until, areas) if areas else ():
        lines[areas[indicator.area_code]].append(Line(indicator))
    return lines


def _fill(heading, figures):
    """Put the figures to their lines; what is no longer asked stays to be read."""
    for line in heading.lines:
        line.figure = figures.pop(line.indicator.pk, None)
    heading.lines += [Line(figure.indicator, figure) for figure in figures.values()]
