"""Words of one or two letters are found where a word begins, by the same trigrams."""

from django.db import migrations, models

from reform_portal.common.trigrams import add_beginnings, index_of_words


class Migration(migrations.Migration):
    dependencies = [("units", "0007_types_of_units")]
    operations = [
        add_beginnings("units", "UnitVersion"),
        add_beginnings("units", "Person"),
        index_of_words("units_unitversion"),
        index_of_words("units_person"),
        migrations.AddIndex(
            "unitversion",
            models.Index(fields=["search_key"], name="version_key", opclasses=["text_pattern_ops"]),
        ),
    ]
