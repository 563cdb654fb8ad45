"""Puts the day and the actor on every request; below this line nobody asks the clock."""

from django.utils import timezone

from .actors import actor_for


class ActorMiddleware:
    """`request.day` (local date) and `request.actor` (None for a visitor)."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        request.day = timezone.localdate()
        signed_in = request.user.is_authenticated
        request.actor = actor_for(request.user, request.day) if signed_in else None
        return self.get_response(request)
