"""Units, people with their posts and accounts, and the committee of a province."""

import itertools
from datetime import date

from django.contrib.auth.models import Group

from reform_portal.common.models import User
from units.actors import actor_for
from units.models import (
    CommitteeMember,
    Person,
    Post,
    SteeringCommittee,
    Succession,
    Unit,
    UnitVersion,
)

BEGIN = date(2020, 1, 1)
DAY = date(2024, 6, 17)
PASSWORD = "mat khau thu nghiem"
NUMBERS = itertools.count(1)


def unit(name="Cao Lộc", type="huyện", level="district", *, parent=None, code="", opened=BEGIN):
    """A unit with one open version; returns the version."""
    body = Unit.objects.create(opened_on=opened)
    above = parent and UnitVersion.objects.on(opened).get(unit=parent.unit)
    version = UnitVersion(
        unit=body,
        valid_from=opened,
        name=name,
        type=type,
        level=level,
        code=code,
        parent=above and above.unit,
    )
    version.stand_below(above)
    version.save()
    return version


def ended(version, *heirs, day, decision="NQ 1672"):
    """The unit ended on that day, and these follow it, the first one in everything."""
    version.valid_to = version.unit.closed_on = day
    version.save()
    version.unit.save()
    for rank, heir in enumerate(heirs):
        Succession.objects.create(
            predecessor=version.unit,
            successor=heir.unit,
            kind=Succession.Kind.MERGE,
            day=day,
            decision=decision,
            takes_over=rank == 0,
        )
    return version


def person(name, version, *, role=None, title="Chuyên viên", answers=False, day=BEGIN):
    """A person with a post in a unit and, with a role, an account."""
    account = None
    if role:
        account = User.objects.create_user(f"user{next(NUMBERS)}", password=PASSWORD)
        account.first_name = name
        account.save()
        account.groups.add(Group.objects.get_or_create(name=role)[0])
    human = Person.objects.create(full_name=name, account=account)
    Post.objects.create(
        person=human, unit=version.unit, title=title, held_from=day, answers_for_unit=answers
    )
    return human


def actor(human, day=DAY):
    """This person acting on that day (read afresh)."""
    return actor_for(User.objects.get(pk=human.account_id), day)


def committee(province, agency, chair):
    """The province's steering committee with its chair."""
    body = SteeringCommittee.objects.create(
        unit=province.unit,
        name="Ban Chỉ đạo cải cách hành chính tỉnh",
        short_symbol="BCĐCCHC",
        decision="12/QĐ-UBND",
        established_on=BEGIN,
        standing_agency=agency.unit,
    )
    CommitteeMember.objects.create(
        committee=body, person=chair, role=CommitteeMember.Role.CHAIR, from_on=BEGIN
    )
    return body
