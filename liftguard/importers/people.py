"""
Whose sets they are: a table of several lifters is no one's history.

A column that is called after people splits the rows by whatever stands in it. One that is only
called "Name" or "ID" does where its values are neither of workouts nor of lifts: somebody else
does the same lift on the same days.

Reason to change: another word for whoever lifts, or another way to tell people from workouts.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from liftguard.errors import UnreadableLog
from liftguard.importers.app import kind_of, plain_name
from liftguard.importers.cells import plain
from liftguard.importers.outcome_words import folded
from liftguard.phrase import Phrase

__all__ = ["PERSON", "is_of_people", "refuse_several_people", "refuse_split_rows"]

PERSON = "person"
"""Our word for a column of people, where a table must know all of its columns."""

_OPEN = (PERSON, "number")  # columns that a table knows and whose values may be of people
_MOST_SHOWN = 200  # letters of names in an error
_DAY = 10  # letters of a date
_COMMON = 0.2  # share of the days of a lift that two people must share
_OF_PEOPLE = re.compile(
    r"(?:.*(?:user|athlet|lifter|client|member|person|people|participant|trainee|customer|patient"
    r"|owner|player|student|teammate|subject|proband|sportler|nutzer|benutzer|mitglied|kunde|heber"
    r"|usuari|cliente?|atleta|utilisateur|adherent|pratiquant|utente|iscritto|gebruiker|sporter"
    r"|klant|anvandare|bruker|utover|kayttaja|urheilija|uzytkownik|zawodnik|klient|uzivatel"
    r"|sportovec|felhasznalo|sportolo|\u0441\u043f\u043e\u0440\u0442\u0441\u043c\u0435\u043d|\u043f\u043e\u043b\u044c\u0437\u043e\u0432\u0430\u0442\u0435\u043b|\u0430\u0442\u043b\u0435\u0442|\u043a\u043b\u0438\u0435\u043d\u0442"
    r"|kullanici|sporcu|\u7528\u6237|\u9078\u624b|\u4f1a\u54e1|\uc0ac\uc6a9\uc790|\uc120\uc218|\ud68c\uc6d0).*|profile|profil|profileid|account|accountid|who"
    r"|email|mail|firstname|lastname|fullname|surname|nickname|username|vorname|nachname|nom|prenom"
    r"|apellido|sobrenome|cognome)(?:s|id|uid|uuid|name|nr|no|code|email|key|hash)*"
)
_OTHER_THINGS = re.compile(
    r"weight|height|age|note|comment|reps|sets?|rpe|defined|custom|created|by|level|count|type"
)
_BARE = re.compile(r"(?:name|id|uid|uuid|code|key|hash)|.*(?:id|uuid)")
_OF_THINGS = re.compile(
    r"workout|session|exercise|set|template|superset|routine|plan|program|row|entry|log|day|date"
    r"|movement|lift|gym|device|source|app|record|item|event|block|week|cycle|phase|muscle|category"
    r"|group|equipment|machine|bar|location|file|version|import|export|batch|image|video|unit|tag"
    r"|type|kind|circuit|order|index|training|activity|class|sport|external|sync|data|team"
)


def is_of_people(header: str) -> bool:
    """Tell whether a column is called after whoever lifts."""
    name = folded(header)
    return bool(_OF_PEOPLE.fullmatch(name)) and not _OTHER_THINGS.search(name)


def refuse_several_people(people: Sequence[str], column: str) -> None:
    """Refuse the sets of several lifters: they are no one's history."""
    different = list(dict.fromkeys(filter(None, map(plain, people))))
    if len({one.casefold() for one in different}) > 1:
        raise UnreadableLog(
            where=Phrase("column {column!r}", column=column),
            got=", ".join(different[:20])[:_MOST_SHOWN],
            wanted=Phrase("the sets of one lifter"),
            hint=Phrase("{n} are named there: pass the rows of one of them.", n=len(different)),
        )


def refuse_split_rows(
    header: Sequence[str], rows: Sequence[Sequence[str]], places: Mapping[str, int]
) -> None:
    """Refuse rows that a column which the app does not know parts among several lifters."""
    taken = {place for field, place in places.items() if kind_of(field) not in _OPEN}
    for place, name in enumerate(header):
        if place in taken:
            continue
        people = is_of_people(name)
        if people or _may_be_of_people(name):
            whole = [row for row in rows if len(row) == len(header) and row[place] != name]
            who = [row[place] for row in whole]  # where no header comes again
            if people or _are_people(name, who, whole, places):
                refuse_several_people(who, name)


def _may_be_of_people(header: str) -> bool:
    name = plain_name(header[:_MOST_SHOWN])
    return bool(_BARE.fullmatch(name)) and not _OF_THINGS.search(name)


def _are_people(
    header: str,
    who: Sequence[str],
    rows: Sequence[Sequence[str]],
    places: Mapping[str, int],
) -> bool:
    """Tell people from workouts, exercises and numbers of sets by what each of them did when."""
    if "when" not in places or "lift" not in places:
        return False
    done: dict[tuple[str, str], list[str]] = {}  # day and lift -> who did it
    on_days: dict[str, list[str]] = {}
    days: dict[str, set[str]] = {}
    lifts: dict[str, set[str]] = {}
    for one, row in zip(who, rows, strict=True):
        day, lift = row[places["when"]][:_DAY], row[places["lift"]]
        if one.strip() and day.strip():
            done.setdefault((day, lift), []).append(one)
            on_days.setdefault(day, []).append(one)
            days.setdefault(one, set()).add(day)
            lifts.setdefault(lift, set()).add(one)
    if all(len(found) == 1 for found in lifts.values()):
        return False  # it is of the lift
    if plain_name(header) == "name":  # workouts have one, too, which may return
        return sum(len(set(found)) > 1 for found in done.values()) >= _COMMON * len(done)
    numbered = all(map(_is_count, done.values())) or all(map(_is_count, on_days.values()))
    return not numbered and sum(len(found) > 1 for found in days.values()) > 1


def _is_count(found: Sequence[str]) -> bool:
    """Tell whether what stands there numbers the sets of a day, or of a lift on it."""
    return any(list(found) == [str(n + start) for n in range(len(found))] for start in (0, 1))
