"""A provider's keys: kept, renewed, and held on to for a while when the provider is away."""

import gzip
import json
import threading
from collections.abc import Iterator
from concurrent.futures import FIRST_COMPLETED, ThreadPoolExecutor, wait
from typing import Any

import pytest
from cryptography.hazmat.primitives.asymmetric.rsa import generate_private_key
from joserfc.jwk import RSAKey
from joserfc.util import urlsafe_b64encode

from interfaces.http.identity import documents, key_sets
from interfaces.http.identity.answers import IdentityUnavailable, Unauthenticated
from interfaces.http.identity.documents import document
from interfaces.http.identity.key_sets import RemoteKeySet, usable
from interfaces.http.identity.tokens import TokenVerifier
from tests.http.identity.issuing import (
    ALGORITHMS,
    AUDIENCE,
    EC,
    ED,
    RSA,
    STRANGER,
    Clock,
    KeyServer,
    claims,
    key_server,
    published,
    remote,
    signed,
)


@pytest.fixture
def server() -> Iterator[KeyServer]:
    with key_server(RSA) as server:
        yield server


@pytest.fixture
def clock() -> Clock:
    return Clock()


def verifying(server: KeyServer, keys: RemoteKeySet) -> TokenVerifier:
    return TokenVerifier(keys, issuer=server.url, audience=AUDIENCE, algorithms=ALGORITHMS)


def token(server: KeyServer, key: RSAKey = RSA, **header: str | None) -> str:
    return signed(claims(iss=server.url), key=key, header=header)


def test_keys_are_found_by_discovery_and_kept(server: KeyServer, clock: Clock) -> None:
    verifier = verifying(server, remote(server, clock))
    for _ in range(5):
        assert verifier.claims(token(server))["sub"] == "4711"
    assert server.asked == 2


def test_a_given_address_spares_discovery(server: KeyServer, clock: Clock) -> None:
    keys = remote(server, clock, address=f"{server.url}/jwks")
    assert [key.kid for key in keys.in_force()] == ["rsa"]
    assert server.asked == 1


def test_keys_are_renewed_when_their_time_is_up(server: KeyServer, clock: Clock) -> None:
    keys = remote(server, clock, lifetime=3600)
    keys.in_force()
    server.publish(EC)
    clock.at += 3599
    assert [key.kid for key in keys.in_force()] == ["rsa"]
    clock.at += 1
    assert [key.kid for key in keys.in_force()] == ["ec"]


def test_a_token_of_a_new_key_is_believed_at_once(server: KeyServer, clock: Clock) -> None:
    verifier = verifying(server, remote(server, clock))
    verifier.claims(token(server))
    server.publish(STRANGER)
    clock.at += key_sets.RENEW_AFTER
    assert verifier.claims(token(server, STRANGER))["sub"] == "4711"
    with pytest.raises(Unauthenticated) as refused:
        verifier.claims(token(server))
    assert refused.value.code == "unknown-key"


def test_a_new_key_is_also_found_when_tokens_name_none(server: KeyServer, clock: Clock) -> None:
    verifier = verifying(server, remote(server, clock))
    verifier.claims(token(server, kid=None))
    server.publish(STRANGER)
    clock.at += key_sets.RENEW_AFTER
    assert verifier.claims(token(server, STRANGER, kid=None))["sub"] == "4711"


def test_tokens_of_unknown_keys_do_not_make_the_provider_busy(server: KeyServer, clock: Clock) -> None:
    verifier = verifying(server, remote(server, clock))
    for second in range(60):
        clock.at += 1
        with pytest.raises(Unauthenticated) as refused:
            verifier.claims(token(server, STRANGER, kid=f"guess-{second}"))
        assert refused.value.code == "unknown-key"
    assert server.asked == 4  # discovery and key set: at first, and once after half a minute


def test_unknown_keys_do_not_make_an_absent_provider_busy_either(server: KeyServer, clock: Clock) -> None:
    verifier = verifying(server, remote(server, clock))
    verifier.claims(token(server))
    server.status = 500
    before = server.asked
    for second in range(60):
        clock.at += 1
        with pytest.raises((Unauthenticated, IdentityUnavailable)):
            verifier.claims(token(server, STRANGER, kid=f"guess-{second}"))
    assert server.asked - before <= 2


def test_a_provider_that_never_answered_is_asked_twice_a_minute_whoever_comes(server: KeyServer, clock: Clock) -> None:
    verifier = verifying(server, remote(server, clock))
    server.status = 500
    for second in range(120):
        clock.at += 0.5
        with pytest.raises(IdentityUnavailable):
            verifier.claims(token(server, STRANGER, kid=f"guess-{second}"))
    assert server.asked == 2


def test_few_threads_wait_for_a_provider_that_hangs(
    server: KeyServer, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    keys = remote(server, clock)
    server.answering.clear()
    monkeypatch.setattr(documents, "STEP", 60)
    monkeypatch.setattr(documents, "ALTOGETHER", 60)
    with ThreadPoolExecutor(key_sets.WAITING + 5) as pool:
        asking = [pool.submit(keys.in_force) for _ in range(key_sets.WAITING + 5)]
        done, _ = wait(asking, timeout=20, return_when=FIRST_COMPLETED)
        assert isinstance(next(iter(done)).exception(), IdentityUnavailable)
        server.answering.set()
        turned_away = [one.exception() for one in asking if one.exception()]
    assert len(turned_away) == 5


def test_keys_outlive_the_provider_for_a_while(server: KeyServer, clock: Clock) -> None:
    verifier = verifying(server, remote(server, clock, lifetime=3600, grace=7200))
    good = token(server)
    verifier.claims(good)
    server.stop()
    for passed in (3600, 7100):
        clock.at = 1_000_000.0 + passed
        assert verifier.claims(good)["sub"] == "4711"
        with pytest.raises(IdentityUnavailable):
            verifier.claims(token(server, STRANGER))
    clock.at = 1_000_000.0 + 3600 + 7200
    with pytest.raises(IdentityUnavailable):
        verifier.claims(good)


def test_a_provider_that_was_never_there_is_unavailable_and_left_in_peace(server: KeyServer, clock: Clock) -> None:
    keys = remote(server, clock)
    server.status = 500
    for _ in range(10):
        with pytest.raises(IdentityUnavailable) as unavailable:
            keys.in_force()
        assert "500" in unavailable.value.why
    assert server.asked == 1
    server.status = 200
    clock.at += key_sets.RENEW_AFTER
    assert [key.kid for key in keys.in_force()] == ["rsa"]


def test_many_threads_ask_the_provider_once(server: KeyServer, clock: Clock) -> None:
    keys = remote(server, clock)
    start = threading.Barrier(16)

    def ask(_: int) -> list[str | None]:
        start.wait(10)
        return [key.kid for key in keys.in_force()]

    with ThreadPoolExecutor(16) as pool:
        assert list(pool.map(ask, range(16))) == [["rsa"]] * 16
    assert server.asked == 2


def test_a_provider_that_calls_itself_otherwise_is_not_believed(server: KeyServer, clock: Clock) -> None:
    server.documents["/.well-known/openid-configuration"] = json.dumps(
        {"issuer": "https://elsewhere.example.org", "jwks_uri": f"{server.url}/jwks"}
    ).encode()
    with pytest.raises(IdentityUnavailable, match="anders als ZIELSTEUERUNG_OIDC_ISSUER"):
        remote(server, clock).in_force()


@pytest.mark.parametrize("found", ["http://198.51.100.7/jwks", "ftp://127.0.0.1/jwks", "http://", "http://[", None, 7])
def test_discovery_leads_to_no_unsafe_place(server: KeyServer, clock: Clock, found: object) -> None:
    server.documents["/.well-known/openid-configuration"] = json.dumps(
        {"issuer": server.url, "jwks_uri": found}
    ).encode()
    with pytest.raises(IdentityUnavailable, match="jwks_uri"):
        remote(server, clock).in_force()


@pytest.mark.parametrize("body", [b"", b"{", b"[]", b"\xff", b"[" * 100_000, b'"keys"'])
def test_a_document_that_is_no_json_object_is_refused(server: KeyServer, body: bytes) -> None:
    server.documents["/document"] = body
    with pytest.raises(IdentityUnavailable):
        document(f"{server.url}/document")


def test_a_document_may_be_large_only_up_to_a_point(server: KeyServer) -> None:
    server.documents["/fits"] = b"{" + b" " * (documents.MAX_BYTES - 2) + b"}"
    server.documents["/large"] = b"{" + b" " * (documents.MAX_BYTES - 1) + b"}"
    assert document(f"{server.url}/fits") == {}
    with pytest.raises(IdentityUnavailable, match="zu groß"):
        document(f"{server.url}/large")


def test_a_packed_document_is_not_unpacked(server: KeyServer) -> None:
    server.headers = {"Content-Encoding": "gzip"}
    server.documents["/packed"] = gzip.compress(b"{}")
    with pytest.raises(IdentityUnavailable):
        document(f"{server.url}/packed")


def test_no_redirect_is_followed(server: KeyServer) -> None:
    server.documents["/moved"] = b"{}"
    server.status, server.headers = 302, {"Location": f"{server.url}/jwks"}
    with pytest.raises(IdentityUnavailable, match="302"):
        document(f"{server.url}/moved")


@pytest.mark.parametrize("address", ["http://198.51.100.7/", "ftp://127.0.0.1/", "https://user:secret@example.org/"])
def test_no_unsafe_address_is_asked(address: str) -> None:
    with pytest.raises(IdentityUnavailable):
        document(address)


def test_a_slow_provider_is_given_up(server: KeyServer, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(documents, "ALTOGETHER", 0.0)
    with pytest.raises(IdentityUnavailable, match="zu langsam"):
        document(f"{server.url}/jwks")


def weak_rsa_key() -> dict[str, Any]:
    numbers = generate_private_key(public_exponent=65537, key_size=1024).public_key().public_numbers()
    return {"kty": "RSA", "e": "AQAB", "n": urlsafe_b64encode(numbers.n.to_bytes(128, "big")).decode()}


def test_only_keys_that_can_verify_a_signature_are_taken() -> None:
    useless = [
        {"kty": "oct", "k": "c2VjcmV0LXNlY3JldC1zZWNyZXQ"},
        {"kty": "AKP", "alg": "ML-DSA-44", "pub": "AA"},
        {"kty": "EC", "crv": "P-256", "x": "AA", "y": "AA"},
        {"kty": "EC", "crv": "unheard-of", "x": "AA", "y": "AA"},
        {"kty": "OKP", "crv": "Ed25519", "x": 7},
        {"kty": "OKP"},
        {"kty": ["RSA"]},
        weak_rsa_key(),
        {"kty": "RSA", "n": 7, "e": None},
        {**ED.as_dict(private=False), "use": "enc"},
        "key",
        None,
    ]
    assert [key.kid for key in usable({"keys": [*useless, *published(EC)["keys"]]})] == ["ec"]
    with pytest.raises(IdentityUnavailable, match="keinen brauchbaren Schlüssel"):
        usable({"keys": useless})


@pytest.mark.parametrize("nothing", [{}, {"keys": {}}, {"keys": []}, {"keys": None}])
def test_a_key_set_without_keys_is_none(nothing: dict[str, Any]) -> None:
    with pytest.raises(IdentityUnavailable):
        usable(nothing)
