"""Printing: a paper as PDF/UA-1 and PDF/A-3, the same bytes for the same paper."""

import json
import warnings
from importlib.resources import as_file, files
from typing import Literal

import typst

from interfaces.papers.blocks import Paper

STANDARDS: list[Literal["ua-1", "a-3a"]] = ["ua-1", "a-3a"]


def pdf(paper: Paper) -> bytes:
    """The paper as PDF, with its data attached; the only time in it is that of the last entry it shows."""
    inputs = {
        "paper": json.dumps(paper.as_data(), ensure_ascii=False, sort_keys=True),
        "attached": json.dumps(paper.attached, ensure_ascii=False, sort_keys=True, indent=1),
    }
    with as_file(files(__package__) / "paper.typ") as template, warnings.catch_warnings():
        warnings.simplefilter("error")  # an unknown font or language would change the paper unseen
        return typst.compile(
            template,
            format="pdf",
            sys_inputs=inputs,
            pdf_standards=[*STANDARDS],
            ignore_system_fonts=True,
            timestamp=int(paper.state.made_at.timestamp()),
        )
