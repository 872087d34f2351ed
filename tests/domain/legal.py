"""What holds of an agreement in every state of its life."""

from domain.assessing import to_appraise
from domain.facts.dialogs import DialogKind
from domain.state import Agreement, Answer, Status
from domain.terms_history import TermsHistory

DRAFTED, PARTLY_SIGNED, IN_FORCE, ASSESSED, CLOSED, WITHDRAWN, TERMINATED = Status
BOUND = {IN_FORCE, ASSESSED, CLOSED, TERMINATED}


def must_be_legal(state: Agreement, records: int) -> None:
    """What holds of every agreement in every state."""
    signed, parties = state.signed_on.keys(), state.terms.party_ids
    assert (state.version, set(state.entries) <= set(range(1, records + 1))) == (records, True)
    assert (state.status in BOUND) <= (signed == parties)
    assert (state.status is DRAFTED) <= (not signed)
    assert (state.status is PARTLY_SIGNED) <= (bool(signed) and signed < parties)
    assert state.binding_since == (max(state.signed_on.values()) if signed == parties else None)
    assert (state.assessment is not None) is (state.status in {ASSESSED, CLOSED})
    assert (state.answer is not None) <= (state.assessment is not None)
    assert (state.status is CLOSED) <= (state.answer in {Answer.ACKNOWLEDGED, Answer.ANSWERED, Answer.SILENT})
    assert [version.number for version in state.history.versions] == [*range(1, state.terms_version + 1)]
    assert state.measures_done.keys() <= state.agreed_measures.keys()
    assert max(state.disputed, default=1) <= records
    must_be_sound_talks(state)
    must_be_a_sound_amendment(state, state.history)


def must_be_sound_talks(state: Agreement) -> None:
    """Dialogs: what rests on one that was held, and the assessment on what it appraised."""
    for talk in state.dialogs.values():
        assert not (talk.cancelled and talk.held_on)
        assert (talk.held_on is not None) or not talk.confirmed_by
        assert talk.confirmed_by <= state.terms.party_ids
        assert bool(talk.confirmed_by) is (talk.minutes is not None)
    if state.assessment:
        talk = state.dialogs[state.assessment.dialog_id]
        assert (talk.kind, talk.held_on is not None) == (DialogKind.FINAL, True)
        for judgement in state.assessment.judgements:
            assert {one for one in judgement.cites if not one.startswith("delivery:")} <= state.to_address.keys()
        appraised = {one.reference for one in state.assessment.addressed if not one.reference.startswith("duty:")}
        assert appraised <= to_appraise(state).keys(), "what was appraised does not disappear"
        computed = {verdict.verdict_id: verdict.outcome for verdict in state.assessment.computed}
        assert sorted(judgement.verdict_id for judgement in state.assessment.judgements) == sorted(computed)
        for judgement in state.assessment.judgements:
            as_computed = judgement.outcome is computed[judgement.verdict_id]
            assert as_computed or (judgement.cites and judgement.why)


def must_be_a_sound_amendment(state: Agreement, history: TermsHistory) -> None:
    """An amendment on the table waits for a signature; its terms are those of this agreement."""
    if history.pending:
        assert history.pending.id in state.amendments
        assert history.pending.signed_on.keys() < state.terms.party_ids
        assert history.pending.terms.year == state.terms.year
    days = [version.effective_from for version in history.versions]
    assert days == sorted(days)
