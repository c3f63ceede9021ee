"""
A log that was read, and a track that was replayed, as sentences.

Reason to change: what is said of a log or a track.
"""

from __future__ import annotations

from collections import Counter

from liftguard.records import Log
from liftguard.review.track import Track
from liftguard.words.language import word
from liftguard.words.numbers import say_date, say_list, say_number, say_share
from liftguard.words.things import say_lift

__all__ = ["say_log", "say_track"]

_SHOWN = 5  # problems, reasons and names that are listed
_NAMED = 3  # lifts of a track that are named


def say_log(log: Log, *, language: str = "en") -> list[str]:
    """
    Say what was read of a file, a line for each matter.

    What stood in the file, and what an importer says of it, is not translated.

    Parameters
    ----------
    log : Log
        The log.
    language : {"en", "de"}
        Of the text.

    Returns
    -------
    list of str
        The account of its rows, what it was recognised by, the unit, what was assumed, and
        the first of the reasons, problems and unknown names.

    Raises
    ------
    InvalidValue
        When the language is not known.

    Examples
    --------
    >>> from liftguard import History, Log
    >>> log = Log(history=History(), problems=(), skipped=(), app="strong", unit="kg",
    ...           unit_evidence="the header", rows_read=0, rows_with_sets=0)
    >>> say_log(log)[0]
    '0 rows read = 0 with sets + 0 without + 0 not understood.'
    """

    def number(count: int) -> str:
        return say_number(count, language=language)

    history = log.history
    lines = [
        word(
            language,
            "logs",
            "rows",
            rows=number(log.rows_read),
            sets=number(log.rows_with_sets),
            skipped=number(len(log.skipped)),
            problems=number(len(log.problems)),
        ),
        word(
            language,
            "logs",
            "recognised",
            app=log.app,
            by=log.recognised_by or "?",
            sure=say_share(log.confidence, language=language),
        ),
        word(language, "logs", "unit", unit=log.unit, evidence=log.unit_evidence),
    ]
    if len(history):
        first, last = say_date(history[0].at), say_date(history[-1].at)
        lines.append(word(language, "logs", "span", first=first, last=last))
    lines += [word(language, "logs", "notice", notice=one) for one in log.notices]
    reasons = Counter(one.reason for one in log.skipped).most_common()
    lines += _some([f"{number(n)} x {reason}" for reason, n in reasons], language)
    lines += _some([str(problem) for problem in log.problems], language)
    unknown = history.unknown_lifts
    if unknown:
        names = [repr(one.name) for one in unknown[:_SHOWN]]
        n, count = len(unknown), number(len(unknown))
        told = say_list(names, language=language)
        lines.append(word(language, "logs", "unknown", n, n=count, names=told))
    return lines


def _some(lines: list[str], language: str) -> list[str]:
    """Give the first lines, and say how many more there are."""
    more = len(lines) - _SHOWN
    if more <= 0:
        return lines
    return [*lines[:_SHOWN], word(language, "logs", "more", n=say_number(more, language=language))]


def say_track(track: Track, *, language: str = "en") -> list[str]:
    """
    Say what a track holds, a line for each matter.

    Parameters
    ----------
    track : Track
        The track.
    language : {"en", "de"}
        Of the text.

    Returns
    -------
    list of str
        How many sets, of which lifts, from when to when, and how many were missed.

    Raises
    ------
    InvalidValue
        When the language is not known.

    Examples
    --------
    >>> import liftguard as lg
    >>> from datetime import datetime
    >>> done = lg.LoggedSet(lift="squat", at=datetime(2026, 1, 5), load_kg=100, reps=5)
    >>> say_track(lg.Guard().replay(lg.History([done])))
    ['1 set from 2026-01-05 to 2026-01-05, of squat; 0 missed.']
    """
    sets = [one.logged for one in track]
    if not sets:
        return [word(language, "logs", "no_sets")]
    counts = Counter(one.lift for one in sets)
    names = [say_lift(lift, language=language) for lift, _ in counts.most_common(_NAMED)]
    if len(counts) > _NAMED:
        rest = len(counts) - _NAMED
        names.append(word(language, "logs", "others", rest, n=say_number(rest, language=language)))
    return [
        word(
            language,
            "logs",
            "track",
            len(sets),
            n=say_number(len(sets), language=language),
            first=say_date(sets[0].at),
            last=say_date(sets[-1].at),
            lifts=say_list(names, language=language),
            missed=say_number(sum(one.missed for one in sets), language=language),
        )
    ]
