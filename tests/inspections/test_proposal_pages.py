"""The pages of a proposed schedule: the question, how far it is, the preview, what is accepted."""

from datetime import date

import pytest
from django.urls import reverse

from inspections.models import DelegationMember, Inspection, Proposal
from inspections.proposals import queue
from tests import factories
from tests.factories.units import NUMBERS
from units.models import Post


@pytest.fixture
def plan(world, bell):
    made = factories.plan(world, units=[world.commune, world.second_commune])
    factories.delegation(world, made)
    return made


@pytest.fixture
def bare_plan(plan, world):
    """The plan before any delegation was formed; head and member sat in one of another plan."""
    plan.delegations.all().delete()
    factories.delegation(world, factories.plan(world, number=next(NUMBERS) + 200))
    return plan


def address(plan):
    return reverse("inspections:proposal_create", args=[plan.pk])


def filled(plan, **changes):
    given = {
        "first": "18/06/2024",
        "last": "31/12/2024",
        "a_half": "1",
        "teams": [team.pk for team in plan.delegations.all()],
        "team_size": "0",
        "new_teams": "0",
        "travel": "1",
        "load": "1",
        "month": "3",
        "spread": "1",
    }
    for item in plan.plan_units.all():
        given[f"unit-{item.pk}-chosen"] = "on"
    return given | changes


def expert(world, name="Nguyễn Thị Hoa", role=DelegationMember.Role.MEMBER, code="A2"):
    """Somebody of the Department of Justice who sat in a delegation of last year."""
    human = factories.person(name, world.justice)
    before = factories.delegation(
        world, factories.plan(world, number=next(NUMBERS) + 200), members=[]
    )
    if role == DelegationMember.Role.HEAD:
        before.members.all().delete()
    factories.member(before, human, role).areas.add(factories.area(code))
    return human


def new_ones(**people):
    """Fields that ask for a new delegation: new_ones(head=…, member=…)."""
    given = {"new_teams": "1", "new_size": "3", "formed_on": "17/06/2024"}
    for role, human in people.items():
        given |= {f"person-{human.pk}-chosen": "on", f"person-{human.pk}-role": role}
        given[f"person-{human.pk}-areas"] = ["A2"]
    return given


def proposed(plan, client, **changes):
    """The page of a proposal that a worker has made."""
    answer = client.post(address(plan), filled(plan, **changes))
    queue.make(Proposal.objects.get().pk)
    return answer.headers["Location"]


def test_the_form_offers_days_for_which_the_notice_can_be_out(plan, browse):
    page = browse("planner").get(address(plan)).content.decode()

    assert 'value="31/12/2024"' in page
    assert "UBND xã Thanh Lòa" in page


def test_from_the_question_to_the_inspections(plan, browse):
    planner = browse("planner")
    preview = proposed(plan, planner)
    page = planner.get(preview).content.decode()
    assert page.count('name="lines"') == 2

    answer = planner.post(f"{preview}accept/", {"lines": ["0", "1"]}, follow=True)

    assert Inspection.objects.filter(plan=plan).count() == 2
    page = answer.content.decode()
    assert "Đã xếp lịch 2 cuộc kiểm tra." in page
    assert page.count('name="lines"') == 0


def test_a_part_may_be_accepted(plan, browse):
    planner = browse("planner")
    preview = proposed(plan, planner)

    planner.post(f"{preview}accept/", {"lines": ["1"]})

    assert Inspection.objects.filter(plan=plan).count() == 1
    assert planner.get(preview).content.decode().count('name="lines"') == 1


@pytest.mark.parametrize("ticked", [{}, {"lines": ["7"]}, {"lines": ["x"]}])
def test_nothing_is_scheduled_from_nothing(plan, browse, ticked):
    planner = browse("planner")
    preview = proposed(plan, planner)

    answer = planner.post(f"{preview}accept/", ticked, follow=True)

    assert "Đánh dấu ít nhất một dòng" in answer.content.decode()
    assert not Inspection.objects.filter(plan=plan).exists()


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"first": "18/06/2025"}, "nằm ngoài năm 2024"),
        ({"first": "18/06/2024", "last": "17/06/2024"}, "trước ngày bắt đầu"),
        ({"last": "hôm nào"}, "17/06/2024"),
        ({"team_size": "21"}, "20"),
    ],
)
def test_bad_input_is_told_at_the_field_and_nothing_is_lost(plan, browse, changes, sentence):
    answer = browse("planner").post(address(plan), filled(plan, **changes))

    assert answer.status_code == 422
    assert sentence in answer.content.decode()
    assert not Proposal.objects.exists()


def test_a_fixed_day_lies_in_the_year_of_the_plan(plan, browse):
    item = plan.plan_units.first()

    answer = browse("planner").post(
        address(plan), filled(plan, **{f"unit-{item.pk}-day": "05/01/2025"})
    )

    assert (answer.status_code, "05/01/2025" in answer.content.decode()) == (422, True)


def test_without_a_unit_there_is_nothing_to_propose(plan, browse):
    nobody = {name: value for name, value in filled(plan).items() if "unit-" not in name}

    answer = browse("planner").post(address(plan), nobody)

    assert (answer.status_code, "Chưa chọn đơn vị nào" in answer.content.decode()) == (422, True)


def test_what_cannot_be_is_said_on_the_page(plan, browse):
    planner = browse("planner")
    first = plan.plan_units.order_by("pk").first()
    planner.post(address(plan), filled(plan, **{f"unit-{first.pk}-day": "22/06/2024"}))
    queue.make(Proposal.objects.get().pk)

    page = planner.get(Proposal.objects.get().get_absolute_url()).content.decode()

    assert "UBND xã Thanh Lòa" in page
    assert "22/06/2024" in page


def test_while_it_is_made_the_page_says_how_far_it_is(plan, browse):
    planner = browse("planner")
    preview = planner.post(address(plan), filled(plan)).headers["Location"]

    assert "data-poll" in planner.get(preview).content.decode()
    assert "<progress" in planner.get(f"{preview}progress/").content.decode()


def test_another_officer_does_not_see_it(plan, browse, world):
    preview = proposed(plan, browse("planner"))

    assert browse("chair").get(preview).status_code == 404


@pytest.mark.parametrize(("page", "budget"), [("question", 12), ("preview", 10)])
def test_pages_ask_little_of_the_database(
    plan, world, browse, page, budget, django_assert_max_num_queries
):
    planner = browse("planner")
    for number in range(12):
        version = factories.unit(f"Số {number}", "xã", "commune", parent=world.district)
        plan.plan_units.create(unit=version.unit, unit_version=version)
        expert(world, f"Chuyên viên {number}")
        factories.delegation(world, plan, head=world.member, members=[])
    people = {"head": world.head, "member": world.member, "secretary": expert(world)}
    preview = page == "preview"
    url = proposed(plan, planner, **new_ones(**people)) if preview else address(plan)
    planner.get(url)

    with django_assert_max_num_queries(budget):
        planner.get(url)


def test_a_plan_without_delegations_is_scheduled_with_new_ones(bare_plan, world, browse):
    plan = bare_plan
    planner = browse("planner")
    people = {"head": world.head, "secretary": expert(world), "member": world.member}
    preview = proposed(plan, planner, **new_ones(**people))
    page = planner.get(preview).content.decode()
    assert "Đoàn kiểm tra số 1" in page
    assert "Phù hợp làm Thư ký" in page
    assert page.count('name="lines"') == page.count('name="seats"') == 2

    everything = {"formed": ["0"], "seats": ["0", "1"], "lines": ["0", "1"]}
    page = planner.post(f"{preview}accept/", everything, follow=True).content.decode()

    team = plan.delegations.get()
    assert (team.head.person, team.members.count()) == (world.head, 3)
    assert team.inspections.count() == 2
    assert "Đã thành lập 1 đoàn kiểm tra." in page
    assert "không còn mục nào để nhận" in page
    assert "<button" not in page.split("<main")[1].split("</main")[0]


def test_an_auditor_reads_a_proposal_and_takes_nothing_of_it(plan, world, browse):
    preview = proposed(plan, browse("planner"))

    page = browse("auditor").get(preview).content.decode()

    assert "UBND xã Thanh Lòa" in page
    assert "<button" not in page.split("<main")[1].split("</main")[0]
    assert "?like=" not in page
    assert browse("chair").get(preview).status_code == 404


def test_an_auditor_of_an_unannounced_unit_reads_no_proposal_about_it(plan, world, browse):
    preview = proposed(plan, browse("planner"))
    plan.plan_units.filter(unit=world.commune.unit).update(form="unannounced")
    unit, since = world.commune.unit, date(2024, 1, 1)
    Post.objects.create(person=world.auditor, unit=unit, title="Chuyên viên", held_from=since)

    assert browse("auditor").get(preview).status_code == 404


def test_what_new_delegations_lack_counts_among_the_wishes_not_met(bare_plan, world, browse):
    planner = browse("planner")
    preview = proposed(bare_plan, planner, **new_ones(head=world.head, member=world.member))

    page = planner.get(preview).content.decode()

    assert '<a href="#unmet">' in page
    assert "Mọi mong muốn đều được đáp ứng" not in page
    told = page.split('id="unmet"')[1].split('id="loads"')[0]
    (formed,) = Proposal.objects.get().answer["formed"]
    assert f"{formed['name']}: Chưa có Thư ký" in told


def test_rows_without_their_delegation_are_left(bare_plan, world, browse):
    plan = bare_plan
    planner = browse("planner")
    preview = proposed(plan, planner, **new_ones(head=world.head, member=world.member))

    answer = planner.post(f"{preview}accept/", {"lines": ["0"], "seats": ["0"]}, follow=True)

    page = answer.content.decode()
    (formed,) = Proposal.objects.get().answer["formed"]
    assert f"“{formed['name']}” chưa được thành lập nên 2 dòng của đoàn chưa được nhận." in page
    assert page.count('name="lines"') == 2
    assert not plan.delegations.exists()
    assert not plan.inspections.exists()


def test_a_unit_scheduled_meanwhile_is_refused_and_the_rest_taken(plan, world, browse):
    planner = browse("planner")
    preview = proposed(plan, planner)
    first = Proposal.objects.get().answer["lines"][0]["stop"]
    version = plan.plan_units.get(pk=first).unit_version
    factories.inspection(world, version=version, team=plan.delegations.get())

    answer = planner.post(f"{preview}accept/", {"lines": ["0", "1"]})

    assert answer.status_code == 422
    assert "đã có cuộc kiểm tra" in answer.content.decode()
    assert Inspection.objects.filter(plan=plan).count() == 2


def test_nothing_is_offered_once_the_plan_is_no_longer_approved(plan, browse):
    planner = browse("planner")
    preview = proposed(plan, planner)
    plan.status = plan.Status.CANCELLED
    plan.save()

    page = planner.get(preview).content.decode()

    assert "không thể nhận phương án này" in page
    assert 'name="lines"' not in page


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"new_teams": "1"}, "cần một người có thể làm Trưởng đoàn"),
        ({"new_teams": "1", "formed_on": ""}, "Cần nhập mục này"),
        ({"new_teams": "1", "new_size": "1"}, "2"),
        ({"new_teams": "1", "formed_on": "01/01/2025"}, "sau ngày cuối"),
        ({"new_teams": "0", "teams": []}, "Chưa có đoàn nào"),
        ({"new_teams": "x"}, "số"),
    ],
)
def test_new_delegations_are_asked_for_in_full(plan, browse, changes, sentence):
    nobody = {"new_size": "3", "formed_on": "17/06/2024"}

    answer = browse("planner").post(address(plan), filled(plan, **nobody | changes))

    assert (answer.status_code, sentence in answer.content.decode()) == (422, True)
    assert not Proposal.objects.exists()


def test_only_people_of_the_list_are_asked(plan, world, browse):
    stranger = factories.person("Lạ Mặt", world.commune)

    browse("planner").post(
        address(plan), filled(plan, **new_ones(head=world.head, member=stranger))
    )

    assert not Proposal.objects.exists()


def test_a_question_is_asked_again_with_changes(plan, world, browse):
    planner = browse("planner")
    left_out = plan.plan_units.order_by("pk").first()
    given = filled(plan, first="24/06/2024", **new_ones(head=world.head, member=world.member))
    del given[f"unit-{left_out.pk}-chosen"]
    planner.post(address(plan), given)
    before = Proposal.objects.get()

    page = planner.get(f"{address(plan)}?like={before.pk}").content.decode()

    assert 'value="24/06/2024"' in page
    assert not_ticked(page, left_out)


def not_ticked(page, item):
    (box,) = (part for part in page.split("<input") if f'name="unit-{item.pk}-chosen"' in part)
    return "checked" not in box.split(">")[0]


@pytest.mark.parametrize("like", ["x", "9" * 30, "999999"])
def test_a_question_that_is_not_there_leaves_the_form_as_it_is(plan, browse, like):
    assert browse("planner").get(f"{address(plan)}?like={like}").status_code == 200


def test_a_question_about_many_units_and_people_fits_into_one_request(plan, browse):
    many = {f"unit-{number}-day": "" for number in range(3500)}

    assert browse("planner").post(address(plan), filled(plan) | many).status_code == 302


def test_what_does_not_fit_on_the_page_is_said(plan, browse, monkeypatch):
    monkeypatch.setattr("inspections.forms.question.MOST_UNITS", 1)
    monkeypatch.setattr("inspections.forms.question.MOST_PEOPLE", 1)

    page = browse("planner").get(address(plan)).content.decode()

    # a unit and a person, each with name, key and label
    assert page.count('-chosen"') == 2 * 3
    assert "Còn đơn vị khác chưa hiển thị" in page
    assert "Còn người khác chưa hiển thị" in page
