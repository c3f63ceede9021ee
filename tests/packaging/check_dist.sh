#!/usr/bin/env bash
# What is published is what was tested: builds the wheel and the sdist, looks at what they
# hold, installs the wheel alone, and runs the tests of the sdist against it.
# Further words go to pytest: tests/packaging/check_dist.sh -x
set -euo pipefail
checkout=$(cd "$(dirname "$0")/../.." && pwd)
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
export PIP_DISABLE_PIP_VERSION_CHECK=1 PYTHONDONTWRITEBYTECODE=1
unset PYTHONPATH

fresh() { # a new virtual environment, named
  python3 -m venv "$scratch/$1"
  "$scratch/$1/bin/python" -m pip install --quiet --upgrade pip
}

echo "-- build"
fresh tools
tools=$scratch/tools/bin
(cd "$checkout" && "$tools/python" -m pip install --quiet --group dist)
"$tools/python" -m build --outdir "$scratch/dist" "$checkout" >/dev/null

echo "-- look"
"$tools/twine" check --strict "$scratch"/dist/*
"$tools/check-wheel-contents" "$scratch"/dist/*.whl
"$tools/python" "$checkout/tests/packaging/contents.py" "$checkout" "$scratch/dist"

echo "-- install"
mkdir "$scratch/sdist"
tar -xzf "$scratch"/dist/*.tar.gz -C "$scratch/sdist" --strip-components=1
rm -r "$scratch/sdist/liftguard"
cd "$scratch/sdist"
fresh clean
python=$scratch/clean/bin/python
"$python" -m pip install --quiet "$scratch"/dist/*.whl
"$python" -m liftguard demo >/dev/null # before anything else is there
"$python" -m pip install --quiet --group tests

echo "-- test"
where=$("$python" -c 'import liftguard; print(liftguard.__file__)')
case $where in
  "$scratch"/clean/*/site-packages/liftguard/__init__.py) ;;
  *) echo "not the installed package: $where" >&2 && exit 1 ;;
esac
PYTHONPATH=tests/packaging "$python" -m pytest -q -p brief --hypothesis-profile=brief \
  -p no:cacheprovider "$@" --pyargs ./tests ./README.md ./docs liftguard
echo "what is published holds"
