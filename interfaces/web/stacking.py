"""Tables that become cards on a small screen: each cell carries its column's title, and says what it is."""

import re
from collections.abc import Sequence

from markupsafe import Markup, escape

_PART = re.compile(r"<(tr|td|th)(?=[ >])((?:[^>\"]|\"[^\"]*\")*)>")
_SPAN = re.compile(r'colspan="(\d+)"')
_ROLES = {"tr": "row", "td": "cell", "th": "rowheader"}
"""Said aloud, because a browser may forget that a table shown as blocks is one."""


def stacked(rows: str, columns: Sequence[str | Sequence[str]]) -> Markup:
    """The rows of a table with the titles of their columns; cells over several columns need none."""
    titles = [column if isinstance(column, str) else column[0] for column in columns]
    place = 0

    def labelled(part: re.Match[str]) -> str:
        nonlocal place
        name, attributes = part[1], part[2]
        if name == "tr":
            place = 0
            return f'<tr role="row"{attributes}>'
        spanned = _SPAN.search(attributes)
        label = f' data-label="{escape(titles[place])}"' if name == "td" and not spanned and place < len(titles) else ""
        place += int(spanned[1]) if spanned else 1
        return f'<{name} role="{_ROLES[name]}"{label}{attributes}>'

    return Markup(_PART.sub(labelled, rows))
