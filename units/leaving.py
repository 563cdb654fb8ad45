"""What waits for a successor when somebody's post ends: every app counts its kind of work.

Only counts and kinds: administrators end posts and have no right to content.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext_lazy as _

from .heirs import taken_over_by
from .models import CommitteeMember, Post, UnitVersion

_providers: list[Callable] = []


@dataclass(frozen=True)
class Leaver:
    """A person on a day, with the post that ends."""

    post: Post
    day: date

    @property
    def person_id(self):
        return self.post.person_id

    @property
    def answers(self):
        return self.post.answers_for_unit

    def units_answered_for(self):
        """The unit of a post that answers for it, and the ended ones it took over."""
        return taken_over_by(UnitVersion.objects.filter(unit=self.post.unit_id), self.day)

    def committees_led(self):
        """Committees on which the person decides."""
        seats = CommitteeMember.objects.filter(person=self.person_id)
        return seats.on(self.day).filter(role__in=CommitteeMember.APPROVING).values("committee_id")


@dataclass(frozen=True)
class Left:
    """So much work of one kind."""

    label: str
    count: int


def register(provider):
    """`provider(leaver)` gives a list of Left; called once when an app is ready."""
    _providers.append(provider)
    return provider


def left_by(post, day):
    """What this person leaves behind, as things stand on that day."""
    leaver = Leaver(post, day)
    found = (left for provider in _providers for left in provider(leaver))
    return [left for left in found if left.count]


def others_who_answer(post, day):
    """Who else can answer for the unit on that day: by a post, and with an account that is on."""
    others = Post.objects.on(day).filter(unit=post.unit_id, answers_for_unit=True)
    others = others.filter(person__account__is_active=True).exclude(person=post.person_id)
    return others.select_related("person").order_by("held_from", "id")


@register
def seats(leaver):
    """The post may be the reason for a seat, which does not end by itself."""
    taken = CommitteeMember.objects.on(leaver.day).filter(person=leaver.person_id)
    return [Left(_("Seats on committees, which end by a decision of their own"), taken.count())]
