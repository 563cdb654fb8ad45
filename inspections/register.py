"""The next number of a paper, taking it, giving it back: never two papers with one number.

Whoever takes a number holds the row of its register, so two people at once wait for each other;
a constraint of the database stands behind it. Locks are taken after those of the paper itself.
"""

from dataclasses import dataclass

from django.db import transaction
from django.db.models import Q
from django.utils.translation import gettext as _

from reform_portal.common.dates import vn_date
from reform_portal.common.workflow import Refused

from .models import Register, RegisterNumber
from .symbols import HIGHEST, parted


@dataclass(frozen=True)
class Paper:
    """What is numbered: whose it is, how it is called, and by what it is known ("plan-12")."""

    issuer_id: int
    province_id: int
    year: int
    symbol: str
    key: str
    subject: str

    @property
    def series(self):
        """What names its register."""
        kind, body = parted(self.symbol)
        return {"issuer_id": self.issuer_id, "year": self.year, "kind": kind, "body": body}


def next_number(paper):
    """What the register offers: one more than the last, also where that was given back."""
    return _numbers(paper).last() + 1


def taken_by_another(paper, number):
    """The sentence when this number is another paper's, for a form; None when it is free."""
    held = _numbers(paper).held().filter(number=number).select_related("register")
    other = None if held.of(paper.key).exists() else held.first()
    return other and _taken(other, other.register)


def no_number(number):
    """What to say of a slip of the finger, which would leave a gap as long as itself."""
    return _(
        "%(number)d is no number of a paper: they run from 1 to %(highest)d. Correct the number."
    ) % {"number": number, "highest": HIGHEST}


def _numbers(paper):
    series = {f"register__{name}": value for name, value in paper.series.items()}
    return RegisterNumber.objects.filter(**series)


@transaction.atomic
def take(paper, *, by, number=None, known=False):
    """Give the paper this number, or the next one: the number.

    Refused when another paper bears it; what was numbered outside the portal (`known`) is entered
    beside the other, and shown as a duplicate.
    """
    register = _locked(paper)
    number = number or register.numbers.all().last() + 1
    if number > HIGHEST:
        raise Refused(no_number(number))
    rows = list(register.numbers.filter(number=number))
    own = next((row for row in rows if row.paper == paper.key), None)
    other = next((row for row in rows if row is not own and row.given_back_on is None), None)
    if other and own is None and not known:
        raise Refused(_taken(other, register))
    free = own or next((row for row in rows if row.given_back_on), None)
    row = free or RegisterNumber(register=register, number=number, again=other is not None)
    _hold(row, paper, by, issued=known)
    return number


def _hold(row, paper, by, issued):
    if row.given_back_on and row.paper != paper.key:
        row.note = _("Given back on %(day)s by “%(paper)s”, then taken again.") % {
            "day": vn_date(row.given_back_on),
            "paper": row.subject[:250],
        }
    if row.pk is None or row.given_back_on or row.paper != paper.key:
        row.taken_on, row.taken_by = by.day, by.user
    row.paper, row.symbol, row.subject = paper.key, paper.symbol, paper.subject[:400]
    row.given_back_on = None
    row.issued = row.issued or issued
    row.save()


def _taken(row, register):
    return _(
        "The number %(reference)s is taken by “%(paper)s”. The next one of %(year)s is %(next)d."
    ) % {
        "reference": row,
        "paper": row.subject,
        "year": register.year,
        "next": register.numbers.all().last() + 1,
    }


@transaction.atomic
def give_back(key, *, by):
    """The paper is withdrawn: its number stays a gap that is shown, and is not offered again."""
    _lock_all(key)
    RegisterNumber.objects.held().of(key).update(given_back_on=by.day)


@transaction.atomic
def keep(paper, number, *, by):
    """Bring the register in step with a paper that was saved, with this number or with none.

    A number it bore before is given back if the paper was issued with it; in a draft it was only
    a wish, and is free.
    """
    _lock_all(paper.key, *([paper] if number else []))
    if number:
        take(paper, by=by, number=number)
    left = RegisterNumber.objects.held().of(paper.key)
    if number:
        kept = {f"register__{name}": value for name, value in paper.series.items()}
        left = left.exclude(number=number, **kept)
    left.filter(issued=False).delete()
    left.update(given_back_on=by.day)


def issue(key):
    """The paper is out: from now on its number is never free."""
    RegisterNumber.objects.held().of(key).update(issued=True)


def forget(paper):
    """What was known of a paper was a slip: its register knows it no more, others still do."""
    _locked(paper)
    _numbers(paper).of(paper.key).delete()


def hold(*papers):
    """Lock the registers of these papers; for who moves a number from one to another."""
    _lock_all(None, *papers)


def _lock_all(key, *papers):
    """The registers a paper has numbers in and those it is to have them in, in one order."""
    wanted = [_register(paper).pk for paper in papers]
    numbers = RegisterNumber.objects.of(key)
    rows = Register.objects.filter(Q(pk__in=numbers.values("register")) | Q(pk__in=wanted))
    list(rows.order_by("pk").select_for_update())


def _locked(paper):
    """The register of the paper, held until the end."""
    return Register.objects.select_for_update().get(pk=_register(paper).pk)


def _register(paper):
    """The register of the paper, made when it is its first."""
    made = {"province_id": paper.province_id}
    return Register.objects.get_or_create(**paper.series, defaults=made)[0]
