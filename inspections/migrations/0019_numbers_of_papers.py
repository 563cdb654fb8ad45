"""Enters the numbers that plans and decisions on delegations bear already."""

from django.db import migrations

from inspections.symbols import cited, parted


def enter(apps, *, issuer_id, province_id, year, symbol, number, paper, subject, day, issued):
    """A second paper with the number is entered beside the first, as borne twice."""
    registers = apps.get_model("inspections", "Register").objects
    numbers = apps.get_model("inspections", "RegisterNumber").objects
    kind, body = parted(symbol)
    register, _created = registers.get_or_create(
        issuer_id=issuer_id,
        year=year,
        kind=kind,
        body=body[:30],
        defaults={"province_id": province_id},
    )
    if numbers.filter(paper=paper, register=register, number=number).exists():
        return
    numbers.create(
        register=register,
        number=number,
        symbol=symbol[:30],
        paper=paper,
        subject=subject[:400],
        taken_on=day,
        issued=issued,
        again=numbers.filter(register=register, number=number, again=False).exists(),
    )


def enter_plans(apps, _schema):
    plans = apps.get_model("inspections", "Plan").objects.exclude(number=None)
    for plan in plans.order_by("pk").iterator():
        enter(
            apps,
            issuer_id=plan.issuer_id,
            province_id=plan.province_id,
            year=plan.issued_on.year if plan.issued_on else plan.year,
            symbol=plan.symbol,
            number=plan.number,
            paper=f"plan-{plan.pk}",
            subject=plan.title,
            day=plan.issued_on or plan.created_at.date(),
            issued=plan.status == "approved",
        )


def enter_decisions(apps, _schema):
    rows = apps.get_model("inspections", "Delegation").objects.exclude(decision="")
    for row in rows.select_related("plan").order_by("pk").iterator():
        found = cited(row.decision)
        if not found:
            continue
        day = row.decision_on or row.formed_on
        enter(
            apps,
            issuer_id=row.plan.issuer_id,
            province_id=row.province_id,
            year=day.year,
            symbol=found[1],
            number=found[0],
            paper=f"decision-{row.plan_id}-{found[0]}",
            subject=row.name,
            day=day,
            issued=True,
        )


class Migration(migrations.Migration):
    dependencies = [("inspections", "0018_registers")]

    operations = [
        migrations.RunPython(enter_plans, migrations.RunPython.noop),
        migrations.RunPython(enter_decisions, migrations.RunPython.noop),
    ]
