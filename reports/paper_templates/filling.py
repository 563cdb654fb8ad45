"""Putting values in the place of fields: one pass of plain replacement, and nothing else.

There is no language here: no attributes, no conditions, no loops. A value is never read again, so
what somebody wrote into a record cannot name a field. A line that names a field without a value is
left out; a field with several values alone on its line gives a line for each.
"""

import re

FIELD = re.compile(r"\{([^{}]*)\}")


def fields_in(text):
    """The names between braces, in the order of the text."""
    return FIELD.findall(text)


def filled(text, values):
    """The lines of a text with its fields replaced; a field nobody knows stays as it is written."""
    return tuple(
        told for line in text.splitlines() if line.strip() for told in _filled(line.strip(), values)
    )


def _filled(line, values):
    named = [name for name in fields_in(line) if name in values]
    if not all(values[name] for name in named):
        return ()
    if named and line == f"{{{named[0]}}}" and not isinstance(values[named[0]], str):
        return tuple(values[named[0]])
    return (FIELD.sub(lambda found: _value(found, values), line),)


def _value(found, values):
    value = values.get(found[1], found[0])
    return value if isinstance(value, str) else ", ".join(value)
