"""Letters that follow a conclusion take their number from a register and are kept as they are."""

import uuid
from datetime import UTC, date, datetime

import pytest
from django.urls import reverse
from django.utils import timezone

from findings.models import DraftLine, Remediation
from inspections.models import RegisterNumber
from reform_portal.common.roles import Role
from reform_portal.common.workflow import Refused
from reports import paper_set
from reports.issued import keeping, letters
from reports.models import Correction, IssuedPaper
from reports.registry import REPORTS
from tests import factories
from tests.conftest import signed_in
from units.models import Post

pytestmark = pytest.mark.django_db


@pytest.fixture
def later(monkeypatch):
    """Some days after the conclusion was issued."""
    moment = timezone.make_aware(datetime(2024, 7, 5, 9))
    monkeypatch.setattr(timezone, "now", lambda: moment)
    return moment


@pytest.fixture
def browse(world, later):
    """A signed-in client of somebody on that day."""
    return lambda name: signed_in(getattr(world, name))


@pytest.fixture
def concluded(concluded, later, bell):
    return concluded


def form_of(inspection, kind="urging"):
    return reverse("reports:issue_letter", args=[inspection.code, kind])


def typed(**changed):
    values = {"number": 1, "symbol": "SNV-CCHC", "issued_on": "05/07/2024"}
    return values | {"submission": uuid.uuid4()} | changed


def test_the_next_number_of_the_sender_is_offered(concluded, browse):
    browse("planner").post(form_of(concluded), typed(number=4))

    urging = browse("planner").get(form_of(concluded)).context["form"]
    report = browse("official").get(form_of(concluded, "remediation_report")).context["form"]

    assert (urging.initial["number"], urging.initial["symbol"]) == (5, "SNV-CCHC")
    assert (report.initial["number"], report.initial["symbol"]) == (1, "BC-UBND")


def test_a_letter_is_kept_with_its_number_and_both_files(concluded, browse):
    browse("planner").post(form_of(concluded), typed())

    row = IssuedPaper.objects.get()
    keeping.make(row.pk)
    row.refresh_from_db()
    assert (row.kind, row.reference, row.is_made) == ("urging", "01/SNV-CCHC", True)
    number = RegisterNumber.objects.get()
    assert (number.number, number.issued, str(number.register)) == (1, True, "SNV-… 2024")
    assert number.paper_url() == reverse("reports:issued", args=[concluded.code])
    page = browse("official").get(row.get_absolute_url()).text
    assert "01/SNV-CCHC" in page
    assert row.pdf_sha256 in page


def test_what_changes_later_does_not_reach_the_letter(concluded, browse, planner, later):
    contents = REPORTS["urging"].contents["pdf"]
    before = contents(concluded, as_of=later, reader=planner)
    browse("planner").post(form_of(concluded), typed())
    Remediation.objects.update(status="accepted")

    paper = contents(concluded, as_of=later, reader=planner)

    assert (before.number, paper.number) == (None, 1)
    assert paper.blocks == before.blocks


def test_a_second_click_issues_once(concluded, browse):
    once = typed()
    for _time in range(2):
        assert browse("planner").post(form_of(concluded), once).status_code == 302

    assert IssuedPaper.objects.count() == RegisterNumber.objects.count() == 1


def test_a_number_another_paper_bears_is_refused_and_nothing_is_kept(concluded, browse):
    browse("planner").post(form_of(concluded), typed())

    answer = browse("planner").post(form_of(concluded), typed())

    assert (answer.status_code, IssuedPaper.objects.count()) == (422, 1)
    assert "01/SNV-CCHC" in answer.text


@pytest.mark.parametrize("day", ["06/07/2024", "16/06/2024"])
def test_a_letter_is_not_dated_before_the_conclusion_or_after_today(day, concluded, browse):
    answer = browse("planner").post(form_of(concluded), typed(issued_on=day))

    assert (answer.status_code, IssuedPaper.objects.count()) == (422, 0)


def test_nothing_open_is_nothing_to_urge(concluded, planner, later):
    Remediation.objects.update(status="accepted")

    with pytest.raises(Refused):
        letters.issue(
            concluded, "urging", by=planner, number=1, symbol="SNV", issued_on=later.date()
        )


@pytest.mark.parametrize(
    ("kind", "may"), [("urging", {"planner"}), ("remediation_report", {"official"})]
)
def test_home_affairs_urges_and_the_unit_reports(kind, may, concluded, browse):
    people = ("planner", "official", "head", "chair", "auditor")
    answers = {who: browse(who).get(form_of(concluded, kind)).status_code for who in people}

    assert {who for who, status in answers.items() if status == 200} == may
    assert {status for who, status in answers.items() if who not in may} == {403}
    assert browse("outsider").get(form_of(concluded, kind)).status_code == 404
    assert browse("planner").get(form_of(concluded, "decision")).status_code == 404


def test_letters_that_urge_are_recalled_with_their_conclusion(concluded, browse, make):
    make.issued_paper(concluded)
    browse("planner").post(form_of(concluded), typed())
    browse("planner").post(form_of(concluded), typed(number=2))
    browse("official").post(form_of(concluded, "remediation_report"), typed(symbol="BC-UBND"))
    states = IssuedPaper.objects.order_by("id").values_list("state", flat=True)
    assert set(states) == {"in_force"}

    keeping.recall(concluded, None)

    assert list(states.all()) == ["recalled", "recalled", "recalled", "in_force"]


def test_a_correction_of_a_letter_takes_its_number_from_the_same_register(concluded, browse):
    client = browse("planner")
    client.post(form_of(concluded), typed(number=4))
    url = reverse("reports:issued_correct", args=[IssuedPaper.objects.get().pk])
    letter = typed(number=4, reads="Lạng Sơn", should_read="b")

    offered = client.get(url).context["form"].fields["number"].help_text
    taken = client.post(url, letter)

    assert "05" in offered
    assert (taken.status_code, Correction.objects.count()) == (422, 0)
    client.post(url, letter | {"number": 5})
    numbers = RegisterNumber.objects.order_by("number")
    assert [str(one.register) for one in numbers] == ["SNV-… 2024"] * 2
    assert len({one.register_id for one in numbers}) == 1


@pytest.mark.parametrize(
    ("kind", "may"), [("urging", {"planner"}), ("remediation_report", {"official"})]
)
@pytest.mark.parametrize("page", ["issued_correct", "issued_sign", "issued_retry"])
def test_who_issues_a_kind_of_letter_adds_to_it(kind, may, page, concluded, browse, make):
    row = make.issued_paper(concluded, kind=kind)
    url, people = reverse(f"reports:{page}", args=[row.pk]), ("planner", "official", "head")

    answers = {who: browse(who).post(url).status_code for who in people}
    offered = {
        who
        for who in people
        if reverse("reports:issued_sign", args=[row.pk])
        in browse(who).get(row.get_absolute_url()).text
    }

    assert {who for who, status in answers.items() if status != 403} == offered == may


def test_the_report_is_of_its_day_of_issue_with_who_signs_on_that_day(concluded, world):
    Remediation.objects.update(reported_on=date(2024, 7, 1))
    Post.objects.filter(person=world.official).update(held_to=date(2024, 7, 3))
    who = {"role": Role.OFFICIAL, "title": "Chủ tịch", "answers": True}
    successor = factories.person("Lý Thị Mai", world.district, day=date(2024, 7, 3), **who)
    form = typed(symbol="BC-UBND")
    preview = REPORTS["remediation_report"].contents["pdf"]
    before = preview(concluded, as_of=timezone.now(), reader=None)

    signed_in(successor).post(form_of(concluded, "remediation_report"), form)

    row = IssuedPaper.objects.get()
    assert (before.issued_on, before.signatures[0].name) == (date(2024, 7, 1), "Hoàng Văn Nam")
    assert (row.issued_on, row.signer_name) == (date(2024, 7, 5), "Lý Thị Mai")


def letters_in_the_set(inspection):
    return {
        member.base_name: paper.number
        for member, format, paper in paper_set.contents_of(inspection)
        if format == "pdf" and member.report.kind == "urging"
    }


def test_issued_letters_are_in_the_set_of_papers_as_they_were_issued(concluded, browse):
    assert letters_in_the_set(concluded) == {"09-don-doc": None}

    browse("planner").post(form_of(concluded), typed(number=4))
    Remediation.objects.update(status="accepted")
    assert letters_in_the_set(concluded) == {"09-don-doc": 4}

    Remediation.objects.update(status="assigned")
    browse("planner").post(form_of(concluded), typed(number=6))
    assert letters_in_the_set(concluded) == {"09-don-doc-1": 4, "09-don-doc-2": 6}


def test_the_set_is_of_the_day_its_letters_and_lines_were_last_written(concluded, browse, make):
    browse("planner").post(form_of(concluded), typed())
    line = make.draft_line(of=concluded, text="Nhìn chung tốt.", area=make.area("A1"))
    kept, written = datetime(2090, 1, 1, tzinfo=UTC), datetime(2091, 1, 1, tzinfo=UTC)

    IssuedPaper.objects.update(kept_at=kept)
    assert paper_set.last_change(concluded) == kept

    DraftLine.objects.filter(pk=line.pk).update(updated_at=written)
    assert paper_set.last_change(concluded) == written
