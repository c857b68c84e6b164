"""A registrar signed in, and files to send."""

from __future__ import annotations

import io
import zipfile

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

REPORT = (
    "<!doctype html><html lang='zh'><head><meta charset='utf-8'><title>两地会谈</title></head>"
    "<body><h1>两地会谈</h1><p>2021-05-13 08:30　来源：青岚日报</p>"
    "<p>5月12日，青岚省与云港市在云港举行工作会谈。云港市委书记赵明哲、青岚省委副书记、省长沈若川出席并讲话。</p>"
    "<p>沈若川表示，希望双方深化冰雪产业合作，扩大粮食供应。</p></body></html>"
)


@pytest.fixture
def desk(client, registrar):
    client.force_login(registrar)
    return client


def send(client, *files: tuple[str, bytes], text: str = ""):
    uploads = [SimpleUploadedFile(name, data) for name, data in files]
    data = {"uploads": uploads, "text": text}
    return client.post(reverse("desk:upload"), data, follow=True)


def archive(*files: tuple[str, bytes]) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as target:
        for name, data in files:
            target.writestr(name, data)
    return packed.getvalue()
