"""What findings hang on the way of an inspection: its guards, and what follows a step.

The lower app offers the hook, this upper one fills it (house rule: imports go down).
"""

from django.db.models import F

from inspections.workflow import inspection

from . import numbering, rules
from .actions import announcing
from .models import Explanation, ExplanationFile, Finding, Remediation
from .stamps import stamp_of

WORDS, SENTENCES, POINTS = "findings:conclusion_edit", "findings:drafting", "findings:draft"
FOUND, SAID = "findings:inspection_findings", "findings:explanations"

inspection.guard("announce", mend=FOUND)(rules.something_was_found)
inspection.guard("announce", mend=WORDS)(rules.conclusion_is_written)
inspection.guard("announce", "conclude", mend=SENTENCES)(rules.words_follow_the_findings)
inspection.guard("announce", "conclude", mend=SENTENCES)(rules.comments_are_settled)
inspection.guard("announce", mend=SENTENCES)(rules.reviews_are_finished)
inspection.guard("announce", mend=SENTENCES)(rules.draft_is_reviewed)
inspection.guard("announce", "conclude", mend=POINTS)(rules.recommendations_have_addressees)
inspection.guard("send_explanation", mend=SAID)(rules.unit_has_spoken)
inspection.guard("skip_explanation", mend=SAID)(rules.days_asked_for_are_answered)
inspection.guard("conclude", mend=SAID)(rules.explanations_are_decided)
inspection.guard("conclude", mend=WORDS)(rules.conclusion_can_be_issued)
inspection.guard("conclude", mend=WORDS)(rules.conclusion_is_dated_after_the_visits)
inspection.guard("conclude", mend=WORDS, dated=True)(rules.conclusion_is_not_dated_ahead)
inspection.guard("conclude", mend=WORDS)(rules.signer_fits_the_capacity)
inspection.guard("conclude", mend=WORDS)(rules.addressees_receive_the_paper)
inspection.guard("conclude", mend=POINTS)(rules.deadlines_follow_the_paper)
inspection.caution("announce", "conclude", mend=POINTS)(rules.recommendations_have_deadlines)
inspection.caution("announce", "conclude", mend=FOUND)(rules.shortcomings_are_proved)
inspection.shows("announce", "conclude")(stamp_of)
inspection.guard("close")(rules.nothing_left_to_remedy)


@inspection.after("announce", "end_check")
def show_findings_to_the_unit(row, by):
    """The scope column follows the state, in the same transaction."""
    Finding.objects.filter(inspection=row).update(announced=True)


inspection.after("announce")(announcing.keep)


@inspection.after("withdraw_draft", "resume_check")
def hide_findings_from_the_unit(row, by):
    Finding.objects.filter(inspection=row).update(announced=False)


@inspection.after("send_explanation")
def show_explanations_to_the_delegation(row, by):
    """What was written and not sent before is sent now, dated."""
    unsent = Explanation.objects.filter(inspection=row).unsent()
    unsent.update(sent_on=by.day, sent_text=F("text"), sent_stance=F("stance"))
    papers = ExplanationFile.objects.filter(explanation__inspection=row, sent_on=None)
    papers.update(sent_on=by.day)


@inspection.after("conclude")
def let_recommendations_run(row, by):
    Remediation.objects.filter(inspection=row).update(issued=True)


inspection.after("conclude")(numbering.issue_conclusion)


@inspection.after("reopen")
def hold_recommendations(row, by):
    """A reopened conclusion is no longer in force; its recommendations rest until it is again."""
    Remediation.objects.filter(inspection=row).update(issued=False)
