"""The test vectors of docs/audit.md; `python -m tests.verifier.vectors` prints them as they stand there."""

import hashlib

from tests.verifier.making import Made, Signer, a_bundle, a_checkpoint, canonical, growth, leaves_of, path, top

ORIGIN = "zielsteuerung.example/log"
KEY = Signer(bytes(range(32)), ORIGIN)
NAMESAKES = tuple(Signer(number.to_bytes(32, "big"), ORIGIN) for number in (49932, 91792))
"""Two keys of one origin whose ids are the same."""
STREAMS = ("a", "b")


def entries() -> list[bytes]:
    """Sixteen entries with nothing but what the verifier looks at, of two streams in turns."""
    return [
        canonical(
            {
                "recorded_at": f"2026-01-02T03:04:05.{number:06d}Z",
                "stream_id": STREAMS[number % 2],
                "version": number // 2 + 1,
            }
        )
        for number in range(16)
    ]


def bundle() -> Made:
    """Stream b at size 13, with the consistency proof from size 6."""
    log = entries()
    made = a_bundle(log[:13], "b", signers=[KEY], since=[a_checkpoint(log[:6], KEY, origin=ORIGIN)])
    made.proofs["origin"] = ORIGIN
    made.checkpoint = a_checkpoint(log[:13], KEY, origin=ORIGIN)
    return made


def block(*lines: str) -> str:
    return "\n".join(["```", *lines, "```"])


def shares(proof: list[bytes]) -> list[str]:
    return [node.hex() for node in proof] or ["(empty)"]


def page() -> str:
    """Everything between the two marks of docs/audit.md."""
    log = entries()
    leaves = leaves_of(log)
    data = bundle().zipped()
    trees = [f"{n:2} {leaves[n - 1].hex()} {top(leaves[:n]).hex()}" for n in range(1, 17)]
    parts = [
        "The sixteen entries, by position; each line's bytes without its line break are the entry:",
        block(*(entry.decode() for entry in log)),
        "Position, leaf hash of that entry, root of the tree of that size; the root of size 0 is\n"
        f"`{hashlib.sha256().hexdigest()}`:",
        block(*trees),
        "Inclusion proof of position 11 in the tree of size 13:",
        block(*shares(path(10, leaves[:13]))),
        "Consistency proof from size 6 to size 13, and from size 8 to size 13:",
        block(*shares(growth(6, leaves[:13])), "", *shares(growth(8, leaves[:13]))),
        f"Key: the secret is the 32 bytes 00 01 02 … 1f, the public key\n`{KEY.public.hex()}`, the vkey",
        block(KEY.vkey),
        "Checkpoint of size 13 (the file ends with the line break behind the signature):",
        block(*a_checkpoint(log[:13], KEY, origin=ORIGIN).split("\n")[:-1]),
        "proofs.json of the bundle of stream `b` at this checkpoint, with the proof for the checkpoint of size 6:",
        block(canonical(bundle().proofs).decode()),
        f"The bundle with this proofs.json has {len(data)} bytes and the SHA-256",
        block(hashlib.sha256(data).hexdigest()),
        "Two keys with one id: the secrets are the numbers 49,932 and 91,792 as 32 bytes, the most significant first.\n"
        "Given both as trusted keys, or a `keys.txt` with both, a verifier ends with 2:",
        block(*(key.vkey for key in NAMESAKES)),
    ]
    return "\n\n".join(parts)


if __name__ == "__main__":
    print(page())
