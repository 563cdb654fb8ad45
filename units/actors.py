"""From an account and a day to an Actor: roles, posts, provinces and chairs, in one query.

Every page asks it, so it is plain SQL: three joined querysets cost more to compile than to answer.
A post, a seat and a version count from their first day to the day before their last.
"""

from reform_portal.common.actors import Actor
from reform_portal.common.prepared import answers
from reform_portal.common.roles import Role

from .models import CommitteeMember

ROLE, POST, SEAT, TAKEN = "role", "post", "seat", "taken"
# kind, word, place, province, person, answers for the unit; posts first: they give the types.
# Who chairs a committee decides on what the ones it replaced left open.
# Of the kind "taken" the place is an ended unit and the province the unit that took it over,
# perhaps over several steps (domain §6.2).
QUESTION = """
WITH RECURSIVE held AS (
SELECT post.unit_id, version.province_id, post.person_id, post.answers_for_unit
  FROM units_post post
  JOIN units_person person ON person.id = post.person_id
  JOIN units_unitversion version ON version.unit_id = post.unit_id
 WHERE person.account_id = %(user)s
   AND post.held_from <= %(day)s AND (post.held_to IS NULL OR post.held_to > %(day)s)
   AND version.valid_from <= %(day)s AND (version.valid_to IS NULL OR version.valid_to > %(day)s)
), line(ended, heir) AS (
SELECT unit_id, unit_id FROM held WHERE answers_for_unit
 UNION
SELECT province_id, province_id FROM held
 UNION
SELECT step.predecessor_id, line.heir
  FROM units_succession step
  JOIN line ON step.successor_id = line.ended
 WHERE step.takes_over AND step.day <= %(day)s
), chaired(committee_id, person_id) AS (
SELECT seat.committee_id, seat.person_id
  FROM units_committeemember seat
  JOIN units_person person ON person.id = seat.person_id
  JOIN units_steeringcommittee committee ON committee.id = seat.committee_id
 WHERE person.account_id = %(user)s AND seat.role IN (%(chair)s, %(vice_chair)s)
   AND (committee.ended_on IS NULL OR committee.ended_on > %(day)s)
   AND seat.from_on <= %(day)s AND (seat.to_on IS NULL OR seat.to_on > %(day)s)
 UNION
SELECT committee.replaces_id, chaired.person_id
  FROM chaired
  JOIN units_steeringcommittee committee ON committee.id = chaired.committee_id
 WHERE committee.replaces_id IS NOT NULL
)
SELECT 'post', '', unit_id, province_id, person_id, answers_for_unit FROM held
 UNION ALL
SELECT 'taken', '', ended, heir, NULL, FALSE FROM line WHERE ended <> heir
 UNION ALL
SELECT 'seat', '', committee_id, NULL, person_id, FALSE FROM chaired
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
    units = {unit for _word, unit, *_rest in posts}
    answers = {unit for _word, unit, *_rest, answers in posts if answers}
    home = {province for _word, _unit, province, *_rest in posts if province}
    return Actor(
        user=user,
        day=day,
        person_id=next((person for *_rest, person, _answers in posts), None),
        roles=frozenset(Role(role) for role in roles if role in Role.values),
        unit_ids=frozenset(units),
        officer_unit_ids=_with_taken_over(answers, found[TAKEN]),
        province_ids=_with_taken_over(home, found[TAKEN]),
        home_province_ids=frozenset(home),
        chaired_committee_ids=frozenset(committee for _word, committee, *_rest in found[SEAT]),
    )


def _with_taken_over(places, taken):
    """These units, and the ended ones they took over."""
    return frozenset(places).union(ended for _word, ended, heir, *_rest in taken if heir in places)


def _found(user, day):
    """The rows of the account by kind: (word, place, province, person, answers)."""
    chair, vice_chair = CommitteeMember.APPROVING
    asked = {"user": user.pk, "day": day, "chair": chair.value, "vice_chair": vice_chair.value}
    found = {ROLE: [], POST: [], SEAT: [], TAKEN: []}
    for kind, *row in answers(QUESTION, asked):
        found[kind].append(row)
    return found
