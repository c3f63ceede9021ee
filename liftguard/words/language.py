"""
The languages, and how a text is found in one.

Reason to change: a new language, or how texts are looked up.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from liftguard.errors import InvalidValue
from liftguard.words.english import ENGLISH
from liftguard.words.german import GERMAN

__all__ = ["LANGUAGES", "after_colon", "capital", "has_word", "sentence", "word"]

LANGUAGES: Mapping[str, Mapping[str, Mapping[str, str]]] = MappingProxyType(
    {"en": ENGLISH, "de": GERMAN}
)
"""The tables of texts by language."""


def word(language: str, group: str, code: str, count: float = 0, /, **parts: str) -> str:
    """
    Give the text for a code.

    Parameters
    ----------
    language : str
        A key of `LANGUAGES`.
    group : str
        Of the table.
    code : str
        In the group.
    count : float
        Chooses between the texts for one and for many. [1]
    **parts : str
        What is filled in.

    Returns
    -------
    str
        A code without a text stands for itself, with spaces.

    Raises
    ------
    InvalidValue
        When the language is not known.

    Examples
    --------
    >>> word("de", "spans", "days", 1, n="1"), word("de", "spans", "days", 2, n="2")
    ('1 Tag', '2 Tage')
    >>> word("en", "caveats", "a_new_one")
    'a new one'
    """
    text = _table(language)[group].get(code)
    if text is None:
        return code.replace("_", " ")
    one, _, many = text.partition("|")
    return (many if many and count != 1 else one).format(**parts)


def has_word(language: str, group: str, code: str) -> bool:
    """
    Tell whether there is a text for a code.

    Parameters
    ----------
    language : str
        A key of `LANGUAGES`.
    group, code : str
        As for `word`.

    Returns
    -------
    bool
        False where `word` would give the code itself.

    Raises
    ------
    InvalidValue
        When the language is not known.

    Examples
    --------
    >>> has_word("de", "lifts", "deadlift"), has_word("de", "lifts", "Atlas stone")
    (True, False)
    """
    return code in _table(language)[group]


def capital(text: str) -> str:
    """
    Begin a text with a capital letter.

    Parameters
    ----------
    text : str
        The text; it may be empty.

    Returns
    -------
    str
        The same, but for its first letter.

    Examples
    --------
    >>> capital("an EZ-bar")
    'An EZ-bar'
    """
    return text[:1].upper() + text[1:]


def after_colon(text: str, *, language: str) -> str:
    """
    Begin a sentence that follows a colon, as the language does.

    Parameters
    ----------
    text : str
        The sentence.
    language : {"en", "de"}
        Of the text.

    Returns
    -------
    str
        The same, but for its first letter.

    Raises
    ------
    InvalidValue
        When the language is not known.

    Examples
    --------
    >>> after_colon("ob es geht", language="de"), after_colon("whether", language="en")
    ('Ob es geht', 'whether')
    """
    return capital(text) if word(language, "style", "after_colon") == "capital" else text


def sentence(*clauses: str) -> str:
    """
    Put clauses together to a sentence.

    Parameters
    ----------
    *clauses : str
        One after the other.

    Returns
    -------
    str
        With a capital letter and a full stop.

    Examples
    --------
    >>> sentence("stop here", "the set is beyond")
    'Stop here; the set is beyond.'
    """
    return capital("; ".join(clauses)) + "."


def _table(language: object) -> Mapping[str, Mapping[str, str]]:
    if not isinstance(language, str) or language not in LANGUAGES:
        known = " or ".join(f'"{name}"' for name in LANGUAGES)
        raise InvalidValue(where="language", got=language, wanted=known)
    return LANGUAGES[language]
