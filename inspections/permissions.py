"""Who may do what with plans, delegations and inspections (domain §7.1). Seeing is elsewhere."""

from django.db.models import Q

from reform_portal.common.roles import Role

from .issuers import below_posts, leads_a_province, lies_below_posts
from .models import DelegationMember
from .querysets import READS_PROVINCE

HEAD = DelegationMember.Role.HEAD


def drafts_plans(actor, obj=None):
    """Home Affairs officers draft plans for their provinces."""
    return actor.is_a(Role.PLANNER) and bool(actor.home_province_ids)


def plans(actor, obj):
    """An officer of Home Affairs in the province this record belongs to."""
    return actor.is_a(Role.PLANNER) and obj.province_id in actor.province_ids


def copies(actor, plan):
    """Who plans here may take a plan along to another year; an amendment is none."""
    return plans(actor, plan) and drafts_plans(actor) and not plan.is_amendment


def approves(actor, plan):
    """The head or a deputy of the issuing committee; without one, a leader of the unit that

    issues it or of one above that.
    """
    if not actor.is_a(Role.CHAIR):
        return False
    if plan.committee_id:
        return plan.committee_id in actor.chaired_committee_ids
    if plan.province_id not in actor.province_ids:
        return False
    return leads_a_province(actor) or lies_below_posts(plan.issuer_id, actor)


def approved_by(actor, rows, of=""):
    """Of these rows those whose issuer is led by this person, as `approves` says of one.

    `of` leads to what has an issuer, as in "inspection__plan__".
    """
    if not actor.is_a(Role.CHAIR):
        return rows.none()
    of_committees = Q(**{f"{of}committee__in": actor.chaired_committee_ids})
    of_units = {f"{of}committee": None, f"{of}province__in": actor.province_ids}
    if not leads_a_province(actor):
        issuers = rows.filter(**of_units).order_by().values_list(f"{of}issuer", flat=True)
        of_units[f"{of}issuer__in"] = below_posts(issuers, actor)
    return rows.filter(of_committees | Q(**of_units))


def leads(actor, inspection):
    """The head of the delegation."""
    return actor.is_a(Role.INSPECTOR) and inspection.delegation.role_of(actor.person_id) == HEAD


def records(actor, inspection):
    """Everybody in the delegation records what it sees."""
    if not actor.is_a(Role.INSPECTOR):
        return False
    return inspection.delegation.role_of(actor.person_id) is not None


def answers(actor, inspection):
    """An official who answers for the inspected unit on this day."""
    return actor.is_a(Role.OFFICIAL) and inspection.unit_id in actor.officer_unit_ids


def schedules_visits(actor, inspection, seated=None):
    """The delegation; before the inspection begins also Home Affairs, who plans its days.

    `seated` holds the delegations the person is in, where many inspections are asked about.
    """
    if moves_inspection(actor, inspection):
        return True
    if seated is None:
        return records(actor, inspection)
    return actor.is_a(Role.INSPECTOR) and inspection.delegation_id in seated


def moves_inspection(actor, inspection):
    """Who moves or cancels a whole inspection while nothing has begun: Home Affairs."""
    return plans(actor, inspection) and inspection.status == inspection.Status.PLANNED


def keeps_holidays(actor):
    """Administrators keep the list of days off; everybody reads it."""
    return actor.is_a(Role.ADMINISTRATOR)


def reads_other_visits(actor):
    """What other bodies do in the province is read by those who read its plans."""
    return actor.is_a(*READS_PROVINCE)


def reads_registers(actor):
    """Numbers of papers are read by those who plan, approve or audit in the province."""
    return actor.is_a(*READS_PROVINCE)


def says_conclusions(actor, inspection):
    """The delegation, while it is on site, where conclusions are spoken at each visit."""
    on_site = inspection.status == inspection.Status.ON_SITE
    return inspection.is_spoken and on_site and records(actor, inspection)


def leads_or_plans(actor, inspection):
    """The head, or Home Affairs in its place."""
    return leads(actor, inspection) or plans(actor, inspection)


def asks(actor, inspection):
    """Who puts clarifying questions: the delegation."""
    return records(actor, inspection)


def receives_self_report(actor, inspection):
    """Who sets and files the self-report: Home Affairs, the delegation, the unit itself.

    A check that is concluded on the spot has none.
    """
    if inspection.is_spoken:
        return False
    return plans(actor, inspection) or records(actor, inspection) or answers(actor, inspection)


def reads_province(actor, obj):
    """Who plans, approves or audits in the province this record belongs to."""
    return actor.is_a(*READS_PROVINCE) and obj.province_id in actor.province_ids


def reads_proposals(actor, obj=None):
    """An auditor reads what others asked for; of the others everybody reads the own."""
    return actor.is_a(Role.AUDITOR) and bool(actor.province_ids)


def reads_coverage(actor, obj=None):
    """Who plans, approves or audits reads how much of the own provinces was inspected."""
    return actor.is_a(*READS_PROVINCE) and bool(actor.province_ids)


def sets_coverage(actor, province_id):
    """Home Affairs sets how much of its province is to be inspected in a year."""
    return actor.is_a(Role.PLANNER) and province_id in actor.province_ids


def reads_fieldwork(actor, inspection):
    """Who reads what is noted before the draft is announced: everybody but the unit itself."""
    if records(actor, inspection) or reads_province(actor, inspection):
        return True
    return answers(actor, inspection) and inspection.status in inspection.UNIT_READS_FINDINGS


def sets_self_report(actor, inspection):
    """Who asks for the self-report: title, period and when it is due."""
    return plans(actor, inspection) or records(actor, inspection)


def open_plan_work(actor, plan):
    """What this person may do on the plan's page in its present state, by name."""
    planner = plans(actor, plan)
    approved = plan.status == plan.Status.APPROVED
    return {
        "edit": planner and plan.is_editable,
        "organise": planner and approved,
        "equipment": reads_province(actor, plan)
        and any(one.counts_equipment for one in plan.types.all()),
        "copy": copies(actor, plan),
        "amend": planner and approved,
        "versions": reads_province(actor, plan),
    }


def open_work(actor, inspection):
    """What this person may do on the inspection's page in its present state, by name."""
    before_draft = inspection.status in inspection.BEFORE_FIELDWORK_ENDS
    before_conclusion = inspection.status in inspection.BEFORE_CONCLUSION
    member = records(actor, inspection)
    return {
        "reschedule": plans(actor, inspection) and inspection.status == inspection.Status.PLANNED,
        "visits": schedules_visits(actor, inspection) and before_draft,
        "minutes": member and before_conclusion,
        "questions": member and before_conclusion,
        "answers": answers(actor, inspection) and before_conclusion,
        "self_report": receives_self_report(actor, inspection) and before_conclusion,
        "issuing": reads_drafting(actor, inspection) and before_conclusion,
    }


def reads_drafting(actor, inspection):
    """Who sees the draft being written and reviewed: everybody but the unit, at any time."""
    if inspection.is_spoken:
        return False
    return records(actor, inspection) or reads_province(actor, inspection)


def sends_notice(actor, notice):
    """Home Affairs of the province prepares, issues and chases notices."""
    return plans(actor, notice.inspection)


def gets_notice(actor, notice):
    """An official who answers for the unit the notice was issued to."""
    return answers(actor, notice.inspection)


def writes_self_report(actor, report):
    """An official of the inspected unit fills in its report."""
    return answers(actor, report.inspection)


def reads_self_report(actor, report):
    """Who asked for the report takes it, or sends it back: Home Affairs and the delegation."""
    return sets_self_report(actor, report.inspection)


def sends_documents(actor, document):
    """An official of the inspected unit sends what was asked for."""
    return answers(actor, document.inspection)


def takes_documents(actor, document):
    """Who may ask for documents also judges them: Home Affairs and the delegation."""
    return sets_self_report(actor, document.inspection)


def asks_on(actor, question):
    """The delegation leads the thread it opened, and settles it."""
    return asks(actor, question.inspection)


def open_preparation(actor, inspection):
    """What this person may do before the visit in the present state, by name."""
    planned = inspection.status == inspection.Status.PLANNED
    before_conclusion = inspection.status in inspection.BEFORE_CONCLUSION
    return {
        "notice": plans(actor, inspection) and planned,
        "answers": answers(actor, inspection) and before_conclusion,
        "self_report": receives_self_report(actor, inspection) and before_conclusion,
        "documents": sets_self_report(actor, inspection) and before_conclusion,
        "questions": asks(actor, inspection) and before_conclusion,
        "take_all": receives_self_report(actor, inspection),
    }
