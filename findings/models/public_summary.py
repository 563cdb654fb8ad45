"""What the public is told of a conclusion: a short news text, approved by another person."""

from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from inspections.models import Inspection
from reform_portal.common.editing import Editable
from units.models import Person

from ..querysets import PublicSummaryQuerySet


class PublicSummary(Editable):
    """One news text for an inspection; without a login only what is published is read.

    `authors` are all who wrote at it: none of them approves it.
    """

    class Status(models.TextChoices):
        DRAFT = "draft", _("Being written")
        SUBMITTED = "submitted", _("Awaiting approval")
        PUBLISHED = "published", _("Published")
        WITHDRAWN = "withdrawn", _("Withdrawn")

    # The way a reader follows; withdrawing leaves it.
    line = (Status.DRAFT, Status.SUBMITTED, Status.PUBLISHED)

    inspection = models.OneToOneField(
        Inspection, models.PROTECT, related_name="public_summary", editable=False
    )
    title = models.CharField(_("headline"), max_length=250)
    lead = models.TextField(
        _("lead"), max_length=1_500, help_text=_("One paragraph: who inspected whom, when, result.")
    )
    text = models.TextField(
        _("text"),
        max_length=20_000,
        help_text=_("A paragraph a line; a line that begins with “- ” is a point of a list."),
    )
    named_because = models.CharField(
        _("why people are named"),
        max_length=500,
        blank=True,
        help_text=_("Only the head of the delegation and the signer may be named, with a reason."),
    )
    authors = models.ManyToManyField(Person, related_name="+", editable=False)
    published_on = models.DateField(_("published on"), null=True, editable=False)
    status = models.CharField(max_length=9, choices=Status, default=Status.DRAFT, editable=False)

    objects = PublicSummaryQuerySet.as_manager()

    class Meta:
        verbose_name = _("public summary")
        verbose_name_plural = _("public summaries")
        indexes = [models.Index(fields=["status", "-id"], name="summary_status")]

    def __str__(self):
        return self.title

    def get_absolute_url(self):
        return reverse("findings:summary", args=[self.inspection.code])

    @property
    def public_url(self):
        return reverse("findings:published", args=[self.inspection.code])

    @property
    def whole(self):
        """Everything the public would read, for the search of names."""
        return "\n".join((self.title, self.lead, self.text))

    @property
    def paragraphs(self):
        """The text in runs: ("list", its points) or ("text", [the paragraph])."""
        runs = []
        for line in filter(str.strip, self.text.splitlines()):
            kind = "list" if line.startswith("- ") else "text"
            if kind == "list" and runs and runs[-1][0] == "list":
                runs[-1][1].append(line[2:])
            else:
                runs.append((kind, [line.removeprefix("- ")]))
        return runs
