"""Two people save one finding in the same moment: one is kept, the other is shown both texts.

Real threads and real transactions, through the real page. The twin takes the version condition
away and shows that this test would notice: both are told "saved" and one text is gone.
"""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from django.db import connection, connections
from django.urls import reverse

from findings.actions import findings as actions
from findings.models import Finding
from reform_portal.common.editing import save_if_unchanged
from reform_portal.common.models import AuditEntry

pytestmark = [
    pytest.mark.django_db(transaction=True),
    pytest.mark.skipif(connection.vendor != "postgresql", reason="SQLite has one writer"),
]

PAIR = ("head", "member")


@pytest.fixture
def finding(make, world):
    return make.finding(make.inspection(world, status="drafting"), text="Bản đầu")


@pytest.fixture
def pool(transactional_db):
    """Two threads, each with a connection of its own, closed when the test is over."""
    with ThreadPoolExecutor(len(PAIR)) as threads:
        yield threads
        gate = Barrier(len(PAIR))
        for _thread in PAIR:
            threads.submit(lambda: (gate.wait(timeout=20), connections.close_all()))


@pytest.fixture
def save_together(finding, make, browse, pool):
    """One pair of simultaneous saves from the same version: {persona: answer}."""
    url = reverse("findings:finding_edit", args=[finding.pk])
    browsers = {persona: browse(persona) for persona in PAIR}
    typed = {"kind": "shortcoming", "units": [finding.unit_id], "area": make.area("A2").pk}

    def save(persona, text, version, gate):
        gate.wait(timeout=20)
        return browsers[persona].post(url, typed | {"text": text, "version": version})

    def together(number):
        version, gate = Finding.objects.get(pk=finding.pk).version, Barrier(len(PAIR))
        sent = {
            persona: pool.submit(save, persona, f"{persona} lần {number}.", version, gate)
            for persona in PAIR
        }
        return {persona: answer.result() for persona, answer in sent.items()}

    return together


def check_pair(number, answers, finding):
    """Exactly one saved; the other sees both texts, its own still in the form."""
    statuses = {persona: answer.status_code for persona, answer in answers.items()}
    assert sorted(statuses.values()) == [302, 409]
    winner, loser = sorted(PAIR, key=statuses.get)
    page = answers[loser].content.decode()
    finding.refresh_from_db()
    assert finding.text == f"{winner} lần {number}."
    assert finding.text in page
    assert page.count(f"{loser} lần {number}.") == 2


@pytest.mark.parametrize(
    "pairs", [20, pytest.param(100, marks=pytest.mark.soak)], ids=["20 pairs", "100 pairs"]
)
def test_of_two_simultaneous_saves_exactly_one_is_kept(pairs, finding, save_together):
    for number in range(pairs):
        check_pair(number, save_together(number), finding)

    assert finding.version == 1 + pairs
    assert AuditEntry.objects.about(finding).count() == pairs


def test_without_the_version_condition_updates_are_lost(finding, save_together, monkeypatch):
    def careless(row, seen_version, **changes):
        return save_if_unchanged(row, Finding.objects.get(pk=row.pk).version, **changes)

    monkeypatch.setattr(actions, "save_if_unchanged", careless)

    answers = [save_together(number) for number in range(5)]

    statuses = [sorted(answer.status_code for answer in pair.values()) for pair in answers]
    assert [302, 302] in statuses
    finding.refresh_from_db()
    assert finding.version > 1 + len(answers)
