"""Rows of the sheet of seats: who sits on which committee by virtue of which post."""

from django.utils.translation import gettext as _

from reform_portal.common.dates import vn_date
from units import permissions
from units.actions import committees as actions
from units.models import CommitteeMember, Post, SteeringCommittee

from .committee_rows import take
from .layout import COMMITTEES, ROLES
from .places import Unclear, words
from .reading import Outcome


class SeatRows:
    """Seats: found by committee, person and first day; else given by virtue of a post."""

    def __init__(self, lines, places, *, by):
        self.lines, self.places, self.by = lines, places, by
        self.seen = {}
        committees = SteeringCommittee.objects.visible_to(by)
        self.committees = list(committees if lines else committees.none())

    def carry_out(self, step):
        for line in self.lines:
            step(2)
            role = ROLES.get(line["role"], "")
            line.title = " – ".join(filter(None, [line["full_name"], role]))
            if not line.is_wrong:
                self._decide(line)
            if line.is_wrong:
                line.outcome = Outcome.WRONG

    def _decide(self, line):
        if line["to_on"] and line["to_on"] <= line["from_on"]:
            line.wrong("to_on", _("The last day lies before the first day."))
        committee = self._committee(line)
        if line.is_wrong:
            return
        standing = self._standing(line, committee)
        if standing is None:
            self._give(line, committee)
        elif (earlier := self.seen.setdefault(standing.pk, line)) is not line:
            line.wrong("full_name", _("The row repeats %(row)s. Delete one of them.")
                       % {"row": earlier.row_name})  # fmt: skip
        else:
            self._compare(line, standing)

    def _committee(self, line):
        found = [one for one in self.committees if self._is_meant(one, line)]
        if len(found) == 1:
            if not permissions.administers_committee(self.by, found[0]):
                line.wrong("committee", _("This committee is of a province you do not administer. "
                                          "Delete the row."))  # fmt: skip
            return found[0]
        line.wrong(
            "committee",
            _("Several committees are called so on that day. Write the key of the one you mean.")
            if found
            else _("There is no such committee on that day. Check name, key and day; a new one "
                   "stands on the sheet “%(sheet)s”.")
            % {"sheet": COMMITTEES.title},
        )  # fmt: skip
        return None

    def _is_meant(self, committee, line):
        if line["committee_key"]:
            return committee.pk == line["committee_key"]
        day = line["from_on"]
        stands = committee.established_on <= day and (
            committee.ended_on is None or committee.ended_on > day
        )
        return stands and words(committee.name) == words(line["committee"])

    def _standing(self, line, committee):
        seats = CommitteeMember.objects.filter(committee=committee, from_on=line["from_on"])
        if line["person_key"]:
            seats = seats.filter(person=line["person_key"])
        found = [one for one in seats.select_related("person", "committee")
                 if words(one.person.full_name) == words(line["full_name"])]  # fmt: skip
        return found[0] if len(found) == 1 else None

    def _give(self, line, committee):
        post = self._post(line)
        if line.is_wrong:
            return
        made = take(
            line,
            "role",
            lambda: actions.seat(
                committee,
                by=self.by,
                post=post,
                role=line["role"],
                from_on=line["from_on"],
                to_on=line["to_on"] or None,
                decision=line["decision"],
            ),
        )
        if made:
            self.seen[made.pk] = line
            line.outcome = Outcome.NEW

    def _post(self, line):
        """The post held on the first day, in the unit and with the title of the row."""
        missing = [name for name in ("unit", "title", "decision") if not line[name]]
        for name in missing:
            line.wrong(name, _("A new seat needs its decision and the post it is taken by. Fill in "
                               "the cell."))  # fmt: skip
        if missing:
            return None
        try:
            place = self.places.find(line["unit"], line["from_on"])
        except Unclear as unclear:
            line.wrong("unit", unclear)
            return None
        posts = Post.objects.on(line["from_on"]).filter(unit=place.unit_id)
        if line["person_key"]:
            posts = posts.filter(person=line["person_key"])
        asked = (words(line["full_name"]), words(line["title"]))
        found = [post for post in posts.select_related("person")
                 if (words(post.person.full_name), words(post.title)) == asked]  # fmt: skip
        if len(found) == 1:
            return found[0]
        line.wrong(
            "full_name",
            _("Several people of this name hold this post. Write the key of the one you mean.")
            if found
            else _("Nobody of this name holds this post in %(unit)s on %(day)s. Check name, post "
                   "and day, or add the person first.")
            % {"unit": place, "day": vn_date(line["from_on"])},
        )  # fmt: skip
        return None

    def _compare(self, line, seat):
        line.outcome = Outcome.UNCHANGED
        for name in ("role", "decision"):
            if getattr(seat, name) != line[name]:
                was = getattr(seat, name)
                line.wrong(
                    name,
                    _("This seat was given with “%(was)s”, which is not rewritten. Write that, or "
                      "end the seat and give a new one in another row.")
                    % {"was": ROLES.get(was, was) or "–"},
                )  # fmt: skip
        to_be, is_so = line["to_on"] or None, seat.to_on
        if to_be == is_so or line.is_wrong:
            return
        if to_be is None:
            line.wrong("to_on", _("This seat ended on %(day)s. Write that day, or give a new seat.")
                       % {"day": vn_date(is_so)})  # fmt: skip
            return
        if not line["end_decision"]:
            line.wrong("end_decision", _("Write the decision by which it ends."))
            return
        line.outcome = Outcome.CHANGED
        line.remark("to_on", vn_date(is_so), vn_date(to_be))
        take(
            line,
            "to_on",
            lambda: actions.end_seat(seat, by=self.by, day=to_be, decision=line["end_decision"]),
        )
