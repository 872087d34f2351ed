"""What became of a deed: refused by which rule, or recorded with which findings."""

from tests.specs.language import then
from tests.specs.world import World


@then("wird das abgelehnt, weil {codes:Reasons}")
def refused(world: World, codes: list[str]) -> None:
    findings = world.examined()
    assert sorted(finding.rule for finding in findings) == sorted(codes)
    world.said = [finding.says for finding in findings]


@then("wird das abgelehnt, unter anderem, weil {codes:Reasons}")
def refused_among_others(world: World, codes: list[str]) -> None:
    findings = world.examined()
    assert set(codes) <= {finding.rule for finding in findings}
    world.said = [finding.says for finding in findings]


@then("wird das festgehalten ohne Feststellung")
def recorded_without_finding(world: World) -> None:
    assert world.last_record.findings == ()


@then("wird das festgehalten mit der Feststellung, dass {codes:Reasons}")
def recorded_with(world: World, codes: list[str]) -> None:
    findings = world.last_record.findings
    assert sorted(finding.rule for finding in findings) == sorted(codes)
    world.said = [finding.says for finding in findings]


@then('die Begründung nennt "{text}"', 'die Feststellung nennt "{text}"')
def says(world: World, text: str) -> None:
    assert any(text in sentence for sentence in world.said), world.said


@then("festgehalten ist nichts")
def nothing_recorded(world: World) -> None:
    assert world.grown == 0
