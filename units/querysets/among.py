"""Asking by keys that a subquery finds, so that the time does not grow with the tree.

PostgreSQL guesses how many rows a recursive subquery finds, and guesses high: it reads the whole
table of units then, or of successions. Here it finds the keys first and looks each up. SQLite
does that anyway.
"""

from django.db.models import BooleanField, F, Func
from django.db.models.expressions import RawSQL


class Among(Func):
    """A condition: the own key is one of those the subquery finds."""

    arg_joiner = " IN "
    template = "%(expressions)s"
    output_field = BooleanField()

    def __init__(self, found, key="pk"):
        super().__init__(F(key), found)

    def as_postgresql(self, compiler, connection, **context):
        one_after_another = {"template": "%(expressions)s)", "arg_joiner": " = ANY(ARRAY"}
        return self.as_sql(compiler, connection, **one_after_another | context)


class Chain(RawSQL):
    """Keys of all units reached from `unit` over successions up to `day`, in any number of steps."""

    # The day is asked of the line, not of the next step: else SQLite reads all successions to
    # filter them first.
    CHAIN = """
        WITH RECURSIVE line(id, day) AS (
            SELECT {next_one}, day FROM units_succession WHERE {one} = %s
            UNION
            SELECT step.{next_one}, step.day FROM line {step} WHERE line.day <= %s
        ) SELECT id FROM line WHERE day <= %s"""
    STEP = "JOIN units_succession step ON step.{one} = line.id"
    ONE_BY_ONE = """CROSS JOIN LATERAL (
                SELECT {next_one}, day FROM units_succession
                 WHERE {one} = line.id OFFSET 0) step"""

    def __init__(self, unit, day, *, one, next_one):
        self._columns = {"one": one, "next_one": next_one}
        super().__init__(self._written(self.STEP), (unit.pk, day, day))

    def _written(self, step):
        return self.CHAIN.format(step=step.format(**self._columns), **self._columns)

    def as_postgresql(self, compiler, connection):
        return f"({self._written(self.ONE_BY_ONE)})", self.params


class Below(RawSQL):
    """Keys of the unit and of all below it that day: one range over the path of that day."""

    BELOW = """
        SELECT unit_id FROM units_unitversion
         WHERE path >= (SELECT path {place}) AND path < (SELECT path || 'z' {place})
           AND valid_from <= %s AND (valid_to IS NULL OR valid_to > %s)"""
    PLACE = """FROM units_unitversion WHERE unit_id = %s
           AND valid_from <= %s AND (valid_to IS NULL OR valid_to > %s)"""

    def __init__(self, unit, day):
        place = (unit.pk, day, day)
        super().__init__(self.BELOW.format(place=self.PLACE), (*place, *place, day, day))
