"""What a plan says as plain values, how two versions of it differ, and putting one in force.

An amendment is a plan of its own that names the plan it amends (docs/adr/0023-amendments.md).
"""

from datetime import date

from django.db.models import OuterRef, Prefetch, Subquery

from units.models import UnitVersion

from .models import InspectionType, Plan, PlanDeadline, PlanUnit, PlanVersion, ReformArea

SCHEMA = 1
DATES = ("period_from", "period_to")
TEXTS = ("purpose", *DATES)
OF_UNIT = ("form", "month", "day")
OF_DEADLINE = ("days", "counted", "anchor")
# What is read of a plan to say it, in the order it is said.
PARTS = (
    Prefetch("types", InspectionType.objects.order_by("code", "valid_from")),
    Prefetch("areas", ReformArea.objects.order_by("code", "valid_from")),
    Prefetch(
        "plan_units",
        PlanUnit.objects.select_related("unit_version").order_by("unit_version__path"),
    ),
    "deadlines",
)


def said(plan):
    """What a plan says now, as values for JSON: days are written YYYY-MM-DD.

    {"schema": 1, "title", "purpose", "period_from", "period_to",
     "types": [{"code", "name"}], "areas": [{"code", "name"}],
     "units": [{"unit": key, "name", "form", "month", "day"}], by their place in the tree,
     "deadlines": [{"code", "days", "counted", "anchor"}], in the order of the steps}
    """
    return _said_by([plan.pk])[plan.pk]


def _said_by(keys):
    """What each of these plans says, by key, in as many queries as for one."""
    plans = Plan.objects.filter(pk__in=keys).prefetch_related(*PARTS)
    return {plan.pk: _in_values(plan) for plan in plans}


def _in_values(plan):
    order = PlanDeadline.Code.values
    deadlines = sorted(plan.deadlines.all(), key=lambda row: order.index(row.code))
    return {
        "schema": SCHEMA,
        "title": plan.title,
        **{name: _plain(getattr(plan, name)) for name in TEXTS},
        "types": _catalogue(plan.types),
        "areas": _catalogue(plan.areas),
        "units": [
            {"unit": item.unit_id, "name": str(item)}
            | {name: _plain(getattr(item, name)) for name in OF_UNIT}
            for item in plan.plan_units.all()
        ],
        "deadlines": [
            {"code": row.code} | {name: getattr(row, name) for name in OF_DEADLINE}
            for row in deadlines
        ],
    }


def difference(old, new):
    """What changed from one `said` to the next, as plain values; empty lists where nothing did.

    {"texts": [{"field": "purpose"|"period_from"|"period_to", "old", "new"}],
     "types": {"added": [name], "removed": [name]}, "areas": the same,
     "units": {"added": [unit], "removed": [unit],
               "changed": [{"unit": key, "name", "old": unit, "new": unit}]},
     "deadlines": [{"code", "old": deadline or None, "new": deadline or None}]}

    A unit and a deadline are the dicts of `said`. A unit is changed when its form, month or day
    is another; days are YYYY-MM-DD.
    """
    return {
        "texts": [
            {"field": name, "old": old[name], "new": new[name]}
            for name in TEXTS
            if old[name] != new[name]
        ],
        "types": _names(old["types"], new["types"]),
        "areas": _names(old["areas"], new["areas"]),
        "units": _units(old["units"], new["units"]),
        "deadlines": _deadlines(old["deadlines"], new["deadlines"]),
    }


def is_empty(changes):
    """True when a difference holds nothing."""
    parts = (changes["types"], changes["areas"], changes["units"])
    lists = [rows for part in parts for rows in part.values()]
    return not any([changes["texts"], changes["deadlines"], *lists])


def of_amendment(amendment):
    """The difference an amendment makes: to the plan in force, or once enacted to what was."""
    return difference(*sides(amendment))


def sides(amendment):
    """What the plan says without the amendment, and with it."""
    if amendment.status != Plan.Status.ENACTED:
        both = _said_by([amendment.amends_id, amendment.pk])
        return both[amendment.amends_id], both[amendment.pk]
    version = amendment.enacted_as
    return before(version).said, version.said


def before(version):
    """The version of the same plan before this one; None of the first."""
    earlier = PlanVersion.objects.filter(plan=version.plan_id, number__lt=version.number)
    return earlier.order_by("-number").first()


def with_open_amendment(plans):
    """With `open_amendment`: the key of the draft that is to change the plan, or None."""
    drafts = Plan.objects.filter(amends=OuterRef("pk"), status__in=Plan.OPEN)
    return plans.annotate(open_amendment=Subquery(drafts.values("pk")[:1]))


def versions_of(plan):
    """The versions of a plan, the newest first, without their words."""
    return plan.versions.defer("said").order_by("-number")


def known_to(actor, content):
    """`said` without units that are to be inspected unannounced and are the actor's own."""
    secret = {item["unit"] for item in content["units"] if item["form"] == "unannounced"}
    if not secret:
        return content
    own = UnitVersion.objects.filter(unit_id__in=actor.unit_ids | actor.officer_unit_ids)
    keys = {key for row in own.values_list("unit_id", "parent_id", "district_id") for key in row}
    units = [item for item in content["units"] if item["unit"] not in secret & keys]
    return content | {"units": units}


def keep_version(plan, *, on=None, paper=None, reason=""):
    """Write down what the plan says now. `paper` is the amendment that made it so, `on` when."""
    last = plan.versions.order_by("-number").first()
    source = paper or plan
    return PlanVersion.objects.create(
        plan=plan,
        number=last.number + 1 if last else 1,
        amendment=paper,
        reference=source.reference,
        issued_on=source.issued_on,
        reason=reason,
        said=said(plan),
        approved_on=on,
    )


def enact(amendment, day):
    """Make the plan say what its amendment says; what it said before stays as a version."""
    plan = Plan.objects.select_for_update(of=("self",)).get(pk=amendment.amends_id)
    if not plan.versions.exists():  # approved before versions were kept
        keep_version(plan)
    for name in TEXTS:
        setattr(plan, name, getattr(amendment, name))
    plan.version += 1
    plan.save(update_fields=[*TEXTS, "version", "updated_at"])
    plan.types.set(amendment.types.all())
    plan.areas.set(amendment.areas.all())
    _take_over_units(plan, amendment)
    _take_over_deadlines(plan, amendment)
    return keep_version(plan, on=day, paper=amendment, reason=amendment.reason)


def units_taken_out(amendment):
    """Units of the plan that its amendment no longer names."""
    kept = amendment.plan_units.values("unit_id")
    return PlanUnit.objects.filter(plan=amendment.amends_id).exclude(unit_id__in=kept)


def _take_over_units(plan, amendment):
    units_taken_out(amendment).delete()
    present = {item.unit_id: item for item in plan.plan_units.all()}
    for item in amendment.plan_units.all():
        row = present.get(item.unit_id)
        row = row or PlanUnit(plan=plan, unit_id=item.unit_id, unit_version_id=item.unit_version_id)
        for name in OF_UNIT:
            setattr(row, name, getattr(item, name))
        row.save()


def _take_over_deadlines(plan, amendment):
    present = {row.code: row for row in plan.deadlines.all()}
    for item in amendment.deadlines.all():
        row = present.get(item.code) or PlanDeadline(plan=plan, code=item.code)
        for name in OF_DEADLINE:
            setattr(row, name, getattr(item, name))
        row.save()


def _catalogue(many):
    return [{"code": row.code, "name": row.name} for row in many.all()]


def _plain(value):
    return value.isoformat() if isinstance(value, date) else value


def _names(old, new):
    before, after = ([row["name"] for row in rows] for rows in (old, new))
    return {
        "added": [name for name in after if name not in before],
        "removed": [name for name in before if name not in after],
    }


def _units(old, new):
    before, after = ({row["unit"]: row for row in rows} for rows in (old, new))
    return {
        "added": [row for key, row in after.items() if key not in before],
        "removed": [row for key, row in before.items() if key not in after],
        "changed": [
            {"unit": key, "name": row["name"], "old": before[key], "new": row}
            for key, row in after.items()
            if key in before and any(before[key][name] != row[name] for name in OF_UNIT)
        ],
    }


def _deadlines(old, new):
    before, after = ({row["code"]: row for row in rows} for rows in (old, new))
    return [
        {"code": code, "old": before.get(code), "new": after.get(code)}
        for code in dict.fromkeys([*before, *after])
        if before.get(code) != after.get(code)
    ]
