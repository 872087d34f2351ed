"""Every rule of the service, one module per stage: code, clause, effect, sentence."""

from domain.rulebook import (
    any_act,
    attainment,
    changing,
    dialogs,
    drafting,
    figures,
    follow_up,
    judging,
    mending,
    proofs,
    signing,
)
from domain.rules import Rule

_MODULES = (any_act, drafting, signing, changing, figures, dialogs, follow_up, judging, mending, attainment, proofs)
RULES = {rule.code: rule for module in _MODULES for rule in vars(module).values() if isinstance(rule, Rule)}
"""All rules by code."""
