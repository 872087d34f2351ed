"""Final assessments from the tables of the features: as they should be, but for what a table says."""

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from domain.assessing import computed, to_appraise
from domain.attainment import fold
from domain.facts.judging import Addressed, CountyPosition, Judgement, Outcome, Stance
from domain.german import german
from tests.specs import reasons
from tests.specs.language import day as day_named
from tests.specs.language import identifier
from tests.specs.loads import Table
from tests.specs.world import World

FINAL = "abschluss"
VERDICTS = {
    "Integrationsquote": "2-gesamt",
    "geschlechterspezifisches Ziel": "2-geschlecht",
    "Bestand an Langzeitleistungsbeziehenden": "3-gesamt",
    "Ziel 1": "1",
    "Ziel 4": "4",
    "Ziel 5": "5",
    "Ziel 6": "6",
    "Summe der Leistungen zum Lebensunterhalt": "llu",
}
OUTCOMES = {german(outcome): outcome for outcome in Outcome}
STANCES = {german(stance): stance for stance in Stance}
KINDS = {"Umstand": "circumstance", "Gesetzesänderung": "law", "Lieferung": "delivery", "Abweichung": "deviation"}
WHY = "Im Dialog gemeinsam so gesehen."


def named(day: date) -> str:
    """The id of a dialog of that day."""
    return identifier(f"{day:%d.%m.%Y}")


def as_it_should(world: World) -> dict[str, Any]:
    """An assessment that says what was computed and decided, appraises everything, and has the county agree."""
    attainment = fold(world.log())
    assert attainment is not None
    facts_say = computed(world.agreement, attainment)
    return {
        "dialog_id": FINAL,
        "judgements": tuple(
            Judgement(verdict_id=one.verdict_id, outcome=one.outcome)
            for one in facts_say.verdicts
            if one.outcome is not Outcome.UNDECIDED
        ),
        "addressed": tuple(Addressed(reference=r, has_effect=False, why=WHY) for r in to_appraise(world.agreement)),
        "county": CountyPosition(stance=Stance.AGREES, on=world.clock.today),
        "summary": "Zusammenfassung der Ergebnisse",
    }


def saying(world: World, table: Table) -> dict[str, Any]:
    """As it should be, but for what a table "Angabe | Inhalt" says."""
    said = as_it_should(world)
    for field, text in table:
        CHANGES[field](world, said, text)
    return said


def reference(world: World, text: str) -> str:
    """Umstand Standort → circumstance:standort; a finding by the words for its rule."""
    kind, _, name = text.partition(" ")
    if kind == "Feststellung,":
        (code,) = reasons.codes(name.removeprefix("dass "))
        return next(known for known in to_appraise(world.agreement) if known.endswith(f":{code}"))
    return f"{KINDS[kind]}:{identifier(name)}"


def judge(world: World, said: dict[str, Any], text: str) -> None:
    """Ziel 4: nicht erreicht."""
    verdict, outcome = text.split(": ")
    judged = Judgement(verdict_id=VERDICTS[verdict], outcome=OUTCOMES[outcome])
    others = (one for one in said["judgements"] if one.verdict_id != judged.verdict_id)
    said["judgements"] = (*others, judged)


def judge_again(world: World, said: dict[str, Any], text: str) -> None:
    """A second judgement on the same verdict."""
    verdict, outcome = text.split(": ")
    said["judgements"] = (*said["judgements"], Judgement(verdict_id=VERDICTS[verdict], outcome=OUTCOMES[outcome]))


def last_judged(said: dict[str, Any], **values: object) -> None:
    """Say more about the judgement named last."""
    *others, last = said["judgements"]
    said["judgements"] = (*others, last.model_copy(update=values))


def without_judgement(world: World, said: dict[str, Any], text: str) -> None:
    """Leave a judgement out."""
    said["judgements"] = tuple(one for one in said["judgements"] if one.verdict_id != VERDICTS[text])


def appraise(world: World, said: dict[str, Any], text: str) -> None:
    """Umstand Standort: mit Auswirkung."""
    without_appraisal(world, said, text.split(": ", maxsplit=1)[0])
    appraise_again(world, said, text)


def appraise_again(world: World, said: dict[str, Any], text: str) -> None:
    """An appraisal beside the one already there."""
    named, effect = text.split(": ")
    one = Addressed(reference=reference(world, named), has_effect=effect == "mit Auswirkung", why=WHY)
    said["addressed"] = (*said["addressed"], one)


def without_appraisal(world: World, said: dict[str, Any], text: str) -> None:
    """Leave an appraisal out."""
    said["addressed"] = tuple(one for one in said["addressed"] if one.reference != reference(world, text))


def position(world: World, said: dict[str, Any], text: str) -> None:
    """Stimmt zu am 20.04.2027, or nothing."""
    stance, _, on = text.partition(" am ")
    said["county"] = CountyPosition(stance=STANCES[stance], on=day_named(on)) if on else None


CHANGES: Mapping[str, Callable[[World, dict[str, Any], str], None]] = {
    "im Dialog": lambda world, said, text: said.update(dialog_id=named(day_named(text.removeprefix("vom ")))),
    "Urteil": judge,
    "weiteres Urteil": judge_again,
    "weil": lambda world, said, text: last_judged(said, why=text),
    "gestützt auf": lambda world, said, text: last_judged(said, cites=(reference(world, text),)),
    "ohne Urteil": without_judgement,
    "gewürdigt": appraise,
    "nochmals gewürdigt": appraise_again,
    "ohne Würdigung": without_appraisal,
    "Landkreis": position,
}
