"""The public summary of a conclusion: a news text (bản tin) drafted from it, without names.

drafting.py writes the first words, names.py finds people in them, workflow.py leads them to be
approved by another person and published without a login, or withdrawn with a reason.
"""
