"""The pages of workbooks: download, dry run, confirmation, mistakes."""

from datetime import date, timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from reform_portal.common.models import AuditEntry
from tests import factories
from tests.conftest import signed_in
from tests.units import workbooks as wb
from units.models import Person, UnitVersion, Workbook
from units.tasks import forget_old_workbooks
from units.workbooks import queue

pytestmark = pytest.mark.django_db


@pytest.fixture
def desk(browse):
    """The administrator's browser."""
    return browse("administrator")


def send(client, content, name="Danh sách.xlsx"):
    """Sent, and tried by a worker."""
    answer = client.post(reverse("units:workbook"), {"file": wb.upload(content, name)})
    work_on_all()
    return answer


def confirm(client, row=None):
    """Confirmed, and imported by a worker; the page the person then sees."""
    url = reverse("units:workbook_import", args=[(row or Workbook.objects.get()).pk])
    client.post(url)
    work_on_all()
    return client.get(reverse("units:workbook_rows", args=[(row or Workbook.objects.get()).pk]))


def work_on_all():
    for row in Workbook.objects.filter(status="queued"):
        queue.work_on(row.pk, wb.DAY)


def page_of(answer):
    return answer.url


def download(client, name, **asked):
    answer = client.get(reverse(f"units:{name}"), asked)
    assert answer.status_code == 200
    assert "attachment" in answer["Content-Disposition"]
    return wb.opened(answer.content)


def column(page, number):
    return [row[number - 1].value for row in page.iter_rows(min_row=2)]


def test_the_download_holds_the_own_province_as_on_the_day(world, desk):
    book = download(desk, "workbook_export", on="2024-06-17")

    assert book.sheetnames == [*(sheet.title for sheet in wb.layout.SHEETS), "Hướng dẫn"]
    assert "Thanh Lòa" in column(book["Đơn vị"], 4)
    assert "Đồng Tháp" not in column(book["Đơn vị"], 4)
    assert world.stranger.full_name not in column(book["Nhân sự"], 2)
    assert column(download(desk, "workbook_export", on="2019-01-01")["Đơn vị"], 4) == []


def test_who_takes_people_away_is_recorded(world, desk):
    download(desk, "workbook_export", on="2024-06-17")

    entry = AuditEntry.objects.about(world.administrator.account).get()
    assert (entry.verb, entry.actor_id) == ("workbook.give_out", world.administrator.account_id)
    assert entry.change == {"as_on": "2024-06-17", "provinces": [world.province.unit_id]}


@pytest.mark.embedded
def test_a_workbook_left_lying_goes_after_a_day(desk):
    send(desk, wb.book(units=[wb.commune()]))
    Workbook.objects.update(sent_at=timezone.now() - timedelta(days=1, minutes=1))
    forget_old_workbooks()

    assert not Workbook.objects.exists()


def test_codes_are_text_days_are_days_and_titles_stay_in_sight(desk):
    page = download(desk, "workbook_export")["Đơn vị"]
    row = next(row for row in page.iter_rows(min_row=2) if row[3].value == "Thanh Lòa")

    assert (row[4].value, row[4].number_format) == ("06193", "@")
    assert row[5].value == "huyện Cao Lộc / tỉnh Lạng Sơn"
    assert (row[6].value.date(), row[6].number_format) == (wb.BEGIN, "dd/mm/yyyy")
    assert page.freeze_panes == "A2"
    assert page.auto_filter.ref.startswith("A1:H")


def test_no_text_becomes_a_formula_and_no_sign_breaks_the_file(world, desk):
    Person.objects.filter(pk=world.member.pk).update(full_name='=HYPERLINK("x")\x0b')
    page = download(desk, "workbook_export")["Nhân sự"]
    [cell] = [row[1] for row in page.iter_rows() if str(row[1].value).startswith("=")]

    assert (cell.data_type, cell.quotePrefix) == ("s", True)


@pytest.mark.embedded
def test_a_superuser_chooses_a_province_or_takes_the_nation(world, desk):
    type(world.administrator.account).objects.update(is_superuser=True)
    there = download(desk, "workbook_export", province=world.elsewhere.unit_id)
    everywhere = download(desk, "workbook_export")

    assert column(there["Đơn vị"], 4) == ["Đồng Tháp"]
    assert {"Đồng Tháp", "Lạng Sơn"} <= set(column(everywhere["Đơn vị"], 4))


def test_the_template_is_empty_and_explains_itself(desk):
    book = download(desk, "workbook_template")
    told = " ".join(str(cell.value) for row in book["Hướng dẫn"].iter_rows() for cell in row)

    assert [column(book[sheet.title], 1) for sheet in wb.layout.SHEETS] == [[]] * 4
    assert "Cấp tỉnh; Cấp huyện; Cấp xã; Cơ quan; Bộ phận Một cửa" in told


def test_from_the_file_over_the_dry_run_to_the_import(world, desk):
    page = page_of(send(desk, wb.book(units=[wb.commune()])))
    shown = desk.get(page)
    assert "xã Ba Sơn" in shown.text
    assert not UnitVersion.objects.filter(name="Ba Sơn").exists()

    sent = Workbook.objects.get()
    answer = confirm(desk)

    assert UnitVersion.objects.filter(name="Ba Sơn").exists()
    assert "1 dòng mới, 0 dòng thay đổi" in answer.text
    assert AuditEntry.objects.about(sent).first().verb == "workbook.import"
    assert Workbook.objects.get().content == b""


def test_a_second_click_imports_nothing_again(world, desk):
    send(desk, wb.book(units=[wb.commune()]))
    for _click in range(2):
        confirm(desk)

    assert UnitVersion.objects.filter(name="Ba Sơn").count() == 1


def test_wrong_rows_are_shown_first_and_cannot_be_imported(world, desk):
    content = wb.book(units=[wb.commune(), wb.commune("Sai", valid_from="30/02/2024")])
    page = page_of(send(desk, content))
    shown = desk.get(page)

    assert "Đơn vị!G3" in shown.text
    assert "Ngày 30/02/2024 không có trong lịch" in shown.text
    assert "xã Ba Sơn" not in shown.text
    assert "xã Ba Sơn" in desk.get(page + "?show=all").text

    confirm(desk)
    assert not UnitVersion.objects.filter(name="Ba Sơn").exists()


def test_what_will_be_done_is_shown_before_what_stays(world, desk):
    wb.done(wb.book(units=[wb.commune()]), factories.actor(world.administrator))
    page = page_of(send(desk, wb.book(units=[wb.commune(), wb.commune("Khác")])))

    titles = {show: [row.title for row in desk.get(page + show).context["page"]]
              for show in ("", "?show=unchanged", "?show=all", "?show=nonsense")}  # fmt: skip

    assert list(titles.values()) == [
        ["xã Khác"], ["xã Ba Sơn"], ["xã Ba Sơn", "xã Khác"], ["xã Khác"]
    ]  # fmt: skip


def test_the_mistakes_come_back_beside_their_rows_and_can_be_sent_again(world, desk):
    send(desk, wb.book(units=[wb.commune(), wb.commune("Sai", valid_from="30/02/2024")]))
    url = reverse("units:workbook_mistakes", args=[Workbook.objects.get().pk])
    answer = desk.get(url)
    page = wb.opened(answer.content)["Đơn vị"]

    assert page["I1"].value == "Lỗi cần sửa"
    assert (page["I2"].value, page["G3"].value) == (None, "30/02/2024")
    assert page["I3"].value.startswith("Đơn vị!G3: Ngày 30/02/2024")
    assert send(desk, answer.content).status_code == 302


@pytest.mark.embedded
def test_what_changed_since_the_dry_run_is_shown_before_anything_is_kept(
    world, desk, administrator
):
    send(desk, wb.book(units=[wb.commune(), wb.commune("Khác")]))
    wb.done(wb.book(units=[wb.commune()]), administrator)
    answer = confirm(desk)

    assert "chưa nhập gì" in answer.text
    assert not UnitVersion.objects.filter(name="Khác").exists()
    assert (Workbook.objects.get().new, Workbook.objects.get().unchanged) == (1, 1)


def text_file(_content):
    return b"ten;ma\nA;1\n", "x.csv"


def renamed_text(_content):
    return b"ten;ma\nA;1\n", "x.xlsx"


def old_excel(_content):
    return b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "x.xlsx"


def no_file(_content):
    return b"", "x.xlsx"


@pytest.mark.parametrize("made", [text_file, renamed_text, old_excel, no_file])
def test_what_is_no_such_workbook_is_refused_at_the_field(made, desk):
    answer = send(desk, *made(None))

    assert answer.status_code == 422
    assert answer.context["form"].errors["file"]
    assert not Workbook.objects.exists()


def test_a_workbook_is_there_for_its_sender_alone(world, desk, today):
    send(desk, wb.book(units=[wb.commune()]))
    other = signed_in(
        factories.person("Quản Trị Hai", world.justice, role="administrator", day=wb.BEGIN)
    )
    for name in ("workbook_rows", "workbook_mistakes"):
        assert (
            other.get(reverse(f"units:{name}", args=[Workbook.objects.get().pk])).status_code == 404
        )
    url = reverse("units:workbook_import", args=[Workbook.objects.get().pk])
    assert other.post(url).status_code == 404


@pytest.mark.embedded
def test_a_workbook_makes_room_for_the_next_and_is_not_kept_for_longer_than_a_day(world, desk):
    send(desk, wb.book(units=[wb.commune()]))
    Workbook.objects.update(
        sent_by=world.planner.account, sent_at=timezone.now() - timedelta(days=2)
    )
    for _time in range(2):
        send(desk, wb.book(units=[wb.commune()]))

    assert [row.sent_by for row in Workbook.objects.all()] == [world.administrator.account]


def test_names_of_files_are_made_harmless(desk):
    send(desk, wb.book(units=[wb.commune()]), name='../../a".xlsx')
    sent = Workbook.objects.get()
    answer = desk.get(reverse("units:workbook_mistakes", args=[sent.pk]))

    assert not set('/\\"\r\n') & set(sent.file_name)
    assert "\n" not in answer["Content-Disposition"]


def test_the_rows_are_paged_with_the_same_few_queries(world, desk, queries):
    found = []
    for many in (3, 120):
        rows = [wb.commune(f"Số {n}", valid_from=date(2024, 1, 1)) for n in range(many)]
        found.append(queries(desk, page_of(send(desk, wb.book(units=rows)))))

    assert found[0] == found[1] <= 8
