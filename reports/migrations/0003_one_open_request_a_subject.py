"""One open request of a person for a paper about one thing, now that things have names."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("reports", "0002_papers_about_more")]
    operations = [
        migrations.AddConstraint(
            model_name="reportrequest",
            constraint=models.UniqueConstraint(
                condition=models.Q(status__in=["queued", "running"]),
                fields=("requested_by", "kind", "format", "subject"),
                name="one_open_request_each",
            ),
        ),
    ]
