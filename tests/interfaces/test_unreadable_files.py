"""Why a witness's or auditor's file cannot be had is said in German, whatever language the system speaks."""

from collections.abc import Callable
from pathlib import Path

import pytest
import typer

from interfaces.cli.verify_bundle import verify_bundle
from interfaces.cli.witness import text_of, witness

ASKING: dict[str, Callable[[Path], object]] = {
    "a text": text_of,
    "a bundle": lambda path: verify_bundle(path, (), (), as_json=False),
    "what a witness is shown": lambda path: witness(Path("gesehen.txt"), file=path),
}


@pytest.mark.parametrize("asking", ASKING)
def test_a_file_that_cannot_be_opened_is_told_in_german(tmp_path: Path, asking: str) -> None:
    for path, why in (
        (tmp_path / "fehlt" / "a.txt", "es gibt sie oder ihren Ordner nicht"),
        (tmp_path, "das ist ein Ordner"),
        (Path(__file__) / "a.txt", "ein Teil des Pfads ist kein Ordner"),
    ):
        with pytest.raises(typer.BadParameter) as said:
            ASKING[asking](path)
        assert str(said.value) == f"{path} lässt sich nicht öffnen ({why})."
