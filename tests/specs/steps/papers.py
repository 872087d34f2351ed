"""Papers of an agreement: invitation and minutes."""

import json

from domain.record import Actor
from interfaces.papers.kinds import KINDS
from interfaces.papers.sources import Papered
from tests.specs.language import when
from tests.specs.prover import Prover
from tests.specs.steps.knowing import texts
from tests.specs.world import World


@when("{actor:Who} die {title} zum Dialog verlangt")
def asks_for(world: World, prover: Prover, actor: Actor, title: str) -> None:
    (kind,) = [kind for kind in KINDS.values() if kind.title == title]
    paper = world.attempt(lambda: kind.make(Papered(prover.system, actor, world.agreement_id)))
    world.read_there = [*texts(json.loads(json.dumps(paper.as_data(), default=str)))] if paper else []
