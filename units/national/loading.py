"""Bringing the lists into the database: in one transaction, extending what is there already."""

from contextlib import suppress
from itertools import islice

from django.db import OperationalError, connection, transaction
from django.db.models import Count
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from reform_portal.common import audit
from units.actions.tree import hold_the_tree
from units.models import Succession, Unit, UnitVersion
from units.models.unit import path_below

from . import extending
from .lists import LEVELS, REFORM, Level, read
from .present import A_DAY, Held, Present
from .report import Report

audit.name_verbs(unit__load=_("Loaded the national lists"))
AT_ONCE = 2000


@transaction.atomic
def load(provinces=None, progress=None):
    """Both eras of the nation, or of these provinces (official codes) and their partners.

    Units that are there with the same code on the same day are kept; a second load writes
    nothing. `progress(step, done, total)` is told how far it is.
    """
    lists = read(provinces)
    hold_the_tree()
    work = _Load(lists, progress or (lambda step, done, total: None))
    work.extend()
    for level in LEVELS:
        work.create(level)
    work.link()
    return work.close()


class _Load:
    def __init__(self, lists, progress):
        self.lists, self.progress = lists, progress
        self.present, self.report = Present(), Report()
        self.ended = {}

    def extend(self):
        """Match what is there, and end what ended."""
        extending.match(self.lists, self.present)
        extension = extending.decide(self.lists, self.present)
        self.report.unmapped += extension.unmapped
        for unit, (day, held) in extension.ends.items():
            self.ended[unit] = held.end = day
            UnitVersion.objects.filter(pk=held.pk).update(valid_to=day)
            Unit.objects.filter(pk=unit).update(closed_on=day)
        self.report.written["ended"] = len(self.ended)
        self.moves = extension.moves

    def create(self, level):
        """Units of a level that are not there yet, and new versions of those that are."""
        bodies = self.lists.bodies[level]
        fresh = [body for body in bodies if not body.unit_id and self._fits(body)]
        units = [Unit(opened_on=self._begin(body), closed_on=body.end) for body in fresh]
        Unit.objects.bulk_create(units, batch_size=AT_ONCE)
        for body, unit in zip(fresh, units, strict=True):
            body.unit_id = unit.pk
            self.ended[unit.pk] = body.end
        lines = [(body, line, line.end) for body in fresh for line in body.lines]
        lines += [self._moved(*move) for move in self.moves if move[0].level == level]
        self.report.written["units"] += len(fresh)
        self._write(str(Level(level).label), (self._version(*line) for line in lines), len(lines))

    def _moved(self, body, line, held):
        UnitVersion.objects.filter(pk=held.pk).update(valid_to=line.begin)
        after, held.end = held.end, line.begin
        return body, line, after

    def _fits(self, body):
        """The unit above is there, and nobody else has the code."""
        for line in body.lines:
            if line.parent_code and not self._above(line):
                reason = gettext("the unit above it is not there")
            elif holder := self.present.in_the_way(line, self.ended):
                reason = gettext("%(unit)s holds that code") % {
                    "unit": f"{holder.type} {holder.name}"
                }
            else:
                continue
            facts = {"unit": line.title, "code": line.code, "reason": reason}
            self.report.unmapped.append(gettext("%(unit)s (%(code)s): %(reason)s.") % facts)
            return False
        return True

    def _above(self, line):
        """How the unit above is when the line begins, or when it does itself if that is later."""
        parent = self.lists.parent(line)
        if parent is None or not parent.unit_id:
            return None
        first = self.present.of_unit[parent.unit_id][0]
        if first.begin > line.begin:
            return first if first.meets(line.begin, line.end) else None
        return self.present.on(parent.unit_id, line.begin)

    def _begin(self, body):
        line = body.lines[0]
        above = line.parent_code and self._above(line)
        return max(line.begin, above.begin) if above and not above.holds(line.begin) else line.begin

    def _version(self, body, line, end):
        """A version of the body, under what stands above it."""
        above = self._above(line) if line.parent_code else None
        begin = line.begin if above is None or above.holds(line.begin) else above.begin
        unit = body.unit_id
        path = path_below(above, Unit(pk=unit).own_key)
        province = above.province_id if above else unit
        district = unit if line.level == Level.DISTRICT else above and above.district_id
        parent = above and above.unit_id
        self.present.add(
            Held(None, unit, line.level, line.code, begin, end, line.type, line.name, parent,
                 path, province, district)
        )  # fmt: skip
        version = UnitVersion(
            unit_id=unit,
            valid_from=begin,
            valid_to=end,
            name=line.name,
            type=line.type,
            level=line.level,
            code=line.code,
            parent_id=parent,
            decision=line.decision,
            latitude=line.latitude or None,
            longitude=line.longitude or None,
            path=path,
            province_id=province,
            district_id=district,
        )
        version.search_key = version.folded_search_text()
        return version

    def _write(self, step, rows, total):
        """Rows as they come, some thousand at a time."""
        done = 0
        while some := list(islice(rows, AT_ONCE)):
            type(some[0]).objects.bulk_create(some, batch_size=AT_ONCE)
            done += len(some)
            self.progress(step, done, total)
            name = "successions" if isinstance(some[0], Succession) else "versions"
            self.report.written[name] += len(some)

    def link(self):
        """Successions between units that are both there, of which the first ended that day."""
        known = {}
        for before, after, heir in Succession.objects.values_list(
            "predecessor_id", "successor_id", "takes_over"
        ):
            known.setdefault(before, {})[after] = heir
        new = [link for link in self.lists.links if self._is_new(link, known)]
        self._write(
            gettext("successions"), (self._succession(link, known) for link in new), len(new)
        )

    def _is_new(self, link, known):
        before, after = link.before.unit_id, link.after.unit_id
        if not before or not after or before == after or after in known.get(before, ()):
            return False
        ended = self.ended.get(before) or self.present.closed.get(before)
        return ended == link.day and self.present.on(after, link.day) is not None

    def _succession(self, link, known):
        before = link.before.unit_id
        takes_over = link.takes_over and True not in known.get(before, {}).values()
        return Succession(
            predecessor_id=before,
            successor_id=link.after.unit_id,
            kind=link.kind,
            day=link.day,
            decision=link.decision,
            takes_over=takes_over,
        )

    def close(self):
        """Count what stands, and leave one entry in the record of acts if anything was written."""
        if self.report.changed:
            _count_anew()
        for day in (REFORM - A_DAY, REFORM):
            counts = UnitVersion.objects.on(day).filter(level__in=LEVELS).values_list("level")
            found = dict(counts.annotate(number=Count("pk")).order_by())
            self.report.standing[day] = {level: found.get(level, 0) for level in LEVELS}
        if self.report.changed:
            first = next(body for body in self.lists.bodies[Level.PROVINCE] if body.unit_id)
            last = UnitVersion.objects.filter(unit_id=first.unit_id).latest("valid_from")
            audit.record("unit.load", last, by=None, **self.report.written)
        return self.report


def _count_anew():
    """PostgreSQL plans by counts of before until it is told; where it is busy, it finds out later."""
    if connection.vendor == "postgresql":
        with suppress(OperationalError), transaction.atomic(), connection.cursor() as cursor:
            for model in (Unit, UnitVersion, Succession):
                cursor.execute(f"ANALYZE {model._meta.db_table}")
