"""The page of a report: whole, harmless, without a network, and with the numbers of `report`."""

import json
import re
from datetime import datetime, timedelta
from html.parser import HTMLParser
from importlib import resources

import pytest

import liftguard as lg
from liftguard.__main__ import main
from liftguard.command.report_page import report_page
from liftguard.command.reported import Reported, Then
from liftguard.words import say_load, say_number
from liftguard.words.language import LANGUAGES
from liftguard.words.voice import Voice

LOG = str(resources.files("liftguard").joinpath("demo.csv"))
_ENDS = ("low", "middle", "high")
PARTS = ["read", "ceilings", "time", "causes", "fatigue", "doubts", "outcomes"]
HOSTILE = "</title></svg><script>alert(1)</script><img src=http://x.y onerror=alert(1)>"
STRONG = (
    "Date,Workout Name,Duration,Exercise Name,Set Order,Weight,Reps,Distance,Seconds,Notes,"
    "Workout Notes,RPE\n"
)


class Page(HTMLParser):
    """Reads a page: its elements, the attributes of each, what it says; no loose ends."""

    def __init__(self, html):
        super().__init__()
        self.open, self.elements, self.words = [], [], []
        self.feed(html)
        self.close()
        assert self.open == []
        self.said = " ".join("".join(self.words).split())

    def handle_starttag(self, name, attributes):
        self.elements.append((name, dict(attributes)))
        if name != "meta":
            self.open.append(name)

    def handle_endtag(self, name):
        assert self.open.pop() == name

    def handle_data(self, data):
        if "style" not in self.open:
            self.words.append(f" {data} ")

    def all(self, name):
        return [attributes for one, attributes in self.elements if one == name]


def written(tmp_path, *arguments):
    """Write a page and give it as text."""
    out = tmp_path / "page.html"
    assert main(["report", *arguments, "--html", str(out)]) == 0
    return out.read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def demo(tmp_path_factory):
    """Give the page of the log that comes with the library, and what `report --json` says."""
    return written(tmp_path_factory.mktemp("page"), LOG)


@pytest.fixture
def told(capsys):
    main(["report", LOG, "--json"])
    return json.loads(capsys.readouterr().out)


def a_log(tmp_path, name="Squat (Barbell)", *, days=14, first=100.0):
    """Write a log of one lift that grows steadily."""
    quoted = name.replace('"', '""')
    rows = [
        f'{datetime(2026, 1, 5, 18) + timedelta(days=3 * n)},A,1h,"{quoted}",1,{first + 2.5 * n},'
        f"3,0,0,,,9\n"
        for n in range(days)
    ]
    path = tmp_path / "log.csv"
    path.write_text(STRONG + "".join(rows), encoding="utf-8")
    return str(path)


# --- structure ---


def test_all_parts_are_there_and_linked(demo):
    """Each part has its heading, and the contents lead to it."""
    page = Page(demo)
    sections = page.all("section")
    assert [one["id"] for one in sections] == PARTS
    assert [one["href"] for one in page.all("a")] == [f"#{name}" for name in PARTS]
    ids = [one["id"] for _, one in page.elements if "id" in one]
    assert len(ids) == len(set(ids))
    assert {one["aria-labelledby"] for one in sections} <= set(ids)
    assert len(page.all("h1")) == 1
    assert page.all("html")[0]["lang"] == "en"


def test_every_picture_has_its_words(demo):
    """Each names a title and a text that are there, or is left out by screen readers."""
    page = Page(demo)
    ids = {one["id"] for _, one in page.elements if "id" in one}
    pictures = [one for one in page.all("svg") if one.get("aria-hidden") != "true"]
    assert len(pictures) == 3 + 3 + 3  # ramps, lifts over time; causes, fatigue, chances
    for one in pictures:
        assert one["role"] == "img"
        assert {one["aria-labelledby"], one["aria-describedby"]} <= ids


def test_it_needs_nothing_else(demo):
    """No script, and nothing from elsewhere."""
    assert not re.search(r"""<script|\bsrc\s*=|url\(|@import|https?:|<link|<iframe""", demo)
    assert {one["href"][0] for one in Page(demo).all("a")} == {"#"}


def test_it_is_fit_for_dark_and_for_paper(demo):
    """Its style has both."""
    assert "prefers-color-scheme: dark" in demo
    assert "@media print" in demo


# --- numbers ---


def test_ceilings_are_those_of_the_report(demo, told):
    """Capacity, its ends, the clear triple and its ramp stand there as `report` gives them."""
    said = Page(demo).said
    assert len(told["lifts"]) == 3
    for one in told["lifts"]:
        low, middle, high = (say_load(one["capacity"][f"{end}_kg"]) for end in _ENDS)
        clear = say_load(one["clear_kg"])
        steps = ", ".join(f"{say_number(kg, 1)} kg x {reps}" for kg, reps in one["ramp"])
        name = one["lift"].replace("_", " ").capitalize()
        begins = f"{name} {middle} {low} to {high} Clear for 3 repetitions: {clear} Ramp of"
        assert begins in said
        assert f"Before it: {steps}. {one['sets']} sets, the last" in said


def test_counts_are_those_of_the_report(demo, told):
    """Judged, missed, each level, each warning with its sentence, and the doubts."""
    page = Page(demo)
    assert f"{told['judged']} sets were judged, {told['missed']} missed." in page.said
    for name, counts in told["levels"].items():
        assert re.search(rf"\W {name} {counts['sets']} {counts['not_all_up']} ", page.said)
    for flag in told["flagged"]:
        assert f"{flag['at'][:10]}" in page.said
        assert flag["sentence"] in page.said
    assert all(one in page.said for one in told["doubts"])


def test_every_warning_has_its_ring(demo, told):
    """The pictures hold a mark for each flagged set at another place, and for each miss."""
    marks = [one for one in Page(demo).all("path") if one.get("class", "").startswith("mark")]
    drawn = {
        kind: sum(one["d"].count("M") for one in marks if one["class"] == f"mark {kind}")
        for kind in ("CAUTION", "BEYOND", "missed")
    }
    legend = 1  # of each
    places = {
        (one["level"], one["at"][:16], one["lift"], one["load_kg"]) for one in told["flagged"]
    }
    for level in ("CAUTION", "BEYOND"):
        assert drawn[level] - legend == sum(place[0] == level for place in places)
    assert drawn["missed"] - legend == told["missed"] == 1


def test_bands_are_forecasts(demo):
    """What is said of capacity at both ends is the forecast before the first set of a day."""
    history = lg.read_log(LOG).history
    track = lg.Guard().replay(history)
    for lift in ("deadlift", "squat", "bench_press"):
        days = {}
        for one in track:
            if one.logged.lift == lift:
                days.setdefault(one.logged.at.date(), track.forecast(one))
        known = [
            one.capacity.middle_kg
            for one in days.values()
            if one.capacity is not None and not track.policy.too_wide(one.capacity_sd)
        ]
        before, now = say_load(known[0]), say_load(known[-1])
        assert f"Capacity was {before} at first and is {now} at the end." in Page(demo).said


def test_own_outcomes_are_measured(demo, told):
    """What was to be expected, and what came, of singles; the rows add up to all sets."""
    measured = told["outcomes"]["singles"]
    assert told["outcomes"]["plans"] is None
    assert measured["failed"] == 1
    assert sum(row["count"] for row in measured["rows"]) == measured["sets"]
    mean = sum(row["count"] * row["mean_p"] for row in measured["rows"])
    assert measured["expected"] == pytest.approx(mean)
    expected = say_number(measured["expected"], 1)
    assert f"1 did not go up even once; {expected} were to be expected." in Page(demo).said
    assert "As often as was said" in Page(demo).said


def test_pounds_stay_pounds(tmp_path):
    """A log in pounds has them in boxes and in pictures, on plates that there are."""
    said = Page(written(tmp_path, a_log(tmp_path, first=225), "--unit", "lb")).said
    assert "Squat [lb]" in said
    assert "kg" not in said.replace("log.csv", "")
    triple = int(re.search(r"Clear for 3 repetitions: (\d+) lb", said)[1])
    assert triple % 5 == 0


# --- what stands in a log is text ---


def test_hostile_names_are_text(tmp_path):
    """In headings, pictures, lists and the name of the file: shown, and never more than that."""
    log = a_log(tmp_path, HOSTILE)
    html = written(tmp_path, log, "--unit", "kg")
    page = Page(html)
    assert HOSTILE in page.said
    assert not {"script", "img"} & {name for name, _ in page.elements}
    assert not [key for _, one in page.elements for key in one if key.startswith("on")]


@pytest.mark.parametrize("sign", ["\x1b", "\u202e", "\x85"])
def test_signs_that_rule_a_screen_do_not_reach_the_page(tmp_path, sign):
    """A name with controls is shown with a mark in their place."""
    html = written(tmp_path, a_log(tmp_path, f"Odd {sign} lift of {20 * 'stone '}"), "--unit", "kg")
    assert not set(sign[0]) & set(html)


# --- odd logs ---


def test_a_log_without_sets_says_what_was_read():
    """There is nothing to draw, and it says so."""
    log = lg.Log(
        history=lg.History(),
        problems=(),
        skipped=(),
        app="strong",
        unit="kg",
        unit_evidence="the header",
        rows_read=0,
        rows_with_sets=0,
    )
    found = {"notices": [], "skipped": {}, "problems": [], "unknown_lifts": {}}
    track = lg.Guard().replay(log.history)
    told = Reported(log, "a/b.csv", track, [], [], found, Then(None))
    page = Page(report_page(told, Voice()))
    assert [one["id"] for one in page.all("section")] == ["read"]
    assert "No sets, from the file b.csv." in page.said


def test_one_set_is_enough(tmp_path):
    """Little data makes a short page: nothing is judged, nothing flagged, nothing measured."""
    page = Page(written(tmp_path, a_log(tmp_path, days=1), "--unit", "kg"))
    assert [one["id"] for one in page.all("section")] == PARTS
    for said in ("0 sets were judged", "Nothing would have been flagged", "no set to measure yet"):
        assert said in page.said


def in_two_units(tmp_path):
    """Write squats in pounds, then in kilograms, and benches the other way round."""
    begin, rows = datetime(2026, 1, 5, 18), []
    for n in range(30):
        heavy = 1.25 if n == 12 else 1.0
        for name, early, late, first, then in (
            ("Squat", "lb", "kg", 225, 110), ("Bench Press", "kg", "lb", 70, 165)
        ):  # fmt: skip
            load, unit = (first, early) if n < 16 else (then, late)
            load = round(load * heavy / 5) * 5
            at = begin + timedelta(days=2 * n)
            cells = f"0,5,5,0,,9,0,{load},{unit},{load},{unit}"
            rows.append(f"{at:%Y-%m-%dT%H:%M:%S}.000Z,P,A,{name},{cells}\n")
    header = (
        "Workout DateTime,Program,Day Name,Exercise,Is Warmup Set?,Required Reps,Completed Reps,"
        "Is AMRAP?,Required RPE,Completed RPE,Log RPE?,Required Weight Value,Required Weight Unit,"
        "Completed Weight Value,Completed Weight Unit\n"
    )
    path = tmp_path / "two.csv"
    path.write_text(header + "".join(rows), encoding="utf-8")
    return str(path)


def test_each_lift_has_the_unit_of_its_latest_use(tmp_path):
    """Squats in kg, benches in lb; a set that was warned of, in the unit it was lifted in."""
    log = in_two_units(tmp_path)
    page = Page(written(tmp_path, log))
    assert "Each lift is shown in the unit of its latest loads" in page.said
    for lift, unit in (("Squat", "kg"), ("Bench press", "lb")):
        assert f"{lift} [{unit}]" in page.said
        box = page.said.partition(f" {lift} ")[2][:200]
        assert re.search(rf"^\s*\d+(\.5)? {unit} ", box)
    assert "squat 280 lb x 5" in page.said
    assert "bench press 90 kg x 5" in page.said
    page = Page(written(tmp_path, log, "--unit", "lb"))
    assert "All loads are shown in lb, as was asked." in page.said
    assert " kg" not in page.said.replace("Loads in kg and lb", "")


def test_a_page_of_a_moment_is_cut_there(tmp_path):
    """Asked for the tenth session's morning, the page speaks of nine; before all, of none."""
    log = a_log(tmp_path)
    page = Page(written(tmp_path, log, "--unit", "kg", "--at", "2026-02-01"))
    assert "What the log holds from 2026-02-01 00:00 on was not looked at." in page.said
    assert "9 sets from 2026-01-05 to 2026-01-29" in page.said
    assert "What can be lifted on 2026-02-01" in page.said
    assert "Capacity for one repetition on 2026-02-01 00:00," in page.said
    assert "on the day after the last entry" not in page.said
    page = Page(written(tmp_path, log, "--unit", "kg", "--at", "2026-01-05"))
    assert [one["id"] for one in page.all("section")] == ["read"]
    assert "No sets, from the file" in page.said


@pytest.mark.parametrize("language", sorted(LANGUAGES))
def test_it_speaks_every_language(tmp_path, language):
    """Every heading is said in it, and nothing is left to be filled in."""
    page = Page(written(tmp_path, LOG, "--language", language))
    texts = LANGUAGES[language]["page"]
    assert page.all("html")[0]["lang"] == language
    for name in PARTS:
        assert texts[name].partition(" {")[0] in page.said
    assert not re.search(r"[{}|]", page.said)


def test_every_doubt_has_something_to_do():
    """Each code of a doubt has a step beside its words."""
    for texts in LANGUAGES.values():
        assert set(texts["doubt_steps"]) == set(texts["doubts"])


def test_a_page_that_cannot_be_written_is_one_sentence(tmp_path, capsys):
    """Exit code 2 and what was wanted."""
    out = tmp_path / "nowhere" / "page.html"
    assert main(["report", LOG, "--html", str(out)]) == 2
    said = capsys.readouterr().err
    assert said.startswith("liftguard: --html: got ")
    assert "wanted a file that can be written" in said
    assert said.count("\n") == 1


def test_numbers_may_be_had_beside_it(tmp_path, capsys):
    """With --json, the page is written and the numbers are printed, and nothing else."""
    written(tmp_path, LOG, "--json")
    assert json.loads(capsys.readouterr().out)["judged"] == 151
