"""The personal calendar address: its page, and the calendar that programs read under it."""

from datetime import timedelta

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from inspections import ical
from inspections.actions import feeds as actions
from inspections.models import CalendarFeed, Inspection, Visit
from reform_portal.common.access import portal_page
from units.actors import actor_for

# What a calendar program is given: the last months, and everything planned.
BACK, AHEAD = timedelta(days=120), timedelta(days=550)


@portal_page
@require_http_methods(["GET", "POST"])
def calendar_address(request):
    """What the address is for and when it was read; a click makes a new one, shown this once."""
    context = {"feed": CalendarFeed.objects.filter(account=request.user).first()}
    if request.method == "POST":
        secret = actions.make_address(by=request.actor, now=timezone.now())
        path = reverse("inspections:calendar_feed", args=[secret])
        context = {"address": request.build_absolute_uri(path)}
    return render(request, "inspections/calendar_address.html", context)


@portal_page
@require_POST
def calendar_address_revoke(request):
    """The address stops working at once."""
    actions.revoke_address(by=request.actor)
    messages.success(request, _("The calendar address no longer works."))
    return redirect("inspections:calendar_address")


@never_cache
@require_safe
def calendar_feed(request, secret):
    """The calendar of the account that made this secret; for everybody else there is no page."""
    feed = actions.feed_of(secret)
    if feed is None:
        raise Http404
    actor = actor_for(feed.account, request.day)
    first, last = request.day - BACK, request.day + AHEAD
    visits = Visit.objects.visible_to(actor).filter(day__range=(first, last))
    inspections = Inspection.objects.visible_to(actor)
    inspections = inspections.filter(starts_on__lte=last, ends_on__gte=first)
    with translation.override(feed.account.language):
        content = ical.calendar_of(
            ical.events_of(visits, inspections),
            name=_("Inspections: %(person)s") % {"person": feed.account},
            page_of=lambda record: request.build_absolute_uri(record.get_absolute_url()),
        )
    actions.note_reading(feed, timezone.now())
    answer = HttpResponse(content, content_type="text/calendar; charset=utf-8")
    answer["Content-Disposition"] = 'inline; filename="lich-kiem-tra.ics"'
    answer["X-Robots-Tag"] = "noindex"
    return answer
