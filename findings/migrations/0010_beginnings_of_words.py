"""Words of one or two letters are found where a word begins, by the same trigrams.

For plans and inspections as well: findings stand above them, and one step does it for all.
"""

from django.db import migrations

from reform_portal.common.trigrams import add_beginnings, index_of_words


class Migration(migrations.Migration):
    dependencies = [("findings", "0009_announcements_and_answers"), ("inspections", "0003_search")]
    operations = [
        add_beginnings("inspections", "Plan"),
        add_beginnings("inspections", "Inspection"),
        add_beginnings("findings", "Finding"),
        add_beginnings("findings", "Recommendation"),
        index_of_words("inspections_plan"),
        index_of_words("inspections_inspection"),
        index_of_words("findings_finding"),
        index_of_words("findings_recommendation"),
    ]
