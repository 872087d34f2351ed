"""Facts about the register of persons."""

from domain.record import Fact
from domain.values import PersonId, Sha256


class PersonErased(Fact):
    """A person's name and salt were erased from the register; entries and proofs stay as they are (N.4)."""

    title = "Person gelöscht"
    clause = "N.4"

    person: PersonId
    name_commitment: Sha256
