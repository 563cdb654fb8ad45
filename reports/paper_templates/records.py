"""One row for each version of a template; once in force its words are never changed."""

from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from reform_portal.common.editing import Editable
from units.models import Person, SteeringCommittee, Unit

from .catalogue import BUILT_IN, Kind
from .questions import PaperTemplateQuerySet

SLOT = "text_"  # before the name of a slot, where it reads like a column


class PaperTemplate(Editable):
    """The words an issuer chose for a kind of paper, in one version.

    In force from `valid_from` to the day before the next version of the same issuer and kind
    begins, or before `valid_to` where its issuer went back to the words of who stands above: of a
    day the latest that began counts, so that two can never be in force.
    """

    class Status(models.TextChoices):
        DRAFT = "draft", _("Draft")
        SUBMITTED = "submitted", _("Waiting for approval")
        IN_FORCE = "in_force", _("Adopted")
        ENDED = "ended", pgettext_lazy("paper template", "Ended")
        DROPPED = "dropped", _("Dropped")

    OPEN = (Status.DRAFT, Status.SUBMITTED)
    STANDING = (Status.IN_FORCE, Status.ENDED)

    kind = models.CharField(_("kind of paper"), max_length=20, choices=Kind, editable=False)
    province = models.ForeignKey(Unit, models.PROTECT, related_name="+", editable=False)
    issuer = models.ForeignKey(Unit, models.PROTECT, related_name="+", editable=False)
    committee = models.ForeignKey(
        SteeringCommittee, models.PROTECT, null=True, related_name="+", editable=False
    )
    # "committee-3", "unit-12": with the kind it names the series of versions.
    issued_by = models.CharField(max_length=30, editable=False)
    issuer_name = models.CharField(_("issued by"), max_length=300, editable=False)
    number = models.PositiveSmallIntegerField(_("version"), editable=False)
    reason = models.CharField(
        _("why the words change"),
        max_length=300,
        help_text=_("Who approves reads it; it stays with the version."),
    )
    texts = models.JSONField(default=dict)
    written_by = models.ForeignKey(Person, models.PROTECT, related_name="+", editable=False)
    # All who wrote at it, the last of them above: none of them puts it in force.
    authors = models.ManyToManyField(Person, related_name="+", editable=False)
    status = models.CharField(max_length=9, choices=Status, default=Status.DRAFT, editable=False)
    valid_from = models.DateField(_("in effect from"), null=True, blank=True)
    valid_to = models.DateField(_("no longer in effect from"), null=True, blank=True)

    objects = PaperTemplateQuerySet.as_manager()

    class Meta:
        verbose_name = _("paper template")
        verbose_name_plural = _("paper templates")
        ordering = ["-number"]
        constraints = [
            models.UniqueConstraint(
                fields=["issued_by", "kind", "number"], name="one_template_a_number"
            ),
            models.UniqueConstraint(
                fields=["issued_by", "kind", "valid_from"],
                condition=Q(status__in=("in_force", "ended")),
                name="one_template_begins_a_day",
            ),
            models.UniqueConstraint(
                fields=["issued_by", "kind"],
                condition=Q(status__in=("draft", "submitted")),
                name="one_open_template",
            ),
            models.CheckConstraint(
                condition=Q(valid_to=None) | Q(valid_to__gt=F("valid_from")),
                name="template_ends_after_it_begins",
            ),
            models.CheckConstraint(
                condition=~Q(status__in=("in_force", "ended")) | Q(valid_from__isnull=False),
                name="template_in_force_has_a_day",
            ),
        ]

    def __str__(self):
        return _("version %(number)s of the template “%(kind)s” of %(issuer)s") % {
            "number": self.number,
            "kind": self.get_kind_display(),
            "issuer": self.issuer_name,
        }

    def __getattr__(self, name):
        """`row.text_opening`: a slot as forms and comparisons ask for it."""
        texts = self.__dict__.get("texts")
        if name.startswith(SLOT) and texts is not None:
            return texts.get(name.removeprefix(SLOT), "")
        raise AttributeError(name)

    def get_absolute_url(self):
        return reverse("reports:template_detail", args=[self.pk])

    @property
    def line(self):
        """The states a reader follows."""
        return (self.Status.DRAFT, self.Status.SUBMITTED, self.Status.IN_FORCE)

    @property
    def is_editable(self):
        return self.status == self.Status.DRAFT

    @property
    def is_decided(self):
        """Put in force once, so that its words stand for good."""
        return self.status in self.STANDING

    @property
    def label(self):
        """What a paper made with it keeps of it: its words stay under this name for good."""
        return f"{self.issued_by}/{self.kind}/{self.number} ({BUILT_IN})"
