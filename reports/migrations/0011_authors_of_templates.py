from django.db import migrations, models


def whoever_wrote_it_is_an_author(apps, _editor):
    template = apps.get_model("reports", "PaperTemplate")
    authors = template.authors.through
    rows = template.objects.values_list("pk", "written_by_id")
    authors.objects.bulk_create(
        authors(papertemplate_id=row, person_id=person) for row, person in rows
    )


class Migration(migrations.Migration):
    dependencies = [
        ("reports", "0010_numbers_of_corrections"),
    ]

    operations = [
        migrations.AddField(
            model_name="papertemplate",
            name="authors",
            field=models.ManyToManyField(editable=False, related_name="+", to="units.person"),
        ),
        migrations.RunPython(whoever_wrote_it_is_an_author, migrations.RunPython.noop),
    ]
