"""Requests about plans, delegations and minutes too; what a file was made from; expiry."""

import django.db.models.deletion as deletion
from django.conf import settings
from django.db import migrations, models
from django.db.models import OuterRef, Subquery, Value
from django.db.models.functions import Cast, Concat

FROM = "2011-11-08"
KINDS = [
    ("plan", "plan"),
    ("decision", "decision on the delegation"),
    ("notice", "notice to the unit"),
    ("outline", "outline of the self-report"),
    ("minutes", "minutes"),
    ("draft", "draft conclusion"),
    ("conclusion", "conclusion report"),
    ("urging", "letter urging remediation"),
    ("remediation_report", "remediation report"),
    ("overview", "overview of inspections"),
]
STATES = [
    ("queued", "Queued"),
    ("running", "Running"),
    ("done", "Ready"),
    ("failed", "Failed"),
    ("cancelled", "Cancelled"),
    ("expired", "Expired"),
]


def name_subjects(apps, schema_editor):
    """What was asked for so far was about inspections."""
    rows = apps.get_model("reports", "ReportRequest").objects
    number = Cast("inspection_id", models.CharField())
    plan = apps.get_model("inspections", "Inspection").objects.filter(pk=OuterRef("inspection"))
    rows.update(
        subject=Concat(Value("inspection-"), number), plan=Subquery(plan.values("plan")[:1])
    )


def keep_files_for(apps, schema_editor):
    """How many days a finished file is kept: an everyday choice, changed by adding a row."""
    apps.get_model("inspections", "Threshold").objects.create(
        code="report_days", name="Số ngày lưu tệp báo cáo", value=30, valid_from=FROM
    )


def changed(name, field):
    return migrations.AlterField(model_name="reportrequest", name=name, field=field)


def added(name, field, **options):
    return migrations.AddField(model_name="reportrequest", name=name, field=field, **options)


def link(to):
    return models.ForeignKey(null=True, on_delete=deletion.PROTECT, related_name="+", to=to)


class Migration(migrations.Migration):
    dependencies = [
        ("reports", "0001_initial"),
        ("inspections", "0006_days_of_plan_units"),
        ("units", "0007_types_of_units"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]
    operations = [
        migrations.RemoveConstraint("reportrequest", "one_open_request_each"),
        added("fingerprint", models.CharField(blank=True, max_length=64)),
        added("taken_at", models.DateTimeField(null=True)),
        added("plan", link("inspections.plan")),
        added("subject", models.CharField(default="", max_length=40), preserve_default=False),
        changed("inspection", link("inspections.inspection")),
        changed("delegation", link("inspections.delegation")),
        changed("unit", link("units.unit")),
        changed("kind", models.CharField(choices=KINDS, max_length=20)),
        changed(
            "format",
            models.CharField(
                choices=[("pdf", "PDF"), ("docx", "Word"), ("xlsx", "Excel")], max_length=4
            ),
        ),
        changed("status", models.CharField(choices=STATES, default="queued", max_length=9)),
        migrations.RunPython(name_subjects, migrations.RunPython.noop),
        migrations.RunPython(keep_files_for, migrations.RunPython.noop),
    ]
