"""From an account and a day to an Actor: roles, posts, provinces and chairs, in one query.

Every page asks it, so it is plain SQL: three joined querysets cost more to compile than to answer.
A post, a seat and a version count from their first day to the day before their last.
"""

from django.db import connection

from reform_portal.common.actors import Actor
from reform_portal.common.roles import Role

from .models import CommitteeMember

ROLE, POST, SEAT = "role", "post", "seat"
# kind, word, place, province, person, answers for the unit; posts first: they give the types
QUESTION = """
SELECT 'post', '', post.unit_id, version.province_id, post.person_id, post.answers_for_unit
  FROM units_post post
  JOIN units_person person ON person.id = post.person_id
  JOIN units_unitversion version ON version.unit_id = post.unit_id
 WHERE person.account_id = %(user)s
   AND post.held_from <= %(day)s AND (post.held_to IS NULL OR post.held_to > %(day)s)
   AND version.valid_from <= %(day)s AND (version.valid_to IS NULL OR version.valid_to > %(day)s)
 UNION ALL
SELECT 'seat', '', seat.committee_id, NULL, seat.person_id, FALSE
  FROM units_committeemember seat
  JOIN units_person person ON person.id = seat.person_id
  JOIN units_steeringcommittee committee ON committee.id = seat.committee_id
 WHERE person.account_id = %(user)s AND seat.role IN (%(chair)s, %(vice_chair)s)
   AND (committee.ended_on IS NULL OR committee.ended_on > %(day)s)
   AND seat.from_on <= %(day)s AND (seat.to_on IS NULL OR seat.to_on > %(day)s)
 UNION ALL
SELECT 'role', role.name, NULL, NULL, NULL, FALSE
  FROM auth_group role
  JOIN common_user_groups member ON member.group_id = role.id
 WHERE member.user_id = %(user)s"""


def actor_for(user, day):
    """Who this account is on that day.

    A role counts only while its holder has a post, so ending the last post ends the access the
    same day. A superuser without a post may still set up the unit tree.
    """
    found = _found(user, day)
    posts = found[POST]
    roles = {word for word, *_rest in found[ROLE]} if posts else set()
    if user.is_superuser:
        roles.add(Role.ADMINISTRATOR)
    return Actor(
        user=user,
        day=day,
        person_id=next((person for *_rest, person, _answers in posts), None),
        roles=frozenset(Role(role) for role in roles if role in Role.values),
        unit_ids=frozenset(unit for _word, unit, *_rest in posts),
        officer_unit_ids=frozenset(unit for _word, unit, *_rest, answers in posts if answers),
        province_ids=frozenset(province for _word, _unit, province, *_rest in posts if province),
        chaired_committee_ids=frozenset(committee for _word, committee, *_rest in found[SEAT]),
    )


def _found(user, day):
    """The rows of the account by kind: (word, place, province, person, answers)."""
    chair, vice_chair = CommitteeMember.APPROVING
    asked = {"user": user.pk, "day": day, "chair": chair.value, "vice_chair": vice_chair.value}
    found = {ROLE: [], POST: [], SEAT: []}
    with connection.cursor() as cursor:
        cursor.execute(QUESTION, asked)
        for kind, *row in cursor.fetchall():
            found[kind].append(row)
    return found
