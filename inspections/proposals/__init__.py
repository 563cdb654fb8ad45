"""Proposals for a schedule: from plain values to plain values.

`problem` says what is asked, `solving` answers it, `possible` holds the hard rules; only
`reading`, `stops` and `people` know the records. The library that searches (OR-Tools) is
imported when a proposal is made, in the worker: see docs/adr/0026.
"""
