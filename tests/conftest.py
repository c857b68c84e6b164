"""Shared fixtures: a registrar, and a small reading made by hand from invented talks."""

from __future__ import annotations

import hashlib
import re
import tempfile
from collections.abc import Iterator

import pytest

from hapjak.reading import model

TEXT = (
    "5월 12일, 청람성과 운항시는 운항에서 사업회담을 가졌다.\n"
    "청람성 성장 심약천이 참석했다.\n"
    "심약천은 빙설산업 협력을 강화하고 운항에 량식을 공급하기를 희망했다."
)


def span(words: str, text: str = TEXT) -> tuple[int, int]:
    start = text.index(words)
    return start, start + len(words)


def english_words(page: str) -> set[str]:
    """Latin words of a page outside of elements that name a language of their own."""
    body = page[page.index("<body") :]
    body = re.sub(r"(?s)<(script|style|svg)\b.*?</\1>", "", body)
    body = re.sub(r'(?s)<(\w+)[^>]*\slang="[^"]*"[^>]*>.*?</\1>', "", body)
    labels = re.findall(r'(?:aria-label|title|placeholder|alt)="([^"]*)"', body)
    return set(re.findall("[A-Za-z]{3,}", " ".join([re.sub("<[^>]*>", " ", body), *labels])))


def government(local_id: str, name: str, text: str) -> model.Organisation:
    kind = model.OrganisationKind.GOVERNMENT
    return model.Organisation(
        id=local_id, name=name, kind=kind, territory=None, spans=[span(name, text)]
    )


def hope(local_id: str, words: str, field: str, text: str) -> model.Commitment:
    """A hope of the only person and side towards the other."""
    start, end = span(words, text)
    return model.Commitment(
        id=local_id,
        start=start,
        end=end,
        quote=words,
        speaker="p1",
        by=["o1"],
        to=["o2"],
        firmness=model.Firmness.HOPE,
        field=field,
        other_fields=[],
        initiatives=[],
        due=None,
        quantity=None,
        meeting="m1",
        confidence=0.9,
    )


def document(text: str) -> model.Document:
    return model.Document(
        sha256=hashlib.sha256(text.encode()).hexdigest(),
        url=None,
        media_type="text/plain",
        charset="utf-8",
        language="ko",
        variety="ko-CN",
        title="청람성 운항시 회담",
        published="2021-05-13",
        outlet=None,
        origin="청람일보",
        editors=[],
        reporters=[],
        translators=[],
        text=text,
    )


def talks(text: str) -> model.Meeting:
    return model.Meeting(
        id="m1",
        kind=model.MeetingKind.TALKS,
        also=[],
        date="2021-05-12",
        until=None,
        date_text="5월 12일",
        place="운항",
        parties=["o1", "o2"],
        people=[model.Participant(person="p1", role=model.Role.SPOKE)],
        planned=False,
        part_of=None,
        topics=[],
        spans=[span("사업회담", text)],
    )


def make_reading(text: str = TEXT, name: str = "talks.txt") -> model.Reading:
    """A reading as a reader would return it, put together by hand."""
    speaker = model.Person(
        id="p1",
        name="심약천",
        side="o1",
        posts=[model.Post(title="성장", organisation="o1", text="청람성 성장")],
        forms=model.Forms(ko_cn=["심약천"]),
        spans=[span("심약천", text)],
    )
    return model.Reading(
        path=name,
        reader=model.ReaderInfo(name="rules", version="test"),
        document=document(text),
        organisations=[government("o1", "청람성", text), government("o2", "운항시", text)],
        people=[speaker],
        meetings=[talks(text)],
        commitments=[
            hope("c1", "빙설산업 협력을 강화", "ICE02", text),
            hope("c2", "운항에 량식을 공급", "AGR01", text),
        ],
        agreements=[],
        strategies=[],
    )


@pytest.fixture
def reading() -> model.Reading:
    return make_reading()


@pytest.fixture(autouse=True)
def own_files(settings) -> Iterator[None]:
    """Documents of a test lie in a folder of its own."""
    with tempfile.TemporaryDirectory() as folder:
        settings.MEDIA_ROOT = folder
        yield


@pytest.fixture(autouse=True)
def own_language() -> Iterator[None]:
    """A page in Korean leaves its language to the thread; the next test starts anew."""
    from django.utils import translation

    yield
    translation.deactivate()


@pytest.fixture
def registrar(db):
    from hapjak.accounts.models import Membership, Role, User

    user = User.objects.create_user("registrar", password="a long pass phrase")
    Membership.objects.create(user=user, role=Role.REGISTRAR)
    return user


@pytest.fixture
def partners(db):
    from hapjak.register.identity import create_partner

    return [
        create_partner(
            "XA-QL",
            {"zh-Hans": "青岚省", "ko-CN": "청람성", "ko-KR": "칭란성", "en": "Qinglan Province"},
            invented=True,
        ),
        create_partner(
            "XA-YG",
            {
                "zh-Hans": "云港市",
                "ko-CN": "운항시",
                "ko-KR": "윈강시",
                "en": "Yungang Municipality",
            },
            invented=True,
        ),
    ]


@pytest.fixture
def taken_in(reading, registrar, partners):
    """The hand-made reading in the inbox, its findings open, its document public."""
    from hapjak.desk.actions import take_in
    from hapjak.register.documents import Provenance

    provenance = Provenance(file_name="talks.txt", rights="own", visibility="public")
    return take_in(TEXT.encode(), reading, provenance, registrar)


@pytest.fixture
def intruder(db):
    """As somebody with the database's own tools: no row is frozen until the test ends."""
    from django.db import connection

    from hapjak.register import frozen

    frozen.thaw(connection)


@pytest.fixture(autouse=True)
def flushable(request) -> Iterator[None]:
    """Tests that commit end in a flush, which deletes the rows that are kept."""
    marker = request.node.get_closest_marker("django_db")
    commits = marker is not None and marker.kwargs.get("transaction", False)
    if commits:
        request.getfixturevalue("transactional_db")
    yield
    if commits:
        from django.db import connection

        from hapjak.register import frozen

        if connection.vendor == "sqlite":
            frozen.thaw(connection)
