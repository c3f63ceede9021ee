"""What is read of a log and why an input is refused: a sentence and its parts, in any language."""

import ast
import copy
import html
import itertools
import pickle
import re
from contextlib import suppress
from importlib import resources
from pathlib import Path
from string import Formatter

import pytest

import liftguard as lg
from liftguard import words
from liftguard.__main__ import main
from liftguard.errors import InvalidValue, UnreadableLog
from liftguard.lifts import BODY_AREAS, LIFTS, area_key, find_lift
from liftguard.phrase import Phrase, joined
from liftguard.records import Problem
from liftguard.words.language import LANGUAGES
from liftguard.words.names import lift_said
from liftguard.words.numbers import days_text, span_text
from liftguard.words.say_phrase import PHRASES, error_text, phrase_text, problem_text
from liftguard.words.voice import Voice

HOUSE = Path(lg.__file__).parent
LOG = str(resources.files("liftguard").joinpath("demo.csv"))
SHARED = Path(__file__).parents[2] / "shared"
ENGLISH, GERMAN = Voice(), Voice(language="de")
SAID_BY = ("Phrase", "joined")
STOP_WORDS = re.compile(
    r"(?<![\w'])(the|of|and|is|are|were|with|that|this|not|no|or|for|by|as|to|it|such|which"
    r"|got|wanted|row|column|given|day|days|chance)(?![\w'=])"
)


def sentences(tree):
    """List the sentences that phrases are made of."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and getattr(node.func, "id", "") in SAID_BY and node.args:
            first = node.args[0]
            chosen = (first.body, first.orelse) if isinstance(first, ast.IfExp) else (first,)
            yield from (one.value for one in chosen if isinstance(one, ast.Constant))


def sentences_of_the_house():
    trees = (ast.parse(path.read_text(encoding="utf-8")) for path in HOUSE.rglob("*.py"))
    return {sentence for tree in trees for sentence in sentences(tree)}


def parts(sentence):
    """List what is filled in, and in which form a number is."""
    return {(name, form) for _, name, form, _ in Formatter().parse(sentence) if name is not None}


# --- the tables


def test_the_scan_sees_sentences():
    """Those of a phrase, of a choice between two, and of several that are joined."""
    tree = ast.parse("Phrase('a', n=1); Phrase('b' if x else 'c'); joined('d', e); other('f')")
    assert set(sentences(tree)) == {"a", "b", "c", "d"}


@pytest.mark.parametrize("language", sorted(PHRASES))
def test_every_sentence_is_said_in_every_language(language):
    """Each that a phrase is made of, and no other."""
    assert set(PHRASES[language]) == sentences_of_the_house()


def test_every_language_but_english_has_sentences():
    """English ones are what phrases are made of."""
    assert set(PHRASES) == set(LANGUAGES) - {"en"}


@pytest.mark.parametrize("language", sorted(PHRASES))
def test_a_sentence_leaves_the_same_to_be_filled_in(language):
    """In the form for one nothing is new; all in all nothing is lost."""
    for english, said in PHRASES[language].items():
        assert parts(said) == parts(english), said
        assert parts(said.partition("|")[0]) <= parts(english), said
        assert said.count("|") == english.count("|"), said
        assert said == said.strip() != ""


def test_no_english_is_left_in_a_german_sentence():
    """What stands in braces, in quotes or as an option is no English of ours."""
    for said in PHRASES["de"].values():
        plain = re.sub(r"\{[^}]*\}|--\S+|`[^`]*`|columns=|kg or lb", "", said)
        assert STOP_WORDS.search(plain) is None, said


TOLD = ("wanted", "hint", "reason", "evidence", "unit_evidence")
# What only a program passes, or a developer measures; told in English alone.
FOR_PROGRAMS = {"dicts_and_frames", "benchmark", "benchmark_tables", "fit", "speed", "folder"}
# In a file that a lifter's own words are read by, these are for programs.
OF_READ_LOG = {"'kg' or 'lb'", "'dmy' or 'mdy'", "'keep' or 'drop'", "JSON"}


@pytest.mark.parametrize(
    "path",
    [
        path
        for room in ("importers", "command")
        for path in sorted((HOUSE / room).rglob("*.py"))
        if path.stem not in FOR_PROGRAMS
    ],
    ids=lambda path: path.stem,
)
def test_what_a_lifter_is_told_is_no_mere_text(path):
    """An importer and a command hand over phrases where they say what was wanted, and why."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.keyword) and node.arg in TOLD:
            for one in ast.walk(node.value):
                if isinstance(one, ast.Call):  # a phrase: what is in it is looked at by the above
                    break
                bare = isinstance(one, ast.JoinedStr) or (
                    isinstance(one, ast.Constant) and isinstance(one.value, str) and one.value
                )
                text = getattr(one, "value", "")
                assert not bare or text in OF_READ_LOG or "columns" in path.stem, ast.dump(node)


# --- what a phrase is


def test_a_phrase_is_its_english_text():
    """One, many, a number in a form, and a list of parts, phrases among them."""
    assert Phrase("1 row|{n} rows", 1, n=1) == "1 row"
    assert Phrase("1 row|{n} rows", 3, n=3) == "3 rows"
    assert Phrase("{low:g} to {high:g}", low=0.01, high=2000.0) == "0.01 to 2000"
    assert Phrase("Near: {names}.", names=[Phrase("{lift}", lift="squat"), "own"]) == (
        "Near: squat, own."
    )
    assert joined("{one} or {other}", ["a", "b", "c"]) == "a or b or c"
    assert repr(Phrase("note")) == "'note'"


def test_a_phrase_outlives_a_copy_and_a_process():
    """It is said in German after it was copied or pickled, too."""
    phrase = Phrase("1 row|{n} rows", 3, n=3)
    for again in (copy.deepcopy(phrase), pickle.loads(pickle.dumps(phrase))):  # noqa: S301 - our own
        assert again == phrase
        assert (again.sentence, again.number, again.parts) == ("1 row|{n} rows", 3, {"n": 3})


def test_what_somebody_wrote_stays():
    """A text that is no phrase is said as it is, though a sentence of ours reads the same."""
    assert phrase_text("note", GERMAN) == "note"
    assert phrase_text(Phrase("note"), GERMAN) == "Notiz"
    assert phrase_text(Phrase("note"), ENGLISH) == "note"


# --- texts read aloud


def test_evidence_of_units_in_german():
    """Decimals have a comma, what stood in the file stays."""
    held = Phrase("{lb:.2f} = {kg:g} kg", lb=297.624, kg=135.0)
    of = "the column is in pounds but holds converted kilograms ({held})"
    assert phrase_text(Phrase(of, held=held), GERMAN) == (
        "die Spalte ist in Pfund, enthält aber umgerechnete Kilogramm: 297,62 = 135 kg"
    )
    signs = Phrase("{sign} {loads} on the barbell", sign=Phrase("plate ladder"), loads="60/100")
    assert phrase_text(signs, GERMAN) == "Lasten aus ganzen Scheiben: 60/100 auf der Langhantel"


def test_problems_in_german():
    """A row, a cell of it, and what was wanted there."""
    wanted = Phrase("1 to 10, or blank")
    assert problem_text(Problem(row=41, column="RPE", got="11", wanted=wanted), GERMAN) == (
        "Zeile 41, Spalte 'RPE': '11' passt nicht; erwartet: 1 bis 10, oder nichts"
    )
    whole = Problem(row=2, column="", got="a;b", wanted=Phrase("{width} cells in a row", width=4))
    assert problem_text(whole, GERMAN) == (
        "Zeile 2: 'a;b' passt nicht; erwartet: 4 Zellen in einer Zeile"
    )
    assert problem_text(whole, ENGLISH) == str(whole)


def test_refusals_in_german():
    """What somebody wrote is quoted, what a file is is said, and foreign words are marked."""
    near = Phrase("Near: {names}.", names=[Phrase("{lift}", lift="Squat")])
    wanted = Phrase("a known lift, or a name that stands in the log")
    error = InvalidValue(where="--lift", got="Kniebeugee", wanted=wanted, hint=near)
    assert error_text(error, GERMAN) == (
        "--lift: 'Kniebeugee' passt nicht; erwartet: eine bekannte Übung, oder ein Name, der im "
        "Log steht. Ähnlich: Kniebeuge."
    )
    folder = UnreadableLog(where="logs", got=Phrase("a folder"), wanted=Phrase("a path"))
    assert error_text(folder, GERMAN) == "logs: ein Ordner; erwartet: ein Pfad"
    assert error_text(folder, ENGLISH) == str(folder) == "logs: got 'a folder', wanted a path"
    strange = InvalidValue(where="x", got=1, wanted="a thing of ours", hint="Ask again.")
    assert error_text(strange, GERMAN) == (
        "x: 1 passt nicht; erwartet: auf Englisch: „a thing of ours“. Auf Englisch: „Ask again.“"
    )


def test_an_error_in_a_row_is_said_with_it():
    """The error of a plan's row is a part of the sentence about the row."""
    wanted = Phrase("a whole number from {least} to {most}", least=1, most=50)
    error = InvalidValue(where="sets", got="80", wanted=wanted)
    row = Phrase("row {number}, {error}", number=7, error=error)
    assert row == "row 7, sets: got '80', wanted a whole number from 1 to 50"
    assert phrase_text(row, GERMAN) == (
        "Zeile 7, sets: '80' passt nicht; erwartet: eine ganze Zahl von 1 bis 50"
    )


def test_days_have_a_dative():
    """Seit 28 Tagen, 28 Tage lang; minutes have no other form."""
    assert "{0:dative} {0}".format(days_text(28, GERMAN)) == "28 Tagen 28 Tage"
    assert f"{days_text(0.2, GERMAN):dative}" == "weniger als einem Tag"
    assert f"{span_text(3 * 1440.0, GERMAN):dative}" == "3 Tagen"
    assert "{0:dative} {0}".format(span_text(4.0, GERMAN)) == "4 Minuten 4 Minuten"


# --- names that are said are understood


@pytest.mark.parametrize("language", sorted(LANGUAGES))
def test_a_lift_is_understood_by_the_name_that_it_is_said_by(language):
    """At the command line, each by its own name."""
    for key in LIFTS:
        name = words.say_lift(key, language=language)
        assert (find_lift(name).key or lift_said(name)) == key, name


def test_every_lift_has_a_german_name_of_its_own():
    """None is left in English, and no two are called the same."""
    names = LANGUAGES["de"]["lifts"]
    assert set(names) == set(LIFTS)
    assert len(set(names.values())) == len(LIFTS)


@pytest.mark.parametrize("language", sorted(LANGUAGES))
def test_a_place_is_understood_by_the_name_that_it_is_offered_by(language):
    """All places of the body, as they are offered where one was mistyped."""
    named = {key: LANGUAGES[language]["areas"][key] for key in BODY_AREAS}
    assert {key: area_key(name) for key, name in named.items()} == {key: key for key in BODY_AREAS}


# --- the command line


def answer(capsys, *arguments):
    """Give all that a command says in German, on both streams."""
    with suppress(SystemExit):  # of argparse
        main([*arguments, "--language", "de"])
    out, err = capsys.readouterr()
    return out + err


def read_as_german(text, *quoted):
    """Hold a text to German; what stands in quotes is what somebody wrote, and names are names."""
    plain = re.sub(r"'[^']*'|„[^“]*“|\"[^\"]*\"|--\S+|columns=\S+", "", text)
    for one in quoted:
        plain = plain.replace(one, "")
    found = STOP_WORDS.search(plain)
    assert found is None, plain[max(0, found.start() - 80) : found.end() + 80]


PAIN = ("--pain", "Rücken 6 gestern")
ASKED = [
    ("demo",),
    ("check", LOG, "--lift", "Kreuzheben", "--load", "170", "--at", "end", "--details"),
    ("check", LOG, "--lift", "Kreuzheben", "--load", "150", "--at", "end", *PAIN),
    ("check", LOG, "--lift", "Klimmzug", "--load", "0", "--reps", "5", "--at", "end"),
    ("check", LOG, "--lift", "Bankdrücken", "--load", "150lb", "--at", "2026-05-01"),
    ("today", LOG),
    ("today", LOG, *PAIN, "--lift", "Kreuzheben", "--lift", "Schulterdrücken im Stehen"),
    ("why", LOG, "--at", "2026-06-15"),
    ("why", LOG, "--at", "2026-06-15", "--region", "Schulter", "--kind", "sharp"),
    ("report", LOG),
]


@pytest.mark.parametrize("asked", ASKED, ids=lambda asked: " ".join(asked[:1] + asked[2:]))
def test_an_answer_is_german_throughout(capsys, asked):
    """Each command, with and without a pain, for what is known and what is not."""
    said = answer(capsys, *asked)
    assert said
    read_as_german(said)


REFUSED = [
    ("check", LOG, "--lift", "Kniebeugee", "--load", "100"),
    ("check", LOG, "--lift", "xyzq", "--load", "100"),
    ("check", LOG, "--lift", "Kreuzheben", "--load", "viel"),
    ("check", LOG, "--lift", "Kreuzheben", "--load", "100000"),
    ("check", LOG, "--lift", "Kreuzheben", "--load", "100", "--reps", "0"),
    ("check", LOG, "--lift", "Kreuzheben", "--load", "100", "--reps", "x"),
    ("check", LOG, "--lift", "Kreuzheben", "--load", "100", "--rpe", "12"),
    ("check", LOG, "--lift", "Kreuzheben", "--load", "100", "--at", "morgen"),
    ("check", LOG, "--lift", "Kreuzheben", "--load", "100", "--at", "2020-01-01T00:00+02:00"),
    ("check", LOG, "--lift", "Kreuzheben", "--load", "100", "--pain", "Foo"),
    ("check", LOG, "--lift", "Kreuzheben", "--load", "100", "--pain", "Foo 3"),
    ("check", LOG, "--lift", "Kreuzheben", "--load", "100", "--pain", "Rücke 3"),
    ("check", LOG, "--lift", "Kreuzheben", "--load", "100", "--pain", "Knie 11"),
    ("check", LOG, "--lift", "Kreuzheben", "--load", "100", "--bodyweight", "5"),
    ("check", LOG, "--lift", "Kreuzheben", "--load", "100", "--tz", "Berlin"),
    ("check", LOG, "--lift", "Kreuzheben", "--assist", "20"),
    ("check", "keine.csv", "--lift", "Kreuzheben", "--load", "100"),
    ("check", str(HOUSE), "--lift", "Kreuzheben", "--load", "100"),
    ("check", __file__, "--lift", "Kreuzheben", "--load", "100"),
    ("check",),
    ("plan", LOG, "keine.csv"),
    ("plan", LOG, str(HOUSE)),
    ("why", LOG, "--at", "2001-01-01"),
    ("why", LOG, "--at", "2026-06-15", "--severity", "11"),
    ("why", LOG, "--at", "2026-06-15", "--region", "Zehennagel"),
    ("report", LOG, "--app", "hevy"),
    ("report", LOG, "--app", "meine"),
    ("report", LOG, "--columns", "a"),
    ("report", LOG, "--columns", "when=A,lift=B,load=C,reps=D"),
    ("report", LOG, "--join", "a"),
    ("report", LOG, "--html", str(HOUSE / "kein" / "ordner.html")),
]


@pytest.mark.parametrize("asked", REFUSED, ids=lambda asked: " ".join(asked[2:]) or asked[0])
def test_a_refusal_is_german(capsys, asked):
    """Whatever was mistyped, and whichever file is none."""
    said = answer(capsys, *asked)
    assert said.startswith("liftguard: ")
    read_as_german(said, str(HOUSE), __file__, *map(str, asked))


UNREADABLE = {
    "no unit": "Date,Exercise,Weight,Reps\n2024-01-01,Curl,12,5\n",
    "no order": "Date,Exercise,kg,Reps\n03/04/2024,Curl,12,5\n",
    "totals": "Date,Exercise,Total Volume\n2024-01-01,Curl,5\n",
    "a plan": "Date,Exercise,Planned Reps\n2024-01-01,Curl,5\n",
    "body": "Date,Waist,Biceps\n2024-01-01,80,40\n",
    "people": "Date,Athlete,Exercise,kg,Reps\n2024-01-01,Anna,Curl,9,5\n2024-01-01,Bo,Curl,9,5\n",
    "no json": '{"a": [1,]}',
    "no sets": '{"a": [1]}',
    "no day": '[{"exercise": "Curl", "reps": 5, "kg": 10}]',
    "web": "<!doctype html><html></html>",
    "nothing": "",
    "picture": "\x89PNG",
    "no row": "Date,Exercise,kg,Reps\n",
    "bad cells": "Date,Exercise,kg,Reps,RPE\n2024-01-01,Curl,12,5,11\n2024-01-02,Curl,x,5,\n"
    "2024-01-03,Curl,-5,5,\n2024-01-04,,5,5,\nfoo,Curl,5,5,\n2024-01-05,Curl,1\n",
    "unread": "Date,Exercise,kg,Reps,Puls\n2024-01-01,Kreuzheben,100,5,90\n",
    "misses": "Date,Exercise,kg,Reps,Result\n2024-01-01,Kreuzheben,100,5,made\n"
    "2024-01-01,Kreuzheben,110,3,failed\n2024-01-01,Kreuzheben,120,1,incomplete\n",
    "notes": "Date,Exercise,kg,Reps,Notes\n2024-01-01,Kreuzheben,100,5,Fehlversuch beim letzten\n",
}


@pytest.mark.parametrize("name", UNREADABLE)
def test_what_is_wrong_with_a_file_is_said_in_german(capsys, tmp_path, name):
    """As an error, or as a notice, a problem or a reason in its report."""
    path = tmp_path / "mein.csv"
    path.write_bytes(UNREADABLE[name].encode("latin-1"))
    read_as_german(answer(capsys, "report", str(path)), str(path), "Exercise, kg", "Notes")


def test_rows_of_a_plan_are_refused_in_german(capsys, tmp_path):
    """Each with its number, its column and what stood there."""
    path = tmp_path / "plan.csv"
    path.write_text(
        "at,lift,load_kg,reps,sets\n2026-06-22 18:00,Kreuzheben,140,3,2\n"
        "2026-06-22 18:00,Kreuzhebn,140,3,2\n2026-06-22,Kreuzheben,x,3,2\n"
        "2026-06-22,Kreuzheben,100,0,2\nmorgen,Kreuzheben,100,3,2\n"
        "2026-06-22,Kreuzheben,100,3,99\n",
        encoding="utf-8",
    )
    said = answer(capsys, "plan", LOG, str(path))
    assert said.count("Nicht eingeplant: Zeile ") == 5
    read_as_german(said)


def visible(page):
    """Give what is read on a page: its text and the words beside pictures."""
    bare = re.sub(r"<(style|script)\b.*?</\1>", "", page, flags=re.DOTALL)
    said = re.findall(r'(?:aria-label|title|alt)="([^"]*)"', bare)
    return html.unescape("\n".join([*re.split(r"<[^>]+>", bare), *said]))


def test_a_page_is_german_throughout(capsys, tmp_path):
    """Its headings, captions, axes, tables and what stands for its pictures."""
    page = tmp_path / "bericht.html"
    answer(capsys, "report", LOG, "--html", str(page))
    text = page.read_text(encoding="utf-8")
    assert '<html lang="de"' in text
    read_as_german(visible(text))


def test_a_report_for_programs_is_german_where_that_is_asked(capsys, tmp_path):
    """The sentences of it are; the reasons of rows without sets are names, and stay."""
    path = tmp_path / "mein.csv"
    path.write_text("Date,Exercise,kg,Reps,Puls\n2024-01-01,Kreuzheben,100,,90\n", encoding="utf-8")
    said = answer(capsys, "report", str(path), "--json")
    assert '"nicht gelesen: die Spalten Puls"' in said
    assert '"unit_evidence": "kg steht in der Kopfzeile"' in said
    assert '"no repetitions recorded": 1' in said


# --- real logs


def real_logs():
    """List cases, and logs that are small enough, where the folder stands beside the checkout."""
    found = sorted(
        itertools.chain((SHARED / "cases").glob("*.*"), (SHARED / "data").rglob("*.csv"))
    )
    return [path for path in found if path.name != "README.md" and path.stat().st_size < 50_000]


@pytest.mark.parametrize("path", real_logs(), ids=lambda path: path.name)
def test_what_is_said_of_a_real_log_is_german(path):
    """What was read, skipped, assumed and not understood; names of columns and lifts are theirs."""
    try:
        log = lg.read_log(path)
    except lg.UnreadableLog as error:
        read_as_german(error_text(error, GERMAN), str(path))
        return
    told = [log.unit_evidence, log.recognised_by, *log.notices]
    told += dict.fromkeys(one.reason for one in log.skipped)
    assert all(isinstance(one, Phrase) for one in told)
    assert all(isinstance(one.wanted, Phrase) for one in (*log.problems, *log.unread_cells))
    said = "\n".join(words.say_log(log, language="de")[:3])
    read_as_german(said)
