"""The equipment of one-stop sections, counted where a plan combines its inspections with that.

The kinds are those usual at a one-stop section; administrators change them by adding rows.
"""

from datetime import date

import django.db.models.deletion
from django.db import migrations, models
from django.db.models import F, Q

BEGIN = date(2011, 11, 8)
BASIS = "Nghị định 61/2018/NĐ-CP"
KINDS = (
    ("01", "Máy vi tính", "bộ"),
    ("02", "Máy in", "cái"),
    ("03", "Máy quét (scan)", "cái"),
    ("04", "Máy photocopy", "cái"),
    ("05", "Camera giám sát", "cái"),
    ("06", "Màn hình tra cứu hồ sơ, thủ tục", "cái"),
    ("07", "Máy lấy số xếp hàng tự động", "cái"),
    ("08", "Đầu đọc mã vạch, mã QR", "cái"),
    ("09", "Ghế ngồi chờ", "chỗ"),
    ("10", "Bảng niêm yết công khai", "cái"),
)
KEY = {"auto_created": True, "primary_key": True, "serialize": False, "verbose_name": "ID"}


def fill(apps, schema_editor):
    kinds = apps.get_model("inspections", "EquipmentKind").objects
    kinds.bulk_create(
        kinds.model(code=code, name=name, measure=measure, valid_from=BEGIN, basis=BASIS)
        for code, name, measure in KINDS
    )
    # The type outlives a way back: plans may name it.
    apps.get_model("inspections", "InspectionType").objects.update_or_create(
        code="equipment",
        valid_from=BEGIN,
        defaults={
            "name": "Khảo sát trang thiết bị tại Bộ phận Một cửa",
            "basis": BASIS,
            "counts_equipment": True,
        },
    )


def counts(**options):
    return models.BooleanField(default=False, verbose_name="with a count of equipment", **options)


class Migration(migrations.Migration):
    dependencies = [("inspections", "0020_documents_and_threads")]

    operations = [
        migrations.AddField(
            "inspectiontype",
            "counts_equipment",
            counts(
                help_text="The delegation counts the equipment of every one-stop section it visits."
            ),
        ),
        migrations.AddField("inspection", "counts_equipment", counts(editable=False)),
        migrations.CreateModel(
            name="EquipmentKind",
            fields=[
                ("id", models.BigAutoField(**KEY)),
                ("code", models.CharField(max_length=20, verbose_name="code")),
                ("name", models.CharField(max_length=200, verbose_name="name")),
                ("valid_from", models.DateField(verbose_name="valid from")),
                ("valid_to", models.DateField(blank=True, null=True, verbose_name="valid to")),
                (
                    "basis",
                    models.CharField(blank=True, max_length=200, verbose_name="legal basis"),
                ),
                ("measure", models.CharField(max_length=20, verbose_name="counted in")),
            ],
            options={
                "verbose_name": "kind of equipment",
                "verbose_name_plural": "kinds of equipment",
                "ordering": ["code", "valid_from"],
                "abstract": False,
                "constraints": [
                    models.UniqueConstraint(
                        fields=("code", "valid_from"), name="equipmentkind_once_a_day"
                    ),
                    models.CheckConstraint(
                        condition=Q(valid_to=None) | Q(valid_to__gt=F("valid_from")),
                        name="equipmentkind_ends_after_it_begins",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="EquipmentSurvey",
            fields=[
                ("id", models.BigAutoField(**KEY)),
                ("version", models.PositiveIntegerField(default=1, editable=False)),
                ("submission", models.UUIDField(editable=False, null=True, unique=True)),
                ("created_at", models.DateTimeField(auto_now_add=True)),
                ("updated_at", models.DateTimeField(auto_now=True)),
                (
                    "visit",
                    models.OneToOneField(
                        editable=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="equipment",
                        to="inspections.visit",
                    ),
                ),
            ],
            options={
                "verbose_name": "count of equipment",
                "verbose_name_plural": "counts of equipment",
            },
        ),
        migrations.CreateModel(
            name="EquipmentCount",
            fields=[
                ("id", models.BigAutoField(**KEY)),
                ("needed", models.PositiveSmallIntegerField(verbose_name="needed")),
                ("present", models.PositiveSmallIntegerField(verbose_name="there")),
                ("working", models.PositiveSmallIntegerField(verbose_name="working")),
                ("remark", models.CharField(blank=True, max_length=300, verbose_name="remark")),
                (
                    "kind",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="inspections.equipmentkind",
                    ),
                ),
                (
                    "survey",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="counts",
                        to="inspections.equipmentsurvey",
                    ),
                ),
            ],
            options={
                "verbose_name": "number of a kind of equipment",
                "verbose_name_plural": "numbers of kinds of equipment",
                "constraints": [
                    models.UniqueConstraint(
                        fields=("survey", "kind"), name="a_kind_counted_once_a_visit"
                    ),
                    models.CheckConstraint(
                        condition=Q(working__lte=F("present")),
                        name="no_more_works_than_is_there",
                    ),
                ],
            },
        ),
        migrations.RunPython(fill, migrations.RunPython.noop),
    ]
