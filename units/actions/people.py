"""People and the posts they hold. Access follows the posts, to the day."""

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from reform_portal.common import audit, editing
from reform_portal.common.models import User
from reform_portal.common.workflow import Refused
from units import rules
from units.models import Person, Post

from .tree import hold_the_tree, refuse

audit.name_verbs(
    person__add=_("Added the person"),
    person__edit=_("Changed the person's particulars"),
    person__appoint=_("Gave a post"),
    person__end_post=_("Ended a post"),
)


@transaction.atomic
def add_person(*, by, submission=None, **particulars):
    """Somebody new, without post and account. The same form sent twice makes one person."""
    person, created = editing.create_once(Person, submission, **particulars)
    if created:
        audit.record("person.add", person, by=by)
    return person


@transaction.atomic
def edit_person(person, *, by, seen_version, **particulars):
    """Name, e-mail, phone; Stale when somebody else saved first. The account takes the name."""
    fresh = editing.save_if_unchanged(
        person, seen_version, by=by, verb="person.edit", **particulars
    )
    User.objects.filter(pk=fresh.account_id).update(first_name=fresh.full_name)
    return fresh


@transaction.atomic
def appoint(person, *, by, unit, title, held_from, decision, **terms):
    """A post in a unit from a day on, by a decision. `terms`: held_to, answers_for_unit."""
    hold_the_tree()
    person = Person.objects.select_for_update().get(pk=person.pk)
    post = Post(person=person, unit=unit, title=title, held_from=held_from, **terms)
    post.decision = decision
    refuse(rules.cites_a_decision(post), rules.post_is_possible(post))
    post.save()
    audit.record("person.appoint", person, by=by, note=post.decision, **terms_of(post))
    return post


@transaction.atomic
def end_post(post, *, by, day, decision="", note=""):
    """The post ends; `day` is the first day without it. A role without any post is no role."""
    post = Post.objects.select_for_update(of=("self",)).select_related("person").get(pk=post.pk)
    if reason := rules.post_can_end(post, day):
        raise Refused(reason)
    before, post.held_to, post.end_decision = post.held_to, day, decision
    post.save(update_fields=["held_to", "end_decision"])
    audit.record(
        "person.end_post",
        post.person,
        by=by,
        note="\n".join(filter(None, [decision, note])),
        title=post.title,
        unit=post.unit_id,
        held_to=[before and str(before), str(day)],
    )
    return post


def terms_of(post):
    """What the record of acts keeps of a post."""
    return {
        "title": post.title,
        "unit": post.unit_id,
        "held_from": str(post.held_from),
        "held_to": post.held_to and str(post.held_to),
        "answers_for_unit": post.answers_for_unit,
    }
