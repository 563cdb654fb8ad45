"""Proposals for a schedule: from plain values to plain values; only `reading` knows the records.

`problem` says what is asked, `solving` answers it, `possible` holds the hard rules. The library
that searches (OR-Tools) is imported when a proposal is made, in the worker: see docs/adr/0023.
"""
