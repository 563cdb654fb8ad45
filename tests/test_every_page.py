"""What every page keeps: one heading, a title, a language, labels, headers, few queries."""

import re
from html.parser import HTMLParser

import pytest
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from tests import factories
from tests.conftest import MOMENT, signed_in
from tests.matrix import PAGES, VISITOR, stage_for

pytestmark = pytest.mark.django_db

# Lists and detail pages; the lists have stricter tests of their own.
MOST_QUERIES = 10
MOST_QUERIES_OF_A_FORM = 12
# A copy asks about two plans, two days, and what followed the units; the search asks every kind
# of record it can find. Both the same for any number.
# A preview composes a whole paper twice: with the words in force and with those to come.
LARGER = {"inspections:plan_copy": 16, "search": 16, "reports:template_preview": 38}
MOST_BYTES = 40_000
POLICY = ("default-src 'none'", "frame-ancestors 'none'", "base-uri 'none'", "form-action 'self'")


class Seen(HTMLParser):
    """What a page is made of."""

    def __init__(self, html):
        super().__init__()
        self.tags, self.labelled, self.inputs, self.scripts, self.styled = [], set(), [], [], []
        self.feed(html)

    def handle_starttag(self, tag, attributes):
        given = dict(attributes)
        self.tags.append((tag, given))
        if tag == "label":
            self.labelled.add(given.get("for"))
        hidden = given.get("type") in ("hidden", "submit")
        if tag in ("input", "select", "textarea") and not hidden:
            self.inputs.append(given)
        if tag == "script" and "src" not in given:
            self.scripts.append(given)
        if tag == "style" or "style" in given or any(name.startswith("on") for name in given):
            self.styled.append((tag, given))

    def unlabelled(self):
        return [
            field
            for field in self.inputs
            if field.get("id") not in self.labelled and "aria-label" not in field
        ]


@pytest.fixture(scope="module")
def answers(django_db_setup, django_db_blocker):
    """Every page somebody of the tables gets, as that person gets it; asked for once."""
    with pytest.MonkeyPatch.context() as patches, django_db_blocker.unblock(), transaction.atomic():
        patches.setattr(timezone, "now", lambda: MOMENT)
        patches.setattr("reform_portal.common.doorbell.ring", lambda task, *args: True)
        yield _asked(factories.world())
        transaction.set_rollback(True)


def _asked(world):
    stage = stage_for(world)
    found = {}
    for name, page in PAGES.items():
        readers = [who for who, status in page["get"].items() if status == 200]
        readers = [who for who in readers if who != VISITOR] or []
        if not readers:
            continue
        client, url = signed_in(getattr(stage, readers[0])), page["url"](stage)
        with CaptureQueriesContext(connection) as queries:
            answer = client.get(url)
        if answer["Content-Type"].startswith("text/html"):
            found[name] = (answer, len(queries))
    return found


def test_every_page_is_whole(answers):
    for name, (answer, _) in answers.items():
        html = answer.text
        if "<html" not in html:  # a part of a page, fetched by a script
            continue
        seen = Seen(html)
        headings = [tag for tag, _ in seen.tags if tag == "h1"]
        assert len(headings) == 1, f"{name} has {len(headings)} headings"
        assert (seen.tags[0][0], seen.tags[0][1].get("lang")) == ("html", "vi"), name
        assert seen.unlabelled() == [], name
        assert (seen.scripts, seen.styled) == ([], []), name
        assert not re.search(r'(?:src|href)="(?:https?:)?//', html), name
        assert len(answer.content) <= MOST_BYTES, f"{name}: {len(answer.content)} bytes"


def test_every_page_has_a_title_of_its_own(answers):
    titles = [
        re.search(r"<title>(.*?)</title>", answer.text, re.S)[1].strip()
        for answer, _ in answers.values()
        if "<html" in answer.text
    ]

    assert all(not title.startswith("·") for title in titles)
    assert len(set(titles)) >= len(titles) - 6, titles


def test_every_page_keeps_the_query_budget(answers):
    over = {name: count for name, (_, count) in answers.items() if count > budget(name)}

    assert over == {}


def budget(name):
    """A page that is only read answers POST with 405."""
    if name in LARGER:
        return LARGER[name]
    only_read = set(PAGES[name]["post"].values()) <= {302, 405}
    return MOST_QUERIES if only_read else MOST_QUERIES_OF_A_FORM


def test_every_answer_carries_the_headers(answers):
    for name, (answer, _) in answers.items():
        policy = answer["Content-Security-Policy"]
        assert all(rule in policy for rule in POLICY), name
        assert "unsafe" not in policy, name
        assert answer["X-Content-Type-Options"] == "nosniff", name
        assert answer["Referrer-Policy"] == "same-origin", name
        assert "no-store" in answer.get("Cache-Control", ""), name
