"""The roles an account can have. A role counts only where its holder has a post on that day.

Source: domain §7.1 (who does what); the split into six is our choice.
"""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Role(models.TextChoices):
    """Global roles, kept as Django groups of the same name (created by migration 0002)."""

    CHAIR = "chair", _("Committee leader")
    PLANNER = "planner", _("Home Affairs officer")
    INSPECTOR = "inspector", _("Delegation member")
    OFFICIAL = "official", _("Official of an inspected unit")
    AUDITOR = "auditor", _("Auditor")
    ADMINISTRATOR = "administrator", _("Administrator")
