"""
What is too much, why, and how to say it.

Reason to change: none; the chapters are imported by name.
"""
