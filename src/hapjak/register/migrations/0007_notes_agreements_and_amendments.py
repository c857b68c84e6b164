"""Mentions read, lines under an agreement, wordings in force; more rows are frozen."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

from hapjak.register import frozen


def freeze(apps, schema_editor):
    frozen.freeze(schema_editor.connection)


def thaw(apps, schema_editor):
    frozen.thaw(schema_editor.connection)


class Migration(migrations.Migration):
    dependencies = [
        ("register", "0006_proposals_of_joins"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        # A table that is remade loses its triggers, so they are made anew at the end.
        migrations.RunPython(thaw, freeze),
        migrations.AddField(
            model_name="commitment",
            name="in_force",
            field=models.BooleanField(
                default=True,
                editable=False,
                help_text="not before both sides consented, nor after an amendment took its place",
            ),
        ),
        migrations.AddField(
            model_name="commitment",
            name="under",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="commitments",
                to="register.agreement",
            ),
        ),
        migrations.AlterField(
            model_name="event",
            name="action",
            field=models.CharField(
                choices=[
                    ("received", "received"),
                    ("read", "read"),
                    ("registered", "registered"),
                    ("cited", "cited again"),
                    ("corrected", "corrected before registering"),
                    ("rejected", "rejected"),
                    ("reopened", "reopened"),
                    ("published", "published"),
                    ("withdrawn", "decision undone"),
                    ("judged", "judged to be the same or not"),
                    ("parted", "judgement undone"),
                    ("linked", "linked"),
                    ("unlinked", "link undone"),
                    ("translated", "translated"),
                    ("reviewed", "translation reviewed"),
                    ("attached", "file attached"),
                    ("commented", "commented"),
                    ("proposed", "amendment proposed"),
                    ("consented", "consented"),
                    ("entered", "entered by hand"),
                    ("ended", "ended"),
                ],
                max_length=16,
            ),
        ),
        migrations.CreateModel(
            name="MentionRead",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "comment",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="mentions_read",
                        to="register.comment",
                    ),
                ),
                (
                    "user",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="mentions_read",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(fields=("user", "comment"), name="mention_read_once")
                ],
            },
        ),
        migrations.RunPython(freeze, thaw),
    ]
