"""Accounts know that their password was issued by an administrator."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("common", "0003_audit_is_append_only"),
    ]

    operations = [
        migrations.AddField(
            model_name="user",
            name="password_issued_at",
            field=models.DateTimeField(
                editable=False,
                help_text="Set while the password is one that an administrator issued.",
                null=True,
            ),
        ),
    ]
