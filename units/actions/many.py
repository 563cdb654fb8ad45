"""The acts of the forms for thousands of rows at once: one INSERT a table, an entry for each.

Callers have asked the rules for every row and hold the tree (see units/workbooks).
"""

from django.db import transaction

from reform_portal.common import audit
from units.models import Person, Post, Unit, UnitVersion

from .people import terms_of
from .tree import changes_between, facts_of

BATCH = 1000


@transaction.atomic
def open_units(drafts, *, by):
    """New units from drafts [(version, version above or None)], those above before those below."""
    bodies = Unit.objects.bulk_create(
        [Unit(opened_on=draft.valid_from) for draft, _above in drafts], batch_size=BATCH
    )
    for body, (draft, above) in zip(bodies, drafts, strict=True):
        draft.unit = body
        draft.parent_id = above and above.unit_id
        draft.stand_below(above)
    _save_versions([draft for draft, _above in drafts])
    audit.record_each(
        "unit.open", [(draft, "", facts_of(draft)) for draft, _above in drafts], by=by
    )


@transaction.atomic
def revise_units(pairs, *, by):
    """New versions [(last, following)] of units that stay where they are."""
    for last, following in pairs:
        last.valid_to = following.valid_from
        for name in ("path", "province_id", "district_id", "latitude", "longitude"):
            setattr(following, name, getattr(last, name))
    UnitVersion.objects.bulk_update([last for last, _new in pairs], ["valid_to"], batch_size=BATCH)
    _save_versions([following for _last, following in pairs])
    entries = []
    for last, following in pairs:
        changes = changes_between(last, following)
        entries.append((following, "", {"valid_from": str(following.valid_from), **changes}))
    audit.record_each("unit.revise", entries, by=by)


@transaction.atomic
def add_people(people, *, by):
    """New people, without posts and accounts."""
    for person in people:
        person.search_key = person.folded_search_text()
    Person.objects.bulk_create(people, batch_size=BATCH)
    audit.record_each("person.add", [(person, "", {}) for person in people], by=by)


@transaction.atomic
def give_posts(posts, *, by):
    """Posts of people who are saved; the entry stands with the person, as of a single post."""
    for post in posts:
        post.person = post.person  # takes the key it has got meanwhile
    Post.objects.bulk_create(posts, batch_size=BATCH)
    entries = [(post.person, post.decision, terms_of(post)) for post in posts]
    audit.record_each("person.appoint", entries, by=by)


def _save_versions(versions):
    for version in versions:
        version.search_key = version.folded_search_text()
    UnitVersion.objects.bulk_create(versions, batch_size=BATCH)
