"""What holds for every act, shown on a journal that is a list."""

import ast
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Never

import pytest

from application.acting.orders import Order, Receipt, Trace
from application.acting.register_requests import ErasePerson
from application.acting.request_checks import timeliness
from application.acting.service import Service
from application.ports import ActKey, ListedPerson, Person, TooLarge, Traces
from domain.acts.drafting import DraftAgreement, ProposeTarget, WithdrawDraft
from domain.facts import AgreementDrafted, PersonErased
from domain.record import Actor, Draft, Record, Role
from domain.rulebook import RULES, any_act
from domain.rulebook.figures import REASON_MISSING
from domain.rules import Refused, Rule
from tests.builders import COMMITMENT, COUNTY, HEIDEKREIS, MINISTRY, at_least, drafted
from tests.domain.given import given

NOON = datetime(2026, 1, 20, 12, tzinfo=UTC)
TODAY = NOON.date()
OPERATOR = Actor("olaf-betrieb", Role.OPERATOR, "Betrieb", "test")


class ListOfRecords:
    def __init__(self) -> None:
        self.all: list[Record] = []
        self.acts: dict[tuple[str, str], tuple[ActKey, tuple[Record, ...]]] = {}

    def records(self, stream_id: str, *, known_at: datetime | None = None) -> Sequence[Record]:
        return [record for record in self.all if record.stream_id == stream_id]

    def log(self, *, after: int = 0, limit: int = 1000, known_at: datetime | None = None) -> Sequence[Record]:
        return self.all[after : after + limit]

    def streams(self, prefix: str = "") -> Sequence[str]:
        return sorted({record.stream_id for record in self.all if record.stream_id.startswith(prefix)})

    def append(
        self, drafts: Sequence[Draft], *, now: datetime, act: ActKey | None = None, erasing: str | None = None
    ) -> tuple[Record, ...]:
        plain = [{name: getattr(draft, name) for name in Draft.__slots__} for draft in drafts]
        new = tuple(Record(**one, position=len(self.all) + n, recorded_at=now) for n, one in enumerate(plain, 1))
        self.all.extend(new)
        if act:
            self.acts[act.actor, act.key] = act, new
        return new

    def earlier(self, actor: str, key: str) -> tuple[ActKey, tuple[Record, ...]] | None:
        return self.acts.get((actor, key))


class FullList(ListOfRecords):
    def append(self, drafts: Sequence[Draft], **_: object) -> Never:
        raise TooLarge


class OnePerson:
    person = Person(id="unterzeichnung-1", title="Dr.", given_name="Christine", family_name="Arbogast")

    def register(self, person: Person, by: Actor | None = None) -> str:
        return COMMITMENT

    def find(self, person_id: str) -> Person | None:
        return self.person if person_id == self.person.id else None

    def commitment(self, person_id: str) -> str | None:
        return COMMITMENT if person_id == self.person.id else None

    def opens(self, person_id: str, commitment: str) -> bool | None:
        return commitment == self.commitment(person_id)

    def listed(self) -> Sequence[ListedPerson]:
        return ()

    def named_in(self, texts: Sequence[str], scope: str = "") -> str | None:
        return self.person.id if any("arbogast" in text.lower() for text in texts) else None

    def traces(self, person: Person) -> Traces:
        return Traces()

    def drop_unfinished(self, person: Person) -> None:
        """Nobody began a form."""


def a_service(journal: ListOfRecords | None = None) -> Service:
    return Service(journal or ListOfRecords(), OnePerson(), now=lambda: NOON, software="test")


def with_a_draft() -> tuple[Service, Receipt]:
    service = a_service()
    return service, service.act(MINISTRY, draft())


def draft() -> DraftAgreement:
    return DraftAgreement(occurred_on=TODAY, terms=HEIDEKREIS)


def withdraw(reason: str = "Neu verteilt", on: date = TODAY) -> WithdrawDraft:
    return WithdrawDraft(occurred_on=on, reason=reason)


def propose(rationale: str = "Prognose") -> ProposeTarget:
    return ProposeTarget(occurred_on=TODAY, line_id="k2", bound=at_least("4.9"), forecast="+4,5 %", rationale=rationale)


def refusal(rule: Rule, saying: str = "") -> pytest.RaisesExc[Refused]:
    def is_it(refused: Refused) -> bool:
        return [finding.rule for finding in refused.findings] == [rule.code] and saying in str(refused)

    return pytest.raises(Refused, check=is_it)


def test_a_draft_is_recorded_under_an_id_made_of_its_parties_and_year() -> None:
    _, receipt = with_a_draft()
    record = receipt.records[0]
    assert (receipt.agreement_id, receipt.version, receipt.repeated) == ("2026.4.03.03358.1", 1, False)
    assert isinstance(record.fact, AgreementDrafted)
    assert (record.provenance.actor, record.provenance.role) == (MINISTRY.person, Role.LAND)


@pytest.mark.parametrize(
    ("actor", "agreement"),
    [
        (MINISTRY, "2026.4.celle.ni-ms.1"),
        (MINISTRY, ""),
        (replace(MINISTRY, scope="05"), "2026.4.03.03358.1"),
        (replace(COUNTY, party="celle", scope="03351"), "2026.4.03.03358.1"),
    ],
)
def test_what_somebody_may_not_see_does_not_exist_for_him(actor: Actor, agreement: str) -> None:
    service, _ = with_a_draft()
    with refusal(any_act.UNKNOWN_AGREEMENT):
        service.act(actor, propose(), agreement, on_version=1)


def test_nobody_drafts_outside_his_land() -> None:
    with refusal(any_act.UNKNOWN_AGREEMENT):
        a_service().act(replace(MINISTRY, scope="05"), draft())


@pytest.mark.parametrize(("version", "rule"), [(0, any_act.STALE_VERSION), (2, any_act.VERSION_AHEAD)])
def test_a_decision_on_another_version_is_refused(version: int, rule: Rule) -> None:
    service, receipt = with_a_draft()
    with refusal(rule, saying=f"Stand {version}"):
        service.act(MINISTRY, withdraw(), receipt.agreement_id, on_version=version)


def test_a_repeated_key_gives_the_first_result_and_another_content_is_refused() -> None:
    service, receipt = with_a_draft()
    first = service.act(MINISTRY, withdraw(), receipt.agreement_id, on_version=1, key="a1")
    again = service.act(MINISTRY, withdraw(), receipt.agreement_id, on_version=1, key="a1")
    assert (again.records, again.repeated) == (first.records, True)
    with refusal(any_act.KEY_REUSED, saying="a1"):
        service.act(MINISTRY, withdraw("Anderes"), receipt.agreement_id, on_version=1, key="a1")


@pytest.mark.parametrize("key", ["", "mit Leerzeichen", "ümlaut", "x" * 201, "zeile\n"])
def test_a_key_is_short_and_printable(key: str) -> None:
    with refusal(any_act.KEY_UNREADABLE):
        a_service().act(MINISTRY, draft(), key=key)


def test_a_text_names_no_registered_person() -> None:
    service, receipt = with_a_draft()
    with refusal(any_act.NAME_IN_TEXT):
        service.act(MINISTRY, propose("Wunsch von Frau Arbogast"), receipt.agreement_id, on_version=1)
    assert len(service.journal.log()) == 1


@pytest.mark.parametrize(
    ("actor", "key", "request_id"),
    [
        (MINISTRY, "Christine-Arbogast-1", None),
        (MINISTRY, None, "christine.Arbogast"),
        (replace(MINISTRY, person="christine-Arbogast"), None, None),
    ],
)
def test_what_an_act_is_called_by_names_no_registered_person(
    actor: Actor, key: str | None, request_id: str | None
) -> None:
    service = a_service()
    with refusal(any_act.NAME_IN_TEXT):
        service.act(actor, draft(), key=key, trace=Trace(request_id=request_id))
    assert service.journal.log() == []


def test_an_act_too_large_for_the_journal_is_refused() -> None:
    with refusal(any_act.TOO_LARGE, saying="1 MiB"):
        a_service(FullList()).act(MINISTRY, draft())


def test_several_acts_are_recorded_together_or_not_at_all() -> None:
    service = a_service()
    with refusal(any_act.IN_THE_FUTURE):
        service.act_together(MINISTRY, [Order(draft()), Order(draft().model_copy(update={"occurred_on": date.max}))])
    assert service.journal.log() == []


def test_only_the_operator_erases_a_person_and_says_why() -> None:
    service = a_service()
    erase = ErasePerson(occurred_on=TODAY, person="unterzeichnung-1", reason="Auf Antrag")
    recorded = service.act(OPERATOR, erase).records[0]
    assert recorded.fact == PersonErased(person="unterzeichnung-1", name_commitment=COMMITMENT)
    with refusal(any_act.NOT_PERMITTED, saying="Betrieb"):
        service.act(MINISTRY, erase)
    with refusal(REASON_MISSING):
        service.act(OPERATOR, erase.model_copy(update={"reason": None}))
    with refusal(any_act.UNKNOWN_PERSON, saying="jens-grote"):
        service.act(OPERATOR, erase.model_copy(update={"person": "jens-grote"}))


def test_nothing_is_recorded_before_it_happened() -> None:
    with refusal(any_act.IN_THE_FUTURE, saying=f"21.01.2026 liegt in der Zukunft, heute ist der {TODAY:%d.%m.%Y}"):
        timeliness(withdraw(on=date(2026, 1, 21)), TODAY)


@pytest.mark.parametrize(("day", "late"), [(6, False), (5, True)])
def test_what_is_recorded_after_two_weeks_is_late(day: int, late: bool) -> None:
    life = given(drafted(on=date(2026, 1, 2)))
    request = withdraw(on=date(2026, 1, day))
    if late:
        life.when(request, today=TODAY).then_noticed(any_act.RECORDED_LATE, saying="15 Tage")
        hasty = request.model_copy(update={"reason": None})
        life.when(hasty, today=TODAY).then_refused(any_act.LATE_WITHOUT_REASON, saying="05.01.2026")
    else:
        life.when(request, today=TODAY).then_nothing_noticed()


def test_the_day_is_that_of_germany() -> None:
    late_evening = Service(
        ListOfRecords(), OnePerson(), now=lambda: datetime(2026, 7, 1, 22, 30, tzinfo=UTC), software="test"
    )
    assert late_evening.today() == date(2026, 7, 2)


def test_every_rule_has_a_clause_a_sentence_and_a_code_of_its_own() -> None:
    for code, rule in RULES.items():
        assert code == rule.code
        assert rule.clause
        assert rule.says.endswith("."), code


def test_every_rule_is_provoked_by_a_test_below_the_interfaces_or_of_papers() -> None:
    tests = Path(__file__).parent.parent
    said = {
        node.id if isinstance(node, ast.Name) else node.attr
        for path in (
            path
            for folder in ("domain", "application", "infrastructure", "figures", "papers")
            for path in tests.glob(f"{folder}/*.py")
        )
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.Name | ast.Attribute)
    }
    assert {code for code, rule in RULES.items() if code.upper().replace("-", "_") not in said} == set()
