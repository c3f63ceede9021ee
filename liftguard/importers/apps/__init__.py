"""
One small file for each app, and for each layout that lifters keep by hand.

Reason to change: none; `recognise` lists them.
"""
