"""Questions compiled once. Django makes the SQL of a queryset anew at every call; on a page of
small questions that costs several times what the database needs to answer them.

A kept question is a function that builds a queryset from the actor, keys and codes:

    @kept
    def minutes_of(actor, inspection_id):
        return Minutes.objects.visible_to(actor).filter(inspection=inspection_id)

    minutes_of(request.actor, inspection.pk)  # a list of Minutes; of `.values()` a list of dicts

It is called once for each shape of its arguments (which roles, how many provinces and units),
with stand-ins in the place of keys, codes and days; the SQL is remembered, prepared, and asked
with the values of each call. So it must hand them on to the database and not look at them. None,
flags and what stands in a dictionary (filters of a list) belong to the shape and may be looked
at. What a person typed is never compiled: a dictionary that holds text is asked as Django asks.
No answer is ever remembered.
"""

import re
from collections import OrderedDict
from dataclasses import dataclass, fields, replace
from datetime import date, datetime, timedelta
from functools import cache, wraps
from threading import Lock

from django.core.exceptions import EmptyResultSet
from django.db import connections
from django.db.models.query import ValuesIterable, get_related_populators
from django.http import Http404

from .actors import Actor
from .prepared import answers

SHAPES = 200  # remembered of one question; the one unused for longest is forgotten
FIRST = 2**62  # stand-ins for keys begin where no table will ever reach
MARK = "\ue000"  # around stand-ins for codes; a sign no keyboard has
LAST_DAY = date(100, 1, 1)  # stand-ins for days lie before it
DAY_TEXT = re.compile(r"\d{4}-\d\d-\d\d")
VALUES = (int, str, date)

KEYS_OF_ACTOR = [field.name for field in fields(Actor) if field.name.endswith("_ids")]


def kept(build):
    """Decorator: a list of what the queryset finds that `build` makes; compiled once a shape."""
    return _asked(build, _records_of, list)


def kept_count(build):
    """Decorator: how many rows that queryset finds; bounded like it, so slice it."""
    return _asked(build, _count_of, lambda queryset: queryset.count())


def _asked(build, compiled, plainly):
    known, lock = OrderedDict(), Lock()

    @wraps(build)
    def ask(*args):
        if any(map(_holds_text, args)):
            return plainly(build(*args))
        values = []
        shape = tuple(_taken_apart(arg, values) for arg in args)
        with lock:
            question = known.get(shape)
            if question:
                known.move_to_end(shape)
        if not question:
            question = compiled(build(*_with_stand_ins(args)))
            with lock:
                known[shape] = question
                if len(known) > SHAPES:
                    known.popitem(last=False)
        return question.answer(values)

    return ask


@dataclass(frozen=True)
class _Question:
    """SQL with its parameters, and where values go among them."""

    using: str
    sql: str
    params: tuple
    slots: tuple  # (place among the parameters, place among the values, type of the parameter)

    def rows(self, values):
        params = list(self.params)
        for place, value, kind in self.slots:
            given = values[value]
            params[place] = given if isinstance(given, kind) else kind(given)
        return answers(self.sql, params, self.using)


@dataclass(frozen=True)
class _Count(_Question):
    def answer(self, values):
        return self.rows(values)[0][0]


@dataclass(frozen=True)
class _Records(_Question):
    """How a row becomes a record is remembered too."""

    compiler: object
    names: list
    columns: slice
    populators: list
    converters: dict

    def answer(self, values):
        rows = self.rows(values)
        if self.converters:
            rows = self.compiler.apply_converters(rows, self.converters)
        return [self._record(row) for row in rows]

    def _record(self, row):
        """A row as Django's ModelIterable reads it."""
        model = self.compiler.klass_info["model"]
        record = model.from_db(self.using, self.names, row[self.columns])
        for populator in self.populators:
            populator.populate(row, record)
        for name, place in self.compiler.annotation_col_map.items():
            setattr(record, name, row[place])
        return record


@dataclass(frozen=True)
class _Values(_Question):
    """Rows of `.values()`: for lists that print columns and need no records."""

    compiler: object
    names: list
    converters: dict

    def answer(self, values):
        rows = self.rows(values)
        if self.converters:
            rows = self.compiler.apply_converters(rows, self.converters)
        return [dict(zip(self.names, row, strict=False)) for row in rows]


@dataclass(frozen=True)
class _Known:
    """Nothing can fulfil the condition, whatever the values: Django says so without asking."""

    nothing: object

    def answer(self, values):
        return self.nothing


def _records_of(queryset):
    if queryset._prefetch_related_lookups:
        raise TypeError("A kept question is one question; ask what hangs on its rows by another.")
    compiler = _compiler(queryset)
    try:
        sql, params = compiler.as_sql()
    except EmptyResultSet:
        return _Known([])
    asked = {"using": queryset.db, "sql": sql, "params": params, "slots": tuple(_slots(params))}
    converters = compiler.get_converters([column[0] for column in compiler.select])
    asked |= {"compiler": compiler, "converters": converters}
    if queryset._iterable_class is ValuesIterable:
        return _Values(
            **asked, names=[*queryset.query.values_select, *queryset.query.annotation_select]
        )
    places = compiler.klass_info["select_fields"]
    columns = slice(places[0], places[-1] + 1)
    return _Records(
        **asked,
        names=[column[0].target.attname for column in compiler.select[columns]],
        columns=columns,
        populators=get_related_populators(compiler.klass_info, compiler.select, queryset.db),
    )


def _count_of(queryset):
    try:
        sql, params = _compiler(queryset.values("pk")).as_sql()
    except EmptyResultSet:
        return _Known(0)
    counted = f"SELECT count(*) FROM ({sql}) counted"  # noqa: S608 (Django's own SQL)
    return _Count(queryset.db, counted, params, tuple(_slots(params)))


def _compiler(queryset):
    return queryset.query.get_compiler(connection=_of_no_thread(queryset.db))


@cache
def _of_no_thread(using):
    """A connection that only knows how its database speaks, and is never opened for a question.

    What is compiled outlives the thread that compiled it; that thread's own connection must not.
    """
    connection = connections.create_connection(using)
    connection.inc_thread_sharing()
    return connection


def _holds_text(arg):
    """Filters that somebody typed: any text there might look like a stand-in, or a wrong day."""
    return isinstance(arg, dict) and any(isinstance(one, str) and one for one in arg.values())


def _taken_apart(arg, values):
    """The shape of an argument; its keys, codes and days go to `values`."""
    if isinstance(arg, Actor):
        sets = [getattr(arg, name) for name in KEYS_OF_ACTOR]
        values.append(arg.person_id)
        for keys in sets:
            values.extend(keys)
        return arg.roles, arg.day, arg.person_id is None, *map(len, sets)
    if arg is None or isinstance(arg, bool):
        return arg
    if isinstance(arg, dict):
        return frozenset(arg.items())
    if isinstance(arg, VALUES):
        values.append(arg)
        return type(arg)
    values.extend(arg)
    return tuple(map(type, arg))


def _with_stand_ins(args):
    """The same arguments with a stand-in for each value, in the order of `_taken_apart`."""
    count = 0

    def stand_in(value):
        nonlocal count
        count += 1
        if isinstance(value, str):
            return f"{MARK}{count - 1}{MARK}"
        if isinstance(value, date):
            return date.min + timedelta(days=count - 1)
        return None if value is None else FIRST + count - 1

    for arg in args:
        if isinstance(arg, Actor):
            person = stand_in(arg.person_id)
            sets = {name: frozenset(map(stand_in, getattr(arg, name))) for name in KEYS_OF_ACTOR}
            yield replace(arg, user=None, person_id=person, **sets)
        elif arg is None or isinstance(arg, bool | dict):
            yield arg
        elif isinstance(arg, VALUES):
            yield stand_in(arg)
        else:
            yield [stand_in(value) for value in arg]


def _slots(params):
    """Where a parameter is a stand-in, and for which value."""
    for place, param in enumerate(params):
        if isinstance(param, str) and MARK in param:
            number = param.strip(MARK)
            if not number.isdecimal():
                raise TypeError("A kept question compares codes whole; ask this one unkept.")
            yield place, int(number), type(param)
        elif isinstance(param, int) and param >= FIRST:
            yield place, param - FIRST, type(param)
        elif (day := _day(param)) and day < LAST_DAY:
            yield place, (day - date.min).days, type(param)


def _day(param):
    """A parameter as a day; SQLite is given days as text."""
    if isinstance(param, str) and DAY_TEXT.fullmatch(param):
        return date.fromisoformat(param)
    return param if isinstance(param, date) and not isinstance(param, datetime) else None


def hang(record, name, rows):
    """Put rows where `prefetch_related` puts them: record.<name>.all() then asks nothing."""
    record.__dict__.setdefault("_prefetched_objects_cache", {})[name] = rows


def found_or_404(rows):
    """The one record a kept question found, or 404."""
    if not rows:
        raise Http404
    return rows[0]
