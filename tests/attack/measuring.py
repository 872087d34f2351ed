"""What an innocent user feels while somebody attacks: times, answers, and the memory the service takes."""

import multiprocessing
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from multiprocessing.queues import Queue

import httpx

from tests.attack.target import Over, Target

P99 = 0.5
"""Seconds an innocent user waits at most, in 99 of 100 requests."""
BUSY = 3
"""Times as long as at rest, on a machine that is busy with other work."""
MEMORY = 600
"""MiB all workers may hold beside what they held at rest."""
PROCESSES = multiprocessing.get_context("fork")
Run = Callable[[Target, Over], None]


@dataclass(frozen=True)
class Attack:
    """What one address or person does, from so many threads, until it is over; by the number of its promise."""

    item: int
    name: str
    run: Run
    threads: int = 1
    proves: bool = False
    """Whether it has to come to its end at least once: then what it asked for was refused."""


@dataclass(frozen=True)
class Felt:
    """Times in seconds, sorted, and the most memory seen."""

    times: list[float]
    memory: int

    @property
    def p99(self) -> float:
        """The 99th percentile."""
        return self.times[min(len(self.times) - 1, len(self.times) * 99 // 100)]

    @property
    def median(self) -> float:
        """The 50th percentile."""
        return self.times[len(self.times) // 2]

    def too_much(self, at_rest: "Felt") -> bool:
        """Whether the innocent waited too long, or memory ran away."""
        return self.p99 > max(P99, BUSY * at_rest.p99) or self.memory > at_rest.memory + MEMORY

    def line(self, item: int, name: str) -> str:
        """A line of the table."""
        times = f"p50 {self.median * 1000:5.0f}  p99 {self.p99 * 1000:6.0f} ms"
        return f"{item or '':>2} {name:<34}{len(self.times):>5} requests  {times}  {self.memory:>5} MiB"


def felt(target: Target, user: httpx.Client, attack: Attack | None, seconds: float) -> Felt:
    """Attack for so long, while the innocent reads."""
    times, most = list[float](), target.memory
    with attacking(target, attack):
        end = time.monotonic() + seconds
        while time.monotonic() < end or len(times) < 20:
            address = "/api/v1/agreements" if len(times) % 2 else f"/api/v1/agreements/{target.foreign}"
            started = time.monotonic()
            assert user.get(address).status_code == 200
            times.append(time.monotonic() - started)
            most = max(most, target.memory)
            time.sleep(0.05)
    return Felt(sorted(times), most)


@contextmanager
def attacking(target: Target, attack: Attack | None) -> Iterator[None]:
    """Attack until the end of the block, from a process of its own: it takes the innocent user no time to think."""
    if attack is None:
        yield
        return
    over, said = PROCESSES.Event(), PROCESSES.Queue()
    attacker = PROCESSES.Process(target=_attack, args=(target, attack, over, said))
    attacker.start()
    try:
        yield
    finally:
        over.set()
        for promise in said.get(timeout=120):
            target.must(False, promise)
        attacker.join(60)


def _attack(target: Target, attack: Attack, over: Over, said: "Queue[list[str]]") -> None:
    before, ends = len(target.broken), list[None]()
    threads = [threading.Thread(target=_until_over, args=(attack, target, over, ends)) for _ in range(attack.threads)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    target.must(bool(ends) or not attack.proves, f"{attack.name}: it never came to its end")
    said.put(target.broken[before:])


def _until_over(attack: Attack, target: Target, over: Over, ends: list[None]) -> None:
    """Attack again and again, also when the service ended the connection."""
    while not over.is_set():
        with suppress(httpx.TransportError, OSError):
            attack.run(target, over)
            ends.append(None)
        over.wait(0.05)
