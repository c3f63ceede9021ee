"""Pages by small functions: what is escaped, where values lie, and which marks axes have."""

import math
import re
import string
from datetime import date, datetime, timedelta
from html.parser import HTMLParser
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st

from liftguard.display.markup import escaped, tag
from liftguard.display.svg import Caption, Plot, day_of, day_ticks, framed, round_ticks
from liftguard.display.svg_pictures import (
    Bar,
    Stretch,
    draw_bars,
    draw_chances,
    draw_ramp,
    draw_shares,
    draw_track,
)
from liftguard.evaluation.metrics import ReliabilityRow

CAPTION = Caption("one", "A <title>", 'says "this" & that')
FIRST = date(2026, 1, 5)


class Heard(HTMLParser):
    """Collects what is said, and each tag."""

    def __init__(self, html):
        super().__init__()
        self.said, self.tags = "", []
        self.feed(html)
        self.close()

    def handle_starttag(self, name, attributes):
        self.tags.append((name, attributes))

    def handle_data(self, data):
        self.said += data


def elements(svg, name):
    """Give the elements of a picture by their name; what is no XML fails."""
    return ET.fromstring(svg).iter(name)  # noqa: S314 - our own


# --- what is escaped ---


@given(st.text(st.characters(exclude_characters="\r")))
def test_what_is_said_stays_what_it_is(text):
    """Any text is read as itself, but for what no page may hold; no tag ever comes of it."""
    heard = Heard(tag("p", escaped(text), title=text))
    assert [name for name, _ in heard.tags] == ["p"]
    pairs = zip(text, heard.said, strict=True)
    assert all(told in {one, "\N{REPLACEMENT CHARACTER}"} for one, told in pairs)
    assert heard.tags[0][1] == [("title", heard.said)]
    assert all(one.isprintable() or one.isspace() for one in heard.said if one < "\x80")
    heard.said.encode("utf-8")


@pytest.mark.parametrize("one", ["\x1b", "\x00", "\x85", "\u202e", "\u2066", "\ud800", "\uffff"])
def test_what_no_page_may_hold_is_marked(one):
    """Controls, signs that turn the order round and halves of characters are marked as such."""
    assert escaped(f"a{one}b") == "a\N{REPLACEMENT CHARACTER}b"


def test_an_element_by_hand():
    """Names of attributes take hyphens, numbers a tenth, and None leaves one out."""
    made = tag("path", d="M0", aria_label='a "b"', class_="x", x=1.25, y=2.0, id=None)
    assert made == '<path d="M0" aria-label="a &quot;b&quot;" class="x" x="1.2" y="2"></path>'


# --- places and marks ---


def test_places_by_hand():
    """A quarter of the way of x is a quarter of the width; y goes up."""
    plot = Plot(10.0, 20.0, 110.0, 220.0, (0.0, 50.0), (8.0, 100.0))
    assert (plot.x(2.0), plot.y(50.0), plot.y(100.0), plot.y(75.0)) == (35.0, 220.0, 20.0, 120.0)


def test_no_mark_of_an_axis_leaves_the_picture():
    """The last one ends where the picture does; others have their middle below their place."""
    plot = Plot(0.0, 0.0, 100.0, 50.0, (0.0, 0.0), (100.0, 1.0))
    axes = f"<g>{plot.axes([(50.0, 'half'), (95.0, '2026-12')], [])}</g>"
    half, last = elements(axes, "text")
    assert (half.get("x"), half.get("text-anchor")) == ("50", "middle")
    assert (last.get("x"), last.get("text-anchor")) == ("114", "end")


def test_round_marks_by_hand():
    """Steps of 1, 2 and 5 by tens take in the range."""
    assert round_ticks(37.0, 93.0) == [20.0, 40.0, 60.0, 80.0, 100.0]
    assert round_ticks(0.0, 5.0) == [0.0, 1.0, 2.0, 3.0, 4.0, 5.0]
    assert round_ticks(100.0, 100.0)[0] <= 100.0 < round_ticks(100.0, 100.0)[-1]


@given(st.floats(0.0, 1500.0), st.floats(0.0, 1500.0))
def test_round_marks_take_in_their_range(one, other):
    """The outer marks lie around it, and there are neither too few nor too many."""
    least, most = sorted((one, other))
    marks = round_ticks(least, most)
    slack = 1e-6 * max(most, 1.0)
    assert marks[0] <= least + slack
    assert marks[-1] >= most - slack
    assert 2 <= len(marks) <= 8
    assert marks[0] < marks[-1]


@pytest.mark.parametrize(
    ("days", "marks"),
    [
        (20, ["01-05", "01-12", "01-19"]),
        (120, ["2026-02", "2026-03", "2026-04", "2026-05"]),
        (365, ["2026-04", "2026-07", "2026-10", "2027-01"]),
        (1500, ["2027", "2028", "2029", "2030"]),
    ],
)
def test_days_to_mark_by_hand(days, marks):
    """Mondays, first days of months, or years."""
    assert [label for _, label in day_ticks(FIRST, FIRST + timedelta(days=days))] == marks


@given(st.dates(date(1960, 1, 1), date(2100, 1, 1)), st.integers(0, 30_000))
def test_days_to_mark_lie_in_their_range(first, days):
    """They are at most five, in order, and inside: on a phone they stand apart."""
    last = first + timedelta(days=days)
    marks = [day for day, _ in day_ticks(first, last)]
    assert marks == sorted(set(marks))
    assert len(marks) <= 5
    assert all(first.toordinal() <= day <= last.toordinal() for day in marks)


def test_a_moment_lies_inside_its_day():
    """Six in the evening is three quarters of the way."""
    assert day_of(datetime(2026, 1, 5, 18)) == FIRST.toordinal() + 0.75


# --- pictures ---


def track(bands, points):
    return draw_track(CAPTION, bands, points, (FIRST, FIRST + timedelta(days=30)))


def numbers_of(svg):
    return re.findall(r"nan|inf", svg.replace("stroke-linejoin", "").replace("text-anchor", ""))


def test_a_picture_says_what_it_shows():
    """Title and text stand in it and are named by it."""
    svg = framed(CAPTION, 10.0, 20.0)
    root = ET.fromstring(svg)  # noqa: S314 - our own
    said = {one.get("id"): one.text for one in root}
    assert said[root.get("aria-labelledby")] == "A <title>"
    assert said[root.get("aria-describedby")] == 'says "this" & that'
    assert (root.get("role"), root.get("viewBox")) == ("img", "0 0 10 20")


def test_a_band_is_parted_where_it_is_not_known():
    """Days without a band part it; no number that is none is written."""
    day = float(FIRST.toordinal())
    gap = Stretch(day + 2, *(math.nan,) * 3)
    bands = [Stretch(day + n, 90.0, 100.0, 110.0) for n in (0, 1)]
    later = [Stretch(day + n, 95.0, 105.0, 115.0) for n in (3, 4)]
    svg = track([*bands, gap, *later], {"set": [(day, 80.0)]})
    assert numbers_of(svg) == []
    assert sum(one.get("class") == "band" for one in elements(svg, "path")) == 2
    assert sum(one.get("class") == "band" for one in elements(track(bands, {}), "path")) == 1


def test_each_kind_of_set_is_one_path():
    """Sets that fall on one place are drawn once; kinds that there are none of are not drawn."""
    day = float(FIRST.toordinal())
    svg = track([], {"set": [(day, 80.0)] * 3 + [(day + 9, 90.0)], "missed": [(day, 85.0)]})
    marks = {
        one.get("class"): one.get("d").count("M")
        for one in elements(svg, "path")
        if one.get("class").startswith("mark")
    }
    assert marks == {"mark set": 2, "mark missed": 1}


def test_shares_fill_the_height():
    """The parts of a week stand on each other and fill it."""
    shares = {"fatigue": 0.25, "rapid_movement": 0.0, "overload": 0.75}
    svg = draw_shares(CAPTION, {FIRST: shares}, (FIRST, FIRST + timedelta(days=30)))
    parts = list(elements(svg, "rect"))
    heights = [float(one.get("height")) for one in parts]
    assert heights == pytest.approx([57.5, 0.0, 172.5], abs=0.06)  # of 230, written to a tenth
    assert [one.get("class").split()[1] for one in parts] == list(shares)


def test_bars_are_as_long_as_their_values():
    """Half of the most is half of the room, and more than the most is no longer than it."""
    svg = draw_bars(CAPTION, [Bar("<b>", 1.5, 9.0, "1.5 %")], 3.0)
    fainter, bar = (float(one.get("width")) for one in elements(svg, "rect"))
    assert bar == pytest.approx(fainter / 2.0)
    assert "<b>" in [one.text for one in elements(svg, "text")]


def test_chances_lie_on_the_line_where_they_hold():
    """What came as often as was said lies on the dashed line, whose ends are the corners."""
    row = ReliabilityRow(
        low=0.2, high=0.4, count=9, mean_p=0.25, observed=0.25, observed_low=0.1, observed_high=0.5
    )
    svg = draw_chances(CAPTION, [row], ("x", "y"))
    line = next(one for one in elements(svg, "path") if one.get("class") == "as-said")
    (x0, y0), (x1, y1) = (map(float, one.split()) for one in line.get("d")[1:].split("L"))
    (dot,) = elements(svg, "circle")
    place = (float(dot.get("cx")), float(dot.get("cy")))
    assert place == pytest.approx(((x0 + x1) / 2.0, (y0 + y1) / 2.0))  # the root of 1/4 is 1/2


def test_a_ramp_is_as_tall_as_its_loads():
    """Half the load is half as tall."""
    heights = [float(one.get("height")) for one in elements(draw_ramp(CAPTION, [50, 100]), "rect")]
    assert heights == [28.0, 56.0]


@given(st.text(string.printable, max_size=20))
def test_no_label_leaves_its_picture(label):
    """Whatever a label holds, the picture stays well formed."""
    clean = label.translate(dict.fromkeys(map(ord, "\x0b\x0c"), " "))
    svg = draw_bars(Caption("one", clean, clean), [Bar(clean, 1.0, 1.0, clean)], 3.0)
    assert len(list(elements(svg, "rect"))) == 2
