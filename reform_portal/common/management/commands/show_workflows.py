"""Prints docs/workflows.md from the tables of steps themselves: states, arrows, people, guards."""

import inspect

from django.core.management.base import BaseCommand
from django.utils import translation

from reform_portal.common.workflow import WORKFLOWS

HEAD = """# Workflows

Made by `make docs` from the tables of steps; do not edit. A test fails when it is stale.
A status changes in one place only, `Workflow.take`: it locks the row, checks the person, the
state, the reason and every guard, writes, and leaves an audit entry."""


class Command(BaseCommand):
    help = "Print the workflows as Mermaid state diagrams, with who may take a step and its guards."

    def handle(self, **options):
        with translation.override("en"):
            parts = [HEAD, *(section(flow) for flow in WORKFLOWS.values())]
        self.stdout.write("\n\n".join(parts))


def section(flow):
    """One workflow: its diagram and its table of steps."""
    title = flow.prefix.replace("_", " ").capitalize()
    ways = courses(flow)
    parts = [f"### {course.label}\n\n{diagram(steps_of(flow, course))}" for course in ways]
    return "\n\n".join([f"## {title}", *(parts or [diagram(flow.steps.values())]), table(flow)])


def courses(flow):
    """The different ways records of this kind go, in the order of the table; mostly none."""
    return list(dict.fromkeys(course for step in flow.steps.values() for course in step.courses))


def steps_of(flow, course):
    return [step for step in flow.steps.values() if course in (step.courses or (course,))]


def diagram(steps):
    lines = ["```mermaid", "stateDiagram-v2"]
    lines += [f"    {state.value} : {state.label}" for state in states(steps)]
    for step in steps:
        lines += [
            f"    {source.value} --> {step.target.value} : {step.label}" for source in step.sources
        ]
    return "\n".join([*lines, "```"])


def states(steps):
    """Every state a step leaves or reaches, in the order of the table."""
    named = {}
    for step in steps:
        named |= {state.value: state for state in (*step.sources, step.target)}
    return named.values()


def table(flow):
    rows = [
        "| Step | From | To | Who | Reason | Refused unless |",
        "|---|---|---|---|---|---|",
    ]
    return "\n".join(rows + [row(flow, step) for step in flow.steps.values()])


def row(flow, step):
    cells = (
        f"`{step.name}` {step.label}" + "".join(f" · *{way.label}*" for way in step.courses),
        ", ".join(str(source.label) for source in step.sources),
        step.target.label,
        meaning(step.allow),
        "required" if step.needs_note else "",
        "<br>".join(
            [f"`{guard.__name__}`: {meaning(guard)}" for guard in flow.guards[step.name]]
            + [f"*caution only* {meaning(rule)}" for rule in flow.cautions[step.name]]
        ),
    )
    return f"| {' | '.join(str(cell) for cell in cells)} |"


def meaning(function):
    """The first line of what a rule or a permission says about itself."""
    said = inspect.getdoc(function) or function.__name__.replace("_", " ")
    return said.splitlines()[0].rstrip(".")
