"""
A log that was read, and a track that was replayed, as sentences.

Reason to change: what is said of a log or a track.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from liftguard.judge.verdict import Level
from liftguard.records import Log
from liftguard.review.track import Judged
from liftguard.words.names import lift_text, set_text, unit_text
from liftguard.words.numbers import chance_text, date_text, list_text, number_text, share_text
from liftguard.words.say_phrase import phrase_text, problem_text
from liftguard.words.voice import Voice

__all__ = ["log_lines", "more_line", "notice_line", "track_lines", "warning_text"]

_SHOWN = 5  # problems, reasons and names that are listed
_NAMED = 3  # lifts of a track that are named


def log_lines(log: Log, voice: Voice) -> list[str]:
    """Say what was read of a file; what stood in it stays as it is."""
    history = log.history
    lines = [_rows_line(log, voice), _app_line(log, voice)]
    unit = unit_text(log.unit, voice)
    lines.append(
        voice.text("logs", "unit", unit=unit, evidence=phrase_text(log.unit_evidence, voice))
    )
    if len(history):
        first, last = date_text(history[0].at), date_text(history[-1].at)
        lines.append(voice.text("logs", "span", first=first, last=last))
    lines += [notice_line(one, voice) for one in log.notices]
    reasons = Counter(one.reason for one in log.skipped).most_common()
    lines += _first_lines(
        [f"{number_text(n, voice)} x {phrase_text(reason, voice)}" for reason, n in reasons], voice
    )
    lines += _first_lines([problem_text(problem, voice) for problem in log.problems], voice)
    unknown = history.unknown_lifts
    if unknown:
        names = list_text([repr(one.name) for one in unknown[:_SHOWN]], voice)
        n, count = len(unknown), number_text(len(unknown), voice)
        lines.append(voice.text("logs", "unknown", n, n=count, names=names))
    return lines


def notice_line(notice: str, voice: Voice) -> str:
    """Say what was assumed in reading."""
    said = voice.after_colon(phrase_text(notice, voice))
    return voice.text("logs", "notice", notice=said)


def _rows_line(log: Log, voice: Voice) -> str:
    """Account for every row of the file."""
    counts = {
        "rows": log.rows_read,
        "sets": log.rows_with_sets,
        "skipped": len(log.skipped),
        "problems": len(log.problems),
    }
    said = {name: number_text(count, voice) for name, count in counts.items()}
    return voice.text("logs", "rows", **said)


def _app_line(log: Log, voice: Voice) -> str:
    """Say which app wrote the file, by what that was told, and how surely."""
    by, sure = phrase_text(log.recognised_by, voice) or "?", share_text(log.confidence, voice)
    return voice.text("logs", "recognised", app=log.app, by=by, sure=sure)


def _first_lines(lines: list[str], voice: Voice) -> list[str]:
    """Give the first lines, and say how many more there are."""
    return [*lines[:_SHOWN], *more_line(len(lines), _SHOWN, voice)]


def more_line(count: int, shown: int, voice: Voice) -> list[str]:
    """Say how many more there are than are shown; no line where there are none."""
    more = count - shown
    return [voice.text("logs", "more", n=number_text(more, voice))] if more > 0 else []


def track_lines(asked: Sequence[Judged], voice: Voice) -> list[str]:
    """Say what a judged track holds, and what would have been said before each set."""
    sets = [one.seen.logged for one in asked]
    if not sets:
        return [voice.text("logs", "no_sets")]
    said = voice.text(
        "logs",
        "track",
        len(sets),
        n=number_text(len(sets), voice),
        first=date_text(sets[0].at),
        last=date_text(sets[-1].at),
        lifts=_lifts_text(Counter(one.lift for one in sets), voice),
        missed=number_text(sum(one.missed for one in sets), voice),
    )
    return [said, *_warning_lines(asked, voice)]


def _warning_lines(asked: Sequence[Judged], voice: Voice) -> Iterator[str]:
    """Count the warnings, those that were right, and what was not judged; list the surest."""
    warned = _surest_first(one for one in asked if one.flagged)
    right = sum(one.went_up is False for one in warned)
    unknown = sum(one.level == Level.UNKNOWN for one in asked)
    counts = {"flagged": len(warned), "right": right, "unknown": unknown}
    said = {name: number_text(count, voice) for name, count in counts.items()}
    yield voice.text("warnings", "counts" if warned else "none", **said)
    if warned:
        yield voice.text("warnings", "surest")
    lines = [
        voice.text(
            "warnings",
            "listed",
            date=date_text(one.seen.logged.at),
            what=set_text(one.planned, voice),
            said=warning_text(one, voice),
        )
        for one in warned
    ]
    yield from _first_lines(lines, voice)


def _surest_first(warned: Iterable[Judged]) -> list[Judged]:
    """Sort warnings by how likely they called a failure; those for a pain alone come last."""
    return sorted(warned, key=lambda one: (one.by_pain, -(one.forecast.p_beyond or 0.0)))


def warning_text(judged: Judged, voice: Voice) -> str:
    """Say what a warning said, and whether it was right."""
    p, done = judged.forecast.p_beyond, judged.seen.logged
    if judged.by_pain or p is None:
        said = voice.text("warnings", "by_pain")
    else:
        said = voice.text("warnings", "chance", chance=chance_text(p, voice))
    code = {True: "went_up", False: "missed", None: "untried"}[judged.went_up]
    if code == "missed" and done.reps:
        code = "short"
    reps, asked = number_text(done.reps, voice), number_text(judged.planned.reps, voice)
    return voice.text(
        "warnings", "outcome", said=said, came=voice.text("warnings", code, n=reps, of=asked)
    )


def _lifts_text(counts: Counter[str], voice: Voice) -> str:
    """Name the commonest lifts, and say how many others there are."""
    names = [lift_text(lift, voice) for lift, _ in counts.most_common(_NAMED)]
    others = len(counts) - _NAMED
    if others > 0:
        names.append(voice.text("logs", "others", others, n=number_text(others, voice)))
    return list_text(names, voice)
