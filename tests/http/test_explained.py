"""What explains figures is read as data and as German sentences."""

from interfaces.german.results import derivation
from interfaces.sample.cast import READER
from tests.http.conftest import SAMPLE
from tests.http.service import Running

HOME = f"/api/v1/agreements/{SAMPLE}"
COUNTY = "hk-controlling"


def test_a_line_tells_its_derivation_as_a_paragraph(sample: Running) -> None:
    read = sample.as_(COUNTY).get(f"{HOME}/attainment/k2", params={"month": "2026-06"}).json()
    current = read["line"]["derivation"]["current"]
    inputs = [used["delivery_id"] for used in current["inputs"]]
    for told in ("ohne Wartezeit", current["formula"], current["rounded"].replace(".", ","), *inputs):
        assert told in read["derivation_says"]
    missing = sample.as_(COUNTY).get(f"{HOME}/attainment/k2", params={"month": "2027-01"}).json()
    assert missing["line"]["not_assessable_because"] == "2027-01 liegt nicht im Jahr der Vereinbarung."
    assert missing["derivation_says"].endswith("Januar 2027 liegt nicht im Jahr der Vereinbarung.")


def test_the_paragraph_names_the_series_of_women_and_men_it_shows(sample: Running) -> None:
    lines = [
        line for goal in sample.system.queries.attainment(READER, SAMPLE, month="2026-06").goals for line in goal.lines
    ]
    (line,) = [line for line in lines if line.line_id == "k2"]
    assert [one.sex for one in line.by_sex] == ["women", "men"]
    told = derivation(line)
    for series in ("INT Frauen 2026-01…2026-06", "ELB Männer 2024-12…2025-05"):
        assert series in told


def test_outlook_and_quality_stand_beside_their_data_as_sentences(sample: Running) -> None:
    goals = sample.as_(COUNTY).get(f"{HOME}/explanation", params={"month": "2026-06"}).json()["goals"]
    lines = {line["line_id"]: line for goal in goals for line in goal["lines"]}
    k2, watched = lines["k2"], [line for line in lines.values() if line["outlook_says"] is None]
    pace = k2["outlook"]["rounded"].replace(".", ",")
    assert f"mindestens {pace} Integrationen je Monat in den verbleibenden 6 Monaten" in k2["outlook_says"]
    assert [says.partition(":")[0] for says in k2["quality_says"]] == [
        "Geprüft",
        "Quelle",
        "Genauigkeit",
        "Grenzen",
        "Ausgleich",
    ]
    assert watched
    assert all(line["outlook"] is None and line["no_outlook_because"] is None for line in watched)


def test_a_comparison_says_as_of_which_entry_it_was_read(sample: Running) -> None:
    asking = {"land": "03", "year": "2026", "month": "2026-06"}
    now = sample.as_(COUNTY).get("/api/v1/comparison", params=asking).json()
    assert (now["known_at"], now["as_of_position"]) == (None, len(sample.system.journal.log(limit=100_000)))
    assert [place["standing"] for place in now["figures"][0]["places"]] == ["compared"]
    known_at = "2026-03-01T00:00:00.000000Z"
    earlier = sample.as_(COUNTY).get("/api/v1/comparison", params=asking | {"known_at": known_at}).json()
    assert earlier["known_at"] == known_at
    assert 0 < earlier["as_of_position"] < now["as_of_position"]
    assert [place["standing"] for place in earlier["figures"][0]["places"]] == ["unequal"]


def test_the_last_month_is_one_month_in_both_languages(sample: Running) -> None:
    said = {}
    for language in ("de", "en"):
        headers = {"Accept-Language": language}
        read = sample.as_(COUNTY).get(f"{HOME}/explanation", params={"month": "2026-11"}, headers=headers)
        lines = {line["line_id"]: line for goal in read.json()["goals"] for line in goal["lines"]}
        said[language] = lines["k2"]["outlook_says"]
    assert "im verbleibenden Monat" in said["de"]
    assert "in the month left" in said["en"]
