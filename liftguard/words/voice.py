"""
How to speak: the language and the unit that go through this room, and the texts they choose.

Reason to change: something else that a speaker chooses, or how a text is found.
"""

from __future__ import annotations

from typing import get_args

import attrs

from liftguard.choices import Language, LogUnit, Unit
from liftguard.errors import InvalidValue
from liftguard.words.language import LANGUAGES, capital

__all__ = ["Voice"]

_UNITS: tuple[Unit, ...] = get_args(Unit)


def _said_unit(of_log: LogUnit) -> Unit:
    return "kg" if of_log == "mixed" else of_log


@attrs.frozen(kw_only=True)
class Voice:
    """A language of `LANGUAGES`, and the unit that loads are said in: "kg" or "lb".

    What is said of a whole log of both, whose `Log.unit` is "mixed", is said in kg.
    """

    language: Language = "en"
    unit: Unit = attrs.field(default="kg", converter=_said_unit)

    def __attrs_post_init__(self) -> None:
        for field, known in (("language", tuple(LANGUAGES)), ("unit", _UNITS)):
            value = getattr(self, field)
            if value not in known:
                wanted = " or ".join(f'"{one}"' for one in known)
                raise InvalidValue(where=field, got=value, wanted=wanted)

    def text(self, group: str, code: str, count: float = 0, /, **parts: str) -> str:
        """Fill in the text of a code, for one or for many; without a text it says the code."""
        text = LANGUAGES[self.language][group].get(code)
        if text is None:
            return code.replace("_", " ")
        one, _, many = text.partition("|")
        return (many if many and count != 1 else one).format(**parts)

    def has_text(self, group: str, code: str) -> bool:
        """Tell whether the language has a text for a code, or `text` would give the code itself."""
        return code in LANGUAGES[self.language][group]

    def after_colon(self, text: str) -> str:
        """Begin a sentence that follows a colon, as the language does."""
        return capital(text) if self.text("style", "after_colon") == "capital" else text
