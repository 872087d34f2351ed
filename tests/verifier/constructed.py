"""Bundles by number, sound and not, of which the verdict follows from how they were made."""

import random
from collections.abc import Callable
from dataclasses import dataclass, field

from tests.verifier.making import (
    STRANGER,
    Made,
    Signer,
    a_bundle,
    a_checkpoint,
    a_log,
    an_entry,
    leaves_of,
    text64,
)


@dataclass
class Case:
    """A bundle, what the one who checks holds, and what must come out."""

    random: random.Random
    log: list[bytes]
    signers: list[Signer]
    made: Made
    keys: list[str]
    kept: list[str] = field(default_factory=list)
    status: int = 0
    position: int | None = None
    what: str = "untouched"

    @property
    def positions(self) -> list[int]:
        found: list[int] = self.made.proofs["positions"]
        return found

    def index(self) -> int:
        """One of the bundle's entries."""
        return self.random.randrange(len(self.made.entries))

    def found(self, index: int, status: int = 1) -> None:
        """The verdict names the position of this entry of the bundle."""
        self.status, self.position = status, self.positions[index]


def edited(case: Case) -> None:
    index = case.index()
    entry = case.made.entries[index]
    at = case.random.randrange(len(entry))
    other = case.random.choice([byte for byte in range(256) if byte not in {entry[at], 10}])
    case.made.entries[index] = entry[:at] + bytes([other]) + entry[at + 1 :]
    case.found(index)


def broken_in_two(case: Case) -> None:
    index = case.index()
    entry = case.made.entries[index]
    at = case.random.randrange(1, len(entry))
    case.made.entries[index] = entry[:at] + b"\n" + entry[at:]
    case.found(index)


def deleted(case: Case) -> None:
    index = case.index()
    del case.made.entries[index]
    case.found(index)


def inserted(case: Case) -> None:
    index = case.index()
    case.made.entries.insert(index, an_entry("x.9", 1, 999))
    case.found(index)


def repeated(case: Case) -> None:
    index = case.index()
    case.made.entries.insert(index, case.made.entries[index])
    case.found(min(index + 1, len(case.positions) - 1))


def reordered(case: Case) -> None:
    entries = case.made.entries
    one, other = sorted([case.index(), case.index()])
    entries[one], entries[other] = entries[other], entries[one]
    if one != other:
        case.found(one)


def truncated(case: Case) -> None:
    index = case.index()
    del case.made.entries[index:]
    case.found(index)


def surplus(case: Case) -> None:
    case.made.entries.append(an_entry("x.9", 1, 999))
    case.found(-1)


def resigned(case: Case) -> None:
    case.made.checkpoint = a_checkpoint(case.log, STRANGER)
    case.made.keys += f"{STRANGER.vkey}\n"
    case.status = 1


def unknown_key(case: Case) -> None:
    case.keys = [STRANGER.vkey]
    case.kept = []
    case.status = 1


def without_key(case: Case) -> None:
    case.keys = case.random.choice([[""], ["key"], [case.keys[0][:-1]]])
    case.status = 2


def unsigned(case: Case) -> None:
    case.made.checkpoint = case.made.checkpoint.partition("\n\n")[0] + "\n\n"
    case.status = 2


def signature_forged(case: Case) -> None:
    note, _, line = case.made.checkpoint.rpartition("— ")
    name, value = line.split(" ")
    at = case.random.randrange(8, 80)
    other = "A" if value[at] != "A" else "B"
    case.made.checkpoint = f"{note}— {name} {value[:at]}{other}{value[at + 1 :]}"
    case.status = 1


def wrong_size(case: Case) -> None:
    case.made.proofs["tree_size"] += case.random.choice([-1, 1, 1000])
    case.status = 1


def wrong_size_everywhere(case: Case) -> None:
    wrong = len(case.log) + case.random.choice([1, 1000])
    case.made.proofs["tree_size"] = wrong
    case.made.checkpoint = case.made.checkpoint.replace(f"\n{len(case.log)}\n", f"\n{wrong}\n", 1)
    case.status = 1


def wrong_origin(case: Case) -> None:
    case.made.proofs["origin"] += "x"
    case.status = 1


def inclusion_forged(case: Case) -> None:
    index = case.index()
    if case.made.proofs["scope"] is None:
        case.made.proofs["inclusion"] = [[]]
        case.status = 1
        return
    proof = case.made.proofs["inclusion"][index]
    if proof and case.random.random() < 0.7:
        proof[case.random.randrange(len(proof))] = text64(case.random.randbytes(32))
    else:
        proof.append(text64(case.random.randbytes(32)))
    case.found(index)


def consistency_forged(case: Case) -> None:
    found = case.made.proofs["consistency"]
    if found:
        case.random.choice(found)["proof"].append(text64(case.random.randbytes(32)))
        case.status = 1


def leaves_forged(case: Case) -> None:
    if case.made.proofs["scope"] is None:
        leaves = leaves_of(case.log)
        leaves[case.index()] = case.random.randbytes(32)
        case.made.proofs["leaves"] = text64(b"".join(leaves))
    else:
        case.made.proofs["leaves"] = text64(case.random.randbytes(32 * len(case.log)))
    case.status = 1


def other_stream(case: Case) -> None:
    scope = case.made.proofs["scope"]
    case.made.proofs["scope"] = "b.2" if scope is None else f"{scope}x"
    case.status = 1


def emptied(case: Case) -> None:
    case.made.proofs |= {"positions": [], "inclusion": []}
    case.made.entries = []
    case.status = 2


def other_format(case: Case) -> None:
    case.made.proofs["format"] = case.random.choice([0, 2, 17, "1", None])
    case.status = 2


def member_damaged(case: Case) -> None:
    content = case.made.content()
    at = case.random.randrange(1, 4)
    name, data = content[at]
    content[at] = (name, case.random.choice([b"", data[:-1], data + b"\n", b"\0" + data, b"\xff" + data]))
    case.made.members = content
    case.status = 2


def member_left_out(case: Case) -> None:
    content = case.made.content()
    del content[case.random.randrange(4)]
    case.made.members = content
    case.status = 2


def members_in_another_order(case: Case) -> None:
    case.made.members = case.made.content()[::-1]
    case.status = 2


def log_with_a_gap(case: Case) -> None:
    """The operator signed a log that leaves out a version."""
    index = case.random.randrange(len(case.log))
    case.log[index] = an_entry("g.7", 2, index)
    case.made, case.kept = a_bundle(case.log, signers=case.signers), []
    case.found(index)


def rolled_back(case: Case) -> None:
    """The bundle is older than a checkpoint kept, which a newer one would tell from a log set back."""
    case.kept.append(a_checkpoint([*case.log, an_entry("x.9", 1, 999)], *case.signers))
    case.status = 2


def rewritten(case: Case) -> None:
    """Signed with the real keys: found with a checkpoint from before, and only so."""
    case.kept = [a_checkpoint(case.log, *case.signers)]
    case.log[-1] = case.log[-1].replace(b'"schema":1', b'"schema":2')
    case.made = a_bundle(case.log, case.made.proofs["scope"], signers=case.signers)
    case.status = 1


def rewritten_unnoticed(case: Case) -> None:
    rewritten(case)
    case.kept, case.status = [], 0


CHANGES: list[Callable[[Case], None]] = [
    *(edited, broken_in_two, deleted, inserted, repeated, reordered, truncated, surplus),
    *(resigned, unknown_key, without_key, unsigned, signature_forged, wrong_size, wrong_size_everywhere, wrong_origin),
    *(inclusion_forged, consistency_forged, leaves_forged, other_stream, emptied, other_format),
    *(member_damaged, member_left_out, members_in_another_order),
    *(log_with_a_gap, rolled_back, rewritten, rewritten_unnoticed),
]


def case(number: int) -> Case:
    """The number-th case; every third is left sound."""
    chance = random.Random(number)
    log = a_log(chance.randint(1, 40), ("a.1", "b.2", "c.3")[: chance.randint(1, 3)], twist=str(number))
    keys = [Signer.numbered(100 + n) for n in range(chance.randint(1, 3))]
    signers = chance.sample(keys, chance.randint(1, len(keys)))
    sizes = sorted({chance.randint(0, len(log)) for _ in range(chance.randint(0, 3))})
    notes = [a_checkpoint(log[:size], chance.choice(keys)) for size in sizes]
    scope = chance.choice([None, "a.1"])
    made = a_bundle(log, scope, signers=signers, listed=keys, since=notes)
    found = Case(chance, log, signers, made, [key.vkey for key in keys], chance.sample(notes, len(notes) // 2))
    if number % 3:
        change = chance.choice(CHANGES)
        found.what = change.__name__
        change(found)
    return found
