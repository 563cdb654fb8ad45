"""Versions of a plan and their differences in words, for a table on a page."""

from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from reform_portal.common.dates import vn_date

from .amendments import DATES
from .models import Plan, PlanDeadline, PlanUnit

NOTHING = "–"


@dataclass(frozen=True)
class Row:
    """One thing: what it is, and in words how it was and how it is; `mark` names the kind."""

    name: str
    old: str
    new: str

    @property
    def mark(self):
        if self.old == NOTHING:
            return "new"
        return "rejected" if self.new == NOTHING else "changed"

    @property
    def mark_words(self):
        words = {"new": _("Added"), "rejected": _("Taken out"), "changed": _("Changed")}
        return words[self.mark]


@dataclass(frozen=True)
class Group:
    title: str
    rows: list


def of_difference(changes):
    """The groups of a difference (inspections.amendments.difference) that hold something."""
    units = changes["units"]
    groups = [
        Group(_("Texts"), [_text(row) for row in changes["texts"]]),
        Group(_("Types"), _names(changes["types"])),
        Group(_("Reform areas"), _names(changes["areas"])),
        Group(
            _("Units to inspect"),
            [Row(row["name"], NOTHING, _unit(row)) for row in units["added"]]
            + [Row(row["name"], _unit(row), NOTHING) for row in units["removed"]]
            + [Row(row["name"], _unit(row["old"]), _unit(row["new"])) for row in units["changed"]],
        ),
        Group(
            _("Deadlines"),
            [
                Row(_step(row["code"]), _timing(row["old"]), _timing(row["new"]))
                for row in changes["deadlines"]
            ],
        ),
    ]
    return [group for group in groups if group.rows]


def of_version(said):
    """Everything a version said: groups of (what, words)."""
    texts = [(_label(name), _written(name, said[name])) for name in ("purpose", *DATES)]
    return [
        Group(_("Texts"), [(_label("title"), said["title"]), *texts]),
        Group(_("Types"), [(row["name"], "") for row in said["types"]]),
        Group(_("Reform areas"), [(row["name"], row["code"]) for row in said["areas"]]),
        Group(_("Units to inspect"), [(row["name"], _unit(row)) for row in said["units"]]),
        Group(_("Deadlines"), [(_step(row["code"]), _timing(row)) for row in said["deadlines"]]),
    ]


def _text(row):
    name = row["field"]
    return Row(_label(name), _written(name, row["old"]), _written(name, row["new"]))


def _label(name):
    label = str(Plan._meta.get_field(name).verbose_name)
    return label[:1].upper() + label[1:]


def _written(name, value):
    return (vn_date(date.fromisoformat(value)) if name in DATES else value) or NOTHING


def _names(part):
    added = [Row(name, NOTHING, name) for name in part["added"]]
    return added + [Row(name, name, NOTHING) for name in part["removed"]]


def _unit(row):
    """ "on site, 17/06/2024"."""
    form = str(PlanUnit.Form(row["form"]).label)
    if row["day"]:
        return f"{form}, {vn_date(date.fromisoformat(row['day']))}"
    if row["month"]:
        return f"{form}, {_('month %(month)s') % {'month': row['month']}}"
    return form


def _step(code):
    return str(PlanDeadline.Code(code).label)


def _timing(row):
    if row is None:
        return NOTHING
    values = {name: row[name] for name in ("days", "counted", "anchor")}
    return PlanDeadline(**values).words
