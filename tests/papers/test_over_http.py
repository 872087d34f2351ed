"""A paper over HTTP and from the page: with its hash, once for those who have it, within rights, noted as an export."""

from base64 import b64decode
from hashlib import sha256

import pytest

from interfaces.papers.kinds import KINDS
from interfaces.papers.written import FORMATS, Ending, written
from tests.http.conftest import SAMPLE
from tests.http.service import Running
from tests.papers.reading import HELD, asked
from tests.sampling import some, swept
from tests.web.conftest import Visiting, visiting

__all__ = ["visiting"]
OWN = f"/api/v1/agreements/{SAMPLE}/papers"
WAYS: dict[str, Ending] = {"": "pdf", "/document": "docx"}


@swept
@pytest.mark.parametrize(
    ("kind", "way"),
    [
        *some([(kind, way) for way in WAYS for kind in HELD if kind != "akte"], 5),
        *(pytest.param("akte", way, marks=pytest.mark.long) for way in WAYS),
    ],
)
def test_it_comes_with_its_hash_and_only_once(sample: Running, kind: str, way: str) -> None:
    ending, client = WAYS[way], sample.as_("hk-controlling")
    answer = client.get(f"{OWN}/{kind}{way}")
    assert (answer.status_code, answer.headers["Content-Type"]) == (200, FORMATS[ending].media_type)
    assert answer.content == written(kind, asked(sample), ending).content
    digest = answer.headers["Repr-Digest"].removeprefix("sha-256=:").removesuffix(":")
    assert b64decode(digest) == sha256(answer.content).digest()
    assert f".{ending}" in answer.headers["Content-Disposition"]
    noted = sample.security_log.read_text().count(f"paper {kind} {SAMPLE}")
    assert noted > 0
    again = client.get(f"{OWN}/{kind}{way}", headers={"If-None-Match": answer.headers["ETag"]})
    assert (again.status_code, again.content) == (304, b"")
    other = client.get(f"{OWN}/{kind}{way}", headers={"If-None-Match": '"other"'})
    assert other.status_code == 200
    assert sample.security_log.read_text().count(f"paper {kind} {SAMPLE}") == noted + 1, (
        "nothing was given the second time"
    )


@pytest.mark.parametrize("kind", KINDS)
def test_a_stranger_gets_none(sample: Running, kind: str) -> None:
    for way in ("", "/document", "/digest"):
        assert sample.as_("celle-controlling").get(f"{OWN}/{kind}{way}").status_code == 404


def test_nobody_gets_one_without_signing_in(sample: Running) -> None:
    with sample.client() as somebody:
        assert somebody.get(f"{OWN}/akte").status_code == 401


@pytest.mark.parametrize("ending", FORMATS)
def test_the_page_gives_the_same_file(sample: Running, visiting: Visiting, ending: Ending) -> None:
    page = visiting(sample, "pruefung")
    own = f"/vereinbarungen/{SAMPLE}/papiere"
    shown = page.get(f"{own}/dialogmappe.{ending}")
    assert shown.content == written("dialogmappe", asked(sample), ending).content
    offered = page.get(own).text
    assert all(f"{own}/{kind}.{ending}" in offered for kind in HELD)
