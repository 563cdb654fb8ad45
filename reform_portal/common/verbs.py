"""How acts read on a timeline: the words of readers for the verbs that actions record."""

_labels = {}


def name_verbs(**labels):
    """Say how acts read on a timeline: name_verbs(plan__submit=_("submitted the plan"))."""
    _labels.update({verb.replace("__", "."): label for verb, label in labels.items()})


def label(verb):
    """The reader's words for a verb; the verb itself when nobody named it."""
    return _labels.get(verb, verb)
