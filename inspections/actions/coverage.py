"""Setting how much of a province is to be inspected in a year."""

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from inspections.models import CoverageTarget
from reform_portal.common import audit
from reform_portal.common.editing import create_once, save_if_unchanged
from reform_portal.common.workflow import Refused

audit.name_verbs(
    coverage__set=gettext_lazy("Set the coverage target"),
    coverage__edit=gettext_lazy("Changed the coverage target"),
)


def set_target(*, by, submission=None, **values):
    """A new target of a province, year and kind of unit."""
    try:
        with transaction.atomic():
            target, created = create_once(CoverageTarget, submission, **values)
            if created:
                audit.record("coverage.set", target, by=by)
    except IntegrityError as clash:
        raise Refused(
            _("Somebody has just set this target. Read the page again and change that one.")
        ) from clash
    return target


def change_target(target, seen_version, *, by, **values):
    """Another share or basis; Stale when somebody saved first."""
    return save_if_unchanged(target, seen_version, by=by, verb="coverage.edit", **values)
