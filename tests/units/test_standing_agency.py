"""The standing agency of a committee changes by a decision; every day keeps its own."""

import io
from datetime import date, timedelta

import pytest
from django.urls import reverse

from findings import wording
from reform_portal.common.models import AuditEntry
from reform_portal.common.workflow import Refused
from reports.datasets import bodies
from tests import factories
from tests.factories import BEGIN, DAY
from tests.units import workbooks as wb
from units.actions import committees as actions
from units.models import SteeringCommittee

pytestmark = pytest.mark.django_db
A_DAY = timedelta(days=1)
SINCE = date(2023, 5, 1)
DECISION = "77/QĐ-UBND"


@pytest.fixture
def change(world, administrator):
    """The department of justice becomes the standing agency, instead of that of home affairs."""

    def to(version=None, *, committee=None, from_on=SINCE, decision=DECISION):
        unit = (version or world.justice).unit
        committee = SteeringCommittee.objects.get(pk=(committee or world.committee).pk)
        terms = {"unit": unit, "from_on": from_on, "decision": decision}
        return actions.change_standing_agency(
            committee, by=administrator, seen_version=committee.version, **terms
        )

    return to


def on(world, day):
    return world.committee.standing_agency_on(day)


@pytest.mark.embedded
def test_every_day_keeps_its_agency(world, change, administrator):
    change()
    before, since = world.home_affairs.unit_id, world.justice.unit_id
    titles = {
        day: SteeringCommittee.objects.with_titles(day).get().agency_title
        for day in (SINCE - A_DAY, SINCE)
    }

    assert [on(world, day) for day in (BEGIN, SINCE - A_DAY, SINCE, DAY)] == [
        before, before, since, since
    ]  # fmt: skip
    assert list(titles.values()) == ["Sở Nội vụ", "Sở Tư pháp"]
    entry = AuditEntry.objects.about(world.committee).first()
    assert (entry.verb, entry.note) == ("committee.change_agency", DECISION)
    assert entry.change["standing_agency"] == [before, since]


def test_papers_name_the_agency_of_their_day(world, change):
    plan = factories.plan(world)
    inspection = factories.inspection(world, plan=plan)
    change()
    told = [wording._carrying_out(inspection, day, None) for day in (SINCE - A_DAY, SINCE)]

    assert ["Sở Tư pháp" in words for words in told] == [False, True]
    assert [bodies.follows_up(plan, day).name for day in (SINCE - A_DAY, SINCE)] == [
        "Sở Nội vụ", "Sở Tư pháp"
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("asked", "why"),
    [
        ({"from_on": BEGIN}, "01/01/2020"),
        ({"version": "home_affairs"}, "đã là cơ quan thường trực"),
        ({"version": "district"}, "không tồn tại"),
    ],
)
def test_what_cannot_be_is_refused_with_a_sentence(asked, why, world, change):
    version = asked.pop("version", None)
    with pytest.raises(Refused, match=why):
        change(version and getattr(world, version), **asked)

    assert not world.committee.agency_changes.exists()


def test_changes_follow_each_other_and_the_last_can_be_corrected(world, change):
    change()
    third = factories.unit("Tài chính", "Sở", "agency", parent=world.province)
    with pytest.raises(Refused, match="01/05/2023"):
        change(third, from_on=SINCE - A_DAY)
    change(third)
    assert (on(world, SINCE), world.committee.agency_changes.count()) == (third.unit_id, 1)

    change(world.home_affairs)
    assert not world.committee.agency_changes.exists()


def test_a_committee_neither_ends_before_its_change_nor_begins_after(world, change, administrator):
    change()
    with pytest.raises(Refused, match="01/05/2023"):
        actions.end_committee(world.committee, by=administrator, day=SINCE, decision="1/QĐ")
    with pytest.raises(Refused, match="01/05/2023"):
        actions.edit_committee(
            world.committee, by=administrator, seen_version=2, established_on=SINCE
        )


def test_after_the_end_nothing_changes(world, change, administrator):
    actions.end_committee(world.committee, by=administrator, day=SINCE, decision="1/QĐ")

    with pytest.raises(Refused, match="không hoạt động"):
        change()


def test_the_page_changes_it_and_tells_its_history(world, browse):
    desk = browse("administrator")
    url = reverse("units:committee_agency", args=[world.committee.pk])
    wrong = {"unit": world.home_affairs.unit_id, "from_on": "2023-05-01", "decision": DECISION}
    wrong["version"] = desk.get(url).context["form"].initial["version"]
    assert desk.post(url, wrong).status_code == 422
    answer = desk.post(url, wrong | {"unit": world.justice.unit_id}, follow=True)

    [first, second] = answer.context["agencies"]
    assert (first.title, first.from_on, first.to_on, first.decision) == (
        "Sở Nội vụ", BEGIN, SINCE, "12/QĐ-UBND"
    )  # fmt: skip
    assert (second.title, second.from_on, second.to_on) == ("Sở Tư pháp", SINCE, None)
    assert DECISION in answer.text
    before = desk.get(world.committee.get_absolute_url(), {"on": "2023-04-30"})
    assert before.context["item"].agency_title == "Sở Nội vụ"


def test_who_saves_second_overwrites_nothing_unseen(world, browse):
    desk, other = browse("administrator"), browse("administrator")
    url = reverse("units:committee_agency", args=[world.committee.pk])
    third = factories.unit("Tài chính", "Sở", "agency", parent=world.province)
    seen = desk.get(url).context["form"].initial["version"]
    first = {"unit": world.justice.unit_id, "from_on": "2023-05-01", "decision": DECISION}
    second = first | {"unit": third.unit_id, "decision": "78/QĐ-UBND", "version": seen}
    assert desk.post(url, first | {"version": seen}).status_code == 302

    late = other.post(url, second)

    assert (late.status_code, on(world, SINCE)) == (409, world.justice.unit_id)
    [agency, decision] = late.context["stale"]["rows"]
    assert (agency["yours"], agency["saved"]) == ("Sở Tài chính", "Sở Tư pháp")
    assert (decision["yours"], decision["saved"]) == ("78/QĐ-UBND", DECISION)
    again = late.context["form"]["version"].value()
    assert other.post(url, second | {"version": again}).status_code == 302
    assert on(world, SINCE) == third.unit_id


def test_a_second_click_changes_nothing_more(world, browse):
    desk = browse("administrator")
    url = reverse("units:committee_agency", args=[world.committee.pk])
    sent = {"unit": world.justice.unit_id, "from_on": "2023-05-01", "decision": DECISION}
    sent["version"] = desk.get(url).context["form"].initial["version"]

    answers = [desk.post(url, sent).status_code for _click in range(2)]

    assert answers == [302, 302]
    assert AuditEntry.objects.filter(verb="committee.change_agency").count() == 1


def test_a_workbook_shows_it_and_does_not_rewrite_it(world, change, administrator):
    change()
    content = wb.exported()

    assert "changed" not in wb.outcomes(wb.tried(content, administrator))
    book = wb.opened(content)
    [row] = book[wb.layout.COMMITTEES.title].iter_rows(min_row=2)
    assert any(str(cell.value).startswith("Sở Tư pháp") for cell in row)


def test_a_workbook_with_another_agency_is_sent_to_the_page(world, change, administrator):
    factories.unit("Tài chính", "Sở", "agency", parent=world.province)
    change()
    book = wb.opened(wb.exported())
    for cell in next(book[wb.layout.COMMITTEES.title].iter_rows(min_row=2)):
        if str(cell.value).startswith("Sở Tư pháp"):
            cell.value, where = "Sở Tài chính", cell.coordinate
    out = io.BytesIO()
    book.save(out)
    mistakes = wb.mistakes(wb.tried(out.getvalue(), administrator))

    assert "theo quyết định" in mistakes[f"{wb.layout.COMMITTEES.title}!{where}"]
