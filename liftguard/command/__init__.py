"""
The command line: one file for each command, and the options they share.

Reason to change: none; the commands are imported by name.
"""
