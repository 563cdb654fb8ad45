"""The whole tree of units in memory, read once: what thousands of rows are checked against.

One query instead of five a row. The sentences are those of `units.rules`; a test holds the
answers here against the rules that ask the database.
"""

from collections import defaultdict

from django.utils.translation import gettext as _

from reform_portal.common.dates import vn_date
from units.models import UnitType, UnitVersion

from .layout import CODE_WIDTHS

BETWEEN = " / "


class Unclear(Exception):
    """A unit named in a cell cannot be found, or not for certain; the sentence says why."""


def holds(version, day):
    return version.valid_from <= day and (version.valid_to is None or version.valid_to > day)


def meets(version, draft):
    """The two versions share a day."""
    return (version.valid_to is None or version.valid_to > draft.valid_from) and (
        draft.valid_to is None or version.valid_from < draft.valid_to
    )


def words(text):
    return " ".join(text.split()).casefold()


def names_meant(text):
    """The title or codes by which the text in a cell may name a unit; its own part alone."""
    plain = text.split(BETWEEN.strip())[0].strip()
    if not plain.isdecimal():
        return [words(plain)]
    return sorted({plain} | {plain.zfill(width) for width in CODE_WIDTHS.values()})


class Places:
    """Versions by unit, title, code and place; `own` are the provinces that are meant first."""

    def __init__(self, own=()):
        self.own = own
        self.types = list(UnitType.objects.all())
        self.read_again()

    def read_again(self):
        """As the database now holds them."""
        self.by_unit, self.by_title = defaultdict(list), defaultdict(list)
        self.by_code, self.by_place = defaultdict(list), defaultdict(list)
        for version in UnitVersion.objects.order_by("valid_from", "id"):
            self.add(version)

    def add(self, version):
        for table, key in self._entries(version):
            table[key].append(version)

    def discard(self, version):
        for table, key in self._entries(version):
            table[key].remove(version)

    def _entries(self, version):
        title = words(version.title)
        yield self.by_unit, version.unit_id
        yield self.by_title, title
        yield self.by_place, (version.parent_id, title)
        if version.code:
            yield self.by_code, version.code

    def of(self, unit_id, day):
        """The version of a unit on a day, or None."""
        found = (one for one in self.by_unit.get(unit_id, ()) if holds(one, day))
        return next(found, None)

    def met(self, unit_id, begin, end=None):
        """The versions of a unit that share a day with [begin, end), the first one first."""
        found = (
            one
            for one in self.by_unit.get(unit_id, ())
            if (one.valid_to is None or one.valid_to > begin)
            and (end is None or one.valid_from < end)
        )
        return sorted(found, key=lambda one: one.valid_from)

    def last(self, unit_id):
        """The version of a unit that began last, or None."""
        versions = self.by_unit.get(unit_id)
        return max(versions, key=lambda one: one.valid_from) if versions else None

    def holder_of_code(self, draft):
        """Another unit with this code and level on one of the draft's days."""
        found = (
            one
            for one in self.by_code.get(draft.code, ())
            if one.level == draft.level and one.unit_id != draft.unit_id and meets(one, draft)
        )
        return next(found, None)

    def twin_of(self, draft):
        """Another unit of this type and name under the same parent on one of the draft's days."""
        found = (
            one
            for one in self.by_place.get((draft.parent_id, words(draft.title)), ())
            if one.unit_id != draft.unit_id and meets(one, draft)
        )
        return next(found, None)

    def address(self, version, day):
        """The unit with those above it: "xã Thanh Lòa / huyện Cao Lộc / tỉnh Lạng Sơn"."""
        titles = [version.title]
        while version.parent_id and (above := self.of(version.parent_id, day)):
            titles.append(above.title)
            version = above
        return BETWEEN.join(titles)

    def find(self, text, day):
        """The one version that is meant on that day, by key, code or address; or Unclear."""
        asked = [words(part) for part in text.split(BETWEEN.strip())]
        named = self._named(text, asked[0])
        found = [one for one in named if holds(one, day) and self._lies_in(one, asked[1:], day)]
        found = [one for one in found if one.province_id in self.own] or found
        if len(found) == 1:
            return found[0]
        if found:
            raise Unclear(
                _(
                    "%(count)s units are called “%(text)s”. Write the units above as well: %(example)s."
                )
                % {
                    "count": len(found),
                    "text": text,
                    "example": self.address(found[0], day),
                }
            )
        raise Unclear(self._why_not(text, named, asked, day))

    def _named(self, text, title):
        plain = text.strip()
        if plain.startswith("#") and plain[1:].isdecimal() and len(plain) < 19:
            return self.by_unit.get(int(plain[1:]), [])
        if not plain.isdecimal():
            return self.by_title.get(title, [])
        return [one for code in names_meant(plain) for one in self.by_code.get(code, ())]

    def _lies_in(self, version, asked, day):
        """The units above bear these titles, none left out between them."""
        for title in asked:
            version = version.parent_id and self.of(version.parent_id, day)
            if not version or words(version.title) != title:
                return False
        return True

    def _why_not(self, text, named, asked, day):
        at_another_day = [one for one in named if self._lies_in(one, asked[1:], one.valid_from)]
        if not at_another_day:
            return _(
                "There is no unit “%(text)s”. Check the spelling, with the type before the name: "
                "xã Thanh Lòa / huyện Cao Lộc."
            ) % {"text": text}
        other = at_another_day[-1]
        sentence = (
            _("“%(text)s” ended on %(end)s and does not exist on %(day)s. Write what followed it, or "
              "an earlier day.")
            if other.valid_to and other.valid_to <= day
            else _("“%(text)s” exists only from %(begin)s on, not on %(day)s. Write another unit or "
                   "a later day.")
        )  # fmt: skip
        return sentence % {
            "text": text,
            "day": vn_date(day),
            "begin": vn_date(at_another_day[0].valid_from),
            "end": vn_date(other.valid_to),
        }
