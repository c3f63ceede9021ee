"""Cards and texts: well-formed, harmless whatever a log holds, readable, and the same facts."""

from datetime import datetime, timedelta
from html.parser import HTMLParser

import attrs
import pytest
import strategies as own
from hypothesis import given
from hypothesis import strategies as st

import liftguard as lg
from liftguard.display import card, text
from liftguard.display.cards import BADGES
from liftguard.display.outline import outline_of
from liftguard.words.voice import Voice

AT = datetime(2026, 3, 2, 18)
PULL = lg.PlannedSet(lift="deadlift", load_kg=180, reps=3)
HOSTILE = '"><script>alert(1)</script><img src=x onerror=alert(1)>'
ALONE = {"br", "img", "input", "meta", "rect", "path", "link", "hr"}
ALLOWED = {
    *("div", "style", "span", "p", "svg", "g", "rect", "path", "table", "thead", "tbody", "tr"),
    *("th", "td", "ul", "li", "details", "summary"),
}


class Reader(HTMLParser):
    """Collects the tags, the attributes and the text of a card, and refuses loose ends."""

    def __init__(self, html):
        super().__init__()
        self.open, self.tags, self.attributes, self.said = [], [], [], []
        self.feed(html)
        self.close()
        assert self.open == []

    def handle_starttag(self, tag, attrs):
        self.tags.append(tag)
        self.attributes += attrs
        if tag not in ALONE:
            self.open.append(tag)

    def handle_endtag(self, tag):
        if tag not in ALONE:
            assert self.open.pop() == tag

    def handle_startendtag(self, tag, attrs):
        self.tags.append(tag)
        self.attributes += attrs

    def handle_data(self, data):
        if "style" not in self.open:
            self.said.append(data)


def harmless(html):
    """Read a card; nothing in it may run, load something or leave the card."""
    read = Reader(html)
    assert set(read.tags) <= ALLOWED
    assert {name for name, _ in read.attributes} <= {
        *("class", "lang", "style", "viewbox", "preserveaspectratio", "aria-hidden", "fill"),
        *("x", "y", "width", "height", "d", "opacity", "scope"),
    }
    assert read.tags[0] == "div"
    assert read.tags.count("style") == 1
    return read


def an_odd_log():
    sets = [
        lg.LoggedSet(lift=HOSTILE, at=AT - timedelta(days=day), load_kg=100, reps=3, note=HOSTILE)
        for day in range(3)
    ]
    return lg.Log(
        history=lg.History(sets),
        problems=(lg.Problem(row=1, column=HOSTILE, got=HOSTILE, wanted="a load"),) * 9,
        skipped=(lg.Skipped(row=2, reason=HOSTILE),),
        app=HOSTILE,
        unit="kg",
        unit_evidence=HOSTILE,
        rows_read=13,
        rows_with_sets=3,
        recognised_by=HOSTILE,
        notices=(HOSTILE,),
    )


def everything(entries, planned, at):
    """Make one value of each kind that is shown."""
    guard = own.GUARD
    history = lg.History(entries)
    track = guard.replay(history)
    pain = lg.Pain(at=at, region="low_back", severity=6, kind="spasm")
    return [
        track,
        guard.check(track.state, planned, at=at),
        guard.advise(track.state, planned, at=at),
        guard.check_plan(track.state, [lg.PlannedSession(at=at, sets=[planned, planned])]),
        guard.investigate(history, pain),
        guard.patterns(history),
        attrs.evolve(an_odd_log(), history=history),
        guard.suggest(track.state, planned.lift, planned.reps, at=at),
        guard.bests(track.state, planned.lift, at=at),
        *guard.next_session(track.state, [planned], at=at),
    ]


def value_of_each_kind():
    """Draw a history and a plan, and make what is shown of them."""
    return st.tuples(own.logs(), own.planned_sets()).map(
        lambda drawn: everything(
            drawn[0], drawn[1], max([own.BEGINNING, *(one.at for one in drawn[0])]) + own_hour()
        )
    )


def own_hour():
    return timedelta(hours=1)


@given(value_of_each_kind(), st.sampled_from(["kg", "lb"]), st.sampled_from(["en", "de"]))
def test_a_card_tells_what_the_text_tells(values, unit, language):
    """Every card is well-formed and harmless, and holds each line of the text."""
    for value in values:
        read = harmless(card(value, unit=unit, language=language))
        said = " ".join("".join(read.said).split())
        lines = text(value, unit=unit, language=language).splitlines()
        for line in lines:
            for cell in filter(None, line.strip().split("  ")):
                assert " ".join(cell.split()) in said


def test_nothing_in_a_log_gets_out_of_its_card():
    """Names, notes, problems and reasons that look like HTML are shown as they stand."""
    log = an_odd_log()
    odd = attrs.evolve(PULL, lift=HOSTILE)
    for value in (log, *everything(log.history, odd, AT + timedelta(hours=1))):
        html = card(value)
        harmless(html)
        assert "<script" not in html
        assert "<img" not in html
    assert HOSTILE in "".join(harmless(card(log)).said)


def test_values_show_themselves():
    """Doors lead to the card, to the text, and to what a terminal of IPython writes."""
    for value in everything([], PULL, AT):
        written = []

        class Printer:
            text = written.append

        assert value._repr_html_() == card(value)
        assert str(value) == text(value)
        value._repr_pretty_(Printer, cycle=False)
        assert written == [text(value)]


def test_a_value_is_printed_short():
    """The form for programmers of a long history, log or track is one short line."""
    entries = [lg.LoggedSet(lift="squat", at=AT, load_kg=100, reps=5)] * 500
    log = attrs.evolve(an_odd_log(), history=lg.History(entries))
    assert repr(log.history) == "History(500 entries, 2026-03-02 to 2026-03-02)"
    assert repr(own.GUARD.replay(log.history)) == "Track(500 sets)"
    assert len(repr(log)) < 300


def test_unknown_is_not_shown_as_fine():
    """What cannot be said has a badge of its own, no bar, and names what was not assessed."""
    verdict = own.GUARD.check(own.GUARD.start(), PULL, at=AT)
    html, said = card(verdict), "".join(harmless(card(verdict)).said)
    assert "<svg" not in html
    assert "UNKNOWN" in said
    assert "not assessed" in said
    assert "CLEAR" not in said


def test_the_bar_shows_the_planned_load_beside_the_band():
    """Left of the band below it, right of it above; and the words say the same in pounds."""
    done = [
        lg.LoggedSet(lift="deadlift", at=AT - timedelta(days=7 * week), load_kg=150, reps=3, rpe=9)
        for week in range(8, 0, -1)
    ]
    state = own.GUARD.replay(lg.History(done)).state
    for load_kg, side in ((60, -1), (260, 1)):
        heavy = attrs.evolve(PULL, load_kg=load_kg)
        verdict = own.GUARD.check(state, heavy, at=AT)
        html = card(verdict, unit="lb")
        band = float(html.split('y="20" width="')[0].rsplit('x="', 1)[1].split('"')[0])
        asked = float(html.split('<path d="M')[1].split(" ")[0]) + 5
        width = float(html.split('y="20" width="')[1].split('"')[0])
        assert (asked < band) if side < 0 else (asked > band + width)
        assert "lb, clear up to " in html


@pytest.mark.parametrize("load_kg", range(100, 200, 5))
def test_the_bar_agrees_with_the_verdict(load_kg):
    """What is clear lies within the line that is clear, and what is flagged beyond its end."""
    done = [
        lg.LoggedSet(lift="deadlift", at=AT - timedelta(days=7 * week), load_kg=150, reps=3, rpe=9)
        for week in range(8, 0, -1)
    ]
    state = own.GUARD.replay(lg.History(done)).state
    planned = attrs.evolve(PULL, load_kg=load_kg)
    verdict = own.GUARD.check(state, planned, at=AT, plates=lg.Plates.kg())
    bar = outline_of(verdict, Voice()).bar
    assert (verdict.level == lg.Level.CLEAR) == (bar.at <= bar.clear)
    pain = lg.Pain(at=AT, region="low_back", severity=4)
    hurt = own.GUARD.check(own.GUARD.learn(state, pain), planned, at=AT)
    assert outline_of(hurt, Voice()).bar is None


def test_a_suggestion_shows_its_load_beside_the_band():
    """The set as the title, its level, the load in the band; none where there is no load."""
    done = [
        lg.LoggedSet(lift="deadlift", at=AT - timedelta(days=7 * week), load_kg=150, reps=3, rpe=8)
        for week in range(8, 0, -1)
    ]
    state = own.GUARD.replay(lg.History(done)).state
    found = own.GUARD.suggest(state, "deadlift", 3, at=AT)
    said = "".join(harmless(card(found)).said)
    assert "Deadlift 150 kg x 3" in said
    assert "CLEAR" in said
    assert "Planned 150 kg, possible" in said
    (after,) = own.GUARD.next_session(state, [attrs.evolve(PULL, load_kg=150)], at=AT)
    assert str(after).splitlines()[0] == lg.say_next([after])[0]
    assert "150 kg x 3" in text(own.GUARD.bests(state, "deadlift", at=AT))
    spasm = lg.Pain(at=AT, region="low_back", severity=8, kind="spasm")
    hurt = own.GUARD.suggest(own.GUARD.learn(state, spasm), "deadlift", 3, at=AT)
    assert "<svg" not in card(hurt)
    assert "CLEAR" not in "".join(harmless(card(hurt)).said)


def test_no_step_is_not_a_clearance():
    """Empty advice says that it may mean two things."""
    assert "or no change" in text(lg.Advice())
    assert lg.Advice() == ()


def test_no_chance_is_said_of_what_is_unknown():
    """A plan of a lift that was never done has a dash where the chance would stand."""
    squat = lg.PlannedSet(lift="squat", load_kg=100, reps=5)
    guard, at = lg.Guard(), datetime(2026, 1, 5)
    plan = guard.check_plan(guard.start(), [lg.PlannedSession(at=at, sets=[squat])])
    for told in (plan, guard.advise(guard.start(), squat, at=at)):
        assert "UNKNOWN" in lg.display.card(told)
        assert "%" not in lg.display.text(told)
        assert "–" in lg.display.card(told)


def test_an_empty_plan_and_log_say_so():
    """Nothing planned, read or replayed is said, not left blank."""
    plan = own.GUARD.check_plan(own.GUARD.start(), [])
    assert text(plan) == "No set is planned."
    assert text(own.GUARD.replay(lg.History())) == "No sets."


def test_what_cannot_be_shown_is_refused():
    """The error names what can be shown."""
    with pytest.raises(lg.InvalidValue, match="got 'int', wanted one of Verdict, Finding"):
        card(3)


def luminance(colour):
    """Relative luminance by WCAG 2.2."""
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


@pytest.mark.parametrize("level", list(lg.Level), ids=str)
def test_badges_are_readable(level):
    """White on the colour of a level has the contrast that WCAG 2.2 AA asks of small text."""
    assert 1.05 / (luminance(BADGES[level][0]) + 0.05) >= 4.5


def test_signs_differ_without_colour():
    """Each level has a sign of its own."""
    assert len({sign for _, sign in BADGES.values()}) == len(BADGES) == len(lg.Level)


def a_trained_track():
    """Ten weekly triples, a single that goes up at the edge, a miss far above, and one squat."""
    done = [
        lg.LoggedSet(lift="deadlift", at=AT - timedelta(days=7 * week), load_kg=150, reps=3, rpe=9)
        for week in range(10, 0, -1)
    ]
    missed = attrs.evolve(done[-1], at=AT, load_kg=230, reps=0, missed=True, rpe=None)
    squat = lg.LoggedSet(lift="squat", at=AT, load_kg=100, reps=5)
    on, before = AT - timedelta(days=3), own.GUARD.replay(lg.History(done)).state
    at_risk = own.GUARD.max_load(before, "deadlift", 1, at=on, p_beyond=0.3)
    edge = attrs.evolve(done[-1], at=on, load_kg=at_risk, reps=1)
    return own.GUARD.replay(lg.History([*done, edge, missed, squat]))


def test_a_track_counts_sets_misses_and_flags():
    """The row of a lift: sets, misses, flags, those that were right, unknowns, and capacity."""
    track = a_trained_track()
    rows = [line.split("  ") for line in text(track).splitlines()]
    deadlift, squat = (
        [cell.strip() for cell in row if cell.strip()]
        for row in rows
        if row[1:2] and row[1].strip() in {"Deadlift", "Squat"}
    )
    asked, state = [*([3] * 10), 1, 1, 5], own.GUARD.start()  # as done; the miss tried one
    levels = []
    for one, reps in zip(track, asked, strict=True):
        done = one.logged
        planned = lg.PlannedSet(lift=done.lift, load_kg=done.load_kg, reps=reps)
        levels.append(own.GUARD.check(state, planned, at=done.at).level)
        state = own.GUARD.learn(state, done)
    assert levels[10:] == [lg.Level.CAUTION, lg.Level.BEYOND, lg.Level.UNKNOWN]
    flagged = sum(level >= lg.Level.CAUTION for level in levels[:12])
    wide = levels[:12].count(lg.Level.UNKNOWN)
    assert wide > 0
    assert deadlift[:6] == ["Deadlift", "12", "1", str(flagged), "1", str(wide)]
    single = attrs.evolve(PULL, load_kg=1, reps=1)
    band = own.GUARD.forecast(track.state, single, at=AT + timedelta(days=1)).capacity
    assert deadlift[6].startswith(f"{round(2 * band.middle_kg) / 2:g} kg (")
    assert squat == ["Squat", "1", "0", "0", "0", "1", "cannot be said"]


def test_flags_of_a_track_are_those_of_the_host():
    """Four weekly triples: three have chances from .02 to .1, the first is unknown."""
    done = [
        lg.LoggedSet(lift="deadlift", at=AT - timedelta(weeks=n), load_kg=150, reps=3, rpe=9)
        for n in range(4, 0, -1)
    ]
    for policy, flagged in ((lg.Policy(caution=0.02), "3"), (lg.Policy(), "0")):
        track = lg.Guard(policy=policy).replay(lg.History(done))
        chances = [track.judged(one).forecast.p_beyond for one in track]
        assert sum(0.02 <= p < 0.1 for p in chances) == 3
        row = next(line for line in text(track).splitlines() if line.startswith("  Deadlift"))
        assert row.split()[1:6] == ["4", "0", flagged, "0", "1"]
        cells = "".join(f"<td>{cell}</td>" for cell in ("4", "0", flagged, "0", "1"))
        assert f'<th scope="row">Deadlift</th>{cells}' in card(track)
        assert list(track.to_frame()["level"] >= "CAUTION").count(True) == int(flagged)


def test_a_band_is_shown_where_the_host_relies_on_it():
    """A host that allows no wider belief than .03 is told no capacity."""
    track = a_trained_track()
    narrow = attrs.evolve(track, policy=lg.Policy(widest_sd=0.03))
    said = [one for one in text(narrow).splitlines() if one.startswith("  Deadlift")]
    assert said[0].endswith("cannot be said")
    assert "cannot be said" not in text(track).split("Deadlift")[1].split("Squat")[0]


def test_a_chance_in_a_plan_says_what_it_presumes():
    """The second of two sets that are too heavy stands for a case that will hardly come."""
    heavy = attrs.evolve(PULL, load_kg=400)
    session = lg.PlannedSession(at=AT + timedelta(days=2), sets=[heavy] * 2)
    plan = own.GUARD.check_plan(a_trained_track().state, [session])
    first, second = (line for line in text(plan).splitlines() if "400 kg x 3  " in line)
    assert first.rstrip().endswith("over 99 %")
    assert second.rstrip().endswith("over 99 % if those before go up")


def test_a_long_plan_is_cut_and_says_so():
    """Twelve sets are listed, and how many more there are; its badge is its worst level."""
    light = attrs.evolve(PULL, load_kg=60)
    sets = [*[light] * 13, attrs.evolve(PULL, load_kg=400)]
    session = lg.PlannedSession(at=AT + timedelta(days=2), sets=sets)
    plan = own.GUARD.check_plan(a_trained_track().state, [session])
    said = text(plan).splitlines()
    assert said[0] == "14 sets planned: 1 BEYOND and 13 CLEAR."
    assert sum("60 kg x 3" in line for line in said) == 12
    assert said[-1] == "  and 2 more"
    badge = card(plan).split('class="lg-badge"')[1]
    assert badge.split("</span></div>")[0].count("BEYOND") == 1
    assert any("set 14 on 2026-03-04, deadlift 400 kg x 3: BEYOND" in line for line in said)


def test_a_log_accounts_for_its_rows():
    """Three with sets, one without, nine not understood; five of these are shown."""
    said = text(an_odd_log()).splitlines()
    assert said[0] == "13 rows read = 3 with sets + 1 without + 9 not understood."
    assert sum("wanted a load" in line for line in said) == 5
    assert "  and 4 more" in said
