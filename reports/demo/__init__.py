"""The demo: the Cao Lộc inspection of 2024 as its article tells it, and invented work around it.

`places`, `people`, `plan_80` and `cao_loc` hold what the sources state; everything nobody stated
lies in `invented/`. `stage` and `script` are how both are played through the portal's own steps.
"""
