"""Pages speak German to people: no code words, no machine's months, no values nobody filled in."""

import html
import re
from datetime import date

from application.lists.due_item import DueItem, DueKind
from domain.record import Actor, Role
from interfaces.german.due import due_says, open_point
from interfaces.sample.cast import COMMITTEE, COUNTY, DESK, READER
from interfaces.web.access import OPEN, PAGES
from interfaces.web.offered import BY_PATH
from tests.http.conftest import SAMPLE
from tests.http.service import Running
from tests.sampling import each, share, swept
from tests.web.conftest import Visiting
from tests.web.test_access import pages

MACHINE = {
    "a code word": re.compile(r"\b[a-z]+_[a-z]+\w*|<[a-z]+_?[a-z]*>"),
    "a machine's month": re.compile(r"(?<![\w.-])20[0-9]{2}-[01][0-9](?![\w-])|\(t-[0-9]"),
    "a machine's instant": re.compile(r"20[0-9]{2}-[01][0-9]-[0-3][0-9]T"),
    "nothing": re.compile(r"\b(None|null|undefined|True|False)\b"),
}
TECHNICAL = {"page_access", "page_requirements", "page_sign_in", "page_asset", "page_verifier"}
"""Pages that show what machines say, or somebody else's document."""
_UNSEEN = re.compile(
    r"<(script|style|pre|code|datalist)\b.*?</\1>|<svg.*?</svg>|class=\"exact\">[^<]*<|<[^>]+>", re.DOTALL
)
SEEING = (DESK, COUNTY, COMMITTEE, READER)
FORMS = [f"/vereinbarungen/{SAMPLE}/handlungen/{act}" for act in BY_PATH]


def words(page: str) -> str:
    """What people read of a page."""
    return html.unescape(_UNSEEN.sub(" ", page.partition("<main")[2].partition("</main>")[0]))


@swept
@each(SEEING)
def test_no_page_shows_what_only_machines_say(sample: Running, visiting: Visiting, place: int, actor: Actor) -> None:
    """Each of the four looks at a quarter of the pages, or at all in a whole run."""
    browser, wrong = visiting(sample, actor.person), []
    shown = [path for name, path in pages("GET") if name not in TECHNICAL and PAGES[name] is not OPEN]
    entries = [f"/vereinbarungen/{SAMPLE}/verlauf/{number}" for number in (97, 46)]
    for path in share([*shown, *FORMS, *entries], place, len(SEEING)):
        page = browser.get(path)
        if page.status_code == 200 and "text/html" in page.headers["content-type"]:
            text = words(page.text)
            for kind, pattern in MACHINE.items():
                wrong += [f"{path}: {kind}: {found[0]}" for found in [*pattern.finditer(text)][:3]]
    assert not wrong, "\n".join(wrong)


def test_words_of_people_stay_as_they_were_recorded() -> None:
    words = "Az. 2026-03 vom Kreis, siehe 2026-04 (t-0)"
    assert open_point(words, "circumstance:a") == open_point(words, "law:a") == words
    assert open_point("Für 2026-03 fehlt es.", "duty:x") == "Für März 2026 fehlt es."
    due = DueItem(
        agreement_id="2026.4.03.03358.1",
        kind=DueKind.MEASURE,
        clause="III.3.1",
        says=f"Verabredet bis 07.05.2026 und nicht als erledigt berichtet: {words}",
        values={},
        roles=(Role.LAND,),
        party=None,
        due_from=date(2026, 5, 7),
        due_by=None,
        reference="a",
    )
    assert due_says(due) == due.says
    off = due.model_copy(
        update={"kind": DueKind.OFF_COURSE, "says": f"Nicht auf Kurs im Berichtsmonat 2026-05: {words}"}
    )
    assert due_says(off) == f"Nicht auf Kurs im Berichtsmonat Mai 2026: {words}"
