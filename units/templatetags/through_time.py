"""Links and marks of the section of units, which all stand on one day."""

from django import template
from django.urls import reverse

from units import as_on as days

register = template.Library()


@register.simple_tag(takes_context=True)
def as_on(context, to, *keys):
    """An address inside the section on the day shown: {% as_on "units:unit_detail" pk %}.

    `to` is the name of a page or an address.
    """
    url = to if to.startswith("/") else reverse(to, args=keys)
    return days.as_on(context.request).address(url)


@register.simple_tag(takes_context=True)
def day_shown(context):
    """The day shown, with `is_today`."""
    return days.as_on(context.request)


@register.inclusion_tag("components/as_on.html", takes_context=True)
def day_picker(context):
    """Which day the section shows, and the way to another."""
    request = context.request
    return {
        "shown": days.as_on(request),
        "carried": days.carried(request),
        "path": request.path,
    }


@register.filter
def named_on(post, day):
    """A post as it was called on a day, or on the nearest day it was held."""
    return post.title_on(day)


@register.filter
def held_on(post, day):
    """Whether a post is held on a day."""
    return post.is_held_on(day)
