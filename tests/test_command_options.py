"""What is said of options and commands that are misspelt."""

from importlib import resources

import pytest

from liftguard import __main__ as door

LOG = str(resources.files("liftguard").joinpath("demo.csv"))
(COMMANDS,) = (
    action.choices for action in door._parser("en")._actions if isinstance(action.choices, dict)
)
OPTIONS = [
    (command, option)
    for command, parser in COMMANDS.items()
    for option in parser._option_string_actions
    if option.startswith("--")
]


def refused(capsys, *arguments):
    """Give the one sentence with which arguments are refused."""
    with pytest.raises(SystemExit) as stop:
        door.main(arguments)
    out, err = capsys.readouterr()
    assert (stop.value.code, out, err.count("\n")) == (2, "", 1)
    return err


@pytest.mark.parametrize(("command", "option"), OPTIONS)
def test_every_misspelt_option_is_named(capsys, command, option):
    """Of each option of each command: a letter twice, one hyphen too few, an editor's dash."""
    bare = option[2:]
    for wrong in (f"--{bare[:2]}{bare[1:]}", f"-{bare}", f"\N{EM DASH}{bare}"):
        for more in ((), ("x",)):
            told = refused(capsys, command, "x.csv", wrong, *more)
            assert f"{wrong} is no option of {command}; perhaps {option} was meant" in told


def test_what_is_missing_is_said_after_what_is_unknown(capsys):
    """`--lft` hides that `--lift` is missing; what resembles no option is named alone."""
    asked = ("check", LOG, "--load=100", "--reps", "5")
    told = refused(capsys, *asked, "--lft=deadlift")
    assert "--lft is no option of check; perhaps --lift was meant" in told
    assert "--lift" in refused(capsys, *asked)
    assert "--quux is no option of check (" in refused(capsys, *asked, "--quux")
    assert "--verion is no option of liftguard; perhaps --version" in refused(capsys, "--verion")


def test_a_misspelt_word_is_named_beside_the_choices(capsys):
    """A command, and a word of a few that an option takes."""
    assert "perhaps check was meant" in refused(capsys, "chek", LOG)
    assert "perhaps spasm was meant" in refused(capsys, "why", LOG, "--at=now", "--kind=spam")
    assert "perhaps" not in refused(capsys, "jump", LOG)


def test_what_begins_with_a_hyphen_may_be_meant(capsys):
    """Options that are begun, loads below zero, and what stands after two hyphens."""
    asked = ["check", "--lif", "pull-up", "--load", "-20", "--at", "end", "--", LOG]
    assert door.main(asked) == 0
    assert "with 20 kg of help" in capsys.readouterr().out
