"""Who may do what, cell by cell, and who sees which agreement."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

import pytest

from application.acting.permissions import PERMITTED, must_be_permitted
from application.acting.register_requests import ErasePerson, IntroduceKey
from application.reading.visibility import sees
from domain.acts import DECISIONS
from domain.acts.drafting import DraftAgreement
from domain.acts.figure_files import FILE_DECISIONS, KeepMapping
from domain.record import Actor, Request, Role
from domain.rulebook.any_act import NOT_PERMITTED
from domain.rules import Refused
from domain.terms import Terms
from tests.builders import COMMITTEE, COUNTY, HEIDEKREIS, MINISTRY
from tests.domain.informing import examples

TABLE = """
                      land  county  committee  auditor  operator
DraftAgreement        yes   -       -          -        -
ProposeTarget         yes   yes     -          -        -
ReviseDraft           yes   -       -          -        -
WithdrawDraft         yes   -       -          -        -
SignAgreement         yes   yes     -          -        -
ConfirmTranscription  yes   -       -          -        -
CorrectTranscription  yes   -       -          -        -
DeliverFigures        yes   -       -          -        -
ReleaseFigures        yes   -       -          -        -
RejectFigures         yes   -       -          -        -
DeliverFigureFile     yes   -       -          -        -
ReleaseFigureFile     yes   -       -          -        -
RejectFigureFile      yes   -       -          -        -
KeepMapping           yes   -       -          -        -
RequestDialog         -     yes     -          -        -
ScheduleDialog        yes   yes     -          -        -
CancelDialog          yes   yes     -          -        -
InvolveCommittee      yes   -       yes        -        -
HoldDialog            yes   yes     -          -        -
ConfirmMinutes        yes   yes     -          -        -
ProposeAmendment      yes   yes     -          -        -
SignAmendment         yes   yes     -          -        -
WithdrawAmendment     yes   yes     -          -        -
TerminateAgreement    yes   yes     -          -        -
ReportMeasure         yes   yes     -          -        -
NoteDeviation         yes   yes     -          -        -
NoteCircumstance      yes   yes     -          -        -
ApplyLegalChange      yes   -       -          -        -
ReportStep            -     yes     -          -        -
AppraiseCriterion     yes   yes     -          -        -
ReportTopic           -     yes     -          -        -
AssessFinally         yes   -       -          -        -
ReviseAssessment      yes   -       -          -        -
AcknowledgeAssessment -     yes     -          -        -
ContestAssessment     -     yes     -          -        -
AnswerContest         yes   -       -          -        -
RecordNoAnswer        yes   -       -          -        -
CloseAgreement        yes   -       -          -        -
RetractRecord         yes   yes     yes        -        -
DisputeRecord         yes   yes     -          -        -
ErasePerson           -     -       -          -        yes
IntroduceKey          -     -       -          -        yes
"""
HEAD, *ROWS = (line.split() for line in TABLE.strip().splitlines())
ROWS += [[example.request.__name__, *example.permitted.split()] for example in examples()]
CELLS = [(name, Role(role), cell == "yes") for name, *cells in ROWS for role, cell in zip(HEAD, cells, strict=True)]
REQUESTS = {request.__name__: request for request in PERMITTED}
AUDITOR = Actor("anna-prueft", Role.AUDITOR, "Prüfung", "test")
OPERATOR = Actor("olaf-betrieb", Role.OPERATOR, "Betrieb", "test", scope="03")
CELLE = HEIDEKREIS.parties[1].model_copy(update={"id": "celle", "ags": "03351"})
WITH_CELLE = HEIDEKREIS.model_copy(update={"parties": (HEIDEKREIS.parties[0], CELLE)})
LAND_ONLY = HEIDEKREIS.model_copy(update={"parties": HEIDEKREIS.parties[:1]})


def every_kind_of(request: type[Request]) -> Iterator[type[Request]]:
    for kind in request.__subclasses__():
        yield kind
        yield from every_kind_of(kind)


@pytest.mark.parametrize(("name", "role", "may"), CELLS, ids=[f"{name}-{role}" for name, role, _ in CELLS])
def test_each_role_may_what_the_table_says_and_nothing_else(name: str, role: Role, may: bool) -> None:
    actor = Actor("irgendwer", role, "Amt", "test")
    request = REQUESTS[name].model_construct(occurred_on=date(2026, 3, 2))
    if may:
        must_be_permitted(actor, request)
    else:
        with pytest.raises(Refused) as refused:
            must_be_permitted(actor, request)
        assert [finding.rule for finding in refused.value.findings] == [NOT_PERMITTED.code]
        assert request.title in str(refused.value)


def test_the_table_has_a_row_for_every_request_and_no_other() -> None:
    assert {name for name, *_ in ROWS} == {request.__name__ for request in PERMITTED}
    assert set(PERMITTED) == {*DECISIONS, *FILE_DECISIONS, KeepMapping, DraftAgreement, ErasePerson, IntroduceKey}
    assert [Role(role) for role in HEAD] == list(Role)


def test_every_request_there_is_can_be_decided() -> None:
    assert set(every_kind_of(Request)) == set(PERMITTED)


def test_a_request_without_a_row_is_permitted_to_nobody() -> None:
    request = Request(occurred_on=date(2026, 3, 2))
    titled = type("Unknown", (Request,), {"title": "Unbekanntes tun"})
    try:
        for role in Role:
            with pytest.raises(Refused):
                must_be_permitted(Actor("irgendwer", role, "Amt", "test"), titled(**dict(request)))
    finally:
        del titled


@pytest.mark.parametrize(
    ("actor", "heidekreis", "celle"),
    [
        (MINISTRY, True, True),
        (replace(MINISTRY, scope="05"), False, False),
        (replace(MINISTRY, scope="03358"), True, False),
        (replace(MINISTRY, scope=""), False, False),
        (COUNTY, True, False),
        (replace(COUNTY, scope="03"), True, False),
        (replace(COUNTY, party="celle"), False, False),
        (replace(COUNTY, party="celle", scope="03351"), False, True),
        (replace(COUNTY, party=None), False, False),
        (replace(COUNTY, scope=""), False, False),
        (COMMITTEE, True, True),
        (replace(COMMITTEE, scope="03351"), False, True),
        (replace(COMMITTEE, scope=""), False, False),
        (AUDITOR, True, True),
        (replace(AUDITOR, scope="03358"), True, False),
        (replace(AUDITOR, scope="09"), False, False),
        (OPERATOR, False, False),
        (replace(OPERATOR, scope=""), False, False),
    ],
)
def test_an_agreement_exists_only_within_ones_scope(actor: Actor, heidekreis: bool, celle: bool) -> None:
    assert (sees(actor, HEIDEKREIS), sees(actor, WITH_CELLE)) == (heidekreis, celle)


@pytest.mark.parametrize("terms", [LAND_ONLY])
def test_without_a_county_the_place_of_the_other_parties_decides(terms: Terms) -> None:
    assert sees(AUDITOR, terms)
    assert sees(replace(AUDITOR, scope="03"), terms)
    assert not sees(replace(AUDITOR, scope="05"), terms)
