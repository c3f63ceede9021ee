"""What is public exists, is listed, is documented and is shown at work."""

import importlib
import inspect
import pkgutil
import types
import typing

import attrs
import pytest

import liftguard as lg

NAMES = sorted(lg.__all__)
SHOWN = [name for name in NAMES if callable(getattr(lg, name))]
MODULES = sorted(module.name for module in pkgutil.walk_packages(lg.__path__, prefix="liftguard."))
METHODS = [
    (kind, name)
    for kind in SHOWN
    if inspect.isclass(getattr(lg, kind))
    for name, member in vars(getattr(lg, kind)).items()
    if not name.startswith("_") and isinstance(member, types.FunctionType | classmethod)
]
_FIXED = """
    read_log History find_lift kg_from_lb lb_from_kg Guard dumps loads LoggedSet Stillness
    Mobility Pain Readiness Rising Bodyweight PlannedSet PlannedSession Movement Profile Plates
    Params Policy AthleteState Forecast Band Verdict Level Cause Step Track Log LiftMatch
"""
FIXED = _FIXED.split()


def is_error(name):
    thing = getattr(lg, name)
    return inspect.isclass(thing) and issubclass(thing, Exception)


def is_alias(name):
    return isinstance(getattr(lg, name), types.UnionType)


@pytest.mark.parametrize("name", NAMES)
def test_public_names_exist(name):
    """Every name in __all__ is there."""
    assert getattr(lg, name) is not None


def test_names_are_fixed():
    """The names that hosts rely on are all public."""
    assert set(FIXED) <= set(NAMES)


def test_names_are_listed_once():
    """No name stands twice in __all__."""
    assert len(NAMES) == len(set(NAMES))


def test_an_unknown_name_is_an_attribute_error():
    """A name that does not exist fails as Python does, late names or not."""
    with pytest.raises(AttributeError, match="no attribute 'deadlift'"):
        lg.deadlift  # noqa: B018


@pytest.mark.parametrize("name", [one for one in SHOWN if not is_error(one)])
def test_public_names_are_shown_at_work(name):
    """Every class and function has a docstring with an example that runs."""
    if not is_alias(name):
        text = inspect.getdoc(getattr(lg, name))
        assert "Examples\n--------" in text
        assert ">>>" in text.split("Examples\n--------")[1]


@pytest.mark.parametrize("name", [one for one in SHOWN if is_error(one)])
def test_errors_are_described(name):
    """Every error says in its own words when it comes."""
    assert vars(getattr(lg, name))["__doc__"]


@pytest.mark.parametrize(("kind", "name"), METHODS)
def test_methods_are_described(kind, name):
    """Every public method has an example, its arguments and what it returns."""
    member = inspect.getattr_static(getattr(lg, kind), name)
    function = getattr(member, "__func__", member)
    text = inspect.getdoc(function)
    assert ">>>" in text, f"{kind}.{name} has no example"
    if len(inspect.signature(function).parameters) > 1:
        assert "Parameters\n----------" in text
        assert "Returns\n-------" in text


def test_the_methods_of_guard_are_found():
    """The test above looks at every question a guard answers."""
    questions = {name for kind, name in METHODS if kind == "Guard"}
    assert questions >= {"start", "learn", "replay", "forecast", "check", "max_load"}


@pytest.mark.parametrize("name", [n for n in SHOWN if attrs.has(getattr(lg, n))])
def test_every_parameter_is_described(name):
    """Each field of a value stands in its docstring (Params and Policy describe their own)."""
    kind = getattr(lg, name)
    text = inspect.getdoc(kind)
    public = [field.name for field in attrs.fields(kind) if field.init]
    if name in {"Params", "Policy"}:
        assert all(field.metadata["meaning"] for field in attrs.fields(kind))
        return
    described = (
        text.split("Parameters\n----------")[1].split("\n\n", maxsplit=1)[0] if public else ""
    )
    assert [
        one for one in public if one not in described.replace(",", " ").replace(":", " ").split()
    ] == []


@pytest.mark.parametrize("name", [n for n in SHOWN if attrs.has(getattr(lg, n))])
def test_values_are_frozen(name):
    """No public value can be changed."""
    fields = attrs.fields(getattr(lg, name))
    assert getattr(lg, name).__setattr__ is not object.__setattr__ or not fields


@pytest.mark.parametrize("name", MODULES)
def test_modules_list_what_exists(name):
    """Each name in a module's __all__ is there."""
    module = importlib.import_module(name) if not name.endswith("__main__") else None
    missing = [one for one in getattr(module, "__all__", []) if not hasattr(module, one)]
    assert missing == []


@pytest.mark.parametrize("name", MODULES)
def test_modules_list_what_is_public(name):
    """Every function and class without an underscore stands in its module's __all__."""
    if name.endswith("__main__"):
        return
    module = importlib.import_module(name)
    defined = [
        one
        for one, thing in vars(module).items()
        if not one.startswith("_")
        and getattr(thing, "__module__", None) == name
        and (inspect.isclass(thing) or inspect.isfunction(thing))
    ]
    assert sorted(set(defined) - set(getattr(module, "__all__", []))) == []


@pytest.mark.parametrize("name", MODULES)
def test_public_functions_of_modules_say_what_they_do(name):
    """Every name in a module's __all__ that is defined there has a docstring."""
    if name.endswith("__main__"):
        return
    module = importlib.import_module(name)
    silent = [
        one
        for one in getattr(module, "__all__", [])
        if callable(thing := getattr(module, one))
        and getattr(thing, "__module__", None) == name
        and not inspect.getdoc(thing)
    ]
    assert silent == []


def types_in(hint):
    """List the classes that an annotation names."""
    inner = typing.get_args(hint)
    if inner:
        return [one for each in inner for one in types_in(each)]
    return [hint] if inspect.isclass(hint) else []


INSIDE = {"Body", "Diary", "LiftState", "Monotony", "Standing", "About", "Lifts"}
"""What a state is made of: no host reads it, and it changes with the model."""


@pytest.mark.parametrize("home", [lg, lg.display, lg.evaluation, lg.fleet, lg.speed])
def test_types_of_public_fields_have_public_names(home):
    """Whatever a field of a public value holds can be named in a host's own annotations."""
    public = [getattr(each, one) for each in (lg, home) for one in each.__all__]
    nameless = {
        f"{name}.{field}: {one.__name__}"
        for name in home.__all__
        if inspect.isclass(kind := getattr(home, name))
        for field, hint in typing.get_type_hints(kind).items()
        if not field.startswith("_")
        for one in types_in(hint)
        if one.__module__.startswith("liftguard") and not any(one is each for each in public)
        if one.__name__ not in INSIDE
    }
    assert nameless == set()


@pytest.mark.parametrize(
    "home",
    [
        *(lg.choices, lg.display, lg.evaluation, lg.fleet, lg.speed),
        *(lg.evaluation.formulas, lg.evaluation.metrics, lg.evaluation.rivals),
    ],
    ids=lambda home: home.__name__,
)
def test_chapters_show_what_is_public(home):
    """`dir`, and so what an editor offers, lists the names that hosts may use, and no file."""
    assert dir(home) == sorted(home.__all__)


def test_the_version_is_the_one_stored():
    """The package says its version, and the model its own."""
    assert lg.__version__.count(".") == 2
    assert lg.MODEL_VERSION
