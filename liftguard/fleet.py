"""
Many athletes at once: who needs a look today, worst first, and histories replayed in bulk.

Reason to change: what is asked of a squad.
"""
