"""The ways of what goes to and fro before a visit: the notice to the unit, its report,
the documents and the answers it is asked for.

The tables draw the buttons, docs/workflows.md and a test, like those in workflow.py.
"""

from django.utils.translation import gettext_lazy as _

from reform_portal.common.workflow import Step, Workflow

from . import permissions
from .models import ClarifyingQuestion, DocumentRequest, Notice, SelfReport
from .rules import documents, self_reports
from .rules import notices as rules

N = Notice.Status
R = SelfReport.Status
D = DocumentRequest.Status
Q = ClarifyingQuestion.Status

notice = Workflow(
    "notice",
    Step("issue", _("Issue the notice"), (N.DRAFTED,), N.ISSUED, permissions.sends_notice),
    Step(
        "deliver",
        _("Note the delivery"),
        (N.ISSUED,),
        N.DELIVERED,
        permissions.sends_notice,
        needs_note=True,
        consequence=_("Write how it was delivered: by hand, by post, by the document exchange."),
    ),
    Step("read", _("Note as read"), (N.ISSUED, N.DELIVERED), N.READ, permissions.gets_notice),
    Step(
        "acknowledge",
        _("Acknowledge the notice"),
        Notice.UNANSWERED,
        N.ACKNOWLEDGED,
        permissions.gets_notice,
    ),
    Step(
        "recall",
        _("Take the notice back"),
        Notice.UNANSWERED,
        N.DRAFTED,
        permissions.sends_notice,
        needs_note=True,
        consequence=_("The unit no longer sees it until it is issued again."),
    ),
)
notice.guard("issue")(rules.notice_is_complete)
notice.guard("issue")(rules.notice_fits_its_inspection)
notice.guard("issue")(rules.notice_comes_before_the_visit)
notice.guard("issue", "recall")(rules.notice_is_the_newest)

self_report = Workflow(
    "self_report",
    Step(
        "submit",
        _("Submit the report"),
        SelfReport.OPEN,
        R.SUBMITTED,
        permissions.writes_self_report,
        consequence=_("After submitting, the report can be changed only when it is returned."),
    ),
    Step(
        "withdraw",
        _("Take the report back"),
        (R.SUBMITTED,),
        R.DRAFT,
        permissions.writes_self_report,
        needs_note=True,
    ),
    Step(
        "return",
        _("Return the report"),
        (R.SUBMITTED,),
        R.RETURNED,
        permissions.reads_self_report,
        needs_note=True,
    ),
)
self_report.guard("submit")(self_reports.required_headings_are_written)
self_report.guard("submit")(self_reports.period_meets_the_inspected_one)

document = Workflow(
    "document",
    Step(
        "receive",
        _("Send the file"),
        (D.ASKED, D.RETURNED, D.RECEIVED),
        D.RECEIVED,
        permissions.sends_documents,
        page="inspections:document_upload",
    ),
    Step(
        "accept", _("Accept the document"), (D.RECEIVED,), D.ACCEPTED, permissions.takes_documents
    ),
    Step(
        "return",
        _("Return the document"),
        DocumentRequest.HANDED_IN,
        D.RETURNED,
        permissions.takes_documents,
        needs_note=True,
    ),
    Step(
        "withdraw",
        _("No longer needed"),
        (D.ASKED, D.RETURNED, D.RECEIVED),
        D.WITHDRAWN,
        permissions.takes_documents,
        needs_note=True,
    ),
    Step(
        "ask_again",
        _("Ask again"),
        (D.WITHDRAWN,),
        D.ASKED,
        permissions.takes_documents,
        needs_note=True,
    ),
)
document.guard("receive", "accept")(documents.a_file_was_sent)

question = Workflow(
    "question",
    Step(
        "settle",
        _("Settle the question"),
        (Q.OPEN,),
        Q.SETTLED,
        permissions.asks_on,
        needs_note=True,
        consequence=_("Write what was made clear. The thread is closed for both sides."),
    ),
    Step("reopen", _("Open again"), (Q.SETTLED,), Q.OPEN, permissions.asks_on, needs_note=True),
)
