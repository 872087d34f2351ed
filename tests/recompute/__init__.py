"""Recompute every figure of a document from nothing but its own JSON, with no code of the product.

`recompute(line)` says what in a line's result does not come out as stated, `everything(document)` what in a whole
document such as that of `zielsteuerung demo --json`; as a command it reads one from standard input.
"""

from tests.recompute.document import everything
from tests.recompute.facts import Facts
from tests.recompute.line import recompute

__all__ = ["Facts", "everything", "recompute"]
