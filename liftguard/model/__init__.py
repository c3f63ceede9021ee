"""
What is so: the belief about capacity, what moves it, and the forecast it gives.

Reason to change: none; the chapters are imported by name.
"""
