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
    "link-unknown": "Diesen Anmeldelink gibt es nicht; der Dienst gibt gültige beim Start aus.",
    "link-expired": "Dieser Anmeldelink ist abgelaufen; bitte den Dienst neue ausgeben lassen.",
    "link-used": "Dieser Anmeldelink wurde schon benutzt; jeder gilt einmal. Bitte den Dienst neue ausgeben lassen.",
    "not-mapped": "Sie sind angemeldet, haben hier aber keine Rolle; bitte an den Betrieb wenden.",
    "mapping-ambiguous": "Ihre Anmeldung passt zu mehreren Rollen; bitte an den Betrieb wenden.",
}
"""German sentences for who does not get in, by code."""
ENGLISH: Mapping[str, str] = {
    "token-missing": "The access token is missing; sign in again.",
    "token-malformed": "The access token cannot be read; sign in again.",
    "token-too-large": "The access token is too large; have the identity provider put fewer claims into it.",
    "algorithm-refused": "The access token's signature algorithm is not allowed or does not fit the key.",
    "unknown-key": "The access token is signed with a key the identity provider does not publish.",
    "bad-signature": "The access token's signature is wrong; sign in again.",
    "claims-missing": "The access token lacks claims (iss, sub, aud or exp).",
    "claims-malformed": "The access token has claims that cannot be read.",
    "wrong-issuer": "The access token comes from another identity provider.",
    "wrong-audience": "The access token was issued for another audience.",
    "token-expired": "The access token has expired; sign in again.",
    "token-not-yet-valid": "The access token is not valid yet; compare the clocks.",
    "link-unknown": "There is no such sign-in link; the service prints valid ones when it starts.",
    "link-expired": "This sign-in link has expired. Have the service print new ones.",
    "link-used": "This sign-in link has been used; each works once. Have the service print new ones.",
    "not-mapped": "You are signed in, but have no role here; ask those who run this service.",
    "mapping-ambiguous": "Your sign-in fits several roles; ask those who run this service.",
}
"""The same in English."""

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
