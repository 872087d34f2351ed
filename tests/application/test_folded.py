"""What is remembered of an agreement is what folding all its records gives, in whatever order it is asked for."""

from collections.abc import Sequence
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from application.folded import Folds
from domain.acts.follow_up import GiveAdvice
from domain.acts.mending import RetractRecord
from domain.agreement import fold
from domain.record import Record
from infrastructure.database import Database
from interfaces.bootstrap import assembled
from interfaces.sample.cast import DESK
from interfaces.sample.play import MovableClock, scenes
