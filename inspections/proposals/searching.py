"""The search itself: a model of yes-or-no choices, solved the same way every time (OR-Tools)."""

SEED = 20240617
# A price so near to the lowest possible one is not searched further.
GOOD_ENOUGH = 0.005


class Choices:
    """Yes-or-no choices with a price each, and rules about them."""

    def __init__(self):
        from ortools.sat.python import cp_model  # half a second and 100 MB: only where asked

        self.cp = cp_model
        self.model = cp_model.CpModel()
        self.price = []

    def choice(self, price=0):
        made = self.model.new_bool_var("")
        self.price.append(price * made)
        return made

    def amount(self, most, price=0):
        """A number from 0 to `most`, at a price each."""
        made = self.model.new_int_var(0, most, "")
        self.price.append(price * made)
        return made

    def exactly_one(self, choices):
        self.model.add_exactly_one(choices)

    def at_most_one(self, choices):
        self.model.add_at_most_one(choices)

    def rule(self, comparison):
        self.model.add(comparison)

    def hint(self, choice, value):
        self.model.add_hint(choice, value)

    def solve(self, effort):
        """A question `chosen(choice)`, or None. `effort` is counted in work, not in seconds:

        the same model gives the same answer on a slow and on a busy machine.
        """
        self.model.minimize(sum(self.price))
        solver = self.cp.CpSolver()
        solver.parameters.num_workers = 1
        solver.parameters.random_seed = SEED
        solver.parameters.max_deterministic_time = effort
        solver.parameters.relative_gap_limit = GOOD_ENOUGH
        found = solver.solve(self.model)
        if found not in (self.cp.OPTIMAL, self.cp.FEASIBLE):
            return None
        return solver.boolean_value
