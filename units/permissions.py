"""Who may change units, people and committees: administrators, in the provinces of their posts.

A superuser is an administrator everywhere. Administrators have no right to content.
"""

from reform_portal.common.roles import Role

from .models import Reorganisation, UnitVersion


def administers(actor, obj=None):
    """An administrator on this day; what exactly, the predicates below say."""
    return actor.is_a(Role.ADMINISTRATOR)


def administers_province(actor, province_id):
    """An administrator with a post in this province; a new province takes a superuser."""
    return administers(actor) and (actor.user.is_superuser or province_id in actor.province_ids)


def administers_unit(actor, version):
    """An administrator of the province this unit lies in."""
    return administers_province(actor, version.province_id)


def administers_throughout(actor, versions):
    """An administrator of every province a unit lies in while something is held in it.

    `versions`: those of the unit that the days in question meet (`rules.met`). Judged by the
    first day alone, a post of the past would open what is in another province today.
    """
    return bool(versions) and all(administers_unit(actor, version) for version in versions)


def reorganises(actor, version, kind):
    """Who may begin an act from this unit. Provinces end and begin by superusers alone."""
    ends = kind in (
        Reorganisation.Kind.MERGE,
        Reorganisation.Kind.SPLIT,
        Reorganisation.Kind.DISSOLVE,
    )
    if ends and version.level == UnitVersion.Level.PROVINCE and not actor.user.is_superuser:
        return False
    return administers_unit(actor, version)


def administers_act(actor, act):
    """Who may undo an act: an administrator of the one province it stayed in.

    An act that reached into several provinces, or ended one, names none: that takes a superuser.
    """
    return administers_province(actor, act.province_id)


def names_heir(actor, last):
    """Who may say which unit takes over from this one, ended in its last version.

    Whoever may end it: so the act that did so and the level of the unit are asked, both.
    """
    act = last.unit.ended_by
    may_end = reorganises(actor, last, Reorganisation.Kind.DISSOLVE)
    return may_end and (act is None or administers_act(actor, act))


def administers_committee(actor, committee):
    return administers_province(actor, committee.unit_id)


def administers_person(actor, person):
    """Every post the person holds, or will hold, lies in the administrator's provinces.

    Otherwise a new password issued here would open what the person may see elsewhere.
    """
    if not administers(actor) or actor.user.is_superuser:
        return administers(actor)
    return set(person.posts.meeting(actor.day).province_ids(actor.day)) <= actor.province_ids


def administers_account(actor, person):
    """Who may open or change the account of this person."""
    return account_is_open_to(actor, person) and administers_person(actor, person)


def account_is_open_to(actor, person):
    """Nobody changes the own account here, and only superusers that of a superuser."""
    account = person.account
    if account is None:
        return True
    own = account.pk == actor.user.pk
    return not own and (actor.user.is_superuser or not account.is_superuser)
