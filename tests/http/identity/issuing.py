"""A provider's signing side: keys, tokens good and bad, and its key set over real HTTP."""

import json
import threading
import time
import warnings
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

from joserfc import jws
from joserfc.errors import SecurityWarning
from joserfc.jwk import ECKey, Key, KeySet, OKPKey, RSAKey
from joserfc.util import urlsafe_b64encode

from interfaces.http.identity.key_sets import Keys, RemoteKeySet, usable
from interfaces.http.identity.tokens import TokenVerifier

ISSUER = "https://anmeldung.example.org/realms/land"
AUDIENCE = "zielsteuerung-api"
ALGORITHMS = ("RS256", "ES256", "PS256", "Ed25519", "EdDSA")

RSA = RSAKey.generate_key(2048, {"kid": "rsa"})
EC = ECKey.generate_key("P-256", {"kid": "ec"})
ED = OKPKey.generate_key("Ed25519", {"kid": "ed"})
STRANGER = RSAKey.generate_key(2048, {"kid": "stranger"})
KEYS = KeySet([RSA, EC, ED])


def claims(**changed: Any) -> dict[str, Any]:
    """Claims of a good token; what is given as None is left out."""
    now = int(time.time())
    good = {"iss": ISSUER, "aud": AUDIENCE, "sub": "4711", "iat": now, "nbf": now, "exp": now + 600}
    return {name: value for name, value in (good | changed).items() if value is not None}


def signed(
    payload: object = None, *, key: Key = RSA, alg: str = "RS256", header: Mapping[str, Any] | None = None
) -> str:
    """A token, with whatever in it; its header names the key unless told otherwise."""
    said = {"alg": alg, "kid": key.kid, **(header or {})}
    registry = jws.JWSRegistry(algorithms=[alg], strict_check_header=False)
    body = payload if isinstance(payload, bytes) else json.dumps(claims() if payload is None else payload).encode()
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", SecurityWarning)  # of old names and weak keys, which are meant here
        return jws.serialize_compact({k: v for k, v in said.items() if v is not None}, body, key, registry=registry)


def unsigned(header: object, payload: object = None, signature: bytes = b"") -> str:
    """Three parts that nobody has signed."""
    parts = (json.dumps(header).encode(), json.dumps(claims() if payload is None else payload).encode(), signature)
    return ".".join(urlsafe_b64encode(part).decode() for part in parts)


def published(*keys: Key) -> dict[str, Any]:
    """The public key set of these keys."""
    return {"keys": [key.as_dict(private=False) for key in keys]}


class HeldKeys:
    """A key source that asks nobody."""

    def __init__(self, *keys: Key) -> None:
        self._keys = usable(published(*keys))

    def in_force(self) -> Keys:
        return self._keys

    def newer_than(self, keys: Keys) -> Keys:
        return self._keys


def verifier(*keys: Key, **settings: Any) -> TokenVerifier:
    """A verifier that knows these keys."""
    chosen: dict[str, Any] = {"issuer": ISSUER, "audience": AUDIENCE, "algorithms": ALGORITHMS, "skew": 60} | settings
    return TokenVerifier(HeldKeys(*(keys or (RSA, EC, ED))), **chosen)


class KeyServer:
    """Serves documents by path over HTTP, and counts how often it was asked."""

    def __init__(self) -> None:
        self.documents: dict[str, bytes] = {}
        self.headers: dict[str, str] = {}
        self.status = 200
        self.asked = 0
        self.answering = threading.Event()
        self.answering.set()
        server = self

        class Answer(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                server.asked += 1
                server.answering.wait(30)
                found = server.documents.get(self.path)
                self.send_response(server.status if found is not None else 404)
                for name, value in server.headers.items():
                    self.send_header(name, value)
                self.send_header("Content-Length", str(len(found or b"")))
                self.end_headers()
                self.wfile.write(found or b"")

            def log_message(self, *_: object) -> None:
                pass

        self._http = ThreadingHTTPServer(("127.0.0.1", 0), Answer)
        self._thread = threading.Thread(target=self._http.serve_forever, kwargs={"poll_interval": 0.01})
        self._thread.start()
        self.url = f"http://127.0.0.1:{self._http.server_port}"

    def publish(self, *keys: Key) -> None:
        """Serve discovery and this key set."""
        found = {"issuer": self.url, "jwks_uri": f"{self.url}/jwks"}
        self.documents["/.well-known/openid-configuration"] = json.dumps(found).encode()
        self.documents["/jwks"] = json.dumps(published(*keys)).encode()

    def stop(self) -> None:
        """Be gone: connections are refused from now on."""
        if self._thread.is_alive():
            self._http.shutdown()
            self._thread.join()
            self._http.server_close()


@contextmanager
def key_server(*keys: Key) -> Iterator[KeyServer]:
    """A provider with these keys, until it is stopped."""
    server = KeyServer()
    server.publish(*keys)
    try:
        yield server
    finally:
        server.stop()


class Clock:
    """Seconds that pass when told to."""

    def __init__(self, at: float = 1_000_000.0) -> None:
        self.at = at

    def __call__(self) -> float:
        return self.at


def remote(server: KeyServer, clock: Clock, **settings: Any) -> RemoteKeySet:
    """The key set of that provider."""
    return RemoteKeySet(server.url, clock=clock, **settings)
