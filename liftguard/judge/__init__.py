"""
What is too much, why, and what to do about it.

Reason to change: none; the chapters are imported by name.
"""
