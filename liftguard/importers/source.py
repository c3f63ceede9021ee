"""
What a source holds, be it a path, bytes or an open file: text, a database or FIT messages.

Reason to change: another kind of source, or another way in which text is stored.
"""

from __future__ import annotations

import os
import re
import sys
from typing import IO

import attrs

from liftguard.errors import InvalidValue, UnreadableLog
from liftguard.phrase import Phrase
from liftguard.records.checks import HALF

__all__ = ["Contents", "Source", "open_source", "without_halves"]

Source = str | os.PathLike[str] | bytes | bytearray | IO[str] | IO[bytes]

WANTED = Phrase(
    "a training log: an export of an app such as Strong, Hevy or FitNotes, or a sheet of sets"
)

_NOT_TEXT = {
    b"\x89PNG": Phrase("a PNG picture"),
    b"\xff\xd8\xff": Phrase("a JPEG picture"),
    b"GIF8": Phrase("a GIF picture"),
    b"%PDF": Phrase("a PDF document"),
    b"PK\x03\x04": Phrase("a ZIP archive or spreadsheet"),
    b"\x1f\x8b": Phrase("a gzip archive"),
    **{b"BZh%d1AY&SY" % level: Phrase("a bzip2 archive") for level in range(1, 10)},
    b"\xfd7zXZ": Phrase("an xz archive"),
    b"\x5d\x00\x00": Phrase("an LZMA archive"),
    b"\x28\xb5\x2f\xfd": Phrase("a Zstandard archive"),
    b"7z\xbc\xaf": Phrase("a 7-Zip archive"),
    b"\xd0\xcf\x11\xe0": Phrase("an old Excel file"),
}
_BINARY = {"sqlite": (0, b"SQLite format 3\x00"), "fit": (8, b".FIT")}  # where it starts
_PACKING = {  # ways of packing whose errors are of no common kind: their modules
    "brotli": "error",
    "compression.zstd": "ZstdError",
    "lzma": "LZMAError",
    "tarfile": "TarError",
    "zipfile": "BadZipFile",
    "zlib": "error",
    "zstandard": "ZstdError",
}
_BYTE_ORDER_MARKS = {
    b"\xef\xbb\xbf": "utf-8",
    b"\xff\xfe": "utf-16-le",
    b"\xfe\xff": "utf-16-be",
}
_WEB_PAGE = re.compile(r"\s*<(?:!doctype html|html|head|body)\b", re.IGNORECASE)
_CONTROL = {chr(code) for code in range(32)} - set("\t\n\r\f\v\x1a")
_LOOK = 4_096  # characters that show whether a file is text
_MOSTLY = 0.7  # share of ASCII in a table in most languages
_MOST_CONTROL = 0.02  # share of control characters that text may hold


@attrs.frozen(kw_only=True)
class Contents:
    """What a source holds, and what to call it in messages."""

    where: str
    text: str = ""
    data: bytes = b""  # of a file that is no text
    kind: str = "text"  # or "sqlite", "fit"
    guessed: str = ""  # the encoding that was assumed, where nothing shows it


def open_source(source: Source) -> Contents:
    """Read a source as text, or as one of the binary kinds, or refuse it saying what it is."""
    raw: str | bytes
    if isinstance(source, str | os.PathLike):
        where, raw = str(source), _read_path(source)
    elif isinstance(source, bytes | bytearray):
        where, raw = "the bytes given", bytes(source)
    elif hasattr(source, "read"):
        where, raw = _name_of(source), _read_file(source)
    else:
        wanted = Phrase("a path, bytes, an open file, a list of dicts or a data frame")
        raise InvalidValue(where="read_log.source", got=source, wanted=wanted)
    if isinstance(raw, bytes):
        for kind, (start, mark) in _BINARY.items():
            if raw.startswith(mark, start):
                return Contents(where=where, data=raw, kind=kind)
    text, guessed = (raw, "") if isinstance(raw, str) else _decoded(raw, where)
    look = text[:_LOOK]
    if sum(letter in _CONTROL for letter in look) > _MOST_CONTROL * len(look) + 1:
        raise UnreadableLog(
            where=where, got=look[:40], wanted=WANTED, hint=Phrase("It is not text.")
        )
    text = without_halves(text.replace("\0", "").removeprefix("\ufeff"))
    if _WEB_PAGE.match(text):
        hint = Phrase("It may be the page of a login: export the log again, and pass that file.")
        raise UnreadableLog(where=where, got=Phrase("a web page"), wanted=WANTED, hint=hint)
    if not text.replace("\ufeff", "").strip():
        raise UnreadableLog(
            where=where,
            got=Phrase("an empty file"),
            wanted=WANTED,
            hint=Phrase("Export the log again."),
        )
    return Contents(where=where, text=text, guessed=guessed)


def without_halves(text: str) -> str:
    """Put together letters that stand in two halves, and mark a half alone as broken."""
    if text.isascii() or not HALF.search(text):
        return text
    return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")


def _name_of(file: object) -> str:
    name = getattr(file, "name", None)
    return name if isinstance(name, str) else "the file given"


def _read_path(path: str | os.PathLike[str]) -> bytes:
    shown = str(path)
    if "\n" in shown:
        raise UnreadableLog(
            where="read_log.source",
            got=shown,
            wanted=Phrase("a path"),
            hint=Phrase("Pass the text of a log as bytes, or as an open file such as io.StringIO."),
        )
    try:
        with open(path, "rb") as file:  # noqa: PTH123 - any path, also one that is no path
            return file.read()
    except FileNotFoundError:
        hint = Phrase("Is the path complete?")
        got: str = Phrase("no file of this name")
    except IsADirectoryError:
        got, hint = Phrase("a folder"), Phrase("Pass the path of one file in it.")
    except (OSError, ValueError) as error:
        got, hint = str(error), Phrase("The file cannot be opened.")
    raise UnreadableLog(where=shown, got=got, wanted=WANTED, hint=hint)


def _read_file(file: IO[str] | IO[bytes]) -> str | bytes:
    try:
        found: object = file.read()
        if isinstance(found, str | bytes):
            return found
        got, hint = type(found).__name__, Phrase("Reading it gives neither text nor bytes.")
    except UnicodeDecodeError:
        hint = Phrase("Open it with mode 'rb', so that its encoding can be found.")
        got = Phrase("text in another encoding")
    except _reading_errors() as error:
        got, hint = str(error) or type(error).__name__, Phrase("The file cannot be read.")
    raise UnreadableLog(where=_name_of(file), got=got, wanted=WANTED, hint=hint)


def _reading_errors() -> tuple[type[Exception], ...]:
    """List what reading a file may raise; a way of packing that failed is one that is loaded."""
    loaded = [(sys.modules.get(module), name) for module, name in _PACKING.items()]
    packing = (getattr(module, name) for module, name in loaded if hasattr(module, name))
    return (OSError, ValueError, RuntimeError, EOFError, *packing)


def _decoded(raw: bytes, where: str) -> tuple[str, str]:
    """Turn bytes into text, and name the encoding where it was only assumed."""
    # By its byte order mark, as UTF-8, or as Windows text.
    for start, kind in _NOT_TEXT.items():
        if raw.startswith(start):
            hint = Phrase("Export the log as CSV and pass that file.")
            raise UnreadableLog(where=where, got=kind, wanted=WANTED, hint=hint)
    for mark, encoding in _BYTE_ORDER_MARKS.items():
        if raw.startswith(mark):
            return raw[len(mark) :].decode(encoding, "replace"), ""
    for encoding, high in (("utf-16-le", 1), ("utf-16-be", 0)):
        look = raw[high:_LOOK:2], raw[1 - high : _LOOK : 2]  # high bytes of ASCII are zero
        if look[0].count(0) > _MOSTLY * len(look[0]) and not look[1].count(0):
            return raw.decode(encoding, "replace"), encoding
    try:
        return raw.decode("utf-8"), ""
    except UnicodeDecodeError:
        text = raw.decode("utf-8", "replace")
    # A few broken letters among good ones are damage; else it was never UTF-8.
    broken = text.count("\ufffd")
    whole = sum(letter > "\x7f" for letter in text) - broken
    if broken <= whole:
        return text, ""
    return raw.decode("cp1252", "replace"), "Windows-1252"
