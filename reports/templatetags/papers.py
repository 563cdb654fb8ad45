"""Papers and tables that pages of other apps offer, to whoever may have them."""

from django import template

from ..issued.keeping import standing_paper
from ..offers import offers_about, year_for

register = template.Library()


@register.inclusion_tag("reports/paper_buttons.html", takes_context=True)
def papers_about(context, subject):
    """Buttons for the papers about a plan or a delegation."""
    request = context["request"]
    return {"offers": offers_about(subject, request.actor), "request": request}


@register.inclusion_tag("reports/year_button.html", takes_context=True)
def overview_of_year(context, filter_form):
    """A button for the workbook of the year a list was filtered by."""
    request = context["request"]
    year = filter_form.chosen().get("year")
    subject = year and year_for(request.actor, year)
    return {"year": subject and subject.year, "request": request}


@register.inclusion_tag("reports/parts/issued_files.html", takes_context=True)
def issued_files(context, inspection):
    """The files of the conclusion in force, each with what it takes to trust it."""
    paper = standing_paper(inspection)
    return {
        "paper": paper,
        "files": paper.files if paper else [],
        "code": inspection.code,
        "csrf_token": context.get("csrf_token"),
    }
