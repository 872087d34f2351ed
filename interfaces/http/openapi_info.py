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
MEANINGS = {
    400: "`If-Match` cannot be read.",
    401: "No valid token; `code` says what is wrong with it.",
    403: "Not for this role, or nobody gave the caller a role.",
    404: "No such thing, or not for this caller, or not by the instant asked about.",
    405: "Not this method; `Allow` names those there are.",
    409: "Rules stand against it, each under `findings`; nothing was recorded.",
    412: "Decided on a version that is not the last, or does not exist yet: read again, decide again.",
    413: "The body is too large.",
    414: "The address is too long.",
    415: "Not this content type.",
    422: "Body, file, parameters or key cannot be read (each place under `errors`), or the key was used otherwise.",
    428: "The version this is decided on is missing: send the `ETag` of what was read as `If-Match`.",
    429: "Too many requests, or too many at once: wait as `Retry-After` says.",
    431: "The header fields are too large.",
    500: "Something went wrong inside: repeat with the same key.",
    503: "Database or identity provider away: repeat later with the same key.",
}
"""What a status means, whichever problem it is."""

SERVERS = [{"url": "/", "description": "This service; all addresses are relative to it."}]


def tags(used: set[str]) -> list[dict[str, str]]:
    """The tags that operations have, in the order of the table, each with its description."""
    ordered = [*(name for name in TAGS if name in used), *sorted(used - TAGS.keys())]
    return [{"name": name, "description": TAGS.get(name, "")} for name in ordered]
