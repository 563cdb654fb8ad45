"""Rows of lists as plain values, worked out before the template prints them."""


class Line:
    """A row in the words of its list.

    Templates look a name up as a key first; answering at once saves each printed value an
    exception.
    """

    def __getitem__(self, name):
        return getattr(self, name)


def shortened(text, length):
    """At most so many characters; the cheap way for rows (`truncatechars` reads each letter)."""
    return text if len(text) <= length else f"{text[: length - 1]}…"
