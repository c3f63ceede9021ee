"""
What a lifter's note says: how hard a set was, and what was tried and missed.

Strict on purpose, as a wrong reading is worse than none. A note that speaks of another day, a
plan, a doubt, a bound or other sets says nothing here, and neither does one of two minds.

Reason to change: lifters write of exertion or of a missed attempt in another way.
"""

from __future__ import annotations

import re
import unicodedata

import attrs

__all__ = ["Missed", "Remark", "remark_of", "speaks_of_a_miss"]

_LONGEST = 300  # letters; longer notes are stories, in which anything may stand
_LEAST_BARE = 30.0  # a smaller number without a unit may count repetitions

# A quick look at every note, before a slow one at few.
_WORTH = re.compile(
    r"rpe|rir|@|tank|r[eé]serv|riserv|miss|fail|fehl|geschafft|gescheit|fall|falh|manca|rat[eé]|[eé]chec",
    re.IGNORECASE,
)

# A number, and what stands around one that means something else: a clock, a load, a bound.
_RPE = r"(?:10(?:[.,]0)?|[1-9](?:[.,][0-9])?)"
_RIR = r"(?:[0-9](?:[.,][0-9])?)"
_UP_TO = r"(?:-|–| to | bis )"  # "1 - 2 RIR" may be the first set, with 2 left
_ALONE = r"(?<![\w.,:/@<>~+–-])(?<![<>~+–-] )"
_NO_MORE = (
    r"(?![0-9.,:]*[0-9])(?! ?[/:%+x×*<>^=→–-])"
    r"(?! ?(?:am|pm|kgs?|kilos?|lbs?|reps?|secs?|mins?|h)\b)"
    r"(?! (?:vs|or|oder|o|ou|and|und|y|e|et) ?[0-9])"
)
_IS = r" ?(?:[:=@]|of\b|was\b|is\b|war\b)? ?"
_SPARE = (
    r"(?:(?:reps?|wdh\.?|wiederholungen|repeticiones|repetitions|repeticoes|ripetizioni) )?"
    r"(?:left )?(?:in the tank|in reserve|im tank|en reserva|en reserve|em reserva|in riserva)\b"
)
_END = r"(?= ?(?:$|[,;!)\n](?! ?[0-9])|\.(?![0-9])))"


def _scale(words: str, number: str, before: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Make the patterns of a number on a scale; overlapping ones are all found, as two minds."""
    said = f"(?P<low>{number})(?:{_UP_TO}(?P<high>{number}))?"
    return (
        re.compile(rf"(?=(?<![\w<>~])(?<![<>~] ){words}{_IS}{said}(?: ?/ ?10\b)?{_NO_MORE})"),
        re.compile(rf"(?={_ALONE}{said} ?{before})"),
    )


_RPE_FORMS = (
    *_scale("rpe", _RPE, r"rpe\b"),
    # "@8" may be an hour, a seat or repetitions, unless it opens the note or follows "reps".
    re.compile(rf"(?:^|\breps? ?)@ ?(?P<low>{_RPE})(?P<high>){_END}"),
)
_RIR_FORMS = _scale("rir", _RIR, rf"(?:rir\b|{_SPARE})")
_PRESCRIBED = re.compile(r"[0-9] ?[x×*] ?[0-9]|%")  # as in "3x5 @8"

_LOAD = r"(?P<load>[0-9]{2,3}(?:[.,][0-9]{1,2})?) ?(?P<unit>kgs?\b|kilos?\b|lbs?\b|pounds?\b|#)?"
_COUNT = {"once": 1, "twice": 2, "zweimal": 2, "two times": 2, "three times": 3}
_TIMES = rf"(?: (?P<times>{'|'.join(_COUNT)}))?"
_MISS_FORMS = (
    re.compile(
        r"\b(?:missed|failed|fehlversuch|falle|falhei|fallito|mancato)(?: (?:a|my|the|an|with|at|on"
        r"|bei|mit|con|com|pr|pb|1rm|max|single|lift|attempt))* (?:@ ?)?"
        rf"{_LOAD}(?![0-9]|[.,][0-9])(?: (?:pr|pb|1rm|max|single|attempt))*{_TIMES}"
        rf"(?:{_END}|(?= (?:and|but|then|today|again|because|due|off|halfway|at lockout)\b))"
    ),
    re.compile(
        rf"(?:^|[,;.!(\n] ?){_LOAD} "
        rf"(?:miss|missed|fail|failed|verfehlt|gescheitert|nicht geschafft){_TIMES}{_END}"
    ),
)

_FAILED_REP = re.compile(
    r"\b(?:missed|failed)(?: (?:the|on|at|my))*"
    rf" (?:rep (?P<rep>[0-9]{{1,2}})|(?P<nth>[0-9]{{1,2}})(?:st|nd|rd|th)(?: rep)?){_END}"
)
_SPEAKS_OF_A_MISS = re.compile(
    r"\b(?:miss|missed|fail|failed|failure|fehlversuch|gescheitert|fallido|falle|falhei|falhou"
    r"|fallito|mancato|rate|echec|nicht geschafft)\b"
)

# Another day, a plan, a doubt, a denial, a bound, or other sets: in small letters without
# accents, in the languages that apps and lifters write most; other scripts say nothing.
_ELSEWHERE = re.compile(
    r"\?|\b\w+n['’]t\b|\b(?:to|auf|zu|a|max|min) @? ?(?:rpe|rir)\b"
    r"|\b(?:like|felt|feels?) (?:an? )?[0-9]|\b(?:"
    # English
    r"last|next|prev\w*|prior|yesterday|tomorrow|ago|weeks?|months?|years?|days?|date"
    r"|plan\w*|goals?|targets?|target(?:ed|ing)|aim\w*|should\w*|would\w*|could\w*|will|want\w*"
    r"|wish\w*|hop(?:e|ed|ing)|supposed|prescri\w*|program\w*|coach\w*|schedul\w*|try|trying"
    r"|need\w*|expect\w*|meant|intend\w*|instead|rather|than|before|after|until|when|if|unless"
    r"|almost|nearly|close|about|might|may|maybe|perhaps|probably|guess\w*|afraid|fear\w*|think"
    r"|no|not|never|without|none|nor|dont|didnt|wasnt|wont|hardly|barely|avoid\w*|used"
    r"|from|under|over|above|below|least|most|cap|capped|limit\w*|keep\w*|stay\w*|start\w*|stop\w*"
    r"|increas\w*|decreas\w*|add\w*|reduc\w*|drop\w*|build\w*|work(?:ing)?|ramp\w*|leav(?:e|ing)"
    r"|go|going|use|do|sets?|each|every|all|both|first|second|third|others?|back\W?offs?|warm\w*"
    r"|average|avg|overall|session|workout|always|usual\w*|normal\w*|her|his|she|he|partner"
    r"|ideal\w*|recommend\w*|requir\w*|assign\w*|rx|called|allow\w*|wks?|deload|block|phase"
    # German, Dutch
    r"|nicht|kein\w*|nachst\w*|letzt\w*|geplant|ziel\w*|soll\w*|fast|beinah\w*|vorher|wochen?"
    r"|vielleicht|wenn|satz\w*|ohne|nie|gestern|morgen|jede\w*|alle|ab|bis|unter|uber|tage?"
    r"|niet|volgende|vorige|doel|bijna|geen"
    # Spanish, Portuguese
    r"|proxim\w*|siguient\w*|pasad\w*|ultim\w*|semanas?|objetivo|meta|deberia|casi|quiero|si|se"
    r"|series?|sin|nunca|quizas?|antes|ayer|manana|cada|tod[oa]s|hasta"
    r"|nao|passad\w*|planejad\w*|alvo|quase|deveria|sem|ontem|amanha|talvez|ate"
    # French, Italian
    r"|pas|prochain\w*|dernier\w*|semaines?|prevu\w*|objectif|vis\w*|presque|devrai\w*|sans"
    r"|jamais|hier|peut|avant|chaque|tou[st]\w*|jusqu\w*|ne|si"
    r"|non|prossim\w*|scors\w*|settiman\w*|previst\w*|obiettivo|quasi|dov\w*|senza|mai|ieri"
    r"|domani|forse|prima|ogni|fino"
    r")\b"
)


@attrs.frozen(kw_only=True)
class Missed:
    """Attempts that a note says were missed: at what load, and how many."""

    load: float
    unit: str | None  # "kg" or "lb" where the note says it
    times: int = 1


@attrs.frozen(kw_only=True)
class Remark:
    """What one note says of its own day and its own lift."""

    rpe: float | None = None  # of one set; whose note it is, the text cannot say
    missed: tuple[Missed, ...] = ()
    failed_rep: int | None = None  # of one set, counted from 1


_NOTHING = Remark()


def remark_of(text: str) -> Remark:
    """Read what a note says, with nothing where that is not sure."""
    if len(text) > _LONGEST or _WORTH.search(text) is None:
        return _NOTHING
    folded = _folded(text)
    rest = folded
    for form in _MISS_FORMS:
        rest = form.sub(" ", rest)  # the "nicht" of "nicht geschafft" denies nothing
    if _ELSEWHERE.search(rest) or any(one.isalnum() and not one.isascii() for one in folded):
        return _NOTHING
    failed = {int(match["rep"] or match["nth"]) for match in _FAILED_REP.finditer(folded)}
    return Remark(
        rpe=_rpe_in(folded),
        missed=_missed_in(folded),
        failed_rep=failed.pop() if len(failed) == 1 else None,
    )


def speaks_of_a_miss(text: str) -> bool:
    """Tell whether a note has a word for a miss, whatever it says with it."""
    return _WORTH.search(text) is not None and bool(_SPEAKS_OF_A_MISS.search(_folded(text)))


def _rpe_in(folded: str) -> float | None:
    """Find the one exertion, as said or as what the repetitions in reserve leave of 10."""
    if _PRESCRIBED.search(folded):
        return None
    said = {_middle(match) for form in _RPE_FORMS for match in form.finditer(folded)}
    said |= {10.0 - _middle(match) for form in _RIR_FORMS for match in form.finditer(folded)}
    return said.pop() if len(said) == 1 else None


def _missed_in(folded: str) -> tuple[Missed, ...]:
    """Find the missed attempts; a small number without a unit is none."""
    missed: list[Missed] = []
    for form in _MISS_FORMS:
        for match in form.finditer(folded):
            load, said = _number(match["load"]), match["unit"]
            unit = None if said is None else "kg" if said.startswith("k") else "lb"
            if unit is not None or load > _LEAST_BARE:
                times = _COUNT.get(match["times"] or "once", 1)
                missed.append(Missed(load=load, unit=unit, times=times))
    return tuple(missed)


def _middle(match: re.Match[str]) -> float:
    """Give the number that was said, or the middle of a range."""
    low, high = match["low"], match["high"] or match["low"]
    return (_number(low) + _number(high)) / 2.0


def _number(text: str) -> float:
    return float(text.replace(",", "."))


def _folded(text: str) -> str:
    """Write a text in small letters without accents, each stretch of blanks as one."""
    letters = unicodedata.normalize("NFKD", text.casefold())
    plain = "".join(one for one in letters if not unicodedata.combining(one))
    return re.sub(r"[^\S\n]+", " ", plain).strip()
