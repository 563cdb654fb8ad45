"""When a step about findings is not possible yet: a sentence, or None."""

from django.utils.translation import gettext as _

from reform_portal.common.dates import vn_date
from reform_portal.common.text import fold

from .models import Conclusion, Explanation, Finding, Recommendation, Remediation


def something_was_found(inspection):
    """A draft without a finding says nothing."""
    if not Finding.objects.filter(inspection=inspection).exists():
        return _(
            "%(inspection)s has no finding. Record at least one before the draft goes out."
        ) % {"inspection": inspection}


def conclusion_is_written(inspection):
    """The words of the paper exist: subject, bases, opening."""
    if not Conclusion.objects.filter(inspection=inspection).exists():
        return _("The draft conclusion of %(inspection)s is not written. Write it first.") % {
            "inspection": inspection
        }


def recommendations_have_addressees(inspection):
    """A recommendation to nobody is followed by nobody."""
    without = Recommendation.objects.filter(inspection=inspection, remediations=None)
    if numbers := list(without.values_list("number", flat=True)):
        return _("These recommendations name no unit: %(numbers)s. Choose who must act.") % {
            "numbers": ", ".join(map(str, numbers))
        }


def unit_has_spoken(inspection):
    """Sending an explanation means there is one; the unit may also write that it agrees."""
    if not Explanation.objects.filter(inspection=inspection).exists():
        return _(
            "There is no explanation to send. Explain a finding or write what the unit says to "
            "the whole draft, even if it is that the unit agrees."
        )


def explanations_are_decided(inspection):
    """Every explanation gets its answer before the conclusion (domain §1.2, 000-7)."""
    if left := Explanation.objects.undecided().filter(inspection=inspection).count():
        return _("%(count)d explanations are not decided. Accept or refuse each with a reason.") % {
            "count": left
        }


def conclusion_can_be_issued(inspection):
    """Number, date, signer and capacity: what makes the draft a paper (Decree 30/2020, Art. 8)."""
    paper = Conclusion.objects.filter(inspection=inspection).first()
    if paper is None:
        return _("The conclusion of %(inspection)s is not written. Write it first.") % {
            "inspection": inspection
        }
    missing = [
        str(paper._meta.get_field(name).verbose_name)
        for name in ("number", "issued_on", "signer", "capacity")
        if not getattr(paper, name)
    ]
    if missing:
        return _(
            "The conclusion cannot be issued yet; it lacks: %(fields)s. Fill in and try again."
        ) % {"fields": ", ".join(missing)}


def conclusion_is_dated_after_the_visits(inspection):
    """A conclusion is not older than what it concludes."""
    paper = Conclusion.objects.filter(inspection=inspection).first()
    if paper and paper.issued_on and paper.issued_on < inspection.starts_on:
        return _(
            "The conclusion is dated %(issued)s, before the inspection began on %(began)s. "
            "Correct the date."
        ) % {
            "issued": vn_date(paper.issued_on),
            "began": vn_date(inspection.starts_on),
        }


def addressees_receive_the_paper(inspection):
    """Whoever is ordered something gets the paper (Decree 30/2020/NĐ-CP, Annex I: Nơi nhận)."""
    paper = Conclusion.objects.filter(inspection=inspection).first()
    if paper is None:
        return None
    receiving = _short(paper.recipients)
    rows = Remediation.objects.filter(inspection=inspection).select_related("unit_version")
    ordered = dict.fromkeys(row.unit_version.authority for row in rows.order_by("unit_version"))
    if missing := [name for name in ordered if _short(name) not in receiving]:
        return _(
            "The recipients of the conclusion lack those who must act: %(units)s. "
            "Add them to the recipients and try again."
        ) % {"units": ", ".join(missing)}


def _short(text):
    return fold(text).replace("uy ban nhan dan", "ubnd")


def number_is_taken(values):
    """The sentence for a number that another conclusion has."""
    return _(
        "Number %(number)s with the symbol %(symbol)s is taken in the register of that year. "
        "Take the next free number."
    ) % {"number": values.get("number"), "symbol": values.get("symbol")}


def nothing_left_to_remedy(inspection):
    """An inspection closes when every addressee's work is accepted."""
    if left := Remediation.objects.open().filter(inspection=inspection).count():
        return _("%(count)d recommendations are not carried out and accepted yet.") % {
            "count": left
        }


def addressee_has_ended(remediation):
    """Without an object is only what was asked of a unit that is gone (domain §6.2)."""
    if remediation.unit.closed_on is None:
        return _(
            "%(unit)s is in force and carries out the recommendation itself. Verify what it "
            "reports, or return it."
        ) % {"unit": remediation.unit_version.authority}


def may_be_handed_to(bearer, offered):
    """Only what stands today of the addressee or of its successors carries on its work."""
    if bearer.pk not in {version.unit_id for version in offered}:
        return _(
            "%(unit)s is not a successor of the addressee that is in force today. Choose one of "
            "those offered."
        ) % {"unit": bearer}


def outcome_is_written(remediation):
    """A report says what was done."""
    if not remediation.outcome.strip():
        return _("Write what was done before reporting it.")


def outcome_is_whole(remediation):
    """Reported as done is done; what is under way is saved instead."""
    if remediation.progress < 100:
        return _(
            "Done so far is %(progress)s %%. Report it once it is 100 %%; until then save how far "
            "it has got."
        ) % {"progress": remediation.progress}


def decision_is_open(explanation):
    """Explanations are decided between their sending and the conclusion."""
    inspection = explanation.inspection
    if inspection.status != inspection.Status.EXPLAINED:
        return _(
            "%(inspection)s is in the state “%(state)s”; explanations are decided once sent."
        ) % {
            "inspection": inspection,
            "state": inspection.get_status_display(),
        }


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


def extension_fits(inspection, asked_until, today):
    """More days end later than the days there are."""
    due_on = inspection.explanation_due_on
    if due_on is None:
        return _("The days to explain do not run yet. Read the draft first; then they begin.")
    if asked_until <= due_on:
        return _("The explanation is due on %(day)s. Ask for a later day, or for none.") % {
            "day": vn_date(due_on)
        }
    if asked_until <= today:
        return _("%(day)s is over. Ask for a day that is still to come.") % {
            "day": vn_date(asked_until)
        }
