"""The way of a version of a template: written, submitted, put in force by somebody else."""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from reform_portal.common.workflow import Step, Workflow

from . import permissions
from .built_in import FORMS
from .records import PaperTemplate
from .texts import fault

S = PaperTemplate.Status

paper_template = Workflow(
    "paper_template",
    Step(
        "submit", gettext_lazy("Submit for approval"), (S.DRAFT,), S.SUBMITTED, permissions.writes
    ),
    Step(
        "enforce",
        gettext_lazy("Put in force"),
        (S.SUBMITTED,),
        S.IN_FORCE,
        permissions.decides,
        page="reports:template_enforce",
    ),
    Step(
        "return",
        gettext_lazy("Return"),
        (S.SUBMITTED,),
        S.DRAFT,
        permissions.decides,
        needs_note=True,
    ),
    Step(
        "withdraw",
        gettext_lazy("Withdraw"),
        (S.SUBMITTED,),
        S.DRAFT,
        permissions.writes,
        needs_note=True,
    ),
    Step(
        "drop",
        gettext_lazy("Drop the draft"),
        (S.DRAFT,),
        S.DROPPED,
        permissions.writes,
        needs_note=True,
    ),
    Step(
        "recall",
        gettext_lazy("Take back before it begins"),
        (S.IN_FORCE,),
        S.DROPPED,
        permissions.decides,
        needs_note=True,
        consequence=gettext_lazy("The version before it stays in effect."),
    ),
    Step(
        "end",
        gettext_lazy("Go back to inherited words"),
        (S.IN_FORCE,),
        S.ENDED,
        permissions.decides,
        page="reports:template_end",
    ),
)


@paper_template.guard("submit", "enforce")
def its_words_are_fit(template):
    """Fields may have gone since they were typed."""
    form = FORMS[template.kind]
    for slot in form.slots:
        if wrong := fault(template.texts.get(slot.name, slot.text), slot, form):
            return f"{slot.label}: {wrong}"


@paper_template.guard("enforce")
def no_other_begins_that_day(template):
    """Of a day one version counts."""
    series = PaperTemplate.objects.filter(issued_by=template.issued_by, kind=template.kind)
    same = series.filter(valid_from=template.valid_from, status__in=PaperTemplate.STANDING)
    if other := same.exclude(pk=template.pk).first():
        return _("%(other)s begins on the same day. Choose another day.") % {"other": other}


@paper_template.guard("end")
def it_ends_after_it_begins(template):
    """An issuer that never wants it takes it back instead."""
    if template.valid_to and template.valid_to <= template.valid_from:
        return _("It would end before it begins. Take it back instead.")
