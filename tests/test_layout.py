"""The floor plan of the house: what imports what, what nothing does, and how large it grows."""

import ast
import io
import subprocess
import sys
import tokenize
from pathlib import Path

import pytest

import liftguard

HOUSE = Path(liftguard.__file__).parent
FILES = sorted(HOUSE.rglob("*.py"))

# The chapters in their order; an import points to an earlier line. A package stands for
# its __init__ and for all files in it that have no line of their own.
_IN_ORDER = """
choices
phrase
errors
units
speed
shown
lifts.families
lifts.meanings
lifts.lift
lifts.find
lifts.assistance
lifts.areas
lifts
records.checks
records.entries
records.doubles
records.twins
records.plans
records.history
records
model.special
model.tables
model.params
model.curve
model.capacity
model.evidence
model.prior
model.fatigue
model.traits
model.moved
model.bar_speed
model.bests
model.reports
model.front
model.last_time
model.fatigability
model.readiness
model.diary
model.session
model.experience
model.row
model.monotony
model.state
model.standing
model.to_failure
model.forecast
model.outcomes
model.interpret
model.step
model.many
model.squad
model.remember
model.learn
model
judge.policy
judge.causes
judge.verdict
judge.suggestion
judge.pain
judge.stillness
judge.own_steps
judge.question
judge.movement
judge.monotony
judge.grounds
judge.loads
judge.own_loads
judge.usual
judge.ramp
judge.deload
judge.steps
judge.walk
judge.movement_steps
judge.way_back
judge.advice
judge.limits
judge.suggest
judge.unbeaten
judge.progress
judge.judgement
judge.plan
judge
review.track
review.training_days
review.day_work
review.moved_notes
review.area
review.traces_of_fatigue
review.traces_of_quickness
review.traces_of_overload
review.trace_kind
review.day_traces
review.finding
review.lately
review.rewind
review.changes
review.changes_of_work
review.changes_of_quickness
review.counterfactual
review.inquiry
review.pattern_cases
review.pain_cases
review.patterns
review.scale_slips
review.rep_slips
review.log_check
review
words
display
guard
wire
fleet
importers
evaluation
__init__
command
__main__
"""
CHAPTERS = _IN_ORDER.split()

# Imports inside a function: who may, and what. A value's door to its looks points to a later
# chapter, which is loaded when something is shown; the front door loads what looks back when
# it is asked to.
DOOR = "liftguard.display"
LATE_IMPORTS = {
    "shown": {DOOR},
    "records.history": {DOOR},
    "review.track": {DOOR},
    "judge.verdict": {DOOR},
    "guard": {
        "liftguard.review.inquiry",
        "liftguard.review.log_check",
        "liftguard.review.patterns",
    },
    "evaluation": {"scipy.optimize"},
    "display": {"matplotlib", "matplotlib.dates", "matplotlib.pyplot", "pandas"},
    "command": {"fsrs", "liftmath"},
    "fleet": {"dask.distributed", "pyarrow", "pyarrow.parquet"},
    "importers": {"csv", "fitdecode", "fitdecode.profile", "sqlite3", "zipfile", "zoneinfo"},
}
COMMAND_LINE = ("command", "__main__")
# Tables are as long as what they list.
LONG_FILES = {
    "lifts.families",
    "lifts.meanings",
    "model.params",
    "judge.policy",
    "words.english",
    "words.german",
    "words.german_lifts",
    "words.german_phrases",
}
MOST_LINES, MOST_LINES_OF_A_FUNCTION = 300, 40

HEAVY = (
    "pandas",
    "matplotlib",
    "scipy",
    "sqlite3",
    "importlib.metadata",
    "csv",
    "zipfile",
    "liftguard.importers",
    "liftguard.evaluation",
    "liftguard.display",
    "liftguard.review.inquiry",
    "liftguard.review.log_check",
    "liftguard.review.patterns",
)


def name_of(path):
    """Give the module's name below liftguard; a package has that of its folder."""
    parts = list(path.relative_to(HOUSE).with_suffix("").parts)
    if len(parts) > 1 and parts[-1] == "__init__":
        parts.pop()
    return ".".join(parts)


def chapter_of(name):
    """Give the line of a module in the table of chapters."""
    while name not in CHAPTERS:
        name, _, last = name.rpartition(".")
        assert last and name, f"a module without a chapter: {last}"  # noqa: PT018
    return name


def tree_of(path):
    return ast.parse(path.read_text(encoding="utf-8"))


def imports_of(node):
    """List what each import statement below a node imports, by full name."""
    for one in ast.walk(node):
        if isinstance(one, ast.ImportFrom):
            assert one.level == 0, "imports are written in full"
            modules = {one.module}
            for alias in one.names:  # from liftguard import records
                inner = HOUSE.parent / (one.module + "." + alias.name).replace(".", "/")
                if inner.with_suffix(".py").exists() or inner.is_dir():
                    modules.add(f"{one.module}.{alias.name}")
            yield one, modules
        elif isinstance(one, ast.Import):
            yield one, {alias.name for alias in one.names}


def by_name(path):
    return name_of(path)


@pytest.mark.parametrize("path", FILES, ids=by_name)
def test_imports_point_to_earlier_chapters(path):
    """A file imports from earlier chapters, or from its own package, never from later ones."""
    here = chapter_of(name_of(path))
    for _, modules in imports_of(tree_of(path)):
        for module in modules:
            if module == "liftguard":
                assert here in {*COMMAND_LINE, "__init__"}
            if not module.startswith("liftguard."):
                continue
            there = chapter_of(module.removeprefix("liftguard."))
            if here in {"__init__", there}:
                continue
            if module == DOOR and DOOR in LATE_IMPORTS.get(here, ()):
                continue
            assert CHAPTERS.index(there) < CHAPTERS.index(here), f"{here} imports {there}"


@pytest.mark.parametrize(
    "path", [one for one in FILES if name_of(one).startswith(("words", "display"))], ids=by_name
)
def test_words_and_looks_judge_nothing(path):
    """What says or shows a value takes the policy from it: it makes none, and asks no guard."""
    modules = {module for _, names in imports_of(tree_of(path)) for module in names}
    assert not [one for one in modules if one.startswith(("liftguard.guard", "liftguard.eval"))]
    made = {ast.unparse(one.func) for one in ast.walk(tree_of(path)) if isinstance(one, ast.Call)}
    assert made.isdisjoint({"Policy", "Guard"})


def test_no_circle_inside_a_package():
    """Files of one chapter, such as importers, import each other in one direction."""
    names = {name_of(path): path for path in FILES}
    below = {
        name: {
            module.removeprefix("liftguard.")
            for _, modules in imports_of(tree_of(path))
            for module in modules
            if module != DOOR or DOOR not in LATE_IMPORTS.get(chapter_of(name), ())
        }
        & set(names) - {name}
        for name, path in names.items()
        if name != "__init__"
    }
    while below:
        leaves = {name for name, needs in below.items() if not needs & set(below)}
        assert leaves, f"imports in a circle among {sorted(below)}"
        below = {name: needs for name, needs in below.items() if name not in leaves}


@pytest.mark.parametrize("path", FILES, ids=by_name)
def test_imports_stand_at_the_top(path):
    """Imports are statements of the module, but for the named exceptions."""
    tree = tree_of(path)
    top = set(map(id, tree.body))
    for node in tree.body:  # an import for type checkers alone
        if isinstance(node, ast.If) and ast.unparse(node.test) in {
            "TYPE_CHECKING",
            "typing.TYPE_CHECKING",
        }:
            top |= set(map(id, node.body))
    allowed = LATE_IMPORTS.get(chapter_of(name_of(path)), set())
    for node, modules in imports_of(tree):
        assert id(node) in top or modules <= allowed, f"line {node.lineno}: {sorted(modules)}"


def test_an_import_is_light():
    """A fresh `import liftguard` loads nothing; `Guard` no extra, importer or looking back."""
    code = "import sys, liftguard; print(*sys.modules); liftguard.Guard; print(*sys.modules)"
    plain, loaded = subprocess.run(  # noqa: S603 - our own interpreter and words
        [sys.executable, "-c", code], capture_output=True, text=True, check=True
    ).stdout.splitlines()
    assert {"numpy", "attrs", "attr"}.isdisjoint(plain.split())
    assert [name for name in plain.split() if name.startswith("liftguard.")] == []
    assert "liftguard.guard" in loaded.split()
    assert [name for name in HEAVY if name in loaded.split()] == []


def called(tree):
    """List the dotted names that are called or read anywhere in a tree."""
    return {
        ast.unparse(node) for node in ast.walk(tree) if isinstance(node, ast.Name | ast.Attribute)
    }


@pytest.mark.parametrize("path", FILES, ids=by_name)
def test_nothing_prints(path):
    """Only the command line prints."""
    if chapter_of(name_of(path)) not in COMMAND_LINE:
        names = called(tree_of(path))
        assert names.isdisjoint({"print", "sys.stdout", "sys.stderr", "warnings.warn"})


@pytest.mark.parametrize("path", FILES, ids=by_name)
def test_nothing_reads_a_clock(path):
    """The caller says when it is; only the command line may ask the clock."""
    clocks = ("now", "today", "utcnow", "time.time", "monotonic", "perf_counter", "sleep")
    if chapter_of(name_of(path)) not in COMMAND_LINE:
        found = [n for n in called(tree_of(path)) if n.endswith(tuple(f".{c}" for c in clocks))]
        assert found == []
        assert "time" not in {m for _, names in imports_of(tree_of(path)) for m in names}


@pytest.mark.parametrize("path", FILES, ids=by_name)
def test_nothing_is_random(path):
    """Only evaluation draws random numbers."""
    if not name_of(path).startswith(("evaluation", *COMMAND_LINE)):
        tree = tree_of(path)
        modules = {module for _, names in imports_of(tree) for module in names}
        assert modules.isdisjoint({"random", "secrets", "uuid", "numpy.random"})
        assert not [name for name in called(tree) if ".random" in name]


@pytest.mark.parametrize("path", FILES, ids=by_name)
def test_nothing_logs_or_hides_an_error(path):
    """No logging, no assert on input, and no except that swallows everything."""
    tree = tree_of(path)
    assert "logging" not in {module for _, names in imports_of(tree) for module in names}
    for node in ast.walk(tree):
        assert not isinstance(node, ast.Assert), f"line {node.lineno}"
        if isinstance(node, ast.ExceptHandler):
            assert node.type is not None, f"line {node.lineno}"
            assert ast.unparse(node.type) not in {"Exception", "BaseException", "ImportError"}


@pytest.mark.parametrize("path", FILES, ids=by_name)
def test_a_module_says_why_it_would_change(path):
    """Each module opens with what it is for and its one reason to change."""
    assert "Reason to change:" in (ast.get_docstring(tree_of(path)) or "")


@pytest.mark.parametrize("path", FILES, ids=by_name)
def test_nothing_is_called_a_helper(path):
    """No module or class is named for being of general use."""
    vague = {"utils", "util", "helpers", "helper", "common", "base", "manager", "misc"}
    classes = {
        node.name.lower() for node in ast.walk(tree_of(path)) if isinstance(node, ast.ClassDef)
    }
    assert vague.isdisjoint(classes | set(name_of(path).split(".")))


def code_lines(path):
    """Give the numbers of the lines that hold code: no docstring, comment or blank."""
    text = path.read_text(encoding="utf-8")
    silent = {
        tokenize.COMMENT,
        tokenize.NL,
        tokenize.NEWLINE,
        tokenize.INDENT,
        tokenize.DEDENT,
        tokenize.ENDMARKER,
        tokenize.ENCODING,
    }
    lines = set()
    for token in tokenize.generate_tokens(io.StringIO(text).readline):
        if token.type not in silent:
            lines.update(range(token.start[0], token.end[0] + 1))
    for node in ast.walk(ast.parse(text)):  # docstrings, and texts that describe a constant
        if (
            isinstance(node, ast.Expr)
            and isinstance(node.value, ast.Constant)
            and isinstance(node.value.value, str)
        ):
            lines.difference_update(range(node.lineno, node.end_lineno + 1))
    return lines


def test_lines_of_code_are_counted():
    """The counter leaves out docstrings, comments and blank lines; this function has five."""
    lines = code_lines(Path(__file__))
    tree = tree_of(Path(__file__))
    this = next(n for n in tree.body if getattr(n, "name", "") == "test_lines_of_code_are_counted")
    # a comment, and a blank line

    assert len([n for n in lines if this.lineno <= n <= this.end_lineno]) == 5


@pytest.mark.parametrize("path", FILES, ids=by_name)
def test_files_stay_short(path):
    """A file has at most 300 lines of code, but for tables."""
    if name_of(path) not in LONG_FILES:
        assert len(code_lines(path)) <= MOST_LINES


@pytest.mark.parametrize("path", FILES, ids=by_name)
def test_functions_stay_short(path):
    """A function has at most 40 lines of code."""
    lines = code_lines(path)
    for node in ast.walk(tree_of(path)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            size = len([n for n in lines if node.lineno <= n <= node.end_lineno])
            assert size <= MOST_LINES_OF_A_FUNCTION, node.name
