"""Pages of number registers: which there are, and the numbers of one with its gaps."""

from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from inspections import permissions
from inspections.models import Register
from reform_portal.common.access import portal_page, require
from reform_portal.common.paging import page_by_key


@portal_page
@require_safe
def register_list(request):
    """Every series of the province, the newest year first."""
    require(permissions.reads_registers(request.actor))
    rows = Register.objects.visible_to(request.actor).with_issuer_name(request.day).with_counts()
    context = {"page": page_by_key(rows, request.GET, order=("-year", "-id"))}
    return render(request, "inspections/register_list.html", context)


@portal_page
@require_safe
def register_detail(request, pk):
    """The numbers of one series, the last first: papers, gaps, what was given back."""
    rows = Register.objects.visible_to(request.actor)
    register = get_object_or_404(rows.with_issuer_name(request.day).with_counts(), pk=pk)
    numbers = register.numbers.with_number_below().with_twice()
    context = {
        "register": register,
        "page": page_by_key(numbers, request.GET, order=("-number", "-id"), size=50),
    }
    return render(request, "inspections/register_detail.html", context)
