"""A form for each row of a list, sent together; what somebody else changed is found out."""

from django import forms

from reform_portal.common.forms import PortalForm


class RowForm(PortalForm):
    """One row, `item`. The page carries along what it showed in the fields named in `SEEN`."""

    PREFIX = "row"
    SEEN = ()

    def __init__(self, *args, item, **kwargs):
        self.item = item
        given = {name: getattr(item, name) for name in self.SEEN}
        super().__init__(*args, prefix=f"{self.PREFIX}-{item.pk}", initial=given, **kwargs)
        for name in given:
            self.fields[name].show_hidden_initial = True
            chosen = isinstance(self.fields[name], forms.ChoiceField)
            self.fields[name].widget.attrs["class"] = "form-select" if chosen else "form-control"

    @property
    def name(self):
        """What the row is called."""
        return str(self.item)

    def changes(self):
        """{field: (as it was shown, as it is to be)}."""
        return {
            name: (self._shown(name), self.cleaned_data[name])
            for name in self.changed_data
            if name in self.SEEN
        }

    def _shown(self, name):
        field = self.fields[name]
        raw = self.data.get(self.add_initial_prefix(name), "")
        try:
            return field.clean(raw)
        except forms.ValidationError:
            return None


class RowForms:
    """All of them, as one form to the page."""

    def __init__(self, typed, rows):
        self.rows = rows
        self.is_bound = typed is not None
        self.refused = []

    def is_valid(self):
        return all([row.is_valid() for row in self.rows])

    def changes(self):
        """{key of the row: what changed}, for the action."""
        return {row.item.pk: changes for row in self.rows if (changes := row.changes())}

    @property
    def errors(self):
        """What `form_status` asks."""
        return self.refused or [row.errors for row in self.rows if row.errors]

    def add_error(self, _field, reasons):
        self.refused.extend(reasons)
