"""What both people see when one saved first: the two texts, field by field."""

from datetime import date

from django import forms

from .dates import vn_date
from .models import AuditEntry

CONFLICT = 409


def both_texts(form, current):
    """The context of components/stale.html for a bound form and the row as it now stands.

    Side effect: the form takes over the new version number, so that saving again is a choice
    made with both texts in sight. Only fields that differ are listed.
    """
    form.data = form.data.copy()
    form.data[form.add_prefix("version")] = str(current.version)
    last = AuditEntry.objects.about(current).first()
    return {
        "saved_by": last.actor_name if last else "",
        "saved_at": last.at if last else None,
        "rows": list(_differences(form, current)),
    }


def _differences(form, current):
    for name, field in form.fields.items():
        if field.widget.is_hidden or not hasattr(current, name):
            continue
        yours, saved = form.cleaned_data.get(name), getattr(current, name)
        if hasattr(saved, "all"):
            yours, saved = list(yours or []), list(saved.all())
        if yours != saved:
            words = [_words(value, field) for value in (yours, saved)]
            yield {"label": field.label, "yours": words[0], "saved": words[1]}


def _words(value, field):
    """How a reader sees a value; a field whose records do not name themselves says `words_for`."""
    if value is not None and hasattr(field, "words_for"):
        return field.words_for(value)
    if isinstance(value, date):
        return vn_date(value)
    if isinstance(value, list):
        return ", ".join(map(str, value))
    if isinstance(field, forms.TypedChoiceField):
        value = dict(field.choices).get(value, value)
    return "" if value is None else str(value)
