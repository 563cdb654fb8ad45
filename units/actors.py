"""From an account and a day to an Actor: roles, posts, provinces and chairs, in one query."""

from django.contrib.auth.models import Group
from django.db.models import BigIntegerField, BooleanField, CharField, F, Value

from reform_portal.common.actors import Actor
from reform_portal.common.roles import Role

from .models import CommitteeMember, Post
from .querysets import in_force

ROLE, POST, SEAT = "role", "post", "seat"


def actor_for(user, day):
    """Who this account is on that day.

    A role counts only while its holder has a post, so ending the last post ends the access the
    same day. A superuser without a post may still set up the unit tree.
    """
    rows = list(_roles(user).union(_posts(user, day), _seats(user, day), all=True))
    posts = [row for row in rows if row["kind"] == POST]
    roles = {row["word"] for row in rows if row["kind"] == ROLE} if posts else set()
    if user.is_superuser:
        roles.add(Role.ADMINISTRATOR)
    return Actor(
        user=user,
        day=day,
        person_id=next((row["person_key"] for row in posts), None),
        roles=frozenset(Role(role) for role in roles if role in Role.values),
        unit_ids=frozenset(row["place_key"] for row in posts),
        officer_unit_ids=frozenset(row["place_key"] for row in posts if row["answers"]),
        province_ids=frozenset(row["province_key"] for row in posts if row["province_key"]),
        chaired_committee_ids=frozenset(row["place_key"] for row in rows if row["kind"] == SEAT),
    )


def _row(queryset, kind, **columns):
    """The six columns of the union; what a part does not have is empty."""
    number, word, flag = BigIntegerField(), CharField(), BooleanField()
    empty = {
        "word": Value("", word),
        "place_key": Value(None, number),
        "province_key": Value(None, number),
        "person_key": Value(None, number),
        "answers": Value(False, flag),
    }
    named = {name: columns.get(name, value) for name, value in empty.items()}
    return queryset.order_by().values(kind=Value(kind, word), **named)


def _roles(user):
    return _row(Group.objects.filter(user=user), ROLE, word=F("name"))


def _posts(user, day):
    posts = Post.objects.on(day).filter(
        in_force(day, "unit__versions__valid_from", "unit__versions__valid_to"),
        person__account=user,
    )
    return _row(
        posts,
        POST,
        place_key=F("unit_id"),
        province_key=F("unit__versions__province_id"),
        person_key=F("person_id"),
        answers=F("answers_for_unit"),
    )


def _seats(user, day):
    seats = CommitteeMember.objects.on(day).filter(
        person__account=user, role__in=CommitteeMember.APPROVING
    )
    return _row(seats, SEAT, place_key=F("committee_id"), person_key=F("person_id"))
