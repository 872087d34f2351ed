"""A question for rows of a stored view as SQL: each part found by an index, rights among them."""

from typing import Any

from application.lists.ports import Rows

_OVERVIEW = "view = %(overview)s AND edition = %(seen_in)s AND key = 'agreement'"
_TAGGED = " AND tags <> '{}'"
_READER = f"tags @> %(reader)s::text[]{_TAGGED}"


def query(asked: Rows, *, of_overview: bool = False) -> str:
    """The rows asked for, with places for what `values` gives."""
    asks = {
        "key = %(key)s": asked.key is not None,
        "stream_id = ANY(%(of)s)": asked.of is not None,
        # Without a limit by their index; with one, in order of place until there are enough.
        f"tags @> %(tags)s::text[]{'' if asked.limit is not None else _TAGGED}": bool(asked.tags),
        "since <= %(on)s": asked.on is not None,
        "place > %(after)s": asked.after is not None,
        _seen(asked, of_overview): bool(asked.reader),
    }
    shown = "view = %(view)s AND edition = %(edition)s"
    where = " AND ".join([shown, *(one for one, applies in asks.items() if applies)])
    end = f" ORDER BY place LIMIT {int(asked.limit)}" if asked.limit is not None else ""
    if asked.places is not None:
        places = f"SELECT DISTINCT place FROM ({_held(asked, where)}) AS held ORDER BY place LIMIT %(places)s"
        where += f" AND place <= (SELECT max(place) FROM ({places}) AS first)"
    limit = f" LIMIT {int(asked.limit)}" if asked.limit is not None else ""
    return f"SELECT content FROM ({_held(asked, where, end)}) AS held ORDER BY place, stream_id, key{limit}"


def _held(asked: Rows, where: str, end: str = "") -> str:
    """Rows that stand, and those that stood then and have ended since: each found by an index of its own."""
    chosen = f"SELECT place, stream_id, key, content FROM zielsteuerung.view_row AS held WHERE {where}"
    if asked.at is None:
        return f"{chosen} AND to_position IS NULL{end}"
    stood = f"{chosen} AND from_position <= %(at)s"
    return f"({stood} AND to_position IS NULL{end}) UNION ALL ({stood} AND to_position > %(at)s{end})"


def _seen(asked: Rows, of_overview: bool) -> str:
    """Whether the row's agreement exists for the reader, by the overview's row of the same time."""
    if of_overview:
        return _READER
    return f"stream_id IN (SELECT stream_id FROM ({_held(asked, f'{_OVERVIEW} AND {_READER}')}) AS seen)"


def values(asked: Rows) -> dict[str, Any]:
    """What a question fills into its query."""
    return {
        "at": asked.at,
        "key": asked.key,
        "of": list(asked.of or ()),
        "reader": list(asked.reader),
        "tags": list(asked.tags),
        "on": asked.on,
        "after": asked.after,
        "places": asked.places,
    }
