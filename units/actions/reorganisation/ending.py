"""Acts that end units: merge, split, dissolve. Who follows, and where posts and units below go."""

from units.actions.tree import refuse
from units.models import Post, Reorganisation, Succession, Unit, UnitVersion
from units.rules import reorganisation as limits
from units.rules import successors_stand

from .carrying_out import Order, carry_out, tidy

Kind = Reorganisation.Kind
TO_THE_HEIR = object()


def merge(units, *, by, into, posts=None, moves=None, **order):
    """Several units become one new unit, even where it keeps a name and a code.

    `into`: type, name, code and, where the units belong to different ones, parent. `posts`:
    {key of a post: unit, place among the successors or None}; by default they go to the heir.
    `moves`: the same for units below, by their keys; None ends them.
    """

    def write(acting, lasts):
        parent = into["parent"] if "parent" in into else _common_parent(lasts, acting.day)
        refuse(limits.can_merge(lasts, parent))
        _refuse_all(acting, lasts)
        new = _begin(acting, into, lasts[0], parent)
        for last in lasts:
            acting.succeed(last, new.unit, Succession.Kind.MERGE, takes_over=True)
        for last in lasts:
            Legacy(acting, [new], new, posts, moves).settle(last)

    units = list({unit.pk: unit for unit in units}.values())
    return carry_out(Kind.MERGE, units, write, Order(**order), by=by)


def split(unit, *, by, into, heir, posts=None, moves=None, **order):
    """One unit becomes several new ones; `heir` is the place of the one that takes over."""

    def write(acting, lasts):
        [last] = lasts
        refuse(limits.can_split(into))
        _refuse_all(acting, lasts)
        parent = _common_parent(lasts, acting.day)
        new = [_begin(acting, facts, last, facts.get("parent", parent)) for facts in into]
        for place, one in enumerate(new):
            acting.succeed(last, one.unit, Succession.Kind.SPLIT, takes_over=place == heir)
        Legacy(acting, new, new[heir], posts, moves).settle(last)

    return carry_out(Kind.SPLIT, [unit], write, Order(**order), by=by)


def dissolve(unit, *, by, into, heir=0, posts=None, moves=None, **order):
    """A unit ends and passes into others that stand on the day; an office may leave nobody."""

    def write(acting, lasts):
        [last] = lasts
        refuse(successors_stand(into, acting.day))
        standing = UnitVersion.objects.on(acting.day).select_related("unit")
        by_key = {version.unit_id: version for version in standing.filter(unit__in=into)}
        followers = [by_key[one.pk] for one in into]
        refuse(limits.can_be_followed_by(last, followers))
        _refuse_all(acting, lasts)
        for place, one in enumerate(followers):
            acting.succeed(last, one.unit, Succession.Kind.DISSOLVED, takes_over=place == heir)
        follower = followers[heir] if followers else None
        Legacy(acting, followers, follower, posts, moves).settle(last)

    return carry_out(Kind.DISSOLVE, [unit], write, Order(**order), by=by)


def _refuse_all(acting, lasts):
    """Every reason of every unit at once, then they end."""
    rules = (limits.may_change_on, limits.no_post_begins_later, limits.nothing_later_below)
    refuse(*(rule(last, acting.day) for last in lasts for rule in rules))
    for last in lasts:
        acting.end(last)


def _common_parent(lasts, day):
    """The one unit above all of them, if it is one and still stands."""
    parents = {last.parent_id for last in lasts}
    if len(parents) > 1:
        return None
    return Unit.objects.filter(pk__in=parents).first()


def _begin(acting, facts, last, parent):
    facts = tidy({name: value for name, value in facts.items() if name != "parent"})
    return acting.begin(level=last.level, parent=parent, **facts)


class Legacy:
    """What an ended unit leaves: posts, and units below it. `heir` may be nobody."""

    def __init__(self, acting, followers, heir, posts=None, moves=None):
        self.acting, self.followers, self.heir = acting, followers, heir
        self.posts, self.moves = posts or {}, moves or {}

    def settle(self, last):
        """Hand on every post, and give every unit below its place."""
        goes_to = self.heir and self.heir.unit
        for post in Post.objects.filter(unit=last.unit_id).meeting(self.acting.day):
            self.acting.hand_on(post, self._unit(self.posts.get(post.pk, goes_to)))
        below = UnitVersion.objects.meeting(self.acting.day).filter(parent=last.unit_id)
        for child in below.select_related("unit").order_by("path"):
            self._give_a_place(child, last)

    def _give_a_place(self, child, last):
        chosen = self.moves.get(child.unit_id, TO_THE_HEIR)
        if chosen is None:
            self._end_below(child, self.heir, Succession.Kind.DISSOLVED)
            return
        above = self._above(child, last) if chosen is TO_THE_HEIR else self._on(self._unit(chosen))
        refuse(limits.has_a_place(child, above, self.acting.day))
        if twin := self._twin(child, above):
            self._end_below(child, twin, Succession.Kind.MERGE)
        else:
            self.acting.move(child, above)

    def _above(self, child, last):
        """The heir, or, as a commune of a district that ends, what stood above both."""
        if limits.fits_below(child, self.heir):
            return self.heir
        above = UnitVersion.objects.on(self.acting.day).filter(unit=last.parent_id)
        return above.select_related("unit").first() or self.heir

    def _twin(self, child, above):
        """An office of the same name that stands there: two of them become one."""
        if child.is_territorial or child.valid_from >= self.acting.day:
            return None
        there = UnitVersion.objects.meeting(self.acting.day).filter(
            parent=above.unit_id, level=child.level
        )
        title = child.title.casefold()
        others = there.exclude(unit=child.unit_id).select_related("unit")
        return next((one for one in others if one.title.casefold() == title), None)

    def _end_below(self, child, heir, kind):
        self.acting.end(child)
        if heir is not None:
            self.acting.succeed(child, heir.unit, kind, takes_over=True)
        Legacy(self.acting, self.followers, heir, self.posts, self.moves).settle(child)

    def _unit(self, chosen):
        return self.followers[chosen].unit if isinstance(chosen, int) else chosen

    def _on(self, unit):
        return UnitVersion.objects.on(self.acting.day).filter(unit=unit).first()
