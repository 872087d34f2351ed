"""Without a provider, whoever sits at this machine gets in by a link, and nobody else."""

import json
import os
import stat
import threading
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from joserfc import jwt
from joserfc.jwk import OKPKey

from domain.record import Actor, Role
from interfaces.http.identity.answers import IdentityUnavailable, Misconfigured, Unauthenticated
from interfaces.http.identity.local_issuer import ISSUER, SERVICE, LocalIssuer
from interfaces.http.identity.loopback import must_be_loopback
from tests.http.identity.issuing import Clock, unsigned

LAND = Actor("ms-1", Role.LAND, "Referat Zielsteuerung", "Eigene Anmeldung", "ni-ms", "03")
AUDITOR = Actor("rp-1", Role.AUDITOR, "Rechnungsprüfung", "Eigene Anmeldung")


def issuer(directory: Path, *actors: Actor, clock: Clock | None = None, lifetime: int = 600) -> LocalIssuer:
    chosen = actors or (LAND, AUDITOR)
    return LocalIssuer(directory / "keys", chosen, lifetime=lifetime, code_lifetime=60, now=clock or Clock())


def header_of(token: str) -> str:
    return token.partition(".")[0]


def code_of(local: LocalIssuer, token: str) -> str:
    with pytest.raises(Unauthenticated) as refused:
        local.actor(token)
    return refused.value.code


def test_a_sign_in_code_becomes_a_token_of_its_actor(tmp_path: Path) -> None:
    local = issuer(tmp_path)
    for actor in local.actors:
        assert local.actor(local.exchange(local.sign_in_code(actor.person))) == actor


def test_a_code_is_no_token_and_a_token_is_no_code(tmp_path: Path) -> None:
    local = issuer(tmp_path)
    assert code_of(local, local.sign_in_code("ms-1")) == "token-malformed"
    with pytest.raises(Unauthenticated) as refused:
        local.exchange(local.token("ms-1"))
    assert refused.value.code == "link-unknown"


def test_a_link_is_short_and_a_guess_opens_nothing(tmp_path: Path) -> None:
    local = issuer(tmp_path)
    assert len(local.sign_in_code("ms-1")) == 16
    for guess in ("A" * 16, "../keys", "", "a" * 2000, "..%2f..%2fetc"):
        with pytest.raises(Unauthenticated) as refused:
            local.exchange(guess)
        assert refused.value.code == "link-unknown"


def test_tokens_and_codes_expire(tmp_path: Path) -> None:
    clock = Clock()
    local = issuer(tmp_path, clock=clock)
    token, code = local.token("ms-1"), local.sign_in_code("ms-1")
    clock.at += 59
    assert local.exchange(code)
    clock.at += 1
    with pytest.raises(Unauthenticated) as refused:
        local.exchange(code)
    assert refused.value.code == "link-expired"
    clock.at += 539
    assert local.actor(token) == LAND
    clock.at += 1
    assert code_of(local, token) == "token-expired"


def test_a_sign_in_link_works_once_whichever_worker_takes_it(tmp_path: Path) -> None:
    local, worker = issuer(tmp_path), issuer(tmp_path)
    code = local.sign_in_code("ms-1")
    assert local.exchange(code)
    for one in (local, worker):
        with pytest.raises(Unauthenticated) as refused:
            one.exchange(code)
        assert refused.value.code == "link-used"
    assert worker.exchange(worker.sign_in_code("ms-1"))


def test_the_samples_links_work_again(tmp_path: Path) -> None:
    sample = LocalIssuer(tmp_path / "sample", [LAND], once=False)
    code = sample.sign_in_code(LAND.person)
    assert sample.exchange(code)
    assert sample.exchange(code)


def test_tokens_outlive_a_restart(tmp_path: Path) -> None:
    token = issuer(tmp_path).token("rp-1")
    assert issuer(tmp_path).actor(token) == AUDITOR


def test_another_directory_is_another_issuer(tmp_path: Path) -> None:
    assert code_of(issuer(tmp_path / "sample"), issuer(tmp_path / "real").token("ms-1")) == "unknown-key"


def test_who_is_no_longer_configured_does_not_get_in(tmp_path: Path) -> None:
    token = issuer(tmp_path).token("rp-1")
    assert code_of(issuer(tmp_path, LAND), token) == "not-mapped"
    with pytest.raises(KeyError):
        issuer(tmp_path).token("rp-2")


def test_a_token_of_somebody_elses_key_is_refused(tmp_path: Path) -> None:
    local = issuer(tmp_path)
    key = OKPKey.generate_key("Ed25519", auto_kid=True)
    claims = {"iss": ISSUER, "aud": SERVICE, "sub": "ms-1", "exp": 2_000_000}
    forged = jwt.encode({"alg": "Ed25519", "kid": key.kid}, claims, key, algorithms=["Ed25519"])
    assert code_of(local, forged) == "unknown-key"
    assert code_of(local, unsigned({"alg": "none"}, claims)) == "algorithm-refused"


def test_after_rotation_old_tokens_hold_until_they_expire(tmp_path: Path) -> None:
    clock = Clock()
    local, worker = issuer(tmp_path, clock=clock), issuer(tmp_path, clock=clock)
    old = local.token("ms-1")
    worker.rotate()
    new = worker.token("ms-1")
    clock.at += 599
    assert local.actor(old) == local.actor(new) == worker.actor(old) == LAND
    assert header_of(local.token("ms-1")) == header_of(new) != header_of(old)


def test_a_replaced_key_signs_nothing_more_after_its_time(tmp_path: Path) -> None:
    clock = Clock()
    local = issuer(tmp_path, clock=clock)
    stolen = json.loads(next((tmp_path / "keys").iterdir()).read_text())["key"]
    os.utime(tmp_path / "keys", (1, 1))  # so that the change is seen even by a coarse clock of the file system
    assert local.actor(local.token("ms-1")) == LAND
    issuer(tmp_path, clock=clock).rotate()
    clock.at += 600
    key = OKPKey.import_key(stolen)
    claims = {"iss": ISSUER, "aud": SERVICE, "sub": "ms-1", "exp": 2_000_000}
    late = jwt.encode({"alg": "Ed25519", "kid": key.kid}, claims, key, algorithms=["Ed25519"])
    assert code_of(local, late) == "unknown-key"
    local.rotate()
    assert sorted(path.name for path in (tmp_path / "keys").iterdir()) == [
        "signing-key-000002.json",
        "signing-key-000003.json",
    ]


def test_keys_are_readable_by_their_owner_alone(tmp_path: Path) -> None:
    issuer(tmp_path).rotate()
    directory = tmp_path / "keys"
    assert stat.S_IMODE(directory.stat().st_mode) == 0o700
    assert [stat.S_IMODE(path.stat().st_mode) for path in directory.iterdir()] == [0o600, 0o600]


def test_a_key_that_others_could_read_is_refused(tmp_path: Path) -> None:
    local = issuer(tmp_path)
    token = local.token("ms-1")
    next((tmp_path / "keys").iterdir()).chmod(0o640)
    with pytest.raises(Misconfigured, match="chmod 600"):
        issuer(tmp_path)
    with pytest.raises(IdentityUnavailable, match="chmod 600"):
        local.token("ms-1")
    assert local.actor(token) == LAND


def test_a_key_that_vanishes_while_being_read_is_passed_over(tmp_path: Path) -> None:
    local = issuer(tmp_path)
    (tmp_path / "keys" / "signing-key-000009.json").symlink_to(tmp_path / "vanished")
    assert local.actor(local.token("ms-1")) == LAND


@pytest.mark.parametrize(
    "content", ["", "{}", '{"created": 1, "key": {"kty": "OKP"}}', "[]", '{"created": "x", "key": 1}']
)
def test_a_spoilt_key_keeps_the_service_from_starting(tmp_path: Path, content: str) -> None:
    issuer(tmp_path)
    next((tmp_path / "keys").iterdir()).write_text(content)
    with pytest.raises(Misconfigured, match="nicht benutzbar"):
        issuer(tmp_path)


def test_a_vanished_directory_is_no_crash(tmp_path: Path) -> None:
    local = issuer(tmp_path)
    token = local.token("ms-1")
    (tmp_path / "keys").rename(tmp_path / "gone")
    with pytest.raises(IdentityUnavailable):
        local.actor(token)


def test_a_place_where_nothing_can_be_kept_is_refused(tmp_path: Path) -> None:
    (tmp_path / "keys").write_text("a file")
    with pytest.raises(Misconfigured):
        issuer(tmp_path)


def test_the_actors_must_be_some_and_different(tmp_path: Path) -> None:
    with pytest.raises(Misconfigured):
        LocalIssuer(tmp_path / "keys", [])
    with pytest.raises(Misconfigured):
        LocalIssuer(tmp_path / "keys", [LAND, LAND])


@pytest.mark.parametrize("seconds", [0, -1, 7 * 24 * 3600 + 1])
def test_no_lifetime_is_without_bounds(tmp_path: Path, seconds: int) -> None:
    with pytest.raises(Misconfigured):
        LocalIssuer(tmp_path / "keys", [LAND], lifetime=seconds)
    with pytest.raises(Misconfigured):
        LocalIssuer(tmp_path / "keys", [LAND], code_lifetime=seconds)


def test_workers_that_start_at_once_share_one_key(tmp_path: Path) -> None:
    begin = threading.Barrier(8)

    def start(number: int) -> list[str]:
        tokens = []
        for round_ in range(20):
            begin.wait(20)
            tokens.append(LocalIssuer(tmp_path / str(round_), [LAND]).token("ms-1"))
        return tokens

    with ThreadPoolExecutor(8) as workers:
        started = list(workers.map(start, range(8)))
    for round_, tokens in enumerate(zip(*started, strict=True)):
        local = LocalIssuer(tmp_path / str(round_), [LAND])
        assert [local.actor(token) for token in tokens] == [LAND] * 8
        assert [path.name for path in (tmp_path / str(round_)).iterdir()] == ["signing-key-000001.json"]


def test_workers_that_rotate_at_once_leave_keys_that_hold(tmp_path: Path) -> None:
    local = issuer(tmp_path)
    begin = threading.Barrier(4)

    def rotate(number: int) -> str:
        worker = issuer(tmp_path)
        begin.wait(20)
        worker.rotate()
        return worker.token("ms-1")

    with ThreadPoolExecutor(4) as workers:
        tokens = [local.token("ms-1"), *workers.map(rotate, range(4))]
    assert [local.actor(token) for token in tokens] == [LAND] * 5


@pytest.mark.parametrize("host", ["127.0.0.1", "127.8.9.1", "::1", "localhost", "LocalHost"])
def test_this_machine_alone_is_let_in(host: str) -> None:
    must_be_loopback(host)


@pytest.mark.parametrize(
    "host",
    ["0.0.0.0", "::", "", "10.0.0.5", "192.168.1.2", "203.0.113.9", "zielsteuerung.example.org", "localhost.evil.org",
     "127.0.0.1.evil.org", "0x7f.0.0.1", "2130706433", "[::1]", "::ffff:10.0.0.1", "127.0.0.1 ", "*"],
)  # fmt: skip
def test_without_a_provider_no_other_machine_is_let_in(host: str) -> None:
    with pytest.raises(Misconfigured, match="nur auf diesem Rechner"):
        must_be_loopback(host)
