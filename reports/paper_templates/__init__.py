"""Templates of papers: the words an issuer may choose, in versions with days of validity (ADR 0029).

catalogue.py says which words each kind of paper has and which fields they may name, built_in/ what
they are where nobody chose; filling.py puts values in, texts.py judges what was typed; records.py
keeps the versions, choosing.py finds the one of a day, preview.py shows it on real data.
"""
