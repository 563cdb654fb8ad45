"""What every page knows: who is acting, and how he or she reads."""

from .models import User


def frame(request):
    """Context of base.html; no query."""
    return {
        "actor": getattr(request, "actor", None),
        "text_size": _text_size(request),
        "high_contrast": _high_contrast(request),
    }


def _text_size(request):
    if _signed_in(request):
        return request.user.text_size
    chosen = request.COOKIES.get("text_size")
    return chosen if chosen in User.TextSize.values else User.TextSize.NORMAL.value


def _high_contrast(request):
    if _signed_in(request):
        return request.user.high_contrast
    return request.COOKIES.get("high_contrast") == "True"


def _signed_in(request):
    return hasattr(request, "user") and request.user.is_authenticated
