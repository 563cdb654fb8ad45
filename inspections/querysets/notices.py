"""Questions about notices to inspected units, and who reads which."""

from django.db import models
from django.db.models import Exists, OuterRef, Q

from reform_portal.common.roles import Role

from .inspections import visible_inspections
from .scope import NOTHING, READS_PROVINCE, own_delegations


class NoticeQuerySet(models.QuerySet):
    def visible_to(self, actor):
        """Who sees the inspection; the unit only what was issued to it."""
        seen = self.filter(inspection__in=visible_inspections(actor))
        drafts = NOTHING
        if actor and actor.is_a(*READS_PROVINCE):
            drafts |= Q(inspection__province_id__in=actor.province_ids)
        if actor and actor.is_a(Role.INSPECTOR):
            drafts |= Q(inspection__delegation__in=own_delegations(actor.person_id))
        return seen.filter(drafts | Q(status__in=self.model.SENT))

    def sent(self):
        """Issued to the unit, whatever it has done with it."""
        return self.filter(status__in=self.model.SENT)

    def in_force(self):
        """Sent and not replaced by a later notice that was sent."""
        later = self.model.objects.sent().filter(
            inspection=OuterRef("inspection"), revision__gt=OuterRef("revision")
        )
        return self.sent().filter(~Exists(later))

    def unacknowledged(self):
        """In force, and the unit has not said that it knows."""
        return self.in_force().exclude(status=self.model.Status.ACKNOWLEDGED)

    def with_page_data(self):
        """What a page prints of a notice and of the inspection it announces."""
        people = ("signer", "delivered_by", "read_by", "acknowledged_by")
        related = (f"inspection__{name}" for name in ("unit_version", "plan", "delegation"))
        return self.select_related(*people, *related)
