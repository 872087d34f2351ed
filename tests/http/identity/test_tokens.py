"""No word of a token is believed unless everything about it holds."""

import hmac
import time
from typing import Any

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from joserfc.jwk import ECKey, Key, OKPKey, RSAKey
from joserfc.util import urlsafe_b64encode

from interfaces.http.identity.answers import SENTENCES, Unauthenticated
from interfaces.http.identity.tokens import bearer_token
from tests.http.identity.issuing import AUDIENCE, EC, ED, RSA, STRANGER, claims, signed, unsigned, verifier

NOW = int(time.time())


def code_of(token: str, *keys: Key, **chosen: Any) -> str:
    with pytest.raises(Unauthenticated) as refused:
        verifier(*keys, **chosen).claims(token)
    assert refused.value.says == SENTENCES[refused.value.code]
    assert refused.value.status == 401
    return refused.value.code


@pytest.mark.parametrize(
    ("key", "alg"), [(RSA, "RS256"), (RSA, "PS256"), (EC, "ES256"), (ED, "Ed25519"), (ED, "EdDSA")]
)
def test_a_good_token_is_believed_with_every_pinned_algorithm(key: Key, alg: str) -> None:
    assert verifier().claims(signed(key=key, alg=alg))["sub"] == "4711"


def test_the_audience_may_be_one_of_a_list() -> None:
    assert verifier().claims(signed(claims(aud=["other", AUDIENCE])))["aud"] == ["other", AUDIENCE]


def test_a_token_that_names_no_key_is_tried_with_every_key_of_its_type() -> None:
    another = RSAKey.generate_key(2048, {"kid": "another"})
    token = signed(header={"kid": None})
    assert verifier(EC, another, RSA).claims(token)["sub"] == "4711"
    assert code_of(token, EC, another) == "bad-signature"


@pytest.mark.parametrize(
    ("changed", "code"),
    [
        ({"exp": NOW - 3600}, "token-expired"),
        ({"exp": NOW - 61}, "token-expired"),
        ({"nbf": NOW + 3600}, "token-not-yet-valid"),
        ({"iat": NOW + 3600}, "token-not-yet-valid"),
        ({"iss": "https://elsewhere.example.org"}, "wrong-issuer"),
        ({"iss": ["https://anmeldung.example.org/realms/land"]}, "wrong-issuer"),
        ({"aud": "another-service"}, "wrong-audience"),
        ({"aud": ["another-service"]}, "wrong-audience"),
        ({"aud": []}, "wrong-audience"),
        ({"aud": {AUDIENCE: AUDIENCE}}, "wrong-audience"),
        ({"iss": None}, "claims-missing"),
        ({"aud": None}, "claims-missing"),
        ({"exp": None}, "claims-missing"),
        ({"sub": None}, "claims-missing"),
        ({"exp": "tomorrow"}, "claims-malformed"),
        ({"exp": True}, "claims-malformed"),
        ({"exp": float("nan")}, "claims-malformed"),
        ({"sub": ""}, "claims-malformed"),
        ({"sub": 4711}, "claims-malformed"),
        ({"sub": "a\nb"}, "claims-malformed"),
        ({"sub": "\ud800"}, "claims-malformed"),
        ({"sub": "x" * 256}, "claims-malformed"),
    ],
)
def test_a_token_with_a_wrong_claim_is_refused(changed: dict[str, Any], code: str) -> None:
    assert code_of(signed(claims(**changed))) == code


def test_of_several_faults_the_same_one_is_always_named() -> None:
    wrong = claims(aud="another-service", exp=NOW - 3600)
    assert {code_of(signed(wrong)), code_of(signed(dict(reversed(wrong.items()))))} == {"wrong-audience"}


def test_clocks_may_differ_by_the_skew_and_no_more() -> None:
    token = signed(claims(exp=1000, nbf=None, iat=None))
    assert verifier(now=lambda: 1059).claims(token)
    assert code_of(token, now=lambda: 1060) == "token-expired"


def test_a_token_without_signature_is_refused() -> None:
    assert code_of(unsigned({"alg": "none"})) == "algorithm-refused"
    assert code_of(unsigned({"alg": "None", "kid": "rsa"})) == "algorithm-refused"
    assert code_of(unsigned({"alg": "RS256", "kid": "rsa"})) == "bad-signature"


@pytest.mark.parametrize("secret", [RSA.as_pem(private=False), RSA.as_der(private=False), str(RSA["n"]).encode()])
@pytest.mark.parametrize("header", [{"alg": "HS256", "kid": "rsa"}, {"alg": "HS256"}])
def test_a_public_key_is_never_taken_for_a_shared_secret(secret: bytes, header: dict[str, str]) -> None:
    content = unsigned(header).rpartition(".")[0]
    tag = hmac.digest(secret, content.encode(), "sha256")
    assert code_of(f"{content}.{urlsafe_b64encode(tag).decode()}") == "algorithm-refused"


@pytest.mark.parametrize(("key", "alg"), [(EC, "ES256"), (ED, "Ed25519"), (ED, "EdDSA")])
def test_an_algorithm_that_does_not_fit_the_named_key_is_refused(key: Key, alg: str) -> None:
    assert code_of(signed(key=key, alg=alg, header={"kid": "rsa"})) == "algorithm-refused"


def test_an_algorithm_that_is_not_pinned_is_refused_though_the_key_fits() -> None:
    assert code_of(signed(alg="RS512")) == "algorithm-refused"
    assert code_of(signed(), algorithms=["ES256"]) == "algorithm-refused"


def test_a_key_is_used_only_for_what_it_is_published_for() -> None:
    marked = RSAKey.import_key(RSA.as_dict(private=True), {"alg": "PS256"})
    assert verifier(marked).claims(signed(alg="PS256"))["sub"] == "4711"
    assert code_of(signed(), marked) == "algorithm-refused"


def test_an_unknown_key_and_a_forged_signature_are_refused() -> None:
    assert code_of(signed(key=STRANGER)) == "unknown-key"
    assert code_of(signed(key=STRANGER, header={"kid": "rsa"})) == "bad-signature"
    header, _, signature = signed().split(".")
    other = signed(claims(sub="another")).split(".")[1]
    assert code_of(f"{header}.{other}.{signature}") == "bad-signature"


def test_keys_that_a_token_brings_along_count_for_nothing() -> None:
    brought = {"jwk": STRANGER.as_dict(private=False), "jku": "https://evil.example.org/jwks", "x5u": "https://x.test/"}
    assert code_of(signed(key=STRANGER, header=brought)) == "unknown-key"
    assert code_of(signed(key=STRANGER, header={**brought, "kid": "rsa"})) == "bad-signature"
    assert verifier().claims(signed(header=brought))["sub"] == "4711"


def test_an_extension_that_must_be_understood_is_refused() -> None:
    assert code_of(signed(header={"crit": ["b64"], "b64": True})) == "token-malformed"
    assert code_of(unsigned({"alg": "RS256", "kid": "rsa", "crit": ["exp"]})) == "token-malformed"
    assert code_of(unsigned({"alg": "RS256", "kid": "rsa", "b64": False})) == "token-malformed"


def test_a_token_of_more_than_eight_kibibytes_is_refused_unread() -> None:
    assert code_of(signed(claims(groups=["x" * 7000]))) == "token-too-large"
    assert verifier().claims(signed(claims(groups=["x" * 5000])))["groups"] == ["x" * 5000]


@pytest.mark.parametrize(
    ("token", "code"),
    [
        ("", "token-missing"),
        ("a.b", "token-malformed"),
        ("a.b.c.d.e", "token-malformed"),
        ("ä.b.c", "token-malformed"),
        ("a.b.c\n", "token-malformed"),
        ("\ud800.b.c", "token-malformed"),
        (unsigned("alg"), "token-malformed"),
        (unsigned(["alg"]), "token-malformed"),
        (unsigned(1), "token-malformed"),
        (unsigned({}), "token-malformed"),
        (unsigned({"alg": ["RS256"]}), "token-malformed"),
        (unsigned({"alg": {}}), "token-malformed"),
        (unsigned({"alg": "RS256", "kid": 7}), "token-malformed"),
        (unsigned({"alg": "RS256", "x5c": "no list"}), "token-malformed"),
        (signed(b"[1]"), "token-malformed"),
        (signed(b"{"), "token-malformed"),
        (signed(b"\xff"), "token-malformed"),
        (signed(b"[" * 5000), "token-malformed"),
        (signed(b'{"exp":' + b"9" * 5000 + b"}"), "token-malformed"),
        (unsigned({"alg": "RS256", "kid": "\ud800"}), "unknown-key"),
    ],
)
def test_garbage_is_refused_as_such(token: str, code: str) -> None:
    assert code_of(token) == code


def believed_or_refused(token: str) -> None:
    try:
        verifier().claims(token)
    except Unauthenticated as refused:
        assert refused.code in SENTENCES  # noqa: PT017 - either outcome is right, any other exception is not


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
    max_leaves=4,
)
FIELDS = st.sampled_from(["alg", "kid", "crit", "b64", "jku", "jwk", "x5c", "typ", "cty"])
VALUES = JSON | st.sampled_from(["RS256", "ES256", "EdDSA", "none", "HS256", "rsa", "ec", "ed"])


@settings(deadline=None)
@given(st.text() | st.text("abc.-_", min_size=5))
def test_no_text_whatever_raises_anything_else(token: str) -> None:
    believed_or_refused(token)


@settings(deadline=None)
@given(JSON | st.dictionaries(FIELDS, VALUES, max_size=5), JSON, st.binary(max_size=80))
def test_no_header_and_no_signature_raises_anything_else(header: object, payload: object, signature: bytes) -> None:
    believed_or_refused(unsigned(header, payload, signature))


@settings(deadline=None)
@given(
    st.dictionaries(
        st.sampled_from(["iss", "aud", "exp", "nbf", "iat", "sub", "jti"]) | st.text(max_size=8), JSON, max_size=5
    )
)
def test_no_signed_claims_raise_anything_else(changed: dict[str, Any]) -> None:
    believed_or_refused(signed(claims() | changed, key=ED, alg="Ed25519"))


@settings(deadline=None)
@given(st.binary())
def test_no_signed_payload_raises_anything_else(payload: bytes) -> None:
    believed_or_refused(signed(payload, key=ED, alg="Ed25519"))


GOOD = [signed(), signed(key=EC, alg="ES256"), signed(key=ED, alg="Ed25519")]


@settings(deadline=None)
@given(st.sampled_from(GOOD), st.integers(min_value=0, max_value=max(map(len, GOOD)) - 1), st.sampled_from("AQgwZ_-."))
def test_a_token_changed_in_one_place_is_refused(token: str, place: int, letter: str) -> None:
    assume(place < len(token) and token[place] != letter)
    with pytest.raises(Unauthenticated):
        verifier().claims(token[:place] + letter + token[place + 1 :])


def test_small_curves_of_another_algorithm_do_not_pass() -> None:
    larger = ECKey.generate_key("P-384", {"kid": "larger"})
    assert code_of(signed(key=larger, alg="ES384"), larger) == "algorithm-refused"
    agreeing = OKPKey.generate_key("X25519", {"kid": "ed"})
    assert code_of(signed(key=ED, alg="EdDSA"), agreeing) == "bad-signature"


@pytest.mark.parametrize(("header", "token"), [("Bearer a.b.c", "a.b.c"), ("bearer  a.b.c ", "a.b.c")])
def test_the_token_stands_in_the_authorization_header(header: str, token: str) -> None:
    assert bearer_token(header) == token


@pytest.mark.parametrize(
    ("header", "code"),
    [
        (None, "token-missing"),
        ("", "token-missing"),
        ("Basic YTpi", "token-malformed"),
        ("Bearer", "token-malformed"),
        ("Bearer a b", "token-malformed"),
        ("Bearer a\nb", "token-malformed"),
    ],
)
def test_another_authorization_is_refused(header: str | None, code: str) -> None:
    with pytest.raises(Unauthenticated) as refused:
        bearer_token(header)
    assert refused.value.code == code
