"""Notices to units, and the days a unit has to acknowledge one (practice; no rule fixes them)."""

from datetime import date

import django.db.models.deletion
from django.db import migrations, models


def fill(apps, schema_editor):
    apps.get_model("inspections", "DeadlineRule").objects.create(
        code="notice_receipt",
        name="Xác nhận đã nhận thông báo lịch kiểm tra",
        days=3,
        counted="working",
        valid_from=date(2011, 11, 8),
        basis="Thông lệ; không có quy định chung",
    )


def forget(apps, schema_editor):
    apps.get_model("inspections", "DeadlineRule").objects.filter(code="notice_receipt").delete()


class Migration(migrations.Migration):
    dependencies = [
        ("inspections", "0013_draft_announced_on"),
        ("units", "0007_types_of_units"),
    ]

    operations = [
        migrations.CreateModel(
            name="Notice",
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
                    "revision",
                    models.PositiveSmallIntegerField(
                        default=0, editable=False, verbose_name="revision"
                    ),
                ),
                (
                    "occasion",
                    models.CharField(
                        choices=[
                            ("first", "notice of the schedule"),
                            ("changed", "notice of a changed schedule"),
                            ("cancelled", "notice that the inspection does not take place"),
                        ],
                        default="first",
                        editable=False,
                        max_length=10,
                        verbose_name="occasion",
                    ),
                ),
                (
                    "changes",
                    models.TextField(
                        blank=True,
                        help_text="Said to the unit in the revised notice.",
                        max_length=5000,
                        verbose_name="what has changed",
                    ),
                ),
                (
                    "number",
                    models.PositiveIntegerField(blank=True, null=True, verbose_name="number"),
                ),
                (
                    "symbol",
                    models.CharField(default="TB-SNV", max_length=30, verbose_name="symbol"),
                ),
                (
                    "issued_on",
                    models.DateField(blank=True, null=True, verbose_name="date of issue"),
                ),
                (
                    "capacity",
                    models.TextField(
                        blank=True,
                        help_text="One line each: KT. GIÁM ĐỐC, then PHÓ GIÁM ĐỐC.",
                        max_length=300,
                        verbose_name="capacity to sign",
                    ),
                ),
                (
                    "participants",
                    models.TextField(max_length=3000, verbose_name="who is to take part"),
                ),
                (
                    "preparation",
                    models.TextField(
                        max_length=5000, verbose_name="documents and places to prepare"
                    ),
                ),
                (
                    "contact",
                    models.TextField(
                        help_text="Who answers questions: name, post, telephone.",
                        max_length=500,
                        verbose_name="contact",
                    ),
                ),
                (
                    "acknowledge_by",
                    models.DateField(blank=True, null=True, verbose_name="to be acknowledged by"),
                ),
                ("said", models.JSONField(default=dict, editable=False)),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("drafted", "Being drafted"),
                            ("issued", "Issued"),
                            ("delivered", "Delivered"),
                            ("read", "Read by the unit"),
                            ("acknowledged", "Acknowledged"),
                        ],
                        default="drafted",
                        editable=False,
                        max_length=12,
                    ),
                ),
                (
                    "delivered_on",
                    models.DateField(editable=False, null=True, verbose_name="delivered on"),
                ),
                ("read_on", models.DateField(editable=False, null=True, verbose_name="read on")),
                (
                    "acknowledged_on",
                    models.DateField(editable=False, null=True, verbose_name="acknowledged on"),
                ),
                (
                    "answer",
                    models.TextField(blank=True, editable=False, verbose_name="what the unit said"),
                ),
                (
                    "acknowledged_by",
                    models.ForeignKey(
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="units.person",
                        verbose_name="acknowledged by",
                    ),
                ),
                (
                    "delivered_by",
                    models.ForeignKey(
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="units.person",
                        verbose_name="delivered by",
                    ),
                ),
                (
                    "inspection",
                    models.ForeignKey(
                        editable=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="notices",
                        to="inspections.inspection",
                    ),
                ),
                (
                    "read_by",
                    models.ForeignKey(
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="units.person",
                        verbose_name="read by",
                    ),
                ),
                (
                    "signer",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="units.person",
                        verbose_name="signer",
                    ),
                ),
            ],
            options={
                "verbose_name": "notice to the unit",
                "verbose_name_plural": "notices to units",
                "ordering": ["inspection", "revision"],
                "indexes": [
                    models.Index(fields=["status", "acknowledge_by"], name="notice_waiting")
                ],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("inspection", "revision"), name="a_notice_once_a_revision"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("status", "drafted"), ("issued_on__isnull", False), _connector="OR"
                        ),
                        name="a_sent_notice_is_dated",
                    ),
                ],
            },
        ),
        migrations.RunPython(fill, forget),
    ]
