"""
What the two files of a distribution hold, against the checkout.

Run `python tests/packaging/contents.py CHECKOUT DIST`.
"""

import subprocess
import sys
import tarfile
import zipfile
from pathlib import Path

NOT_CODE = {"liftguard/demo.csv", "liftguard/display/page.css", "liftguard/py.typed"}
SHIPPED = ("liftguard", "tests", "docs", "examples", "*.md", "LICENSE", "pyproject.toml")


def of_checkout(folder):
    """List the files of a checkout that a source distribution is made of."""
    command = ["git", "ls-files", "--cached", "--others", "--exclude-standard", "--", *SHIPPED]
    listed = subprocess.run(  # noqa: S603 - our own words
        command, cwd=folder, capture_output=True, text=True, check=True
    ).stdout.split("\n")
    return {name for name in listed if name and (folder / name).exists()}


def only(folder, pattern):
    """Give the one file of a folder that a pattern fits."""
    (found,) = folder.glob(pattern)
    return found


def of_sdist(path):
    """List the files of a source distribution, below its own folder."""
    with tarfile.open(path) as held:
        return {one.name.partition("/")[2] for one in held.getmembers() if one.isfile()}


def of_wheel(path):
    """List the files of a wheel."""
    return set(zipfile.ZipFile(path).namelist())


def complaints(checkout, dist):
    """Say what is missing and what is too much."""
    ours = of_checkout(checkout)
    sdist, wheel = of_sdist(only(dist, "*.tar.gz")), of_wheel(only(dist, "*.whl"))
    package = {name for name in ours if name.startswith("liftguard/")}
    inside = {name for name in wheel if ".dist-info/" not in name}
    yield "the sdist lacks", ours - sdist
    yield "the sdist has besides", sdist - ours - {"PKG-INFO", ".gitignore"}
    yield "the wheel lacks", package - wheel
    yield "the wheel has besides", inside - package
    yield "the wheel has no code in", {n for n in inside if not n.endswith(".py")} ^ NOT_CODE
    licences = {name for name in wheel if name.endswith(".dist-info/licenses/LICENSE")}
    yield "the wheel lacks", {"LICENSE"} if not licences else set()


if __name__ == "__main__":
    wrong = [
        f"{what} {', '.join(sorted(names))}"
        for what, names in complaints(*map(Path, sys.argv[1:]))
        if names
    ]
    sys.exit("\n".join(wrong) or 0)
