"""The verifier's Ed25519, against RFC 8032 and against an established library."""

import pytest
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from hypothesis import given, settings
from hypothesis import strategies as st

from application.proofs.signed_note import SMALL_ORDER
from interfaces.verifier.verify import BASE, ORDER, ZERO, P, decoded, encoded, signature_holds, times

# RFC 8032 § 7.1: public key, message, signature.
VECTORS = {
    "TEST 1": (
        "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a",
        "",
        "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e06522490155"
        "5fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b",
    ),
    "TEST 2": (
        "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c",
        "72",
        "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da"
        "085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00",
    ),
    "TEST 3": (
        "fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025",
        "af82",
        "6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac"
        "18ff9b538d16f290ae67f760984dc6594a7c15e9716ed28dc027beceea1ec40a",
    ),
    "TEST SHA(abc)": (
        "ec172b93ad5e563bf4932c70e1245034c35467ef2efd4d64ebf819683467e2bf",
        "ddaf35a193617abacc417349ae20413112e6fa4e89a97ea20a9eeee64b55d39a"
        "2192992a274fc1a836ba3c23a3feebbd454d4423643ce80e2a9ac94fa54ca49f",
        "dc2a4459e7369633a52b1bf277839a00201009a3efbf3ecb69bea2186c26b589"
        "09351fc9ac90b3ecfdfbc7c66431e0303dca179c138ac17ad9bef1177331a704",
    ),
}
# The eight points of small order, and encodings that are no point or not a point's only encoding.
SMALL = sorted(point.hex() for point in SMALL_ORDER)
NO_POINTS = {
    "not on the curve": (2).to_bytes(32, "little"),
    "the identity with an odd x": (1 | 1 << 255).to_bytes(32, "little"),
    "y = p": P.to_bytes(32, "little"),
    "y = p + 1": (P + 1).to_bytes(32, "little"),
    "the largest y": b"\xff" * 32,
}
KEY = Ed25519PrivateKey.from_private_bytes(bytes(range(32)))
PUBLIC = KEY.public_key().public_bytes_raw()


def as_the_library_sees(public: bytes, message: bytes, signature: bytes) -> bool:
    try:
        Ed25519PublicKey.from_public_bytes(public).verify(signature, message)
    except InvalidSignature:
        return False
    return True


@pytest.mark.parametrize("name", VECTORS)
def test_the_published_vectors_hold_and_a_changed_bit_does_not(name: str) -> None:
    public, message, signature = map(bytes.fromhex, VECTORS[name])
    assert signature_holds(public, message, signature)
    assert not signature_holds(public, message + b"\0", signature)
    assert not signature_holds(public, message, bytes([signature[0] ^ 1]) + signature[1:])
    assert not signature_holds(public, message, signature[:-1] + bytes([signature[-1] ^ 1]))


@settings(deadline=None)
@given(st.binary(min_size=32, max_size=32), st.binary(max_size=200), st.data())
def test_it_agrees_with_the_library(secret: bytes, message: bytes, data: st.DataObject) -> None:
    key = Ed25519PrivateKey.from_private_bytes(secret)
    public, signature = key.public_key().public_bytes_raw(), key.sign(message)
    assert signature_holds(public, message, signature)
    bit = data.draw(st.integers(0, 511))
    changed = (int.from_bytes(signature, "little") ^ 1 << bit).to_bytes(64, "little")
    assert signature_holds(public, message, changed) is as_the_library_sees(public, message, changed) is False


@pytest.mark.parametrize("times_order", range(1, 15))
def test_a_signature_has_one_spelling_only(times_order: int) -> None:
    signature = KEY.sign(b"message")
    scalar = int.from_bytes(signature[32:], "little") + times_order * ORDER
    other = signature[:32] + scalar.to_bytes(32, "little")
    assert not signature_holds(PUBLIC, b"message", other)
    assert not as_the_library_sees(PUBLIC, b"message", other)


@pytest.mark.parametrize("public", SMALL)
def test_a_key_that_signs_anything_is_refused(public: str) -> None:
    with pytest.raises(ValueError, match="no point"):
        decoded(bytes.fromhex(public))
    assert not signature_holds(bytes.fromhex(public), b"anything", encoded(BASE) + (1).to_bytes(32, "little"))


@pytest.mark.parametrize("name", NO_POINTS)
def test_what_is_no_point_or_not_its_only_spelling_is_refused(name: str) -> None:
    with pytest.raises(ValueError, match="no point"):
        decoded(NO_POINTS[name])
    assert not signature_holds(NO_POINTS[name], b"", KEY.sign(b""))
    assert not signature_holds(PUBLIC, b"", NO_POINTS[name] + KEY.sign(b"")[32:])


@pytest.mark.parametrize("length", [0, 31, 32, 63, 65])
def test_a_signature_of_another_length_is_refused(length: int) -> None:
    assert not signature_holds(PUBLIC, b"", (KEY.sign(b"") + b"\0")[:length])
    assert not signature_holds(PUBLIC[:31], b"", KEY.sign(b""))


def test_the_base_point_has_the_order_of_the_group() -> None:
    assert encoded(times(ORDER, BASE)) == encoded(ZERO)
    assert decoded(encoded(times(7, BASE)))[:2] != BASE[:2]
