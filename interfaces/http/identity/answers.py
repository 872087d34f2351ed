"""How it is said that somebody does not get in."""

from collections.abc import Iterable, Mapping
from typing import Literal

SENTENCES: Mapping[str, str] = {
    "token-missing": "Es fehlt das Zugangstoken; bitte neu anmelden.",
    "token-malformed": "Das Zugangstoken ist nicht lesbar; bitte neu anmelden.",
    "token-too-large": "Das Zugangstoken ist zu groß; bitte beim Anmeldedienst weniger Angaben darin vorsehen.",
    "algorithm-refused": "Das Signaturverfahren des Zugangstokens ist nicht zugelassen oder passt nicht zum Schlüssel.",
    "unknown-key": "Das Zugangstoken ist mit einem Schlüssel unterschrieben, den der Anmeldedienst nicht nennt.",
    "bad-signature": "Die Signatur des Zugangstokens stimmt nicht; bitte neu anmelden.",
    "claims-missing": "Dem Zugangstoken fehlen Angaben (iss, sub, aud oder exp).",
    "claims-malformed": "Das Zugangstoken enthält Angaben, die nicht lesbar sind.",
    "wrong-issuer": "Das Zugangstoken stammt von einem anderen Anmeldedienst.",
    "wrong-audience": "Das Zugangstoken ist für einen anderen Zweck ausgestellt.",
    "token-expired": "Das Zugangstoken ist abgelaufen; bitte neu anmelden.",
    "token-not-yet-valid": "Das Zugangstoken gilt noch nicht; bitte die Uhren vergleichen.",
    "not-mapped": "Sie sind angemeldet, haben hier aber keine Rolle; bitte an den Betrieb wenden.",
    "mapping-ambiguous": "Ihre Anmeldung passt zu mehreren Rollen; bitte an den Betrieb wenden.",
}
"""What is said to whom does not get in, by code."""

_KNOWN_BUT_WITHOUT_ROLE = frozenset({"not-mapped", "mapping-ambiguous"})


class Unauthenticated(Exception):  # noqa: N818 - an answer, not an error
    """Somebody does not get in: a stable code, and a German sentence that never repeats what was sent."""

    def __init__(self, code: str) -> None:
        self.code = code
        self.says = SENTENCES[code]
        super().__init__(self.says)

    @property
    def status(self) -> Literal[401, 403]:
        """403 for somebody whose token is good but who has no role here, else 401."""
        return 403 if self.code in _KNOWN_BUT_WITHOUT_ROLE else 401


class IdentityUnavailable(Exception):  # noqa: N818 - an answer, not an error
    """The provider's keys cannot be had now, so nothing can be said about a token (503)."""

    says = "Der Anmeldedienst ist vorübergehend nicht erreichbar; bitte später erneut versuchen."

    def __init__(self, why: str) -> None:
        self.why = why
        """For the log of the operator only, in German."""
        super().__init__(why)


class Misconfigured(Exception):  # noqa: N818 - an answer, not an error
    """The operator's settings cannot work; `sentences` says in German what is wrong where."""

    def __init__(self, sentences: Iterable[str]) -> None:
        self.sentences = tuple(sentences)
        super().__init__(" ".join(self.sentences))
