"""What the description says of the interface as a whole: licence, contact, server, groups of operations."""

from typing import Any

TAGS = {
    "agreements": "Agreements: the list, one of them, a new one, and a later year's draft.",
    "parts": "The parts of one agreement: terms, figures, dialogs, follow-up, individual goals, final assessment.",
    "attainment": "How goals stand at a report month, each line with its derivation.",
    "figures": "Files of figures, what loads say about a month, the outlook, and Jobcenter side by side.",
    "acts": "Acts: each records one fact, decided on a version of the agreement, under an idempotency key.",
    "history": "Who recorded what, when, why; what was known at an entry; differences; reports for audits.",
    "lists": "Lists across agreements, from stored views.",
    "tables": "Readings as tables to hand on, CSV or XLSX, at the reading's address with its ending behind it.",
    "audit": "The log of proofs: checkpoints, keys, inclusion and consistency proofs, evidence bundles.",
    "feed": "Everything that is recorded, as a feed and by webhooks.",
    "papers": "Papers made of what is recorded: minutes, reports, calendars, as documents.",
    "persons": "The erasable register of persons.",
    "catalogue": "What the service works by: measures, checks on files, rules, clauses.",
    "operation": "Health, metrics, and who one is signed in as.",
    "sign-in": "Sign-in for trying the service out on this machine.",
    "documentation": "This description, and a page for each kind of problem.",
}
"""The groups of operations, in the order a reader meets them."""

INFO: dict[str, Any] = {
    "license": {"name": "European Union Public Licence 1.2", "identifier": "EUPL-1.2"},
    "contact": {"name": "Those who operate this service"},
}
SERVERS = [{"url": "/", "description": "This service; all addresses are relative to it."}]


def tags(used: set[str]) -> list[dict[str, str]]:
    """The tags that operations have, in the order of the table, each with its description."""
    ordered = [*(name for name in TAGS if name in used), *sorted(used - TAGS.keys())]
    return [{"name": name, "description": TAGS.get(name, "")} for name in ordered]
