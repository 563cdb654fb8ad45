"""Issued papers: what stood on a conclusion at the moment it was issued, kept for good.

keeping.py takes the snapshot and has its files made, signing.py judges what comes back signed,
proof.py answers whoever holds a copy, changes.py shows what a later version says otherwise.
"""
