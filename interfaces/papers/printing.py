"""Printing: a paper as PDF/UA-1 and PDF/A-3, the same bytes for the same paper."""

import json
from collections.abc import Callable
from importlib.resources import as_file, files
from typing import Literal

import structlog

from application.ports import Unavailable
from interfaces.papers.blocks import Paper, spelled
from interfaces.papers.characters import PLAIN, in_print

STANDARDS: list[Literal["ua-1", "a-3a"]] = ["ua-1", "a-3a"]
NOT_INSTALLED = "Zum Drucken fehlt hier ein Bestandteil; bitte zielsteuerung[papers] installieren."
log = structlog.get_logger("zielsteuerung.papers")


def pdf(paper: Paper) -> bytes:
    """The paper as PDF, with its data attached; the only time in it is that of the last entry it shows.

    Where an unheard-of sequence of characters brings the printing down, every character beyond the plain ones is named.
    Raises Unavailable where the printing library is not installed.
    """
    _must_be_installed()
    try:
        return compiled(paper, in_print)
    except BaseException as fault:  # a panic of the printing library is no Exception
        if isinstance(fault, KeyboardInterrupt | SystemExit):
            raise
        log.warning("printed plainly", title=paper.title, fault=type(fault).__name__)  # its words quote the paper
        return compiled(paper, lambda text: in_print(text, PLAIN))


def _must_be_installed() -> None:
    try:
        import typst  # noqa: F401, PLC0415 - an extra
    except ImportError:
        raise Unavailable(NOT_INSTALLED) from None


def compiled(paper: Paper, spelling: Callable[[str], str]) -> bytes:
    """The paper as Typst prints it, its texts spelled by a rule; raises what Typst raises."""
    import typst  # noqa: PLC0415 - an extra

    inputs = {
        "paper": json.dumps(spelled(paper, spelling).as_data(), ensure_ascii=False, sort_keys=True),
        "attached": json.dumps(paper.attached, ensure_ascii=False, sort_keys=True, indent=1),
        "appointment": paper.appointment or "",
    }
    with as_file(files(__package__) / "paper.typ") as template:
        content, warnings = typst.compile_with_warnings(
            template,
            format="pdf",
            sys_inputs=inputs,
            pdf_standards=[*STANDARDS],
            ignore_system_fonts=True,
            timestamp=int(paper.state.made_at.timestamp()),
        )
    if warnings:  # an unknown font or language would change the paper unseen
        raise RuntimeError("; ".join(one.message for one in warnings))
    return content
