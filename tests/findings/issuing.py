"""The page that says whether a draft can be announced, or a conclusion issued."""

from django.urls import reverse


def page_of(inspection):
    return reverse("findings:issuing", args=[inspection.code])


def shown(client, inspection):
    """The form as the page shows it."""
    page = client.get(page_of(inspection))
    return {"seen": page.context["item"].version, "seen_draft": page.context["stamp"]}
