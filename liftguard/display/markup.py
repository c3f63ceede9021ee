"""
Elements of HTML and SVG as text: the only place where a page is escaped.

What is put inside an element is markup already, made here; what is said goes through `escaped`.

Reason to change: how an element is written.
"""

from __future__ import annotations

from html import escape

__all__ = ["escaped", "tag"]

# No page may hold these, or they turn the direction of what follows: controls, halves of
# characters, and signs that order text from right to left.
_HIDDEN = dict.fromkeys(
    (
        *(code for code in range(0x20) if chr(code) not in "\t\n\r"),
        *range(0x7F, 0xA0),
        *range(0x202A, 0x202F),
        *range(0x2066, 0x206A),
        *range(0xD800, 0xE000),
        0xFFFE,
        0xFFFF,
    ),
    "\N{REPLACEMENT CHARACTER}",
)


def escaped(text: object) -> str:
    """Write what is said so that a page shows it as it is, whatever it holds."""
    return escape(str(text).translate(_HIDDEN))


def tag(name: str, /, *inside: str, **attributes: object) -> str:
    """
    Write an element around markup.

    An underscore in an attribute's name is a hyphen, one at its end is dropped; numbers are
    written to a tenth, and None leaves an attribute out.
    """
    said = "".join(
        f' {key.rstrip("_").replace("_", "-")}="{escaped(_value(value))}"'
        for key, value in attributes.items()
        if value is not None
    )
    return f"<{name}{said}>{''.join(inside)}</{name}>"


def _value(value: object) -> object:
    return f"{value:.1f}".removesuffix(".0") if isinstance(value, float) else value
