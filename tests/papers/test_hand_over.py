"""The electronic file and papers of many agreements: one ZIP each, alike every time, proven, within one's scope."""

import io
import json
import zipfile
from hashlib import sha256
from importlib import resources
from pathlib import Path
from subprocess import run
from sys import executable
from typing import Any

import pytest

from interfaces.cli.reader import local_reader
from interfaces.papers.many import Papers, Wanted
from tests.http.conftest import SAMPLE
from tests.http.service import Running

ADDRESS = f"/api/v1/agreements/{SAMPLE}/electronic-file"


def opened(content: bytes) -> zipfile.ZipFile:
    archive = zipfile.ZipFile(io.BytesIO(content))
    assert archive.testzip() is None
    return archive


def test_the_list_names_every_file_with_its_hash(handed_over: bytes) -> None:
    archive = opened(handed_over)
    listed: dict[str, Any] = json.loads(archive.read("verzeichnis.json"))
    files = {one["name"]: one for one in listed["files"]}
    assert {*files} | {"LIESMICH.txt", "verzeichnis.json"} == {*archive.namelist()}
    for name, one in files.items():
        content = archive.read(name)
        assert (sha256(content).hexdigest(), len(content)) == (one["sha256"], one["bytes"]), name
    kinds = {name.split("/")[1].partition("-2026")[0] for name in files}
    minutes = [one for name, one in files.items() if name.startswith("papiere/niederschrift")]
    assert {one["confirmed"] for one in minutes} == {False}, "the sample's parties confirmed invented files"
    assert {"akte", "dialogmappe", "gesamtbewertung", "niederschrift", "pruefauszug", "vorlage"} < kinds
    assert (listed["agreement_id"], listed["version"]) == (SAMPLE, 101)


def test_the_bundle_in_it_is_found_sound_by_the_verifier(sample: Running, handed_over: bytes, tmp_path: Path) -> None:
    bundle = tmp_path / "pruefbuendel.zip"
    bundle.write_bytes(opened(handed_over).read("nachweis/pruefbuendel.zip"))
    key = str(sample.system.audit.checkpoints.public_keys()[-1])
    verifier = str(resources.files("interfaces.verifier") / "verify.py")
    verified = run([executable, verifier, str(bundle), "--key", key], capture_output=True, text=True, check=False)
    assert verified.returncode == 0, verified.stdout


def test_an_archive_that_broke_off_does_not_open(handed_over: bytes) -> None:
    for end in (*range(-2000, 0, 100), *range(20_000, len(handed_over), 20_000)):
        with pytest.raises(zipfile.BadZipFile):
            zipfile.ZipFile(io.BytesIO(handed_over[:end]))


def test_a_stranger_gets_no_file_and_no_paper_of_it(sample: Running) -> None:
    stranger = sample.as_("celle-controlling")
    assert stranger.get(ADDRESS).status_code == 404
    papers = stranger.get("/api/v1/papers/dialogmappe", params={"year": 2026})
    assert opened(papers.content).namelist() == ["verzeichnis.json"]


def test_every_export_is_noted(sample: Running, handed_over: bytes) -> None:
    sample.as_("hk-controlling").get("/api/v1/papers/dialogmappe", params={"year": 2026})
    noted = sample.security_log.read_text()
    assert handed_over
    assert f"electronic-file {SAMPLE}" in noted
    assert "papers dialogmappe 2026" in noted


def test_many_papers_are_given_one_after_the_other_and_refusals_are_listed(sample: Running) -> None:
    done: list[None] = []
    for kind, names in (("dialogmappe", [f"dialogmappe-{SAMPLE}.pdf"]), ("einladung", [])):
        many = Papers(sample.system, local_reader(), Wanted(kind, 2026, "03"))
        pieces = many.archive(many.agreements(), lambda: done.append(None))
        archive = opened(b"".join(pieces))
        listed = json.loads(archive.read("verzeichnis.json"))["papers"]
        assert archive.namelist() == [*names, "verzeichnis.json"]
        assert [one["agreement_id"] for one in listed] == [SAMPLE]
    assert listed[0]["refused"] == ["Kein Zieldialog steht bevor; bitte zuerst einen anfragen oder ansetzen."]
    assert len(done) == 2
    for year, land in ((2025, "03"), (2026, "06")):
        assert Papers(sample.system, local_reader(), Wanted("dialogmappe", year, land)).agreements() == []
