"""Whether a draft is still the one a person read: its records with their versions, as a short text.

Not a hash: what changed can be named. Read in one question, whatever the length of the draft.
"""

import re
from dataclasses import dataclass
from datetime import datetime

from django.contrib.contenttypes.models import ContentType
from django.db.models import F, Max, Value
from django.utils import timezone

from reform_portal.common.models import AuditEntry

from .differences import pieces
from .models import Conclusion, DraftLine, Explanation, Finding, Recommendation

# What a person reads before announcing or concluding; the column beside the version is the place.
PARTS = {
    "c": (Conclusion, Value(0)),
    "e": (Explanation, Value(0)),
    "f": (Finding, Value(0)),
    "l": (DraftLine, F("place")),
    "r": (Recommendation, F("number")),
}
WHOLE = "i"
# Acts that leave no part behind, or no new version: told by the number of the last entry.
ON_THE_WHOLE = ("finding.delete", "recommendation.delete", "draft_line.delete", "draft_line.move")
PART = re.compile(r"([ceflri][0-9]{1,18})\.([0-9]{1,18})\.[0-9]{1,9}")
LONGEST = 200_000  # signs of a stamp that are looked at
MOST = 30  # acts that are told


@dataclass(frozen=True)
class Change:
    """What somebody did to a part of the draft since it was read, with the words before and after."""

    title: str
    label: str
    by: str
    at: datetime
    fields: list


def stamp_of(inspection):
    """ "c1.2.0 f7.1.0 r3.1.1": kind and key, version, place of every part of the draft."""
    parts = [
        model.objects.filter(inspection=inspection)
        .order_by()
        .values_list(Value(mark), "pk", "version", place)
        for mark, (model, place) in PARTS.items()
    ]
    last = _acts_on_the_whole(inspection).values("object_id").annotate(last=Max("pk"))
    rows = last.values_list(Value(WHOLE), "object_id", "last", Value(0)).union(*parts, all=True)
    return " ".join(
        f"{mark}{pk}.{version}.{place or 0}" for mark, pk, version, place in sorted(rows, key=_key)
    )


def changed_on(inspection):
    """The day the draft was last written on, in words or by taking out; None without a draft."""
    rows = [
        model.objects.filter(inspection=inspection).order_by().values_list("updated_at")
        for mark, (model, _place) in PARTS.items()
        if mark != "e"  # the unit's words are not the draft's
    ]
    moments = _acts_on_the_whole(inspection).values_list("at").union(*rows, all=True)
    last = max((moment for (moment,) in moments), default=None)
    return last and timezone.localdate(last)


def changes_since(seen, inspection):
    """What was done to the draft since it was read as `seen`, the newest act first.

    As many acts on each part as it has new versions, and what was taken out or moved since.
    """
    before, now = _versions(seen), _versions(stamp_of(inspection))
    left = {mark: version - before.get(mark, 0) for mark, version in now.items()}
    about, letters = _acts_on_the_whole(inspection), {}
    for letter, (model, _place) in PARTS.items():
        kind = ContentType.objects.get_for_model(model).pk
        letters[kind] = letter
        keys = [int(mark[1:]) for mark in now if mark[0] == letter and left[mark] > 0]
        about |= AuditEntry.objects.filter(content_type=kind, object_id__in=keys)
    found = []
    for entry in about.order_by("-id")[: MOST * 4]:
        letter = letters.get(entry.content_type_id, WHOLE)
        mark = f"{letter}{entry.object_id}"
        left[mark] = left.get(mark, 0) - 1
        if entry.pk > before.get(mark, 0) if letter == WHOLE else left[mark] >= 0:
            found.append(_change(entry))
    return found[:MOST]


def _acts_on_the_whole(inspection):
    """What leaves no part behind to ask."""
    kind = ContentType.objects.get_for_model(inspection)
    acts = AuditEntry.objects.filter(content_type=kind, object_id=inspection.pk)
    return acts.filter(verb__in=ON_THE_WHOLE).order_by()


def _key(row):
    return row[:2]


def _change(entry):
    """An act with the words it took out and put in."""
    texts = [
        (name, pieces(*(str(value or "") for value in pair)))
        for name, pair in entry.change.items()
        if isinstance(pair, list) and len(pair) == 2 and all(_is_text(value) for value in pair)
    ]
    return Change(entry.subject, str(entry.label), entry.actor_name, entry.at, texts)


def _is_text(value):
    return value is None or isinstance(value, str)


def _versions(stamp):
    """{"f7": 1}; what was not written by `stamp_of` says nothing."""
    found = (PART.fullmatch(part) for part in stamp[:LONGEST].split())
    return {part[1]: int(part[2]) for part in found if part}
