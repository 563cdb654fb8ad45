"""An issued conclusion is read whole by the inspected unit; another unit reads its part alone."""

from datetime import date

import pytest
from django.urls import reverse

from findings.models import Reading
from findings.views import reading
from inspections import workflow
from reform_portal.common.roles import Role
from reform_portal.common.waiting import waiting_for
from tests import factories
from tests.conftest import signed_in
from tests.findings.test_nothing_leaks import WORD, addresses, leaks
from tests.reformed import commune, end
from tests.reformed import official as official_of

pytestmark = pytest.mark.django_db
MINE = "xã không niêm yết thủ tục"


def page_of(of):
    return reverse("findings:draft", args=[of.code])


def part_of(of):
    return reverse("findings:part", args=[of.code])


@pytest.fixture
def villager(world):
    """The official of a commune below the inspected district."""
    who = {"role": Role.OFFICIAL, "title": "Chủ tịch", "answers": True}
    return factories.person("Lương Văn Thức", world.commune, **who)


@pytest.fixture
def written(make, world):
    """An inspection in a state, full of canaries but for what concerns the commune."""

    def write(status):
        of = make.inspection(world, status=status)
        other = make.finding(of, text=f"{WORD} khác", cause=WORD)
        shown = make.evidence(of, on=other, by=world.member, caption=WORD)
        make.explanation(of, on=other, by=world.official, text=WORD)
        make.conclusion(of, signer=world.head, opening=WORD, assessment=WORD, bases=WORD)
        kept = make.recommendation(of, text=f"{WORD} việc của huyện")
        make.recommendation(of, text=f"{WORD} việc của xã bên", to=[world.second_commune])
        make.finding(of, text=MINE, units=[world.commune, world.second_commune])
        make.recommendation(of, text="Niêm yết lại", to=[world.commune, world.second_commune])
        return of, addresses(of, other, shown, kept)

    return write


def test_the_unit_reads_in_short_the_tasks_the_text_and_the_files(make, world, concluded, browse):
    make.finding(concluded, kind="strength", text="Trả kết quả đúng hạn.")
    make.finding(concluded)
    make.conclusion(concluded, signer=world.head, assessment="Nhìn chung tốt.")
    late = make.recommendation(concluded, due_on=concluded.starts_on.replace(day=1))
    make.recommendation(concluded).remediations.update(status="accepted")
    make.issued_paper(concluded)

    answer = browse("official").get(page_of(concluded))

    sums = answer.context["sums"]
    assert (sums.strengths, sums.shortcomings, sums.tasks, sums.open, sums.late) == (1, 1, 2, 1, 1)
    text = answer.text
    parts = ["short-title", "checklist-title", "results-title", "files-title", "readers-title"]
    places = [text.index(f'id="{name}"') for name in parts]
    assert places == sorted(places)
    assert (text.count("box-ticked"), text.count('class="box')) == (1, 2)
    assert "1" * 64 in text
    assert late.remediations.get().get_absolute_url() in text
    assert "Hoàng Văn Nam" in text[places[-1] :]


def test_a_conclusion_waits_until_it_is_read(make, world, concluded, official, browse):
    def waits():
        return [item.url for item in waiting_for(official) if item.url == page_of(concluded)]

    assert waits() == [page_of(concluded)]
    browse("official").get(page_of(concluded))
    assert waits() == []


def test_a_commune_reads_its_part_and_nothing_else(written, villager, today):
    of, urls = written("concluded")
    client = signed_in(villager)

    answer = client.get(part_of(of))

    assert MINE in answer.text
    assert "Niêm yết lại" in answer.text
    assert "Hòa Cư" not in answer.text
    assert leaks(client, [*urls, part_of(of)]) == set()
    assert client.get(page_of(of)).status_code == 404


@pytest.mark.parametrize("status", ["on_site", "drafting", "announced", "explained"])
def test_a_commune_reads_nothing_before_the_conclusion(status, written, villager, today):
    of, urls = written(status)
    client = signed_in(villager)

    assert client.get(part_of(of)).status_code == 404
    assert leaks(client, urls) == set()
    assert MINE not in client.get(reverse("start")).text


def test_a_reopened_conclusion_is_closed_to_the_commune_again(written, villager, head, today):
    of, _urls = written("concluded")
    workflow.inspection.take("reopen", of, by=head, note="Bổ sung")

    assert signed_in(villager).get(part_of(of)).status_code == 404


def test_a_finding_alone_gives_a_part_to_read(make, world, concluded, villager, today):
    make.conclusion(concluded, signer=world.head)
    make.finding(concluded, text=MINE, units=[world.commune])

    actor = factories.actor(villager)
    assert [item.url for item in waiting_for(actor)] == [part_of(concluded)]
    assert MINE in signed_in(villager).get(part_of(concluded)).text
    assert waiting_for(actor) == []


def test_who_has_no_part_is_shown_none(written, villager, browse, today):
    of, _urls = written("concluded")

    for persona in ("outsider", "stranger", "administrator", "planner", "head"):
        assert browse(persona).get(part_of(of)).status_code == 404
    of.remediations.filter(unit=villager.posts.get().unit).update(bearer=of.unit_id)
    assert "Niêm yết lại" not in signed_in(villager).get(part_of(of)).text


def test_who_of_the_commune_has_read_is_kept_once_and_shown(written, villager, browse, today):
    of, _urls = written("concluded")
    client = signed_in(villager)
    for _time in range(2):
        assert "Lương Văn Thức" in client.get(part_of(of)).text

    reading = Reading.objects.get()
    assert reading.unit_version.name == "Thanh Lòa"
    assert "Lương Văn Thức" in browse("planner").get(page_of(of)).text


def test_the_successor_reads_what_the_commune_left(written, world, later):
    of, _urls = written("concluded")
    heir = commune(world, "Cao Lộc mới")
    end(world.commune, heir)
    client = signed_in(official_of("Nông Văn Kế", heir))

    text = client.get(part_of(of)).text

    assert (MINE in text, WORD in text) == (True, False)


def test_a_part_costs_the_same_for_many(
    written, make, world, villager, today, django_assert_max_num_queries
):
    of, _urls = written("concluded")
    for _number in range(10):
        make.finding(of, text=MINE, units=[world.commune])
        make.recommendation(of, text="Niêm yết", to=[world.commune])
    client = signed_in(villager)
    client.get(part_of(of))

    with django_assert_max_num_queries(10):
        client.get(part_of(of))


def test_who_answers_for_the_inspected_unit_is_led_to_all_of_it(make, concluded, browse):
    make.recommendation(concluded)

    assert browse("official").get(part_of(concluded))["Location"] == page_of(concluded)


def test_nothing_of_an_unannounced_visit_is_read_before_arrival(make, world, villager, today):
    of = make.inspection(world, status="concluded", form="unannounced")
    make.finding(of, text=MINE, units=[world.commune])
    client = signed_in(villager)
    assert client.get(part_of(of)).status_code == 404
    assert MINE not in client.get(reverse("start")).text

    of.arrived_on = of.starts_on
    of.save()

    assert client.get(part_of(of)).status_code == 200


@pytest.mark.embedded
def test_in_short_counts_the_tasks_that_are_not_shown_too(
    make, world, concluded, browse, monkeypatch
):
    monkeypatch.setattr(reading, "SHOWN", 2)
    make.conclusion(concluded, signer=world.head)
    due = [concluded.starts_on.replace(day=1), *[date(2024, 9, day) for day in (3, 2)]]
    for day in due:
        make.recommendation(concluded, due_on=day)
    for status in ("accepted", "reported"):
        make.recommendation(concluded, due_on=due[0]).remediations.update(status=status)

    answer = browse("official").get(page_of(concluded))

    sums = answer.context["sums"]
    assert (sums.tasks, sums.open, sums.reported, sums.late) == (5, 4, 1, 2)
    assert sums.next_due == date(2024, 9, 2)
    assert len(answer.context["tasks"]) == 2
    assert "Còn 3 nhiệm vụ" in answer.text
