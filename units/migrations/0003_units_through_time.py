"""Acts that reorganise units, who takes over, seats of units, terms of committees."""

import django.db.models.deletion
from django.db import migrations, models


def first_successor_takes_over(apps, schema_editor):
    """Successions of before: the one entered first takes over, as forms put it first."""
    Succession = apps.get_model("units", "Succession")
    first = {}
    for row in Succession.objects.order_by("day", "id"):
        first.setdefault(row.predecessor_id, row.pk)
    Succession.objects.filter(pk__in=first.values()).update(takes_over=True)


class Migration(migrations.Migration):
    dependencies = [
        ("units", "0002_no_overlap"),
    ]

    operations = [
        migrations.AddField(
            model_name="committeemember",
            name="end_decision",
            field=models.CharField(
                blank=True, max_length=120, verbose_name="decision that ends it"
            ),
        ),
        migrations.AddField(
            model_name="post",
            name="end_decision",
            field=models.CharField(
                blank=True, max_length=120, verbose_name="decision that ends it"
            ),
        ),
        migrations.AddField(
            model_name="steeringcommittee",
            name="end_decision",
            field=models.CharField(
                blank=True, max_length=120, verbose_name="decision that ends it"
            ),
        ),
        migrations.AddField(
            model_name="steeringcommittee",
            name="replaces",
            field=models.OneToOneField(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="replaced_by",
                to="units.steeringcommittee",
                verbose_name="replaces",
            ),
        ),
        migrations.AddField(
            model_name="steeringcommittee",
            name="term",
            field=models.CharField(
                blank=True, help_text="As in 2021-2026", max_length=40, verbose_name="term"
            ),
        ),
        migrations.AddField(
            model_name="succession",
            name="takes_over",
            field=models.BooleanField(
                default=False,
                help_text="One of the successors: it answers for the ended unit and counts its figures.",
                verbose_name="takes over what is open",
            ),
        ),
        migrations.AddField(
            model_name="unitversion",
            name="latitude",
            field=models.DecimalField(
                blank=True,
                decimal_places=5,
                max_digits=8,
                null=True,
                verbose_name="latitude of the seat, in degrees",
            ),
        ),
        migrations.AddField(
            model_name="unitversion",
            name="longitude",
            field=models.DecimalField(
                blank=True,
                decimal_places=5,
                max_digits=8,
                null=True,
                verbose_name="longitude of the seat, in degrees",
            ),
        ),
        migrations.CreateModel(
            name="Reorganisation",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("version", models.PositiveIntegerField(default=1, editable=False)),
                ("submission", models.UUIDField(editable=False, null=True, unique=True)),
                ("created_at", models.DateTimeField(auto_now_add=True)),
                ("updated_at", models.DateTimeField(auto_now=True)),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("merge", "Merger"),
                            ("split", "Split"),
                            ("rename", "Renaming"),
                            ("upgrade", "Change of type"),
                            ("transfer", "Transfer to another unit above"),
                            ("dissolve", "Dissolution"),
                        ],
                        max_length=10,
                        verbose_name="kind",
                    ),
                ),
                (
                    "decision",
                    models.CharField(
                        help_text="As in 1672/NQ-UBTVQH15",
                        max_length=200,
                        verbose_name="decision or resolution",
                    ),
                ),
                ("decided_on", models.DateField(verbose_name="dated")),
                (
                    "day",
                    models.DateField(
                        help_text="The first day on which the new order holds.",
                        verbose_name="in force from",
                    ),
                ),
                (
                    "undone_on",
                    models.DateField(editable=False, null=True, verbose_name="undone on"),
                ),
                (
                    "province",
                    models.ForeignKey(
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="units.unit",
                    ),
                ),
            ],
            options={
                "verbose_name": "reorganisation",
                "verbose_name_plural": "reorganisations",
            },
        ),
        migrations.AddField(
            model_name="post",
            name="ended_by",
            field=models.ForeignKey(
                editable=False,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="ended_posts",
                to="units.reorganisation",
            ),
        ),
        migrations.AddField(
            model_name="post",
            name="made_by",
            field=models.ForeignKey(
                editable=False,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="posts",
                to="units.reorganisation",
            ),
        ),
        migrations.AddField(
            model_name="succession",
            name="made_by",
            field=models.ForeignKey(
                editable=False,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="successions",
                to="units.reorganisation",
            ),
        ),
        migrations.AddField(
            model_name="unit",
            name="ended_by",
            field=models.ForeignKey(
                editable=False,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="units.reorganisation",
            ),
        ),
        migrations.AddField(
            model_name="unitversion",
            name="made_by",
            field=models.ForeignKey(
                editable=False,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="versions",
                to="units.reorganisation",
            ),
        ),
        migrations.RunPython(first_successor_takes_over, migrations.RunPython.noop),
        migrations.AddConstraint(
            model_name="succession",
            constraint=models.UniqueConstraint(
                condition=models.Q(("takes_over", True)),
                fields=("predecessor",),
                name="one_unit_takes_over",
            ),
        ),
    ]
