"""Every kind of problem this service answers with, beside the rules of refusal: stable codes, each with a page."""

from dataclasses import dataclass

from domain.rulebook import RULES

PAGES = "/problems"


@dataclass(frozen=True, slots=True)
class ProblemType:
    """A kind of problem: its status, and in German and English what it is called and what to do about it."""

    code: str
    status: int
    title: str
    advice: str
    title_en: str
    advice_en: str

    @property
    def uri(self) -> str:
        """The type URI (RFC 9457), relative to this service; it leads to a page."""
        return f"{PAGES}/{self.code}"


_TYPES = (
    ProblemType(
        "malformed",
        422,
        "Die Angaben sind nicht lesbar",
        "Jede Stelle ist unter „errors“ genannt; bitte alle berichtigen und erneut senden.",
        "The request cannot be read",
        "Every place is named under “errors”; correct them all and send again.",
    ),
    ProblemType(
        "refused",
        409,
        "Mehrere Regeln stehen dagegen",
        "Unter „findings“ steht jede Regel mit ihrer Klausel; festgehalten wurde nichts.",
        "Several rules stand against it",
        "Every rule is named under “findings” with its clause; nothing was recorded.",
    ),
    ProblemType(
        "unauthenticated",
        401,
        "Nicht angemeldet",
        "Bitte mit einem gültigen Zugangstoken („Authorization: Bearer …“) anmelden.",
        "Not signed in",
        "Send a valid access token (“Authorization: Bearer …”).",
    ),
    ProblemType(
        "no-role",
        403,
        "Angemeldet, aber ohne Rolle",
        "Bitte beim Betrieb dieses Dienstes um eine Rolle bitten.",
        "Signed in, but without a role",
        "Ask those who run this service for a role.",
    ),
    ProblemType(
        "not-found",
        404,
        "Diese Adresse gibt es hier nicht",
        "Die Adressen dieses Dienstes stehen in /api/v1/openapi.json.",
        "There is nothing at this address",
        "The addresses of this service are listed in /api/v1/openapi.json.",
    ),
    ProblemType(
        "method-not-allowed",
        405,
        "Diese Methode gibt es hier nicht",
        "Die möglichen Methoden nennt die Kopfzeile „Allow“.",
        "This method is not offered here",
        "The header “Allow” names the methods that are.",
    ),
    ProblemType(
        "body-too-large",
        413,
        "Die Anfrage ist zu groß",
        "Bitte auf mehrere Anfragen aufteilen.",
        "The request is too large",
        "Split it into several requests.",
    ),
    ProblemType(
        "query-too-long",
        414,
        "Die Adresse ist zu lang",
        "Bitte weniger oder kürzere Angaben in der Adresse machen.",
        "The address is too long",
        "Put less, or shorter values, into the address.",
    ),
    ProblemType(
        "not-json",
        415,
        "Erwartet wird JSON",
        "Bitte als „Content-Type: application/json“ senden.",
        "JSON is expected",
        "Send it as “Content-Type: application/json”.",
    ),
    ProblemType(
        "not-bytes",
        415,
        "Erwartet wird eine Datei",
        "Bitte die Datei selbst als „Content-Type: application/octet-stream“ senden.",
        "A file is expected",
        "Send the file itself as “Content-Type: application/octet-stream”.",
    ),
    ProblemType(
        "version-missing",
        428,
        "Es fehlt, auf welchem Stand entschieden wurde",
        "Bitte die Vereinbarung (oder die Datei) lesen und ihren „ETag“ als „If-Match“ mitsenden.",
        "The version this was decided on is missing",
        "Read the agreement (or the file) and send its “ETag” as “If-Match”.",
    ),
    ProblemType(
        "version-unreadable",
        400,
        "Der Stand in „If-Match“ ist nicht lesbar",
        'Erwartet wird genau ein „ETag“, zum Beispiel If-Match: "7", bei einer Datei von Daten "7f0c2c5e9a31b482".',
        "The version in “If-Match” cannot be read",
        'Exactly one “ETag” is expected, for example If-Match: "7", of a file of figures "7f0c2c5e9a31b482".',
    ),
    ProblemType(
        "position-ahead",
        409,
        "So weit reicht das Protokoll nicht",
        "Bitte dort weiterlesen, wohin die Kopfzeile „Link“ zuletzt geführt hat.",
        "The log does not reach as far",
        "Go on where the header “Link” led last.",
    ),
    ProblemType(
        "too-many-webhooks",
        409,
        "Es sind schon so viele Benachrichtigungen eingerichtet, wie eine Person haben darf",
        "Bitte erst eine löschen, die nicht mehr gebraucht wird.",
        "There are as many webhooks as one person may have",
        "Delete one that is no longer needed first.",
    ),
    ProblemType(
        "too-many-calendars",
        409,
        "Es sind schon so viele Kalender abonniert, wie eine Person haben darf",
        "Bitte erst einen widerrufen, der nicht mehr gebraucht wird.",
        "There are as many calendars as one person may have",
        "Revoke one that is no longer needed first.",
    ),
    ProblemType(
        "too-many-requests",
        429,
        "Zu viele Anfragen",
        "Bitte so viele Sekunden warten, wie „Retry-After“ nennt.",
        "Too many requests",
        "Wait for as many seconds as “Retry-After” says.",
    ),
    ProblemType(
        "too-many-at-once",
        429,
        "Zu viele Anfragen zur gleichen Zeit",
        "Bitte warten, bis eine der eigenen laufenden Anfragen beendet ist.",
        "Too many requests at the same time",
        "Wait until one of your running requests has ended.",
    ),
    ProblemType(
        "headers-too-large",
        431,
        "Die Kopfzeilen sind zu groß",
        "Bitte weniger oder kürzere Kopfzeilen senden.",
        "The header fields are too large",
        "Send fewer or shorter header fields.",
    ),
    ProblemType(
        "internal",
        500,
        "Im Dienst ist ein Fehler aufgetreten",
        "Ob etwas festgehalten wurde, sagt dieselbe Anfrage mit demselben „Idempotency-Key“.",
        "Something went wrong in the service",
        "The same request with the same “Idempotency-Key” tells whether anything was recorded.",
    ),
    ProblemType(
        "unavailable",
        503,
        "Der Dienst ist vorübergehend nicht verfügbar",
        "Bitte später mit demselben „Idempotency-Key“ erneut versuchen.",
        "The service is temporarily unavailable",
        "Try again later with the same “Idempotency-Key”.",
    ),
)
TYPES = {one.code: one for one in _TYPES}
"""The kinds that are no rule, by code."""

_STATUSES = {
    "unknown-agreement": 404,
    "no-such-record": 404,
    "no-such-checkpoint": 404,
    "outside-the-log": 404,
    "unknown-delivery": 404,
    "unknown-file": 404,
    "unknown-line": 404,
    "no-such-figure": 404,
    "unknown-terms-version": 404,
    "not-permitted": 403,
    "party-missing": 403,
    "stale-version": 412,
    "version-ahead": 412,
    "overtaken": 412,
    "preview-overtaken": 412,
    "key-reused": 422,
    "file-unreadable": 422,
    "mapping-unreadable": 422,
    "mapping-unknown": 422,
    "mapping-misfit": 422,
    "template-of-one": 422,
    "several-mappings": 422,
    "key-unreadable": 400,
    "too-large": 413,
}


def status_of(rule: str) -> int:
    """The status of a refusal by a rule: 409 unless it is about the address, rights, version, key or size."""
    assert rule in RULES, rule
    return _STATUSES.get(rule, 409)
