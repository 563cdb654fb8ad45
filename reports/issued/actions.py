"""Correcting an issued paper by a letter, and taking in its signed copy."""

import hashlib
import uuid

from django.core.files.base import ContentFile
from django.db import transaction
from django.utils.text import Truncator
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from inspections import register
from inspections.symbols import parted
from reform_portal.common import audit
from reform_portal.common.dates import vn_date
from reform_portal.common.editing import create_once
from reform_portal.common.workflow import Refused

from . import letters
from .quoting import is_in
from .records import Correction, IssuedPaper, SignedFile
from .signing import accepted

audit.name_verbs(
    issued_paper__correct=gettext_lazy("Corrected the issued paper"),
    issued_paper__retry=gettext_lazy("Asked for the files of the paper again"),
    issued_paper__sign=gettext_lazy("Took in the signed paper"),
)


@transaction.atomic
def correct(paper, *, by, issued_on, submission=None, **letter):
    """A letter puts a slip of form right; the paper stays in force and says that it is corrected."""
    row = _standing(paper)
    if issued_on < row.issued_on or issued_on > by.day:
        raise Refused(
            _("The letter is dated between %(first)s, the day of the paper, and today.")
            % {"first": vn_date(row.issued_on)}
        )
    if not is_in(row, letter["reads"]):
        raise Refused(
            _(
                "%(paper)s does not say “%(words)s”. Copy the words that are to be corrected "
                "from the paper, as they stand there."
            )
            % {"paper": row, "words": Truncator(letter["reads"]).chars(100)}
        )
    correction, created = create_once(
        Correction,
        submission,
        paper=row,
        issued_on=issued_on,
        computed={"made_by_id": by.person_id},
        **letter,
    )
    _number(correction, row, by)
    if created:
        row.state = IssuedPaper.State.CORRECTED
        row.save(update_fields=["state"])
        audit.record("issued_paper.correct", row.inspection, by=by, note=str(correction))
    return correction


def first_letter(paper, day):
    """A letter of the body that issued the paper, dated today."""
    _kind, body = parted(paper.symbol)
    return Correction(paper=paper, symbol=f"{body}-CCHC"[:30], issued_on=day)


def register_paper(correction):
    """The letter as its register knows it: that of who issued the paper."""
    paper, inspection = correction.paper, correction.paper.inspection
    return register.Paper(
        issuer_id=letters.sender_of(inspection, paper.kind, correction.issued_on),
        province_id=inspection.province_id,
        year=correction.issued_on.year,
        symbol=correction.symbol,
        key=f"correction-{inspection.code}-{correction.pk}",
        subject=f"Đính chính {correction.paper}: {inspection}",
    )


def _number(correction, paper, by):
    """Refused when another letter bears the number; a second click takes it once."""
    correction.paper = paper
    of = register_paper(correction)
    register.take(of, by=by, number=correction.number)
    register.issue(of.key)


@transaction.atomic
def take_in_signed(paper, *, by, content):
    """Keep a signed copy of the PDF, judged first. Refused for anything else, with the reason."""
    row = _standing(paper)
    if not row.is_made:
        raise Refused(_("The PDF of this paper is not made yet. Wait a moment and try again."))
    with row.pdf.open("rb") as file:
        judgement = accepted(content, file.read())
    sha256 = hashlib.sha256(content).hexdigest()
    if earlier := SignedFile.objects.filter(paper=row).first():
        if earlier.sha256 == sha256:
            return earlier
        raise Refused(_("A signed copy by %(name)s is kept already.") % {"name": earlier.signed_by})
    signed = SignedFile.objects.create(
        paper=row,
        file=ContentFile(content, name=f"{uuid.uuid4().hex}.pdf"),
        sha256=sha256,
        size=len(content),
        signed_by=judgement.signed_by,
        signed_at=judgement.signed_at,
        is_trusted=judgement.is_trusted,
        received_by=by.user,
    )
    audit.record("issued_paper.sign", row.inspection, by=by, signed=[None, sha256])
    return signed


def _standing(paper):
    row = IssuedPaper.objects.select_for_update().get(pk=paper.pk)
    if not row.stands:
        raise Refused(
            _("%(paper)s is no longer in force (%(state)s); nothing is added to it.")
            % {"paper": row, "state": row.get_state_display()}
        )
    return row
