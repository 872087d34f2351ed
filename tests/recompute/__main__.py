"""Recompute the document on standard input."""

import json
import sys

from tests.recompute import everything

number, wrong = everything(json.load(sys.stdin))
print(*wrong, f"{number} results recomputed, {len(wrong)} discrepancies", sep="\n")
sys.exit(bool(wrong) or not number)
