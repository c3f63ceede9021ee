"""
The page at /docs: what the OpenAPI document says, as plain HTML that needs no network.

Reason to change: what a reader of the routes wants to see.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from html import escape
from typing import Any

from fastapi import FastAPI
from fastapi.responses import HTMLResponse, RedirectResponse

_STYLE = """
body { font: 1rem/1.5 system-ui, sans-serif; max-width: 46rem; margin: 2rem auto; padding: 0 1rem }
h2 { font-size: 1.1rem; margin: 2.5rem 0 0 } code, pre { font-size: .9rem }
pre { background: #f2f2f2; padding: .8rem; overflow-x: auto; white-space: pre-wrap }
table { border-collapse: collapse } td { border-top: 1px solid #ccc; padding: .2rem .8rem .2rem 0 }
"""


def add_page(app: FastAPI) -> None:
    """Serve the page."""

    @app.get("/", include_in_schema=False)
    def root() -> RedirectResponse:
        return RedirectResponse("/docs")

    @app.get("/docs", include_in_schema=False)
    def docs() -> HTMLResponse:
        return HTMLResponse(page_of(app.openapi()))


def page_of(document: dict[str, Any]) -> str:
    """Write an OpenAPI document as a page."""
    info = document["info"]
    title = f"{info['title']} {info['version']}"
    return "\n".join(
        [
            f'<!doctype html><html lang="en"><meta charset="utf-8"><title>{escape(title)}</title>',
            f"<style>{_STYLE}</style><h1>{escape(title)}</h1>",
            f"<p>{escape(info['description'])}</p>",
            '<p>For programs: <a href="/openapi.json">openapi.json</a>.</p>',
            *(
                line
                for path, methods in document["paths"].items()
                for method, route in methods.items()
                for line in _route(method, path, route, document)
            ),
            "</html>",
        ]
    )


def _route(
    method: str, path: str, route: dict[str, Any], document: dict[str, Any]
) -> Iterator[str]:
    yield f"<h2><code>{method.upper()} {escape(path)}</code></h2>"
    yield f"<p>{escape(route['description'])}</p>"
    for kind, held in route.get("requestBody", {}).get("content", {}).items():
        bodies = held["schema"].get("oneOf", [held["schema"]])
        if "$ref" not in bodies[0]:
            yield f"<p>The body is a file, as <code>{escape(kind)}</code>.</p>"
            continue
        for body in bodies:
            yield from _body(document["components"]["schemas"][body["$ref"].rpartition("/")[2]])
    asked = [one for one in route.get("parameters", []) if one["in"] == "query"]
    if asked:
        yield _table(
            (f"?{one['name']}=", _kind(one["schema"]), one.get("description", ""), one["required"])
            for one in asked
        )


def _body(schema: dict[str, Any]) -> Iterator[str]:
    for example in schema.get("examples", []):
        yield f"<pre>{escape(json.dumps(example, indent=1))}</pre>"
    yield _table(
        (name, _kind(one), one.get("description", ""), name in schema["required"])
        for name, one in schema["properties"].items()
    )


def _table(rows: Iterator[tuple[str, str, str, bool]]) -> str:
    cells = (
        f"<tr><td><code>{escape(name)}</code><td>{escape(kind)}"
        f"<td>{'needed' if needed else ''}<td>{escape(said)}"
        for name, kind, said, needed in rows
    )
    return f"<table>{''.join(cells)}</table>"


def _kind(schema: dict[str, Any]) -> str:
    """Say what a value may be."""
    if "anyOf" in schema and "type" not in schema:
        return " or ".join(_kind(one) for one in schema["anyOf"])
    if "const" in schema:
        return str(schema["const"])
    if "enum" in schema:
        return ", ".join(str(one) for one in schema["enum"])
    low, high = schema.get("minimum"), schema.get("maximum")
    span = "" if low is None else f" from {low:g} to {high:g}"
    return f"{schema.get('format', schema['type'])}{span}"
