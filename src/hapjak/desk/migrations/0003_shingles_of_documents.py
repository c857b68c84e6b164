"""Sample the documents that were received before copies were told."""

from zlib import crc32

from django.db import migrations

from hapjak.text.copies import shingles


def sample(apps, schema_editor):
    documents = apps.get_model("register", "Document")
    shingle = apps.get_model("desk", "Shingle")
    for pk, text in documents.objects.values_list("pk", "text").iterator():
        numbers = {crc32(stretch.encode()) for stretch in shingles(text)}
        kept = sorted(number for number in numbers if number % 32 == 0)[:1000]
        shingle.objects.bulk_create(
            [shingle(document_id=pk, value=number) for number in kept], ignore_conflicts=True
        )


class Migration(migrations.Migration):
    dependencies = [("desk", "0002_arrivals_bulk_and_second_readings")]
    operations = [migrations.RunPython(sample, migrations.RunPython.noop, elidable=True)]
