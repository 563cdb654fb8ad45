"""Plans of other bodies by Excel: a dry run row by row, then all of it or nothing."""

import io
import re
import unicodedata
from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from openpyxl import Workbook, load_workbook

from inspections import other_visit_book
from inspections.actions import other_visit_import as actions
from inspections.models import OtherVisit
from inspections.other_visit_book import VISITS
from reform_portal.common.models import AuditEntry
from tests import factories

SEND, CONFIRM = "/other-visits/excel/", "/other-visits/excel/import/"
TEMPLATE = "/other-visits/excel/template/"


def row(**changes):
    values = {
        "body": "Thanh tra tỉnh",
        "basis": "15/KH-TTT",
        "code": "06193",
        "unit": "xã Thanh Lòa",
        "starts_on": "10/06/2024",
        "ends_on": date(2024, 6, 12),
        "subject": "Thanh tra quản lý đất đai",
    }
    return values | changes


def book(*rows, spoil=None, title=VISITS.title):
    made = Workbook()
    page = made.active
    page.title = title
    page.append([column.title for column in VISITS.columns])
    for one in rows:
        page.append([one[column.name] for column in VISITS.columns])
    if spoil:
        spoil(page)
    out = io.BytesIO()
    made.save(out)
    return out.getvalue()


def send(client, content, name="ke-hoach.xlsx"):
    return client.post(SEND, {"file": SimpleUploadedFile(name, content)})


def carried(answer):
    return re.search(r'name="carried" value="([^"]+)"', answer.text)[1]


@pytest.fixture
def desk(browse):
    return browse("planner")


@pytest.mark.embedded
def test_the_dry_run_saves_nothing_and_confirming_enters_all(desk, world):
    shown = send(desk, book(row(), row(code="06223", unit="", ends_on=None)))
    assert (shown.status_code, OtherVisit.objects.count()) == (200, 0)

    answer = desk.post(CONFIRM, {"carried": carried(shown)}, follow=True)

    assert "Đã nhập 2 cuộc kiểm tra của cơ quan khác." in answer.text
    first, second = OtherVisit.objects.order_by("id")
    assert (first.unit_version, first.province) == (world.commune, world.province.unit)
    assert (first.starts_on, first.ends_on) == (date(2024, 6, 10), date(2024, 6, 12))
    assert (second.unit_version, second.ends_on) == (world.second_commune, date(2024, 6, 10))


def test_every_entry_has_its_history(desk, world):
    desk.post(CONFIRM, {"carried": carried(send(desk, book(row())))})

    entry = AuditEntry.objects.about(OtherVisit.objects.get()).get()
    assert (entry.verb, entry.note) == ("other_visit.import", "Cuộc kiểm tra, dòng 2")
    assert entry.actor_id == world.planner.account_id


def test_a_second_click_adds_nothing(desk):
    again = {"carried": carried(send(desk, book(row())))}
    desk.post(CONFIRM, again)

    answer = desk.post(CONFIRM, again, follow=True)

    assert OtherVisit.objects.count() == 1
    assert "không thêm gì" in answer.text


def test_the_same_file_twice_has_nothing_left_to_import(desk):
    desk.post(CONFIRM, {"carried": carried(send(desk, book(row())))})

    answer = send(desk, book(row()))

    assert "Đã có trong hệ thống." in answer.text
    assert "carried" not in answer.text


def test_what_was_entered_by_hand_is_known_again(planner, world):
    actions.rehearse(book(row()), by=planner)
    visit = actions.rehearse(book(row()), by=planner).rows[0].visit
    visit.save()

    assert actions.rehearse(book(row()), by=planner).counts["unchanged"] == 1


def test_an_imported_row_changed_by_hand_stays_as_it_is(desk, planner):
    desk.post(CONFIRM, {"carried": carried(send(desk, book(row())))})
    OtherVisit.objects.update(ends_on=date(2024, 6, 20))

    result = actions.rehearse(book(row()), by=planner)

    assert (result.counts["unchanged"], result.counts["new"]) == (1, 0)
    assert "giữ nguyên" in str(result.rows[0].remark)


BAD = [
    ({"body": None}, "A2", "Ô để trống"),
    ({"subject": "x" * 301}, "G2", "301"),
    ({"starts_on": "31/02/2024"}, "E2", "31/02/2024"),
    ({"starts_on": "hôm qua"}, "E2", "hôm qua"),
    ({"starts_on": date(1924, 6, 10)}, "E2", "10/06/1924"),
    ({"ends_on": "09/06/2024"}, "F2", "09/06/2024"),
    ({"starts_on": "01/01/2019", "ends_on": None}, "C2", "01/01/2019"),
    ({"code": None, "unit": None}, "D2", "Chưa ghi mã và tên đơn vị"),
    ({"code": None, "unit": "xã Không Có"}, "D2", "xã Không Có"),
    ({"unit": "xã Hòa Cư"}, "D2", "không khớp với tên đơn vị"),
    ({"code": "87", "unit": None}, "C2", "thuộc tỉnh khác"),
    ({"subject": "=1+1"}, "G2", "công thức"),
]


@pytest.mark.parametrize(("changes", "cell", "words"), BAD)
def test_a_bad_row_names_its_cell_and_nothing_is_saved(desk, changes, cell, words):
    answer = send(desk, book(row(**changes), row(subject="Dòng đúng")))

    assert answer.status_code == 422
    assert f"Cuộc kiểm tra!{cell}</strong>" in answer.text
    assert words in answer.text
    assert "carried" not in answer.text
    assert OtherVisit.objects.count() == 0


def test_a_bad_row_cannot_be_slipped_past_the_dry_run(planner):
    content = book(row(), row(unit="xã Không Có", code=None))
    agreed = actions.rehearse(content, by=planner).told

    assert not actions.import_other_visits(content, by=planner, agreed=agreed).kept
    assert OtherVisit.objects.count() == 0


def test_what_changed_since_the_dry_run_is_shown_before_it_is_done(desk, planner):
    content = book(row(), row(subject="Thanh tra tài chính"))
    shown = send(desk, content)
    alone = book(row())
    actions.import_other_visits(alone, by=planner, agreed=actions.rehearse(alone, by=planner).told)

    answer = desk.post(CONFIRM, {"carried": carried(shown)})

    assert (answer.status_code, OtherVisit.objects.count()) == (409, 1)
    desk.post(CONFIRM, {"carried": carried(answer)})
    assert OtherVisit.objects.count() == 2


def test_two_at_once_enter_a_row_once(planner, monkeypatch):
    content = book(row())
    agreed = actions.rehearse(content, by=planner).told
    alone = actions._known
    monkeypatch.setattr(actions, "_known", lambda rows, by: (set(), set()))  # before either saved
    actions.import_other_visits(content, by=planner, agreed=agreed)

    second = actions.import_other_visits(content, by=planner, agreed=agreed)

    assert (second.kept, OtherVisit.objects.count()) == (False, 1)
    monkeypatch.setattr(actions, "_known", alone)
    assert actions.rehearse(content, by=planner).counts["unchanged"] == 1


def test_a_row_said_twice_is_wrong(planner):
    result = actions.rehearse(book(row(), row(code=6193)), by=planner)

    [[cell, sentence]] = result.rows[0].problems
    assert (cell, result.counts["wrong"]) == ("Cuộc kiểm tra!A3", 1)
    assert "Cuộc kiểm tra!2" in sentence


@pytest.mark.parametrize(
    "name", ["xã Thanh Lòa", "UBND xã Thanh Lòa", "ủy ban nhân dân xã  thanh lòa"]
)
def test_decomposed_names_of_units_and_their_committees_are_understood(planner, world, name):
    decomposed = {"code": None, "unit": unicodedata.normalize("NFD", name)}

    [found] = actions.rehearse(book(row(**decomposed)), by=planner).rows

    assert (found.problems, found.visit.unit_version) == ([], world.commune)


def test_a_one_stop_office_is_no_place_of_a_visit(planner, world):
    factories.unit("xã Thanh Lòa", "Bộ phận Một cửa", "one_stop", parent=world.commune)
    only = {"code": None, "unit": "Bộ phận Một cửa xã Thanh Lòa"}

    [found] = actions.rehearse(book(row(**only)), by=planner).rows

    assert "one-stop" in str(found.problems) or "Một cửa" in str(found.problems)


def hide(page):
    page.row_dimensions[2].hidden = True


def merge(page):
    page.merge_cells("A2:B2")


def retitle(page):
    page["A1"] = "Cơ quan"


@pytest.mark.parametrize("spoil", [hide, merge, retitle])
def test_what_is_not_seen_in_the_sheet_is_refused(desk, spoil):
    answer = send(desk, book(row(), spoil=spoil))

    assert answer.status_code == 422
    assert "file" in answer.context["form"].errors


@pytest.mark.parametrize(
    "content",
    [b"", b"%PDF-1.7 plan", b"PK\x03\x04 broken", book(row(), title="Trang khác"), book()],
)
def test_a_wrong_file_lands_at_its_field(desk, content):
    answer = send(desk, content)

    assert (answer.status_code, OtherVisit.objects.count()) == (422, 0)
    assert "file" in answer.context["form"].errors


def test_too_many_rows_are_refused_with_the_limit(desk, monkeypatch):
    monkeypatch.setattr(other_visit_book, "MOST_ROWS", 2)

    answer = send(desk, book(*(row(subject=f"Việc {n}") for n in range(3))))

    assert answer.status_code == 422
    assert "2 dòng" in answer.text


@pytest.mark.parametrize("who", ["member", "official", "chair", "auditor"])
def test_who_may_not_enter_may_not_import(browse, who):
    client = browse(who)

    answers = [send(client, book(row())), client.post(CONFIRM), client.get(TEMPLATE)]

    assert [answer.status_code for answer in answers] == [403] * 3


def test_a_dry_run_is_of_one_person_and_of_one_day(desk, browse):
    shown = carried(send(desk, book(row())))

    for client, text in ((browse("stranger"), shown), (desk, shown[:-2] + "xx"), (desk, "")):
        assert client.post(CONFIRM, {"carried": text}).status_code == 302
    assert OtherVisit.objects.count() == 0


def test_the_template_filled_in_is_taken(desk, planner):
    answer = desk.get(TEMPLATE)
    filled = load_workbook(io.BytesIO(b"".join(answer.streaming_content)))
    page = filled[VISITS.title]
    page.append([row()[column.name] for column in VISITS.columns])
    out = io.BytesIO()
    filled.save(out)

    assert "attachment" in answer["Content-Disposition"]
    assert "2.000 dòng" in str([cell.value for cell in filled["Hướng dẫn"]["D"]])
    assert actions.rehearse(out.getvalue(), by=planner).counts["new"] == 1


def test_a_hundred_rows_cost_the_questions_of_one(planner, django_assert_max_num_queries):
    content = book(*(row(subject=f"Việc {n}") for n in range(100)))
    agreed = actions.rehearse(content, by=planner).told

    with django_assert_max_num_queries(12):
        assert actions.import_other_visits(content, by=planner, agreed=agreed).kept
