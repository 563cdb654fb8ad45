"""Who is acting, and on which day: the one value that questions, rules and steps are given."""

from dataclasses import dataclass, field
from datetime import date

from .models import User
from .roles import Role


@dataclass(frozen=True)
class Actor:
    """A person on a day, with the roles and places the posts of that day give.

    Built at the edge (request, command, task) and passed down, so that nothing below asks
    the clock or reads permissions a second time. Sets hold primary keys.

    `officer_unit_ids` and `province_ids` hold the units of the posts and the ended ones these
    took over, so that what an ended unit left is seen and answered by who follows it.
    `home_province_ids` are those of the posts alone: where something new is begun.
    """

    user: User
    day: date
    person_id: int | None = None
    roles: frozenset = field(default_factory=frozenset)
    unit_ids: frozenset = field(default_factory=frozenset)
    officer_unit_ids: frozenset = field(default_factory=frozenset)
    province_ids: frozenset = field(default_factory=frozenset)
    home_province_ids: frozenset = field(default_factory=frozenset)
    chaired_committee_ids: frozenset = field(default_factory=frozenset)

    def is_a(self, *roles: Role) -> bool:
        """True when the person has one of these roles on this day."""
        return any(role in self.roles for role in roles)

    def __str__(self):
        return str(self.user)
