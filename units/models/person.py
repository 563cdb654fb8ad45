"""People, and the posts they hold from one day to another."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from reform_portal.common.editing import Editable
from reform_portal.common.text import Searchable, initials

from ..querysets import PersonQuerySet, PostQuerySet
from .reorganisation import Reorganisation
from .unit import Unit


class Person(Searchable, Editable):
    """Somebody who works in a unit, sits on a committee or inspects; may have an account."""

    full_name = models.CharField(_("full name"), max_length=120)
    email = models.EmailField(_("e-mail"), blank=True)
    phone = models.CharField(_("phone"), max_length=30, blank=True)
    account = models.OneToOneField(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="person"
    )

    objects = PersonQuerySet.as_manager()

    class Meta:
        verbose_name = _("person")
        verbose_name_plural = _("people")
        indexes = [models.Index(fields=["full_name", "id"], name="person_name")]

    def __str__(self):
        return self.full_name

    def get_absolute_url(self):
        return reverse("units:person_detail", args=[self.pk])

    def search_text(self):
        return f"{self.full_name} {self.email} {initials(self.full_name)}"


class Post(models.Model):
    """A post in a unit, held over [held_from, held_to). Access follows it to the day."""

    person = models.ForeignKey(Person, models.PROTECT, related_name="posts")
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="posts", verbose_name=_("unit"))
    title = models.CharField(
        _("post"), max_length=120, help_text=_("Without the unit: Giám đốc, Chuyên viên …")
    )
    held_from = models.DateField(_("from"))
    held_to = models.DateField(_("until"), null=True, blank=True)
    answers_for_unit = models.BooleanField(
        _("answers for the unit"),
        default=False,
        help_text=_("Reads, explains and reports in the portal for this unit."),
    )
    decision = models.CharField(_("decision"), max_length=200, blank=True)
    end_decision = models.CharField(_("decision that ends it"), max_length=200, blank=True)
    made_by = models.ForeignKey(
        Reorganisation, models.PROTECT, null=True, related_name="posts", editable=False
    )
    ended_by = models.ForeignKey(
        Reorganisation, models.PROTECT, null=True, related_name="ended_posts", editable=False
    )

    objects = PostQuerySet.as_manager()

    class Meta:
        verbose_name = _("post")
        verbose_name_plural = _("posts")
        constraints = [
            models.CheckConstraint(
                condition=Q(held_to=None) | Q(held_to__gt=F("held_from")),
                name="post_ends_after_it_begins",
                violation_error_message=_("The last day lies before the first day."),
            )
        ]
        indexes = [models.Index(fields=["unit", "held_from"], name="post_unit")]

    def __str__(self):
        return f"{self.title} – {self.person}"

    def is_held_on(self, day):
        return self.held_from <= day and (self.held_to is None or day < self.held_to)

    def title_on(self, day):
        """The post as it was called on a day, or on the nearest day it was held.

        On rows read `with_units` on that day or later.
        """
        nearest = max(self.held_from, day)
        names = [
            one
            for one in self.unit.known
            if one.valid_from <= nearest and (not self.held_to or one.valid_from < self.held_to)
        ]
        return self.named_with(names[-1]) if names else self.title

    def named_with(self, version):
        """The post as papers write it on a day: "Giám đốc Sở Tư pháp".

        `version` is the unit's version of that day.
        """
        return f"{self.title} {version.authority}"

    @property
    def full_title(self):
        """The post as it is known, or was last; on rows read `with_units(day)`."""
        names = [
            one for one in self.unit.known if not self.held_to or one.valid_from < self.held_to
        ]
        return self.named_with(names[-1]) if names else self.title
