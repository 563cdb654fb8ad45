"""One register of numbers for each issuer, year and type of paper."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
        ("inspections", "0017_proposals"),
        ("units", "0001_initial"),
    ]

    operations = [
        migrations.CreateModel(
            name="Register",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("body", models.CharField(max_length=30)),
                ("kind", models.CharField(blank=True, max_length=10)),
                ("year", models.PositiveSmallIntegerField()),
                (
                    "issuer",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="units.unit",
                    ),
                ),
                (
                    "province",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="units.unit",
                    ),
                ),
            ],
            options={"verbose_name": "number register", "verbose_name_plural": "number registers"},
        ),
        migrations.CreateModel(
            name="RegisterNumber",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("number", models.PositiveIntegerField()),
                ("symbol", models.CharField(max_length=30)),
                ("paper", models.CharField(db_index=True, max_length=30)),
                ("subject", models.CharField(max_length=400)),
                ("taken_on", models.DateField()),
                ("issued", models.BooleanField(default=False)),
                ("given_back_on", models.DateField(null=True)),
                ("note", models.CharField(blank=True, max_length=400)),
                ("again", models.BooleanField(default=False)),
                (
                    "register",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="numbers",
                        to="inspections.register",
                    ),
                ),
                (
                    "taken_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "verbose_name": "number of a register",
                "verbose_name_plural": "numbers of registers",
                "ordering": ["number", "pk"],
            },
        ),
        migrations.AddIndex(
            model_name="register",
            index=models.Index(fields=["province", "-year", "-id"], name="register_scope"),
        ),
        migrations.AddConstraint(
            model_name="register",
            constraint=models.UniqueConstraint(
                fields=("issuer", "year", "body", "kind"), name="one_register_a_series"
            ),
        ),
        migrations.AddConstraint(
            model_name="registernumber",
            constraint=models.UniqueConstraint(
                condition=models.Q(("again", False)),
                fields=("register", "number"),
                name="one_paper_a_number",
            ),
        ),
    ]
