"""Documents asked one by one, and clarifying questions as threads of messages."""

import django.db.models.deletion
from django.db import migrations, models


def make_threads(apps, schema_editor):
    """Every question and answer there is becomes a message of its thread."""
    messages = apps.get_model("inspections", "QuestionMessage").objects
    questions = apps.get_model("inspections", "ClarifyingQuestion").objects
    for one in questions.order_by("pk").iterator():
        messages.create(
            question=one,
            kind="question",
            text=one.question,
            by_id=one.asked_by_id,
            said_on=one.asked_on,
        )
        if one.answered_on:
            messages.create(
                question=one,
                kind="answer",
                text=one.answer,
                by_id=one.answered_by_id,
                said_on=one.answered_on,
            )
    questions.exclude(answered_on=None).update(awaits_unit=False)


class Migration(migrations.Migration):
    dependencies = [
        ("inspections", "0019_numbers_of_papers"),
        ("units", "0007_types_of_units"),
    ]

    operations = [
        migrations.AddField(
            model_name="clarifyingquestion",
            name="awaits_unit",
            field=models.BooleanField(
                default=True, editable=False, verbose_name="waits for the unit"
            ),
        ),
        migrations.AddField(
            model_name="clarifyingquestion",
            name="settled_in",
            field=models.ForeignKey(
                editable=False,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="inspections.minutes",
            ),
        ),
        migrations.AddField(
            model_name="clarifyingquestion",
            name="settled_on",
            field=models.DateField(editable=False, null=True, verbose_name="settled on"),
        ),
        migrations.AddField(
            model_name="clarifyingquestion",
            name="settlement",
            field=models.TextField(blank=True, max_length=5000, verbose_name="what was made clear"),
        ),
        migrations.AddField(
            model_name="clarifyingquestion",
            name="status",
            field=models.CharField(
                choices=[("open", "Open"), ("settled", "Made clear")],
                default="open",
                editable=False,
                max_length=10,
            ),
        ),
        migrations.CreateModel(
            name="DocumentRequest",
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
                    "ordinal",
                    models.PositiveSmallIntegerField(editable=False, verbose_name="number"),
                ),
                ("title", models.CharField(max_length=200, verbose_name="document")),
                (
                    "details",
                    models.TextField(blank=True, max_length=3000, verbose_name="what exactly"),
                ),
                ("due_on", models.DateField(verbose_name="due")),
                ("asked_on", models.DateField(editable=False, verbose_name="asked on")),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("asked", "Requested from the unit"),
                            ("received", "Handed in"),
                            ("accepted", "Accepted"),
                            ("returned", "Returned"),
                            ("dropped", "No longer needed"),
                        ],
                        default="asked",
                        editable=False,
                        max_length=10,
                    ),
                ),
                (
                    "area",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="inspections.reformarea",
                        verbose_name="area",
                    ),
                ),
                (
                    "asked_by",
                    models.ForeignKey(
                        editable=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="units.person",
                    ),
                ),
                (
                    "inspection",
                    models.ForeignKey(
                        editable=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="documents",
                        to="inspections.inspection",
                    ),
                ),
            ],
            options={
                "verbose_name": "requested document",
                "verbose_name_plural": "requested documents",
                "ordering": ["inspection", "ordinal"],
            },
        ),
        migrations.CreateModel(
            name="DocumentFile",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("edition", models.PositiveSmallIntegerField(verbose_name="edition")),
                ("name", models.CharField(max_length=160, verbose_name="filed as")),
                ("file", models.FileField(upload_to="documents/")),
                ("file_name", models.CharField(max_length=255, verbose_name="sent as")),
                ("content_type", models.CharField(max_length=100)),
                ("sha256", models.CharField(max_length=64)),
                ("size", models.PositiveIntegerField()),
                ("sent_on", models.DateField(verbose_name="sent on")),
                (
                    "sent_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="units.person",
                    ),
                ),
                (
                    "request",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="files",
                        to="inspections.documentrequest",
                    ),
                ),
            ],
            options={
                "verbose_name": "file of a document",
                "verbose_name_plural": "files of documents",
                "ordering": ["request", "-edition"],
            },
        ),
        migrations.CreateModel(
            name="QuestionMessage",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[("question", "question"), ("answer", "answer")],
                        max_length=10,
                        verbose_name="kind",
                    ),
                ),
                ("text", models.TextField(max_length=10000, verbose_name="text")),
                ("said_on", models.DateField(verbose_name="said on")),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="units.person",
                    ),
                ),
                (
                    "question",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="messages",
                        to="inspections.clarifyingquestion",
                    ),
                ),
            ],
            options={
                "verbose_name": "message about a question",
                "verbose_name_plural": "messages about questions",
                "ordering": ["id"],
            },
        ),
        migrations.AddConstraint(
            model_name="documentrequest",
            constraint=models.UniqueConstraint(
                fields=("inspection", "ordinal"), name="a_document_once_a_number"
            ),
        ),
        migrations.AddConstraint(
            model_name="documentfile",
            constraint=models.UniqueConstraint(
                fields=("request", "edition"), name="an_edition_once_a_document"
            ),
        ),
        migrations.RunPython(make_threads, migrations.RunPython.noop),
    ]
