"""The whole question for a proposal as one form: what it keeps to, whom it may ask, which units."""

from datetime import date

from django.utils.translation import gettext as _

from inspections.models import PlanUnit
from inspections.proposals.people import NO_NEW_ONES
from inspections.proposals.pool import pool_of, seats_of_practice

from .proposal_rows import PersonForm, Role, StopForm
from .proposals import ProposalForm

MOST_UNITS, MOST_PEOPLE = 300, 150
LEAST_PEOPLE = 2


class QuestionForm:
    """All together, as one form to the page; `before` is a question to begin with, or None."""

    def __init__(self, typed, plan, plan_units, *, day, initial, before=None):
        seats = seats_of_practice(plan)
        teams = {seat.pk: seat.name for seat in seats if seat.plan_id == plan.pk}
        self.has_teams = bool(teams)
        named = [("", "–"), *((str(key), name) for key, name in teams.items())]
        initial |= _asked_before(before) if before else {}
        self.main = ProposalForm(typed, plan=plan, teams=teams, initial=initial)
        pins = {pin["key"]: pin for pin in before["units"]} if before else None
        self.rows = [
            StopForm(typed, plan=plan, item=item, teams=named, before=pins)
            for item in plan_units[:MOST_UNITS]
        ]
        self.has_more_units = len(plan_units) > MOST_UNITS
        areas = [(area.code, str(area)) for area in plan.areas.order_by("code")]
        pool = (before or {}).get("new", NO_NEW_ONES)["pool"]
        asked = {one["person"]: one for one in pool}
        known = pool_of(plan, day, seats)
        self.people = [
            PersonForm(typed, item=person, areas=areas, before=asked)
            for person in known[:MOST_PEOPLE]
        ]
        self.has_more_people = len(known) > MOST_PEOPLE
        self.is_bound = typed is not None

    def is_valid(self):
        fine = all([part.is_valid() for part in (self.main, *self.rows, *self.people)])
        if fine:
            self._check_choice()
        return fine and not self.main.errors

    def _check_choice(self):
        chosen = self._chosen()
        if not chosen:
            self.main.add_error(None, _("No unit is ticked. Tick at least one."))
        teams = self.main.cleaned_data.get("teams", [])
        if any(pin["team"] not in (None, *teams) for pin in chosen):
            self.main.add_error(
                "teams", _("A unit is fixed to a delegation that is not ticked here. Tick it.")
            )
        if self.main.cleaned_data["new_teams"]:
            self._check_pool()

    def _check_pool(self):
        pool = self._pool()
        if not any(one["role"] == Role.HEAD for one in pool) or len(pool) < LEAST_PEOPLE:
            self.main.add_error(
                "new_teams",
                _(
                    "A new delegation needs somebody who may lead it and at least one more. Tick "
                    "them in the list of people below."
                ),
            )

    def _chosen(self):
        return [row.pin() for row in self.rows if row.cleaned_data["chosen"]]

    def _pool(self):
        return [row.candidate() for row in self.people if row.cleaned_data["chosen"]]

    def add_error(self, field, reasons):
        self.main.add_error(None, reasons)

    @property
    def errors(self):
        """What `form_status` asks."""
        return self.main.errors or [row.errors for row in (*self.rows, *self.people) if row.errors]

    def question(self, day):
        """Everything that was asked, as it is stored."""
        given = self.main.cleaned_data
        return {
            "day": day.isoformat(),
            "first": given["first"].isoformat(),
            "last": given["last"].isoformat(),
            "a_half": given["a_half"],
            "team_size": given.get("team_size", 0),
            "teams": given.get("teams", []),
            "new": self._new_ones(),
            "weights": {name: given[name] for name in ProposalForm.WEIGHTS},
            "units": self._chosen(),
        }

    def _new_ones(self):
        given = self.main.cleaned_data
        if not given["new_teams"]:
            return NO_NEW_ONES
        return {
            "count": given["new_teams"],
            "size": given["new_size"],
            "formed_on": given["formed_on"].isoformat(),
            "pool": self._pool(),
        }


def _asked_before(question):
    """The fields of the main form as they were sent with an earlier question."""
    new = question.get("new", NO_NEW_ONES)
    given = {name: question[name] for name in ("a_half", "team_size", "teams")}
    given |= {name: date.fromisoformat(question[name]) for name in ("first", "last")}
    given |= question["weights"] | {"new_teams": new["count"]}
    if new["count"]:
        given |= {"new_size": new["size"], "formed_on": date.fromisoformat(new["formed_on"])}
    return given


def units_to_propose(plan, actor):
    """Units of the plan that are visited and have no inspection yet, as far as the person knows."""
    left = plan.plan_units.visible_to(actor).to_schedule()
    return left.exclude(form=PlanUnit.Form.BY_REPORT).order_by("unit_version__path")
