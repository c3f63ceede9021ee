"""
Looking back: why it hurt, what days have in common, and what is doubtful in a log.

Reason to change: none; the chapters are imported by name.
"""
