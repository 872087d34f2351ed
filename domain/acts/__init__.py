"""Requests to act and the pure decisions on them, one module per stage."""

from collections.abc import Mapping
from typing import Any

from domain.acts import (
    answering,
    changing,
    dialogs,
    drafting,
    figures,
    follow_up,
    held_dialogs,
    individual,
    judging,
    mending,
    signing,
)
from domain.acts.common import DECIDED_BY, Decide
from domain.record import Request

STAGES = (
    drafting,
    signing,
    figures,
    dialogs,
    held_dialogs,
    changing,
    follow_up,
    individual,
    judging,
    answering,
    mending,
)

DECISIONS: Mapping[type[Request], Decide[Any]] = {
    request: decision
    for stage in STAGES
    for request, decision in DECIDED_BY.items()
    if request.__module__ == stage.__name__
}
"""The decision on each request about an existing agreement; only DraftAgreement begins one."""
