"""
From the exports of training apps to histories: one small file per app, shared machinery.

The way of a file: `contents` gives its text, `table` its rows, `recognise` says which app
wrote it, `mend` puts broken rows together, `unfold` parts rows that hold several sets,
`cells`, `dates` and `loads` read the columns, `misses` decides what a zero means, `sets`
builds the log.

Reason to change: the public door moves to another file.
"""

from liftguard.importers.read import READABLE, read_log

__all__ = ["READABLE", "read_log"]
