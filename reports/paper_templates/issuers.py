"""Whose templates there are for a person: those he or she may issue for, and any other by its key."""

import re

from inspections.issuers import Issuer, first_choice, issuers_for
from inspections.permissions import reads_province
from units.models import SteeringCommittee, UnitVersion

KEY = re.compile(r"^(committee|unit)-(\d{1,18})$")


def issuers_of(actor):
    """In whose name the person may issue papers today, from the top down."""
    return issuers_for(actor, actor.day)


def chosen(key, offered, actor):
    """The issuer that was asked for, or the nearest of those offered; None of none."""
    if not key:
        return first_choice(offered)
    return next((one for one in offered if one.key == key), None) or issuer_of(key, actor)


def issuer_of(key, actor):
    """The issuer of a key, as it is today or was last; None of what the person may not read."""
    found = KEY.match(key)
    if not found:
        return None
    committee = None
    unit_id = int(found[2])
    if found[1] == "committee":
        committee = SteeringCommittee.objects.filter(pk=unit_id).first()
        unit_id = committee and committee.unit_id
    versions = UnitVersion.objects.filter(unit=unit_id, valid_from__lte=actor.day)
    version = versions.order_by("valid_from").last()
    readable = version is not None and reads_province(actor, version)
    return Issuer(version, committee) if readable else None
