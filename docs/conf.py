"""How the pages become a site: python -m sphinx -W -b html docs OUT."""

import re

import liftguard

project = "liftguard"
author = "The liftguard developers"
release = version = liftguard.__version__
copyright = author  # noqa: A001 - Sphinx wants this name

extensions = ["myst_parser", "sphinx.ext.autodoc", "sphinx.ext.napoleon", "sphinx.ext.viewcode"]
exclude_patterns = ["_build"]
myst_enable_extensions = ["deflist"]
myst_heading_anchors = 3
suppress_warnings = ["myst.header"]  # the READMEs of the examples begin at any level

autodoc_member_order = "bysource"
autodoc_typehints = "none"  # the docstrings say types, units and ranges
napoleon_google_docstring = False
napoleon_use_rtype = False

html_theme = "furo"
html_title = f"liftguard {version}"
html_static_path: list[str] = []

# The pages link as the repository shows them; what lies outside docs/ is a page here.
_OUTSIDE = ((re.compile(r"\]\(\.\./\.\./examples/(\w+)/README\.md\)"), r"](../examples/\1.md)"),)


_TAG = re.compile(r"\[([A-Z]\w+\d{4}|OpenPowerlifting)\]_")


def _cite(app, what, name, thing, options, lines):  # noqa: ARG001 - as Sphinx calls it
    """Lead from a tag in a docstring to the page of the literature."""
    lines[:] = [_TAG.sub(r":doc:`\1 </reference/bibliography>`", line) for line in lines]


def _link_inside(app, name, source):  # noqa: ARG001 - as Sphinx calls it
    for outside, inside in _OUTSIDE:
        source[0] = outside.sub(inside, source[0])


def setup(app):
    app.connect("source-read", _link_inside)
    app.connect("autodoc-process-docstring", _cite)
