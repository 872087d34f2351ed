"""Lives of an agreement by chance: talks, circumstances, loads and corrections, changed terms, entries taken back."""

from datetime import date, timedelta
from random import Random

from domain.facts import (
    AmendmentProposed,
    AmendmentSigned,
    AmendmentWithdrawn,
    CircumstanceNoted,
    DeviationNoted,
    DialogHeld,
    DialogRequested,
    RecordDisputed,
    RecordRetracted,
    TranscriptionConfirmed,
    TranscriptionCorrected,
)
from domain.facts.signing import Signatory, SignatureForm
from domain.terms import Terms
from domain.values import sha256_of
from tests.application.lives import benchmark_missed, confirmed, held, law_changed, scheduled
from tests.builders import (
    A_SCAN,
    COMMITMENT,
    Happened,
    Life,
    a_line,
    a_load,
    a_released,
    a_state,
    agreed,
    an_agreement_in_force,
    at_most,
    delivered,
    k2,
    monthly,
    name_of,
    rejected,
)
from tests.domain.given import Given, given

MONTHS = ("2025-01", "2025-02", "2026-01", "2026-02", "2026-03")
TERMS = agreed(a_line(at_most("-2.5"), id="lzb", measure="LZB"), a_line())
MANY = (
    TERMS,
    agreed(a_line(at_most("-2.50"), id="lzb", measure="LZB"), a_line()),
    agreed(a_line(at_most("1.0"), id="lzb", measure="LZB"), a_line()).model_copy(
        update={"title": "Anders überschrieben"}
    ),
)
"""The second says the first's bound with another scale."""


class _Chance:
    """What may happen next, of a life told so far."""

    def __init__(self, chance: Random) -> None:
        self.chance = chance
        self.told: list[Life] = [an_agreement_in_force(TERMS)]
        self.number = 0

    @property
    def life(self) -> Given:
        """The life so far."""
        return given(*self.told)

    def on(self) -> date:
        """Some day of the year."""
        return date(2026, 3, 1) + timedelta(days=self.chance.randrange(200))

    def happens(self) -> Life:
        """One thing more."""
        self.number += 1
        many = (self.load, self.load, self.talk, self.note, self.taken_back, self.terms, self.corrected, self.disputed)
        return self.chance.choice(many)()

    def load(self) -> Life:
        """A load of some month, maybe one that corrects another, maybe rejected or left undecided."""
        month = self.chance.choice(MONTHS)
        year, number = int(month[:4]), int(month[5:])
        persons = [self.chance.randrange(90, 111) for _ in range(number)]
        stock = [self.chance.randrange(900, 1101) for _ in range(number)]
        load = a_load(month, *k2(month, persons, [4000] * (number + 1)), monthly("LZB", f"{year}-01", stock))
        name = f"{name_of(load)}-{self.number}"
        earlier = [one for one, known in self.life.agreement.deliveries.items() if known.state == load.state]
        match self.chance.randrange(5):
            case 0:
                return delivered(load, name), rejected(name)
            case 1:
                return delivered(load, name)
            case 2 if earlier:
                cause = self.chance.choice(("transmission_error", "statistical_revision"))
                return a_released(load, name, self.chance.choice(earlier), cause)
            case _:
                return a_released(load, name)

    def talk(self) -> Life:
        """A dialog asked for, planned, or held and its minutes confirmed."""
        name = f"d{self.number}"
        match self.chance.randrange(3):
            case 0:
                return Happened(DialogRequested(dialog_id=name), self.on())
            case 1:
                return scheduled(name, self.on())
            case _:
                return scheduled(name), held(name, self.on(), self.chance.choice(MONTHS)), confirmed("ni-ms", name)

    def note(self) -> Life:
        """A deviation, a circumstance or a change of law."""
        name, state = f"n{self.number}", a_state(self.chance.choice(MONTHS))
        deviation = DeviationNoted(deviation_id=name, line_id="lzb", load_state=state, causes="Unklar.")
        return self.chance.choice((deviation, benchmark_missed(circumstance_id=name), law_changed()))

    def taken_back(self) -> Life:
        """Something said earlier is retracted, if there is anything left."""
        records = self.life.records
        gone = {one.fact.version for one in records if isinstance(one.fact, RecordRetracted)}
        kinds = (DialogHeld, CircumstanceNoted, DeviationNoted)
        left = [one.version for one in records if isinstance(one.fact, kinds) and one.version not in gone]
        return RecordRetracted(version=self.chance.choice(left)) if left else ()

    def terms(self) -> Life:
        """An amendment is proposed, and withdrawn or signed by all."""
        terms, name = self.chance.choice(MANY), f"a{self.number}"
        hashed, since = sha256_of(terms), date(2026, self.chance.randrange(1, 4), 1)
        proposed = AmendmentProposed(amendment_id=name, terms=terms, terms_hash=hashed, effective_from=since)
        if self.chance.random() < 0.3:
            return proposed, AmendmentWithdrawn(amendment_id=name)
        return proposed, [_signature(terms, name, party.id) for party in terms.parties]

    def corrected(self) -> Life:
        """The transcription is confirmed or corrected."""
        terms = self.chance.choice(MANY)
        if self.chance.random() < 0.5:
            return TranscriptionConfirmed(terms_hash=sha256_of(terms))
        return Happened(TranscriptionCorrected(terms=terms, terms_hash=sha256_of(terms)), self.on())

    def disputed(self) -> Life:
        """Some entry is disputed."""
        return RecordDisputed(version=self.chance.randrange(1, len(self.life.records) + 1), says="Nein.")


def _signature(terms: Terms, amendment: str, party: str) -> AmendmentSigned:
    return AmendmentSigned(
        amendment_id=amendment,
        party=party,
        terms_hash=sha256_of(terms),
        signatory=Signatory(person="christine-arbogast", name_commitment=COMMITMENT, office="Vertretungsberechtigt"),
        form=SignatureForm.PAPER,
        place="Hannover",
        document=A_SCAN,
    )


def random_life(seed: int, length: int = 12) -> tuple[Life, ...]:
    """A life by a seed."""
    chance = _Chance(Random(seed))
    for _ in range(length):
        chance.told.append(chance.happens())
    return tuple(chance.told)
