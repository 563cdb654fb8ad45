"""What templates may say: icons, states, dates and figures, and the parts that need a form."""

from datetime import timedelta
from functools import lru_cache

from bs_icon_templates.templatetags.bs_icons import bs_icon
from crispy_forms.helper import FormHelper
from crispy_forms.utils import render_crispy_form
from django import template
from django.forms.utils import flatatt
from django.forms.widgets import NumberInput, Select, TextInput
from django.template.defaultfilters import filesizeformat
from django.template.defaulttags import CsrfTokenNode
from django.template.loader_tags import BLOCK_CONTEXT_KEY
from django.urls import reverse
from django.utils.html import format_html, format_html_join, strip_tags
from django.utils.safestring import mark_safe
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from reform_portal.common import dates, fixed, frame
from reform_portal.common.life import stepper
from reform_portal.common.lines import shortened
from reform_portal.common.states import badge, state_of
from reform_portal.common.stepping import refused_note

register = template.Library()
register.filter("vn_date", dates.vn_date)
register.filter("vn_number", dates.vn_number)
register.filter(shortened)

SELECTED = mark_safe(" selected")
SIZES = ("small", "normal", "large")
TOKEN = CsrfTokenNode()  # {% csrf_token %}: one mask for all forms of a page


register.simple_tag(badge)
register.simple_tag(frame.once)
register.simple_tag(stepper)
register.tag("translate", fixed.translate)
register.tag("url", fixed.url)


@register.simple_tag(takes_context=True)
def header(context):
    """The head of this page."""
    names = ("actor", "text_size", "high_contrast")
    token = TOKEN.render(context)
    return frame.header(
        context["request"], token=token, **{name: context.get(name) for name in names}
    )


@register.simple_tag
@lru_cache(maxsize=128)
def icon(name):
    """A Bootstrap icon as inline SVG, hidden from screen readers (a word stands beside it)."""
    drawing = " ".join(bs_icon(name).split())
    return mark_safe(f'<span class="icon" aria-hidden="true">{drawing}</span>')  # noqa: S308


register.tag("icon", fixed.drawn_once(icon, register.tags["icon"]))


@register.simple_tag
def date_range(start, end):
    """From one day to another; one day once; an open end in words."""
    begin = dates.vn_date(start)
    if start == end:
        return begin
    if end:
        return f"{begin} – {dates.vn_date(end)}"
    return _("from %(day)s") % {"day": begin}


@register.simple_tag
def days_held(begin, end):
    """The same of a record that holds no longer on `end`: people read the last day it held."""
    return date_range(begin, end and end - timedelta(days=1))


@register.simple_tag
def status(obj):
    """The badge of a record with a `status`."""
    return state(obj, "status")


@register.simple_tag
def state(obj, name):
    """The badge of a record for a field with choices."""
    return state_of(type(obj)._meta.get_field(name), getattr(obj, name))


@register.simple_tag
def control(field):
    """The control of a filter, as Django draws it but without a template for each option."""
    widget = field.field.widget
    attrs = {"id": field.auto_id, **widget.attrs, **field.build_widget_attrs({}, widget)}
    if type(widget) is Select:
        choices = list(widget.choices)
        if not any(isinstance(label, list | tuple) for _key, label in choices):  # no groups
            attrs = flatatt({"name": field.html_name, **attrs})
            options = _options(tuple(map(_as_texts, choices)), str(field.value() or ""))
            return format_html("<select{}>{}</select>", attrs, options)
    if type(widget) in (TextInput, NumberInput):
        value = widget.format_value(field.value())
        named = {"type": widget.input_type, "name": field.html_name, "value": value}
        return format_html("<input{}>", flatatt(named | attrs))
    return field.as_widget()


def _as_texts(choice):
    key, label = choice
    return str(key), str(label)


@lru_cache(maxsize=256)
def _options(choices, chosen):
    """Drawn once for each list of choices: keys and labels as the reader sees them."""
    return format_html_join(
        "\n",
        '<option value="{}"{}>{}</option>',
        ((key, SELECTED if key == chosen else "", label) for key, label in choices),
    )


@register.simple_tag
def due(due_on, day):
    """A deadline in words: overdue in red, within five days in amber."""
    if due_on is None:
        return ""
    left = (due_on - day).days
    written = dates.vn_date(due_on)
    if left < 0:
        words = ngettext("%(days)s day overdue", "%(days)s days overdue", -left) % {"days": -left}
        return format_html("{} <small>({})</small>", badge("overdue", words), written)
    if left == 0:
        return format_html("{} <small>({})</small>", badge("warning", _("Due today")), written)
    if left <= 5:
        words = ngettext("%(days)s day left", "%(days)s days left", left) % {"days": left}
        return format_html("{} <small>({})</small>", badge("warning", words), written)
    return written


@register.filter
def file_size(size):
    """1,5 MB – in the words of the language that is on."""
    return filesizeformat(size)


@register.filter
def larger(size):
    """The next text size up (the last one stays)."""
    return SIZES[min(SIZES.index(size) + 1, 2)] if size in SIZES else "large"


@register.filter
def smaller(size):
    """The next text size down (the first one stays)."""
    return SIZES[max(SIZES.index(size) - 1, 0)] if size in SIZES else "small"


@register.simple_tag(takes_context=True)
def words_of(context, name):
    """The plain words of another block of this page, so that the title repeats the heading."""
    blocks = context.render_context.get(BLOCK_CONTEXT_KEY)
    block = blocks.get_block(name) if blocks else None
    return mark_safe(" ".join(strip_tags(block.render(context)).split())) if block else ""  # noqa: S308


@register.inclusion_tag("components/steps.html", takes_context=True)
def steps(context, available, url_name, ref, record=None):
    """The allowed steps as buttons: {% steps steps "inspections:plan_step" plan.pk plan %}.

    With the record, a step is refused once somebody changed what the page shows.
    """
    first = next((step for step in available if not step.needs_note), None)
    values = {"steps": available, "url_name": url_name, "ref": ref, "main": first}
    values["seen"] = getattr(record, "version", None)
    boxes = {
        reverse(url_name, args=[ref, step.name]): step for step in available if step.needs_note
    }
    refused = refused_note(context.request, boxes)
    if refused:
        values |= {"refused": boxes[refused["step"]], "note": refused["note"]}
    return values


@register.simple_tag(takes_context=True)
def form_fields(context, form):
    """The fields of a form through crispy, without form tag and token: the page has both."""
    helper = getattr(form, "helper", None) or FormHelper(form)
    helper.form_tag, helper.disable_csrf = False, True
    return render_crispy_form(form, helper, context)
