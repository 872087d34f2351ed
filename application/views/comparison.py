"""Every agreement at every released load state of its year, so that agreements can be laid side by side."""

from collections.abc import Mapping

from application.views.case import Case
from application.views.compared import ComparedState, LineKey, key_of
from domain.figures import LoadState
from domain.state import Status
from domain.terms import Ags, Party, Side
from domain.values import AgreementId, Frozen


class County(Frozen):
    """Whose Jobcenter it is."""

    name: str
    ags: Ags


class ComparedAgreement(Frozen):
    """An agreement, by what it is compared, and at which load states of its year something was released."""

    agreement_id: AgreementId
    year: int
    track: int
    land: Ags
    counties: tuple[County, ...]
    parties: tuple[Party, ...]
    binding: bool
    """Whether it is signed by all, and neither withdrawn nor terminated."""
    states: tuple[LoadState, ...]
    keys: tuple[LineKey, ...]


AGREEMENT = "agreement"
"""The key of an agreement's own row; the others have the load state's name for key."""


def rows(case: Case) -> Mapping[str, ComparedAgreement | ComparedState]:
    """One row for the agreement, and one for each released load state of its year."""
    terms, agreement = case.agreement.terms, case.agreement
    counties = tuple(County(name=one.name, ags=one.ags) for one in terms.parties if one.side is Side.COUNTY)
    own = ComparedAgreement(
        agreement_id=agreement.id,
        year=terms.year,
        track=terms.track,
        land=counties[0].ags[:2],
        counties=counties,
        parties=terms.parties,
        binding=agreement.binding_since is not None and agreement.status not in {Status.WITHDRAWN, Status.TERMINATED},
        states=tuple(at.state for at in case.standings.values()),
        keys=tuple(dict.fromkeys(key_of(line, terms) for line in terms.lines)),
    )
    return {AGREEMENT: own} | {str(at.state): at.compared for at in case.standings.values()}
