"""Half-days that are taken, filled from the visits there are: where two clash, the first wins."""

import django.db.models.deletion
from django.db import migrations, models

MOST = 1000
HALVES = {"whole_day": ("morning", "afternoon")}


def fill(apps, schema_editor):
    def model(name):
        return apps.get_model("inspections", name).objects

    members = {}
    for team, person in model("DelegationMember").values_list("delegation_id", "person_id"):
        members.setdefault(team, []).append(person)
    of_people, of_units = {}, {}
    live = model("Visit").exclude(inspection__status="cancelled").order_by("pk")
    columns = ("inspection__delegation_id", "unit_id", "day", "session")
    for team, unit, day, session in live.values_list(*columns).iterator():
        for half in HALVES.get(session, (session,)):
            of_units.setdefault((unit, day, half), team)
            for person in members.get(team, ()):
                of_people.setdefault((person, day, half), team)
    _write(model("PersonSlot"), "person_id", of_people)
    _write(model("UnitSlot"), "unit_id", of_units)


def _write(objects, holder, taken):
    objects.bulk_create(
        (
            objects.model(day=day, half=half, delegation_id=team, **{holder: key})
            for (key, day, half), team in taken.items()
        ),
        batch_size=MOST,
    )


class Migration(migrations.Migration):
    dependencies = [
        ("inspections", "0003_search"),
        ("units", "0006_workbooks"),
    ]

    operations = [
        migrations.CreateModel(
            name="PersonSlot",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("day", models.DateField(verbose_name="day")),
                (
                    "half",
                    models.CharField(
                        choices=[("morning", "morning"), ("afternoon", "afternoon")],
                        max_length=9,
                        verbose_name="half of the day",
                    ),
                ),
                (
                    "delegation",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="inspections.delegation",
                    ),
                ),
                (
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="units.person",
                    ),
                ),
            ],
            options={
                "verbose_name": "half-day of a person",
                "verbose_name_plural": "half-days of people",
                "constraints": [
                    models.UniqueConstraint(
                        fields=("person", "day", "half"),
                        name="a_person_sits_once_a_half_day",
                        violation_error_message="This person sits elsewhere in that half-day.",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="UnitSlot",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("day", models.DateField(verbose_name="day")),
                (
                    "half",
                    models.CharField(
                        choices=[("morning", "morning"), ("afternoon", "afternoon")],
                        max_length=9,
                        verbose_name="half of the day",
                    ),
                ),
                (
                    "delegation",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="inspections.delegation",
                    ),
                ),
                (
                    "unit",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="units.unit",
                    ),
                ),
            ],
            options={
                "verbose_name": "half-day of a unit",
                "verbose_name_plural": "half-days of units",
                "constraints": [
                    models.UniqueConstraint(
                        fields=("unit", "day", "half"),
                        name="a_unit_receives_one_delegation_a_half_day",
                        violation_error_message="This unit receives another delegation in that half-day.",
                    )
                ],
            },
        ),
        migrations.RunPython(fill, migrations.RunPython.noop),
    ]
