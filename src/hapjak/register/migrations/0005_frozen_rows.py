"""What is registered is not rewritten: see `register/frozen.py`."""

from django.db import migrations

from hapjak.register import frozen


def freeze(apps, schema_editor):
    frozen.freeze(schema_editor.connection)


def thaw(apps, schema_editor):
    frozen.thaw(schema_editor.connection)


class Migration(migrations.Migration):
    dependencies = [("register", "0004_judgements_and_notes")]
    operations = [migrations.RunPython(freeze, thaw)]
