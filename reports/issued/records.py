"""One row for each version of an issued paper; what was issued is never changed."""

import re
import secrets

from django.conf import settings
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from inspections.models import Inspection
from units.models import Person, Unit

MOST_ATTEMPTS = 3
OF_A_TEMPLATE = re.compile(r"/(\d+) \(")


def new_token():
    """What the address of the check page ends with: 96 bits nobody guesses."""
    return secrets.token_urlsafe(12)


class IssuedPaper(models.Model):
    """A paper of an inspection as it was issued: its data, its files and their hashes.

    Of conclusions one version is in force; letters that follow them stand beside each other.

    `data` is the paper in plain values (papers.data), from which both files are made once.
    """

    class State(models.TextChoices):
        IN_FORCE = "in_force", _("In effect")
        CORRECTED = "corrected", _("In effect, corrected")
        RECALLED = "recalled", _("Recalled")
        REPLACED = "replaced", _("Replaced")

    class Kind(models.TextChoices):
        CONCLUSION = "conclusion", _("conclusion report")
        URGING = "urging", _("letter urging remediation")
        REMEDIATION_REPORT = "remediation_report", _("remediation report")

    STANDING = (State.IN_FORCE, State.CORRECTED)

    inspection = models.ForeignKey(Inspection, models.PROTECT, related_name="issued_papers")
    province = models.ForeignKey(Unit, models.PROTECT, related_name="+")
    kind = models.CharField(max_length=18, choices=Kind, default=Kind.CONCLUSION)
    submission = models.UUIDField(null=True, unique=True, editable=False)
    token = models.CharField(max_length=16, unique=True, default=new_token)
    reference = models.CharField(_("number and symbol"), max_length=60)
    issued_on = models.DateField(_("date of issue"))
    issuer_name = models.CharField(_("issued by"), max_length=300)
    signer_name = models.CharField(_("signer"), max_length=150, blank=True)
    # The words it was made with: "committee-3/conclusion/2 (2026.2)", or the portal's own.
    template = models.CharField(_("template"), max_length=80)
    data = models.JSONField()
    state = models.CharField(max_length=9, choices=State, default=State.IN_FORCE)
    reason = models.TextField(blank=True)
    replaces = models.OneToOneField("self", models.PROTECT, null=True, related_name="replaced_by")
    kept_at = models.DateTimeField(auto_now_add=True)
    attempts = models.PositiveSmallIntegerField(default=0)
    tried_at = models.DateTimeField(null=True)
    pdf = models.FileField(upload_to="issued/", blank=True)
    pdf_sha256 = models.CharField(max_length=64, blank=True)
    docx = models.FileField(upload_to="issued/", blank=True)
    docx_sha256 = models.CharField(max_length=64, blank=True)
    # PDF/A-3 with the data attached, for those who keep papers for decades.
    archive = models.FileField(upload_to="issued/", blank=True)
    archive_sha256 = models.CharField(max_length=64, blank=True)

    class Meta:
        verbose_name = _("issued paper")
        verbose_name_plural = _("issued papers")
        ordering = ["-id"]
        constraints = [
            models.UniqueConstraint(
                fields=["inspection"],
                condition=Q(kind="conclusion", state__in=["in_force", "corrected"]),
                name="one_paper_in_force",
            )
        ]

    def __str__(self):
        return self.reference

    def get_absolute_url(self):
        return reverse("reports:issued", args=[self.inspection.code])

    @property
    def symbol(self):
        """TB-ĐKT of 05/TB-ĐKT."""
        return self.reference.partition("/")[2]

    @property
    def is_made(self):
        return bool(self.pdf_sha256 and self.docx_sha256)

    @property
    def is_given_up(self):
        """Nobody tries again unless somebody asks."""
        return not self.is_made and self.attempts >= MOST_ATTEMPTS

    @property
    def stands(self):
        return self.state in self.STANDING

    @property
    def files(self):
        """What can be downloaded: (name, address, bytes, SHA-256), the signed copy first."""
        signed = getattr(self, "signed", None)
        kept = (
            ("signed", _("Signed PDF"), signed and signed.file, signed and signed.sha256),
            ("pdf", "PDF", self.pdf, self.pdf_sha256),
            ("docx", "Word", self.docx, self.docx_sha256),
        )
        return [
            (name, reverse("reports:issued_file", args=[self.pk, kind]), _size(file), sha256)
            for kind, name, file, sha256 in kept
            if sha256
        ]

    @property
    def template_number(self):
        """The version of the template it was made with; nothing for the portal's own words."""
        found = OF_A_TEMPLATE.search(self.template)
        return int(found[1]) if found else None

    @property
    def check_url(self):
        return reverse("reports:check", args=[self.token])


def _size(file):
    """Its bytes; 0 where the store has lost it, which downloading it says."""
    try:
        return file.size
    except FileNotFoundError:
        return 0


class Correction(models.Model):
    """A letter that puts right a slip of form in a paper that stays in force.

    Decree 30/2020/NĐ-CP, Article 18: errors of content need a new paper, slips of form a letter.
    """

    paper = models.ForeignKey(IssuedPaper, models.PROTECT, related_name="corrections")
    number = models.PositiveIntegerField(
        _("number of the letter"), validators=[MinValueValidator(1), MaxValueValidator(99_999)]
    )
    symbol = models.CharField(_("symbol of the letter"), max_length=30)
    issued_on = models.DateField(_("date of the letter"))
    reads = models.TextField(_("it reads"), max_length=2_000)
    should_read = models.TextField(_("it should read"), max_length=2_000)
    submission = models.UUIDField(null=True, unique=True, editable=False)
    made_by = models.ForeignKey(Person, models.PROTECT, related_name="+", editable=False)

    class Meta:
        verbose_name = _("correction")
        verbose_name_plural = _("corrections")
        ordering = ["id"]

    def __str__(self):
        return f"{self.number:02d}/{self.symbol}"


class SignedFile(models.Model):
    """A PDF that came back signed, and what was found in its signature."""

    paper = models.OneToOneField(IssuedPaper, models.PROTECT, related_name="signed")
    file = models.FileField(upload_to="issued/")
    sha256 = models.CharField(max_length=64)
    size = models.PositiveIntegerField()
    signed_by = models.CharField(_("signed by"), max_length=300)
    signed_at = models.DateTimeField(_("time stated in the signature"), null=True)
    is_trusted = models.BooleanField()
    received_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    received_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        verbose_name = _("signed file")
        verbose_name_plural = _("signed files")

    def __str__(self):
        return self.signed_by
