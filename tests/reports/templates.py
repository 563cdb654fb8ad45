"""The pages of a version of a paper template, and words of a plan."""

from django.urls import reverse

OWN = "{don_vi_ban_hanh} ban hành Kế hoạch này:"


def page(name, row, *more):
    return reverse(f"reports:template_{name}", args=[row.pk, *more])
