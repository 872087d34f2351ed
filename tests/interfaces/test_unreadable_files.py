"""Why a witness's or auditor's file cannot be had is said in German, whatever language the system speaks."""

from collections.abc import Callable
from pathlib import Path

import pytest
import typer

from interfaces.cli.verify_bundle import verify_bundle
from interfaces.cli.witness import UNJUDGED, text_of, witness

ASKING: dict[str, Callable[[Path], object]] = {
    "a text": text_of,
    "a bundle": lambda path: verify_bundle(path, (), (), as_json=False),
}


def wrong(folder: Path) -> tuple[tuple[Path, str], ...]:
    """Paths that cannot be opened, and why."""
    return (
        (folder / "fehlt" / "a.txt", "es gibt sie oder ihren Ordner nicht"),
        (folder, "das ist ein Ordner"),
        (Path(__file__) / "a.txt", "ein Teil des Pfads ist kein Ordner"),
    )


@pytest.mark.parametrize("asking", ASKING)
def test_a_file_that_cannot_be_opened_is_told_in_german(tmp_path: Path, asking: str) -> None:
    for path, why in wrong(tmp_path):
        with pytest.raises(typer.BadParameter) as said:
            ASKING[asking](path)
        assert str(said.value) == f"{path} lässt sich nicht öffnen ({why})."


def test_a_witness_says_so_too_and_judges_nothing(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for path, why in wrong(tmp_path):
        with pytest.raises(typer.Exit) as ended:
            witness(tmp_path / "gesehen.txt", file=path)
        assert ended.value.exit_code == UNJUDGED
        told = capsys.readouterr().err.removesuffix("\n")
        assert told == f"Nicht zu beurteilen: {path} lässt sich nicht öffnen ({why})."
