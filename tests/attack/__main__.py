"""`make attack`: one stranger and one person attack a running service; what an innocent user feels meanwhile.

For each attack: how many requests the innocent made, the 99th percentile of their times, the most memory the service
held. Ends with 1 when the innocent waited longer than half a second (on a machine busy with other work: than three
times as long as at rest), or memory ran away.
"""

import json
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from socket import create_connection, socket

import httpx

from tests.http.serving import Served, served

P99 = 0.5
"""Seconds an innocent user waits at most, in 99 of 100 requests."""
BUSY = 3
"""Times as long as at rest, on a machine that is busy with other work."""
HERE = "127.0.0.66"
"""The attacker's address; the innocent has another."""
MEMORY = 600
"""MiB all workers may hold beside what they held at rest."""
Attack = Callable[["Target", threading.Event], None]


@dataclass(frozen=True)
class Target:
    """A running service, and the token of the attacker, who is somebody known."""

    service: Served
    token: str

    @property
    def place(self) -> tuple[str, int]:
        """Host and port."""
        url = httpx.URL(self.service.base)
        assert url.port
        return url.host, url.port

    def connected(self) -> socket:
        """A connection from an address of the attacker's own."""
        return create_connection(self.place, timeout=10, source_address=(HERE, 0))

    def client(self) -> httpx.Client:
        """The attacker, signed in."""
        client = self.stranger()
        client.headers["Authorization"] = f"Bearer {self.token}"
        return client

    def stranger(self) -> httpx.Client:
        """The attacker, not signed in."""
        return httpx.Client(base_url=self.service.base, transport=httpx.HTTPTransport(local_address=HERE), timeout=30)


def endless_heads(target: Target, over: threading.Event) -> None:
    """A header that never ends."""
    while not over.is_set():
        with _closing(target) as connection:
            connection.sendall(b"GET / HTTP/1.1\r\nX: ")
            while not over.is_set():
                connection.sendall(b"x" * 65536)


def half_heads(target: Target, over: threading.Event) -> None:
    """As many connections as there are files, each with half a head."""
    held: list[socket] = []
    while not over.is_set():
        try:
            held.append(target.connected())
            held[-1].sendall(b"GET / HTTP/1.1\r\nX: ")
        except OSError:
            over.wait(0.01)
        for old in held[:-1000]:
            old.close()
        del held[:-1000]
    for one in held:
        one.close()


def doubled_names(target: Target, over: threading.Event) -> None:
    """Objects of forty thousand names, the last one twice."""
    body = json.dumps({f"n{number}": 1 for number in range(40_000)})[:-1] + ', "n1": 2}'
    _posting(target, over, body)


def wrong_lists(target: Target, over: threading.Event) -> None:
    """Two mebibytes of wrong elements."""
    _posting(target, over, json.dumps({"terms": {"benchmarks": [{"x": 1}] * 49_000}}))


def many_streams(target: Target, over: threading.Event) -> None:
    """As many streams as the service gives."""
    with target.client() as client:
        while not over.is_set():
            client.get("/api/v1/feed", params={"wait": 1, "after": 0, "limit": 1})


def open_pages(target: Target, over: threading.Event) -> None:
    """The description, again and again, as a stranger."""
    with target.stranger() as client:
        while not over.is_set():
            client.get("/api/v1/docs")
            client.get("/api/v1/openapi.json")


def bad_tokens(target: Target, over: threading.Event) -> None:
    """Tokens nobody signed."""
    with target.stranger() as client:
        while not over.is_set():
            client.get("/api/v1/me", headers={"Authorization": "Bearer eyJhbGciOiJFZERTQSJ9.e30.x"})


ATTACKS: dict[str, tuple[Attack, int]] = {
    "endless heads": (endless_heads, 4),
    "half heads": (half_heads, 1),
    "doubled names": (doubled_names, 2),
    "wrong lists": (wrong_lists, 2),
    "streams": (many_streams, 4),
    "open pages": (open_pages, 4),
    "bad tokens": (bad_tokens, 4),
}


@contextmanager
def _closing(target: Target) -> Iterator[socket]:
    connection = target.connected()
    try:
        yield connection
    except OSError:
        pass
    finally:
        connection.close()


def _posting(target: Target, over: threading.Event, body: str) -> None:
    with target.client() as client:
        while not over.is_set():
            client.post("/api/v1/agreements", content=body, headers={"Content-Type": "application/json"})


def _until_over(attack: Attack, target: Target, over: threading.Event) -> None:
    """Attack, and begin again when the service ended the connection."""
    while not over.is_set():
        with suppress(httpx.TransportError, OSError):
            attack(target, over)


def memory(service: Served) -> int:
    """MiB the workers hold, all together."""
    pages = (int(Path(f"/proc/{worker}/statm").read_text().split()[1]) for worker in service.workers)
    return sum(pages) * 4096 // 2**20


@dataclass(frozen=True)
class Felt:
    """What an innocent user felt: times in seconds, sorted, and the most memory seen."""

    times: list[float]
    memory: int

    @property
    def p99(self) -> float:
        """The 99th percentile."""
        return self.times[min(len(self.times) - 1, len(self.times) * 99 // 100)]

    def line(self, name: str) -> str:
        """A line of the table."""
        return f"{name:<16}{len(self.times):>6} requests  p99 {self.p99 * 1000:6.0f} ms  {self.memory:>5} MiB"


def felt(target: Target, innocent: httpx.Client, attack: Attack | None, attackers: int, seconds: float) -> Felt:
    """Attack for so long, while the innocent reads four times a second."""
    over, times, most = threading.Event(), list[float](), memory(target.service)
    several = range(attackers if attack else 0)
    threads = [threading.Thread(target=_until_over, args=(attack, target, over)) for _ in several]
    for thread in threads:
        thread.start()
    try:
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            started = time.monotonic()
            assert innocent.get("/api/v1/agreements").status_code == 200
            times.append(time.monotonic() - started)
            most = max(most, memory(target.service))
            time.sleep(0.05)
    finally:
        over.set()
        for thread in threads:
            thread.join(60)
    return Felt(sorted(times), most)


def main(seconds: float) -> int:
    """Run every attack; 1 when one was felt too much."""
    failed = False
    with tempfile.TemporaryDirectory(prefix="zielsteuerung-") as directory:
        data = Path(directory)
        data.chmod(0o755)
        with served(data, "--workers", "2") as service:
            tokens = [service.token(link) for link in service.links[:2]]
            target = Target(service, tokens[1])
            with service.client(tokens[0]) as innocent:
                at_rest = felt(target, innocent, None, 0, min(seconds, 5))
                print(at_rest.line("at rest"), flush=True)
                for name, (attack, attackers) in ATTACKS.items():
                    found = felt(target, innocent, attack, attackers, seconds)
                    bad = found.p99 > max(P99, BUSY * at_rest.p99) or found.memory > at_rest.memory + MEMORY
                    failed = failed or bad
                    print(found.line(name) + ("  TOO MUCH" if bad else ""), flush=True)
    return int(failed)


if __name__ == "__main__":
    sys.exit(main(float(sys.argv[1]) if len(sys.argv) > 1 else 20))
