"""The commands of auditors and witnesses, as they are typed: what they print, and how they end."""

import json
import re
import subprocess
import sys
import zipfile
from pathlib import Path
from time import monotonic

import psycopg
import pytest

from application.proofs.signed_note import Checkpoint, SigningKey, parsed, signed
from tests.infrastructure.audits import at_will
from tests.infrastructure.log import rows
from tests.interfaces.test_cli import AGREEMENT, COMMAND, COUNTY, LAND, Cli, draft
from tests.postgres import Database

Done = subprocess.CompletedProcess[str]
EVENTS = "zielsteuerung.stored_events"


def grow(cli: Cli, version: int) -> None:
    asked = {"occurred_on": "2026-03-02", "dialog_id": f"dialog-{version}", "reason": "Die Quote sinkt."}
    done = cli.act("RequestDialog", asked, *COUNTY, "--agreement", AGREEMENT, "--on-version", str(version))
    assert done.returncode == 0, done.stderr


def checkpoint(cli: Cli, name: str) -> Path:
    """A checkpoint in a file, as a witness would keep it."""
    done = cli("audit", "checkpoint")
    assert done.returncode == 0, done.stderr
    path = cli.folder / name
    path.write_text(done.stdout, "utf-8")
    return path


def forget(cli: Cli) -> None:
    """Who holds the keys too can make them forget what they signed."""
    for memory in (cli.folder / "keys").glob("*.signed"):
        memory.unlink()


def key(cli: Cli) -> str:
    return cli("audit", "keys").stdout.splitlines()[-1]


def test_recording_makes_the_first_checkpoint_and_its_key(cli: Cli) -> None:
    listed = cli("audit", "checkpoint", "--list").stdout.splitlines()
    assert (listed[1].split()[0], listed[1].split()[-1]) == ("2", "täglich")
    [file] = (cli.folder / "keys").glob("*.key")
    assert file.stat().st_mode & 0o777 == 0o600
    assert parsed(cli("audit", "checkpoint").stdout) == parsed(cli("audit", "checkpoint", "--size", "2").stdout)
    assert cli("audit", "checkpoint", "--size", "1").returncode == 2


def test_a_key_that_cannot_be_kept_does_not_undo_what_was_recorded(database: Database, tmp_path: Path) -> None:
    (tmp_path / "keys").write_text("hier ist kein Ordner möglich")
    cli = Cli(database, tmp_path)
    done = cli.act("DraftAgreement", draft(), *LAND)
    assert done.returncode == 0
    assert "Ein Prüfpunkt steht noch aus" in done.stderr
    assert cli("audit", "checkpoint").returncode == 3


def test_an_exported_bundle_satisfies_both_readers_and_the_printed_verifier(cli: Cli) -> None:
    first = checkpoint(cli, "first.txt")
    grow(cli, 1)
    program = cli.folder / "verify.py"
    program.write_text(cli("audit", "verifier").stdout, "utf-8")
    for scope, entries in ((AGREEMENT, 2), ("--all", 3)):
        bundle = cli.folder / "bundle.zip"
        done = cli("audit", "export", scope, "--out", str(bundle), "--since", str(first))
        assert f"{entries} Einträge, Prüfpunkt über 3" in done.stdout
        again = cli.folder / "again.zip"
        cli("audit", "export", scope, "--out", str(again), "--since", str(first))
        assert bundle.read_bytes() == again.read_bytes()
        words = ("--key", key(cli), "--checkpoint", str(first))
        told = cli("audit", "verify", "--bundle", str(bundle), *words).stdout
        alone = subprocess.run([sys.executable, "-I", program, bundle, *words], capture_output=True, check=False)
        assert alone.returncode == 0, alone.stdout
        said = [line.partition(", Positionen")[0] for line in alone.stdout.decode().splitlines()]
        assert [line for line in said if line.rstrip(".") not in told] == [], "both say the same, the limits too"


def test_a_bundles_verdict_is_data_too_and_is_not_watched(cli: Cli) -> None:
    first, bundle = checkpoint(cli, "first.txt"), cli.folder / "bundle.zip"
    grow(cli, 1)
    cli("audit", "export", AGREEMENT, "--out", str(bundle), "--since", str(first))
    words = ("audit", "verify", "--bundle", str(bundle), "--key", key(cli), "--checkpoint", str(first))
    found = json.loads(cli(*words, "--json").stdout)
    assert (found["sound"], found["scope"], found["entries"], found["checkpoints"]) == (True, AGREEMENT, 2, [2])
    assert [said.partition(":")[0] for said in found["not_shown"]] == ["Nicht gezeigt"] * 3
    assert found["signed_with"] == [key(cli).split("+")[1]]
    watched = cli(*words, "--watch", "1")
    assert (watched.returncode, watched.stdout, "--watch" in watched.stderr) == (2, "", True)
    damaged = bundle.read_bytes().replace(b"AgreementDrafted", b"AgreementDraftet")
    bundle.write_bytes(damaged)
    done = cli(*words, "--json")
    assert (done.returncode, json.loads(done.stdout)["sound"]) == (1, False)


def test_readable_companions_are_files_of_their_own(cli: Cli) -> None:
    csv, lines, bundle = (cli.folder / name for name in ("verlauf.csv", "verlauf.jsonl", "bundle.zip"))
    words = ("--out", str(bundle), "--csv", str(csv), "--jsonl", str(lines))
    assert cli("audit", "export", AGREEMENT, *words).returncode == 0
    grow(cli, 1)
    assert cli("audit", "export", AGREEMENT, *words, "--size", "2").returncode == 0
    assert "Vereinbarung entworfen" in csv.read_text("utf-8")
    assert [json.loads(line)["position"] for line in lines.read_text("utf-8").splitlines()] == [1]
    with zipfile.ZipFile(bundle) as archive:
        assert len(archive.namelist()) == 4


def test_what_cannot_be_meant_ends_with_two(cli: Cli) -> None:
    here = str(cli.folder)
    for words in (
        ("export", "--out", f"{here}/x.zip"),
        ("export", AGREEMENT, "--all", "--out", f"{here}/x.zip"),
        ("export", "--all", "--out", f"{here}/x.zip", "--since", f"{here}/fehlt.txt"),
        ("proof",),
        ("proof", "1", "--since", "1"),
        ("verify", "--key", "unsinn+"),
        ("verify", "--bundle", f"{here}/fehlt.zip"),
        ("verify", "--checkpoint", f"{here}/request.json"),
        ("witness", "--state", f"{here}/s.txt"),
        ("witness", "--state", f"{here}/s.txt", "--file", f"{here}/fehlt.zip"),
        ("witness", "--state", f"{here}/s.txt", "--url", "http://127.0.0.1:1"),
    ):
        done = cli("audit", *words)
        assert (done.returncode, "Traceback" in done.stderr) == (2, False), (words, done.stderr)


def test_a_proof_is_one_json_document(cli: Cli) -> None:
    grow(cli, 1)
    found = json.loads(cli("audit", "proof", "2").stdout)
    assert (found["position"], found["tree_size"], len(found["proof"])) == (2, 3, 2)
    found = json.loads(cli("audit", "proof", "--since", "1", "--size", "2").stdout)
    assert (found["first"], found["second"], len(found["proof"])) == (1, 2, 1)
    refused = cli("audit", "proof", "4")
    assert refused.returncode == 1
    assert "[Regel outside-the-log, N.2]" in refused.stderr


def test_verifying_tells_what_is_wrong_and_what_it_cannot_know(cli: Cli, database: Database) -> None:
    sound = cli("audit", "verify", "--key", key(cli))
    assert sound.returncode == 0
    assert "Unversehrt: 2 Einträge, 1 Prüfpunkte bis Position 2." in sound.stdout
    assert "Was die Schlüssel zuletzt unterschrieben haben (2 Einträge)" in sound.stdout
    assert "dass nie umgeschrieben wurde" in sound.stdout
    held = cli("audit", "verify", "--checkpoint", str(checkpoint(cli, "kept.txt")))
    assert "dass nach Position 2 nie umgeschrieben wurde" in held.stdout
    at_will(database.superuser_url, f"UPDATE {EVENTS} SET state = set_byte(state, 30, 88) WHERE notification_id = 1")
    tampered = cli("audit", "verify")
    assert tampered.returncode == 1
    assert "Position 1: der Eintrag wurde geändert" in tampered.stdout
    report = json.loads(cli("audit", "verify", "--json").stdout)
    assert (report["sound"], report["faults"][0]["position"]) == (False, 1)


def test_a_list_and_an_index_that_were_altered_are_mended_by_forming_them_again(cli: Cli, database: Database) -> None:
    assert cli("rebuild").returncode == 0
    at_will(database.superuser_url, "UPDATE zielsteuerung.view_row SET place = 'woanders' WHERE view = 'overview'")
    at_will(database.superuser_url, "DELETE FROM zielsteuerung.entry_index WHERE position = 2")
    assert cli("audit", "verify").returncode == 1
    again = cli("rebuild")
    names = ("overview", "circumstances", "due", "comparison", "entry_index")
    assert again.stdout.splitlines() == [f"Neu gebildet: {name}" for name in names]
    assert cli("audit", "verify").returncode == 0


def test_the_log_alone_is_verified_without_its_lists_and_clears_no_finding(cli: Cli, database: Database) -> None:
    assert cli("rebuild").returncode == 0
    at_will(database.superuser_url, "UPDATE zielsteuerung.view_row SET place = 'woanders' WHERE view = 'overview'")
    assert "Liste „Vereinbarungen“" in cli("audit", "verify").stdout
    alone = cli("audit", "verify", "--log-only")
    assert alone.returncode == 0
    assert "Unversehrt: 2 Einträge" in alone.stdout
    assert "Nicht geprüft: die Listen" in alone.stdout
    assert json.loads(cli("audit", "verify", "--log-only", "--json").stdout)["log_only"] is True
    refused = cli("audit", "verify", "--log-only", "--bundle", str(cli.folder), "--key", key(cli))
    assert (refused.returncode, "--log-only gilt der Datenbank" in refused.stderr) == (2, True)
    results = "SELECT says FROM zielsteuerung.verification ORDER BY number"
    assert [bool(says) for (says,) in rows(database.superuser_url, results)] == [True]
    at_will(database.superuser_url, f"UPDATE {EVENTS} SET state = set_byte(state, 30, 88) WHERE notification_id = 1")
    assert cli("audit", "verify", "--log-only").returncode == 1
    assert len(rows(database.superuser_url, results)) == 2


def test_what_belongs_to_another_log_is_no_finding(cli: Cli, database: Database) -> None:
    foreign = SigningKey("other.example/log", b"x" * 32)
    note = cli.folder / "foreign.txt"
    note.write_text(str(signed(Checkpoint(foreign.name, 2, bytes(32)), [foreign])), "utf-8")
    for words in (("--key", str(foreign.public)), ("--checkpoint", str(note))):
        done = cli("audit", "verify", *words)
        assert (done.returncode, "Nicht zu gebrauchen" in done.stderr) == (2, True)
    assert last_verification(database) is None


def last_verification(database: Database) -> tuple[object, ...] | None:
    with psycopg.connect(database.owner_url) as connection:
        return connection.execute(
            "SELECT verified_at, says FROM zielsteuerung.verification ORDER BY number DESC"
        ).fetchone()


def until(database: Database, red: bool) -> None:
    """Wait until the last verification is of that colour."""
    end = monotonic() + 60
    while (found := last_verification(database)) is None or bool(found[1]) is not red:
        assert monotonic() < end, found


@pytest.mark.long
def test_watching_turns_red_and_green_again(cli: Cli, database: Database) -> None:
    words = [str(COMMAND), "audit", "verify", "--watch", "0.1"]
    with subprocess.Popen(words, env=cli.environment, stdout=subprocess.PIPE) as watching:
        until(database, red=False)
        at_will(database.superuser_url, "UPDATE zielsteuerung.log_head SET size = 7")
        until(database, red=True)
        at_will(database.superuser_url, "UPDATE zielsteuerung.log_head SET size = 2")
        until(database, red=False)
        watching.terminate()
        assert watching.wait(30) == 143


def test_publishing_sends_what_is_lacking_and_shows_who_holds_which(cli: Cli) -> None:
    court, receivers = cli.folder / "court", f"Rechnungshof={cli.folder / 'court'} Landkreis={cli.folder / 'county'}"
    court.mkdir()
    nobody = cli("audit", "publish")
    assert (nobody.returncode, "nennt niemanden" in " ".join(nobody.stderr.split())) == (2, True)
    checkpoint(cli, "now.txt")
    sent = cli("audit", "publish", ZIELSTEUERUNG_PUBLISH=receivers)
    assert (sent.returncode, "nimmt nichts auf" in " ".join(sent.stdout.split())) == (3, True)
    assert [path.read_text("utf-8") for path in court.iterdir()] == [(cli.folder / "now.txt").read_text("utf-8")]
    shown = cli("audit", "publish", "--list", ZIELSTEUERUNG_PUBLISH=receivers)
    assert re.search(r"Rechnungshof +2 Einträge .*\n *Landkreis +keinen +–", shown.stdout), shown.stdout
