"""Taking an act back whole, as long as nothing was built on it."""

from django.apps import apps
from django.db import transaction
from django.db.models import ProtectedError

from reform_portal.common import audit
from reform_portal.common.workflow import Refused
from units import reorganisation_hooks as hooks
from units.actions.tree import hold_the_tree, refuse
from units.models import Post, Reorganisation, Succession, Unit, UnitVersion
from units.rules import undoing as limits


@transaction.atomic
def undo(act, *, by, note=""):
    """What the act made goes, what it changed is again as it was; the act says it was undone."""
    hold_the_tree()
    act = Reorganisation.objects.select_for_update(of=("self",)).get(pk=act.pk)
    made = list(UnitVersion.objects.filter(made_by=act))
    opened = _opened_by(act, made)
    refuse(limits.is_in_force(act))
    refuse(
        limits.nothing_later(act, made),
        limits.no_later_act(act, made),
        limits.posts_are_as_made(act),
        limits.stands_as_the_act_left_it(_changed_since(act)),
    )
    refuse(*hooks.refusals_of_undo(act))
    try:
        with transaction.atomic():
            _take_back(act, opened, by)
    except ProtectedError as error:
        raise Refused(limits.stands_in_the_way(error.protected_objects)) from error
    act.undone_on = by.day
    act.version += 1
    act.save(update_fields=["undone_on", "version", "updated_at"])
    audit.record("reorganisation.undo", act, by=by, note=note, undone_on=[None, str(by.day)])
    _tell_the_units(act, by)
    return act


def _tell_the_units(act, by):
    """Their histories say that they ended or changed; they say too that this was undone."""
    keys = {key for label, key, *_values in act.before if label == "units.unitversion"}
    standing = UnitVersion.objects.filter(pk__in=keys).order_by("pk")
    audit.record_each("unit.undo", [(one, act.decision, {}) for one in standing], by=by)


def _opened_by(act, made):
    """Keys of the units that began with the act."""
    keys = [version.unit_id for version in made]
    older = UnitVersion.objects.filter(unit__in=keys).exclude(made_by=act)
    return set(keys) - set(older.values_list("unit_id", flat=True))


def _take_back(act, opened, by):
    """First what upper apps were told, then what the act made, then what stood before."""
    own = [one for one in reversed(act.before) if _is_ours(one)]
    for one in act.before:
        if not _is_ours(one):
            _restore(*one)
    hooks.tell_of_undo(act, by)
    Post.objects.filter(made_by=act).delete()
    Succession.objects.filter(made_by=act).delete()
    UnitVersion.objects.filter(made_by=act).delete()
    for one in own:
        _restore(*one)
    Reorganisation.objects.filter(province__in=opened).exclude(undone_on=None).update(province=None)
    Unit.objects.filter(pk__in=opened).delete()


def _is_ours(one):
    return one[0].startswith(f"{Unit._meta.app_label}.")


def _changed_since(act):
    """The first record of which a column is no longer what the act made of it, or None.

    Writing the old value back would take back what somebody decided since.
    """
    became = {}
    for label, key, _was, after in act.before:
        became.setdefault((label, key), {}).update(after)
    for (label, key), after in became.items():
        row = _row(label, key)
        if row is not None and any(
            getattr(row, name) != value for name, value in _values(row, after)
        ):
            return row
    return None


def _restore(label, key, was, _became):
    row = _row(label, key)
    if row is None:  # deleted since, which is nothing to restore
        return
    for name, value in _values(row, was):
        setattr(row, name, value)
    row.save(update_fields=list(was))


def _row(label, key):
    return apps.get_model(label)._base_manager.filter(pk=key).first()


def _values(row, kept):
    """Column by column, as the model has them: JSON knows no dates."""
    fields = {field.attname: field for field in row._meta.concrete_fields}
    return [(name, fields[name].to_python(value)) for name, value in kept.items()]
