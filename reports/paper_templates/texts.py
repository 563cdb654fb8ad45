"""What is wrong with the words somebody typed for a slot, as one sentence, or None."""

import re

from django.utils.translation import gettext as _

from reform_portal.common.dates import vn_number
from reports.renderers.printable import UNPRINTABLE

from .catalogue import LONGEST
from .filling import FIELD, fields_in

# A tag, a comment, a declaration, a character reference: nothing a paper says.
MARKUP = re.compile(r"<\s*[A-Za-z/!?]|&#?\w+;")
SHOWN = 40


def fault(text, slot, form):
    """The first thing wrong with the text of a slot of this form, with how to mend it."""
    return _unfit(text) or _braces(text, form) or _length(text, slot)


def _unfit(text):
    if found := UNPRINTABLE.search(text):
        return _(
            "The text holds an invisible control character (U+%(code)04X). Delete the line and "
            "type it again."
        ) % {"code": ord(found[0])}
    if found := MARKUP.search(text):
        return _(
            "“%(found)s” is markup, and a template is plain text. Write words only; the layout "
            "follows Decree 30/2020/NĐ-CP by itself."
        ) % {"found": text[found.start() :][:SHOWN]}
    return None


def _braces(text, form):
    for line in text.splitlines():
        if "{" in (rest := FIELD.sub("", line)) or "}" in rest:
            return _(
                "A brace is opened and not closed, or closed and not opened, in “%(line)s”. A "
                "field is a name between two braces: %(example)s."
            ) % {"line": line[:SHOWN], "example": f"{{{form.fields[0]}}}"}
    for name in fields_in(text):
        if name not in form.fields:
            return _(
                "There is no field “%(name)s” on this paper. Choose one of the list on this page, "
                "and write it as it stands there."
            ) % {"name": f"{{{name[:SHOWN]}}}"}
    return None


def _length(text, slot):
    lines = text.splitlines()
    if len(lines) > slot.most_lines:
        return _("The text has %(lines)s lines; at most %(most)s fit here.") % {
            "lines": vn_number(len(lines)),
            "most": slot.most_lines,
        }
    longest = max((len(line) for line in lines), default=0)
    if longest > slot.longest_line or len(text) > LONGEST:
        return _(
            "The text is too long: a line has at most %(line)s characters, the whole %(most)s. "
            "Shorten it."
        ) % {"line": vn_number(slot.longest_line), "most": vn_number(LONGEST)}
    if slot.required and not text.strip():
        return _("A paper needs words here. Write them, or copy those in effect.")
    return None
