"""Accounts and the record of what they did."""

from django.contrib.auth.models import AbstractUser
from django.contrib.contenttypes.models import ContentType
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from .verbs import label


class User(AbstractUser):
    """An account. The person behind it, with posts and units, is `units.Person`."""

    class TextSize(models.TextChoices):
        SMALL = "small", "A-"
        NORMAL = "normal", "A"
        LARGE = "large", "A+"

    text_size = models.CharField(max_length=10, choices=TextSize, default=TextSize.NORMAL)
    high_contrast = models.BooleanField(default=False)
    language = models.CharField(max_length=5, default="vi")
    password_issued_at = models.DateTimeField(
        null=True,
        editable=False,
        help_text=_("Set while the password is one that an administrator issued."),
    )
    is_demo = models.BooleanField(
        default=False,
        help_text=_("Made by the demo; a portal in service refuses to start with it."),
    )

    class Meta:
        verbose_name = _("account")
        verbose_name_plural = _("accounts")

    def __str__(self):
        return self.get_full_name() or self.username


class AuditQuerySet(models.QuerySet):
    def about(self, obj, *more):
        """What was done to this record, newest first (one query, no join).

        More records of the same kind may be asked about in one go.
        """
        kind = ContentType.objects.get_for_model(obj)
        keys = {"object_id__in": [obj.pk, *(one.pk for one in more)]} if more else {}
        return self.filter(content_type=kind, **keys or {"object_id": obj.pk}).order_by("-id")


class AuditEntry(models.Model):
    """One act: who did what to which record, when and why. Only ever added.

    Append-only by a trigger in the database (migration 0003) and by `save` and `delete` here.
    The actor's name is kept as it was, so that a timeline needs no join and stays true.
    """

    at = models.DateTimeField(default=timezone.now)
    actor = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    actor_name = models.CharField(max_length=200)
    verb = models.CharField(max_length=60)
    content_type = models.ForeignKey(ContentType, models.PROTECT, related_name="+")
    object_id = models.BigIntegerField()
    subject = models.CharField(max_length=200)
    note = models.TextField(blank=True)
    change = models.JSONField(default=dict, blank=True)

    objects = AuditQuerySet.as_manager()

    class Meta:
        indexes = [models.Index(fields=["content_type", "object_id", "-id"], name="audit_about")]

    def __str__(self):
        return f"{self.verb} {self.subject}"

    def save(self, *args, **kwargs):
        if self.pk:
            raise TypeError("An audit entry is never changed.")
        super().save(*args, **kwargs)

    def delete(self, *args, **kwargs):
        raise TypeError("An audit entry is never removed.")

    @property
    def label(self):
        """The act in the reader's language."""
        return label(self.verb)
