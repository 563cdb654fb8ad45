"""A unit, how it was from one day to another, and what it became.

The official code is an attribute with dates, never the key: codes are reused with a new meaning
(domain §6.2). Every range is half-open: [valid_from, valid_to).
"""

from datetime import timedelta

from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from reform_portal.common.text import Searchable, initials

from ..querysets import SuccessionQuerySet, UnitQuerySet, UnitVersionQuerySet
from .reorganisation import Reorganisation

KEY_WIDTH = 7


def path_below(above, own_key):
    """Where a unit lies in the tree: `above` is the version it stands below, or None."""
    return f"{above.path if above else ''}{own_key}"


class Unit(models.Model):
    """The body itself, from the day it began to the day it ended. Names are in its versions."""

    opened_on = models.DateField(_("opened on"))
    closed_on = models.DateField(_("closed on"), null=True, blank=True)
    ended_by = models.ForeignKey(
        Reorganisation, models.PROTECT, null=True, related_name="+", editable=False
    )

    objects = UnitQuerySet.as_manager()

    class Meta:
        verbose_name = _("unit")
        verbose_name_plural = _("units")
        constraints = [
            models.CheckConstraint(
                condition=Q(closed_on=None) | Q(closed_on__gt=F("opened_on")),
                name="unit_closes_after_it_opens",
                violation_error_message=_("A unit closes after the day it opened."),
            )
        ]

    def __str__(self):
        """The last name, for one record; lists read versions and print those."""
        last = self.versions.order_by("-valid_from").first()
        return str(last) if last else f"#{self.pk}"

    def get_absolute_url(self):
        return reverse("units:unit_detail", args=[self.pk])

    @property
    def own_key(self):
        """This unit's part of a path: fixed width, so that a prefix is a subtree."""
        return f"{self.pk:0{KEY_WIDTH}d}"


class UnitVersion(Searchable):
    """How a unit was from one day to another: name, type, level, official code, parent."""

    class Level(models.TextChoices):
        PROVINCE = "province", _("province")
        DISTRICT = "district", _("district")
        COMMUNE = "commune", _("commune")
        AGENCY = "agency", _("agency")
        ONE_STOP = "one_stop", _("one-stop section")

    TERRITORIAL = (Level.PROVINCE, Level.DISTRICT, Level.COMMUNE)

    unit = models.ForeignKey(Unit, models.PROTECT, related_name="versions")
    valid_from = models.DateField(_("valid from"))
    valid_to = models.DateField(_("valid to"), null=True, blank=True)
    name = models.CharField(_("proper name"), max_length=200)
    type = models.CharField(
        _("type"), max_length=60, help_text=_("As written before the name: huyện, xã, Sở, Phòng …")
    )
    level = models.CharField(_("level"), max_length=10, choices=Level)
    code = models.CharField(_("official code"), max_length=20, blank=True)
    parent = models.ForeignKey(
        Unit, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("belongs to")
    )
    decision = models.CharField(_("decision"), max_length=200, blank=True)
    latitude = models.DecimalField(
        _("latitude of the seat, in degrees"), max_digits=8, decimal_places=5, null=True, blank=True
    )
    longitude = models.DecimalField(
        _("longitude of the seat, in degrees"),
        max_digits=8,
        decimal_places=5,
        null=True,
        blank=True,
    )
    made_by = models.ForeignKey(
        Reorganisation, models.PROTECT, null=True, related_name="versions", editable=False
    )
    # Own keys of the ancestors and of the unit itself, digits only: one range is a subtree, and
    # digits sort the same in every collation.
    path = models.CharField(max_length=KEY_WIDTH * 8, editable=False, db_index=True)
    province = models.ForeignKey(Unit, models.PROTECT, null=True, related_name="+", editable=False)
    district = models.ForeignKey(Unit, models.PROTECT, null=True, related_name="+", editable=False)

    objects = UnitVersionQuerySet.as_manager()

    class Meta:
        verbose_name = _("unit version")
        verbose_name_plural = _("unit versions")
        constraints = [
            models.CheckConstraint(
                condition=Q(valid_to=None) | Q(valid_to__gt=F("valid_from")),
                name="version_ends_after_it_begins",
                violation_error_message=_("The last day lies before the first day."),
            ),
            models.UniqueConstraint(
                fields=["unit", "valid_from"],
                name="one_version_a_day",
                violation_error_message=_("This unit already has a version from that day."),
            ),
            models.UniqueConstraint(
                fields=["unit"], condition=Q(valid_to=None), name="one_open_version"
            ),
        ]
        indexes = [
            models.Index(fields=["path", "valid_from"], name="version_path"),
            models.Index(fields=["code", "valid_from"], name="version_code"),
            # Names that begin with the words typed; sorted by bytes, as the search asks.
            models.Index(fields=["search_key"], name="version_key", opclasses=["text_pattern_ops"]),
        ]

    def __str__(self):
        return self.title

    def get_absolute_url(self):
        return reverse("units:unit_detail", args=[self.unit_id])

    @property
    def title(self):
        """Type and name as papers write it: "huyện Cao Lộc", "Sở Tư pháp"."""
        return f"{self.type} {self.name}".strip()

    @property
    def is_territorial(self):
        return self.level in self.TERRITORIAL

    @property
    def authority(self):
        """The body that is inspected and answers: "UBND huyện Cao Lộc", "Sở Tư pháp"."""
        return authority_of(self.type, self.name, self.level)

    @property
    def version(self):
        """What a form compares: a version is never edited, only followed by another."""
        return self.pk

    @property
    def ancestor_ids(self):
        """Keys of the units above, from the top down, as this version's path holds them."""
        steps = range(0, len(self.path) - KEY_WIDTH, KEY_WIDTH)
        return [int(self.path[at : at + KEY_WIDTH]) for at in steps]

    def stand_below(self, above):
        """Path, province and district, from the version above or None."""
        self.path = path_below(above, self.unit.own_key)
        for level in ("province", "district"):
            own = self.level == level
            key = self.unit_id if own else above and getattr(above, f"{level}_id")
            setattr(self, f"{level}_id", key)

    def go_along(self, old, new):
        """The place this one has once a unit above it came from its `old` version to its `new`."""
        self.path = f"{new.path}{self.path[len(old.path) :]}"
        self.province_id, self.district_id = new.province_id, new.district_id

    def nearest(self, day):
        """The day itself, or the day nearest to it on which this version held."""
        last = self.valid_to and self.valid_to - timedelta(days=1)
        return max(self.valid_from, min(day, last) if last else day)

    def search_text(self):
        body = f"{self.type} UBND" if self.is_territorial else self.type
        return f"{self.name} {body} {self.code} {initials(self.title)}"


def authority_of(type, name, level):
    """What `UnitVersion.authority` says, for rows that hold only these three columns."""
    title = f"{type} {name}".strip()
    return f"UBND {title}" if level in UnitVersion.TERRITORIAL else title


class Succession(models.Model):
    """What became of a unit: from it, to one that began, on a day, by a decision.

    Of all successors of a unit on a day at most one takes over: its officials answer for what
    the ended unit left open, and figures in today's units count there (our choice, so that
    nothing is lost and nothing counted twice). An administrator may name another.
    """

    class Kind(models.TextChoices):
        MERGE = "merge", _("merged into")
        SPLIT = "split", _("split into")
        PARTIAL = "partial", _("passed a part to")
        DISSOLVED = "dissolved", _("dissolved into")

    predecessor = models.ForeignKey(Unit, models.PROTECT, related_name="successions")
    successor = models.ForeignKey(Unit, models.PROTECT, related_name="origins")
    kind = models.CharField(_("kind"), max_length=10, choices=Kind)
    day = models.DateField(_("day"))
    decision = models.CharField(_("decision"), max_length=200)
    takes_over = models.BooleanField(
        _("takes over what is open"),
        default=False,
        help_text=_("One of the successors: it answers for the ended unit and counts its figures."),
    )
    made_by = models.ForeignKey(
        Reorganisation, models.PROTECT, null=True, related_name="successions", editable=False
    )

    objects = SuccessionQuerySet.as_manager()

    class Meta:
        verbose_name = _("succession")
        verbose_name_plural = _("successions")
        constraints = [
            models.UniqueConstraint(
                fields=["predecessor", "successor", "day"], name="one_succession_a_day"
            ),
            models.UniqueConstraint(
                fields=["predecessor"], condition=Q(takes_over=True), name="one_unit_takes_over"
            ),
            models.CheckConstraint(
                condition=~Q(predecessor=F("successor")), name="no_unit_succeeds_itself"
            ),
        ]

    def __str__(self):
        return f"{self.predecessor} → {self.successor}"

    @property
    def predecessor_last(self):
        """The last day on which the predecessor was what it was before."""
        return self.day - timedelta(days=1)
