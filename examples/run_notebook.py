"""
Run the notebook from top to bottom, and fail where a cell fails or an output is stored.

    python -m pip install ".[notebook]" && python examples/run_notebook.py
"""

import sys
from pathlib import Path

import nbformat
from nbclient import NotebookClient

NOTEBOOK = Path(__file__).with_name("first_look.ipynb")


def main() -> int:
    notebook = nbformat.read(NOTEBOOK, as_version=4)
    nbformat.validate(notebook)
    cells = [cell for cell in notebook.cells if cell.cell_type == "code"]
    stored = [cell for cell in cells if cell.outputs or cell.execution_count is not None]
    if stored:
        sys.stderr.write(f"{len(stored)} cells hold outputs: clear them before a commit\n")
        return 1
    NotebookClient(notebook, timeout=120, resources={"metadata": {"path": "."}}).execute()
    if len(sys.argv) > 1:
        nbformat.write(notebook, sys.argv[1])
    cards = sum("text/html" in one.get("data", {}) for cell in cells for one in cell.outputs)
    pictures = sum("image/png" in one.get("data", {}) for cell in cells for one in cell.outputs)
    print(f"{len(cells)} cells ran: {cards} cards, {pictures} pictures")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
