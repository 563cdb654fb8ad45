"""Accounts: opened for a person, given roles, issued a password, turned off. Never deleted."""

import secrets

from django.contrib.auth.models import Group
from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from reform_portal.common import audit
from reform_portal.common.editing import Stale
from reform_portal.common.models import User
from reform_portal.common.roles import Role
from reform_portal.common.workflow import Refused
from units.models import Person

audit.name_verbs(
    account__open=gettext_lazy("Opened the account"),
    account__change=gettext_lazy("Changed the account"),
    account__issue_password=gettext_lazy("Issued a new password"),
)
PASSWORD_BYTES = 12  # 16 signs


class NameTaken(Refused):
    """Somebody else has this user name, perhaps only since a moment ago."""

    def __init__(self, name):
        super().__init__(_("The user name %(name)s is taken. Choose another.") % {"name": name})


@transaction.atomic
def open_account(person, *, by, seen_version, username, roles):
    """An account with roles. Returns it and its password, which nobody can read again."""
    person = _hold(person, seen_version)
    if person.account_id:
        raise Refused(
            _("%(person)s already has the account %(account)s.")
            % {"person": person, "account": person.account.username}
        )
    if User.objects.filter(username__iexact=username).exists():
        raise NameTaken(username)
    password = _new_password()
    account = _create(username, person.email, password)
    account.first_name, account.password_issued_at = person.full_name, timezone.now()
    account.save(update_fields=["first_name", "password_issued_at"])
    _set_roles(account, roles)
    person.account = account
    person.save(update_fields=["account", "version", "updated_at"])
    audit.record("account.open", person, by=by, username=username, roles=sorted(roles))
    return account, password


@transaction.atomic
def change_account(person, *, by, seen_version, roles, is_active):
    """Other roles, or turned off or on. Who is turned off is out with the next click."""
    person = _hold(person, seen_version)
    account = person.account
    before, after = sorted(role_names(account)), sorted(roles)
    was_active, account.is_active = account.is_active, is_active
    account.save(update_fields=["is_active"])
    _set_roles(account, roles)
    person.save(update_fields=["version", "updated_at"])
    audit.record(
        "account.change",
        person,
        by=by,
        roles=[before, after],
        is_active=[was_active, is_active],
    )
    return account


@transaction.atomic
def issue_password(person, *, by):
    """A new password in place of the old one; ends all sessions of the account.

    It opens nothing but the page where its owner chooses an own one (`OwnPasswordFirst`).
    """
    person = Person.objects.select_for_update(of=("self",)).get(pk=person.pk)
    password = _new_password()
    person.account.set_password(password)
    person.account.password_issued_at = timezone.now()
    person.account.save(update_fields=["password", "password_issued_at"])
    audit.record("account.issue_password", person, by=by)
    return password


def role_names(account):
    """The roles given to an account, whether or not a post makes them count."""
    return list(account.groups.values_list("name", flat=True)) if account else []


def role_labels(account):
    """The roles as readers know them."""
    return [Role(name).label for name in sorted(role_names(account)) if name in Role.values]


def _create(username, email, password):
    try:
        with transaction.atomic():
            return User.objects.create_user(username, email=email, password=password)
    except IntegrityError as error:  # another administrator took it since we looked
        raise NameTaken(username) from error


def _hold(person, seen_version):
    """The locked person with the version counted up; Stale when somebody else saved first."""
    row = Person.objects.select_for_update(of=("self",)).get(pk=person.pk)
    if row.version != seen_version:
        raise Stale(row)
    row.version += 1
    return row


def _set_roles(account, roles):
    account.groups.set([Group.objects.get_or_create(name=role)[0] for role in roles])


def _new_password():
    return secrets.token_urlsafe(PASSWORD_BYTES)
