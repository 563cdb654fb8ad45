"""Everything in the demo that no source states: numbers, days, people, words, whole inspections.

Nothing here is a fact about a real unit or person.
"""
