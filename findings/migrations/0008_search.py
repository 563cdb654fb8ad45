"""Recommendations are searched like findings; trigrams make both fast."""

from django.db import migrations, models

from reform_portal.common.text import solid
from reform_portal.common.trigrams import gin_index, write_keys


def of_recommendation(row):
    code = row.inspection.code
    return f"{row.text} {row.basis} {code} {solid(code)}"


class Migration(migrations.Migration):
    dependencies = [
        ("common", "0005_trigrams"),
        ("findings", "0007_state_of_what_has_no_object"),
        ("inspections", "0003_search"),
    ]
    operations = [
        migrations.AddField(
            "recommendation",
            "search_key",
            models.TextField(blank=True, default="", editable=False),
        ),
        write_keys("findings", "Recommendation", of_recommendation, reads=("inspection",)),
        gin_index("findings_finding"),
        gin_index("findings_recommendation"),
    ]
