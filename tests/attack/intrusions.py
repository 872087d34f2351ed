"""Attacks 5 to 9: webhooks, secrets, the register of persons, times that tell, and what must not be taken or shown."""

import json
import random
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from statistics import mean
from time import perf_counter

from interfaces.sample.cast import COUNTY, DESK
from tests.attack.measuring import Attack
from tests.attack.target import CELLE, JSON, OPERATOR, Over, Target
from tests.figures.workbooks import by_hand, cell
from tests.http.acting import AGREEMENTS, acted, etag_of, today, wish
from tests.http.receiving import receiving

HOOKS = "/api/v1/webhooks"
PERSONS = "/api/v1/persons"
SECRET = "Geheim-4711-Mustermann"
SAMPLES = 60
"""Times of each kind that are compared."""
INNER = ("https://[::7f00:1]/", "https://[fec0::1]/", "https://[::ffff:10.0.0.1]/", "https://169.254.169.254/")
HIDDEN = ("\u061c", "\U000e0041", "\uffff", "\u180e", "\ufff9", "\u202e")
WORKBOOKS: dict[str, Callable[[], bytes]] = {
    "an object": lambda: by_hand(cell("A1"), {"xl/oleObject1.bin": b"x"}),
    "buttons": lambda: by_hand(cell("A1"), {"customUI/customUI14.xml": b"<x/>"}),
    "a formula": lambda: by_hand(cell("A1") + "<dataValidation><formula1>INDIRECT(A1)</formula1></dataValidation>"),
}


def slow_hooks(target: Target, over: Over) -> None:
    """Ten webhooks of one county that never answer, while another county's is to be told of each act."""
    with (
        _silent(over) as silent,
        receiving() as receiver,
        target.client() as attacker,
        target.client(COUNTY.person) as other,
    ):
        for _ in range(10):
            attacker.post(HOOKS, json={"url": silent, "after": 0})
        made = other.post(HOOKS, json={"url": receiver.url})
        told = 0
        while not over.is_set():
            acted(attacker, target.own, wish(f"a-{random.getrandbits(48)}", today()), etag_of(attacker, target.own))
            name = f"b-{random.getrandbits(48)}"
            answer = acted(other, target.foreign, wish(name, today()), etag_of(other, target.foreign))
            told += answer.status_code == 201
            over.wait(0.5)
        try:
            receiver.has(told, 10)
        except AssertionError:
            target.must(False, "the other county's webhook was not told within ten seconds")
        for client in (attacker, other):
            for hook in client.get(HOOKS).json()["items"]:
                client.delete(f"{HOOKS}/{hook['id']}")
        target.must(made.status_code == 201, "a webhook of the other county")


def inner_targets(target: Target, _: Over) -> None:
    """Webhooks into networks of the house."""
    with target.probing() as client:
        for url in INNER:
            answer = client.post(HOOKS, json={"url": url})
            target.must(answer.status_code == 422, f"a webhook to {url}: {answer.status_code}")


def leaving(target: Target, over: Over) -> None:
    """Leave in the middle of a body full of secrets; what the log then says is looked at in the end."""
    token = target.tokens[CELLE.person]
    head = f"PUT {PERSONS}/p-1 HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer {token}\r\nCookie: sitzung={SECRET}\r\n"
    said = f'{head}Content-Type: application/json\r\nContent-Length: 9999\r\n\r\n{{"family_name": "{SECRET}'
    while not over.is_set():
        with target.connection() as connection:
            connection.sendall(said.encode())
            over.wait(0.02)


def broken_bodies(target: Target, over: Over) -> None:
    """Secrets in every place that can be wrong."""
    with target.probing() as client:
        while not over.is_set():
            client.put(f"{PERSONS}/{SECRET}", content=f'{{"family_name": "{SECRET}', headers=JSON)
            client.get(f"/sign-in/{SECRET}", headers={"Cookie": f"sitzung={SECRET}"})
            client.post(f"{AGREEMENTS}/{SECRET}/acts/sign-agreement", content=SECRET, headers=JSON)
            client.post(HOOKS, json={"url": f"https://{SECRET}.invalid/{SECRET}", "after": -1})
            client.get("/api/v1/me", headers={"Authorization": f"Bearer {SECRET}"})


def long_names(target: Target, over: Over) -> None:
    """Names as long as they may be, and texts that begin to be them again and again."""
    with target.probing() as client:
        for number in range(12):
            name = {"given_name": "A-" * 29 + "A", "family_name": "Aa" * 29 + "bcdefghijklm"[number]}
            client.put(f"{PERSONS}/long-{number}", json=name)
        reason = ("A-" * 29 + "A " + "Aa" * 29 + "z ") * 30
        while not over.is_set():
            asked = wish(f"n-{random.getrandbits(48)}", today()).model_copy(update={"reason": reason[:3900]})
            acted(client, target.own, asked, etag_of(client, target.own))


def names_of_others(target: Target, _: Over) -> None:
    """Offices as persons, and guesses at who is in another county's register."""
    with target.probing() as attacker, target.probing(COUNTY.person) as other:
        other.put(f"{PERSONS}/p-2", json={"given_name": "Wilma", "family_name": "Kettenburg"})
        office = attacker.put(f"{PERSONS}/p-3", json={"given_name": "Landkreis", "family_name": "Heidekreis"})
        target.must(office.status_code == 409, "an authority was registered as a person")
        right, wrong = (
            attacker.put(f"{PERSONS}/p-2", json={"given_name": given, "family_name": "Kettenburg"})
            for given in ("Wilma", "Wanda")
        )
        same = (right.status_code, right.json().get("findings")) == (
            wrong.status_code,
            wrong.json().get("findings"),
        )
        target.must(same, "a guess at a name of another county is confirmed")
        asked = wish(f"o-{random.getrandbits(48)}", today())
        reason = {"reason": "Auf Wunsch des Landkreises Heidekreis"}
        answer = acted(other, target.foreign, asked.model_copy(update=reason), etag_of(other, target.foreign))
        target.must(answer.status_code in {201, 412}, "another county's act was blocked")


def times_that_tell(target: Target, _: Over) -> None:
    """Whether a foreign agreement exists, told by how long its refusal takes."""
    missing = target.own[:-1] + "9"
    times: dict[str, list[float]] = {target.own: [], missing: []}
    with target.probing(COUNTY.person) as client:
        for _attempt in range(SAMPLES):
            for agreement in random.sample(list(times), 2):
                started = perf_counter()
                answer = client.get(f"{AGREEMENTS}/{agreement}", params={"known_at": "2030-01-01T00:00:00Z"})
                times[agreement].append(perf_counter() - started)
                target.must(answer.status_code == 404, f"a foreign agreement: {answer.status_code}")
    found, none = times.values()
    earlier = mean(one < other for one in found for other in none)
    target.must(0.3 < earlier < 0.7, f"times tell foreign agreements from missing ones in {earlier:.0%} of pairs")


def what_is_not_taken(target: Target, _: Over) -> None:
    """Characters nobody sees, workbooks that do things, sign-in links used again, what belongs to monitors."""
    link = target.service.links[0].removeprefix(target.service.base)
    with (
        target.probing() as county,
        target.probing(DESK.person) as land,
        target.probing(OPERATOR.person) as operator,
        target.probing(None) as stranger,
    ):
        for hidden in HIDDEN:
            asked = {**json.loads(wish("h-1", today()).model_dump_json()), "reason": f"Wunsch{hidden}Gespräch"}
            answer = county.post(
                f"{AGREEMENTS}/{target.own}/acts/request-dialog", json=asked, headers={"If-Match": '"1"'}
            )
            target.must(answer.status_code == 422, f"U+{ord(hidden):04X} in a text: {answer.status_code}")
        for what, workbook in WORKBOOKS.items():
            answer = land.post("/api/v1/figure-files/checks", params={"name": "a.xlsx"}, content=workbook())
            refused = answer.status_code != 200 or "file-unreadable" in answer.text
            target.must(refused, f"{what} in a workbook: {answer.status_code}")
        target.must("eyJ" not in stranger.get(link).text, "a sign-in link worked twice")
        far = {"X-Forwarded-For": "198.51.100.7"}
        target.must(stranger.get("/metrics", headers=far).status_code == 404, "metrics for anybody")
        details = stranger.get("/health/ready", headers=far).json()["checks"]
        target.must(details == [], "details of health for anybody")
        for address in (AGREEMENTS, f"{AGREEMENTS}/{target.own}", f"{AGREEMENTS}/{target.own}/attainment"):
            target.must(operator.get(address).status_code == 403, f"the operator reads {address}")


def secrets_in(log: str, target: Target) -> list[str]:
    """What a log holds of what was sent or handed out."""
    links = [link.rpartition("/")[2] for link in target.service.links]
    names = ("Kettenburg", "Mustermann")
    return [one[:12] for one in (SECRET, *target.tokens.values(), *links, *names) if one in log]


@contextmanager
def _silent(over: Over) -> Iterator[str]:
    """A server that answers nobody."""

    class Silence(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            over.wait(60)

        def log_message(self, *_: object) -> None:
            pass

    with ThreadingHTTPServer(("127.0.0.1", 0), Silence) as http:
        http.daemon_threads = True
        thread = threading.Thread(target=http.serve_forever, kwargs={"poll_interval": 0.05})
        thread.start()
        try:
            yield f"http://127.0.0.1:{http.server_port}/"
        finally:
            http.shutdown()
            thread.join()


INTRUSIONS = (
    Attack(5, "ten webhooks that never answer", slow_hooks, proves=True),
    Attack(5, "webhooks into the house", inner_targets, proves=True),
    Attack(6, "leaving in the middle", leaving, 2),
    Attack(6, "secrets in every place", broken_bodies, 2),
    Attack(7, "names as long as they may be", long_names, 2),
    Attack(7, "other people's names", names_of_others, proves=True),
    Attack(8, "times that tell", times_that_tell, proves=True),
    Attack(9, "what is not taken or shown", what_is_not_taken, proves=True),
)
