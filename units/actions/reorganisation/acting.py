"""One act while it is written: what it makes carries the act, what it changes is remembered."""

from copy import copy

from reform_portal.common import audit
from units import rules
from units.actions.tree import changes_between, facts_of, place, refuse, refuse_if_broken
from units.models import Post, Succession, Unit, UnitVersion
from units.rules import reorganisation as limits


class Acting:
    """The pen of one act. Needs a transaction and the tree held."""

    def __init__(self, act, by, lasts=()):
        self.act, self.by, self.day, self.lasts = act, by, act.day, lasts
        self.first = {last.unit_id for last in lasts}
        self.ended, self.moved, self.followed, self.before = [], [], [], []

    def change(self, row, **values):
        """Change columns of a row that stood before; remember how they were and became."""
        was = {name: getattr(row, name) for name in values}
        self.before.append([row._meta.label_lower, row.pk, was, values])
        for name, value in values.items():
            setattr(row, name, value)
        row.save(update_fields=list(values))

    def begin(self, *, level, parent, **facts):
        """A new unit from the day of the act on."""
        draft = UnitVersion(level=level, parent=parent, **self._from_the_act(), **facts)
        refuse_if_broken(draft, self.by and self.by.day)
        draft.unit = Unit.objects.create(opened_on=self.day)
        place(draft)
        draft.save()
        audit.record("unit.open", draft, by=self.by, note=self.act.decision, **facts_of(draft))
        return draft

    def end(self, last):
        """The unit ends; its posts, its successors and what is below it are told apart."""
        refuse(limits.may_change_on(last, self.day), limits.no_post_begins_later(last, self.day))
        self.change(last, valid_to=self.day)
        self.change(last.unit, closed_on=self.day, ended_by_id=self.act.pk)
        self.ended.append(last)
        audit.record(
            "unit.close",
            last,
            by=self.by,
            note=self.act.decision,
            closed_on=[None, str(self.day)],
        )

    def succeed(self, last, unit, kind, *, takes_over):
        """Say what became of a unit that ends."""
        Succession.objects.create(
            predecessor_id=last.unit_id,
            successor=unit,
            kind=kind,
            day=self.day,
            decision=self.act.decision,
            takes_over=takes_over,
            made_by=self.act,
        )

    def revise(self, last, **facts):
        """A new version of the same unit; what is below moves along when its path changes."""
        refuse(limits.something_changes(last, facts))
        draft = self._next(last, **facts)
        refuse_if_broken(draft)
        place(draft)
        if draft.path != last.path:
            refuse(limits.nothing_later_below(last, self.day))
        self._follow(last, draft)
        changes = changes_between(last, draft)
        audit.record(
            "unit.revise", draft, by=self.by, note=self.act.decision, day=str(self.day), **changes
        )
        if draft.path != last.path:
            self._move_below(last, draft)
        return draft

    def move(self, version, above):
        """A unit that stands moves below another one, with all that is below it."""
        moved = self._next(version, parent=above.unit)
        place(moved)
        old = copy(version)
        self._put(version, moved)
        self._move_below(old, moved)

    def hand_on(self, post, unit):
        """A post ends with its unit; its holder gets the same one in the other unit, or none."""
        until, ends = post.held_to, {"title": post.title, "unit": post.unit_id}
        ends["held_to"] = [until and str(until), str(self.day)]
        self.change(post, held_to=self.day, ended_by_id=self.act.pk, end_decision=self.act.decision)
        audit.record("person.end_post", post.person, by=self.by, note=self.act.decision, **ends)
        if unit is None:
            return
        new = Post(
            person=post.person,
            unit=unit,
            title=post.title,
            held_from=self.day,
            held_to=until,
            answers_for_unit=post.answers_for_unit,
            decision=self.act.decision,
            made_by=self.act,
        )
        if same := rules.same_post(new):
            if new.answers_for_unit and not same.answers_for_unit:
                self.change(same, answers_for_unit=True)
            return
        refuse(rules.post_is_possible(new))
        new.save()
        begins = {"title": new.title, "unit": unit.pk, "held_from": str(self.day)}
        audit.record("person.appoint", new.person, by=self.by, note=self.act.decision, **begins)

    def _from_the_act(self):
        return {
            "valid_from": self.day,
            "decision": self.act.decision,
            "made_by": self.act,
        }

    def _next(self, version, **facts):
        """A copy of a version that begins on the day of the act."""
        following = copy(version)
        following.pk, following._state.adding = None, True
        for name, value in (self._from_the_act() | facts).items():
            setattr(following, name, value)
        return following

    def _follow(self, last, following):
        following.valid_to = last.valid_to
        self.change(last, valid_to=self.day)
        following.save()
        self.followed.append((last, following))

    def _put(self, version, moved):
        """The moved version follows; one that begins that very day is placed anew."""
        path = [version.path, moved.path]
        if version.valid_from == self.day:
            placed = {"parent_id", "path", "province_id", "district_id"}
            self.change(version, **{name: getattr(moved, name) for name in placed})
        else:
            self._follow(version, moved)
        kept = version if moved.pk is None else moved
        self.moved.append(kept)
        audit.record("unit.move", kept, by=self.by, note=self.act.decision, path=path)

    def _move_below(self, old, new):
        """Everything below gets new versions from the same day on, for its paths changed."""
        below = UnitVersion.objects.under(old).meeting(self.day).exclude(unit_id=old.unit_id)
        below = list(below.order_by("path"))
        refuse(limits.is_not_too_deep(below, old, new))
        for version in below:
            moved = self._next(version)
            moved.go_along(old, new)
            self._put(version, moved)
