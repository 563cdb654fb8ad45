"""The list over all findings, those of an inspection, one of them, and its form."""

import pytest
from django.urls import reverse

from findings.models import Finding
from reform_portal.common.models import AuditEntry
from reform_portal.common.text import fold

LIST = "/findings/"


def page_of(code):
    return reverse("findings:inspection_findings", args=[code])


@pytest.mark.embedded
@pytest.mark.parametrize(
    ("filters", "found"),
    [
        ("", {"camera", "niem yet"}),
        ("?kind=strength", {"camera"}),
        ("?area=A6", {"camera"}),
        ("?text=NIEM YET cong khai", {"niem yet"}),
        ("?unit=thanh loa", {"camera"}),
        ("?text=khong co gi", set()),
        ("?kind=none&area=zz&after=nonsense", {"camera", "niem yet"}),
    ],
)
def test_the_list_is_filtered_by_what_is_in_the_address(
    filters, found, make, world, inspection, browse
):
    make.finding(inspection, text="Niêm yết công khai chưa đủ")
    make.finding(
        inspection,
        kind="strength",
        area=make.area("A6"),
        text="Có camera",
        units=[world.commune],
    )

    page = browse("planner").get(LIST + filters)

    shown = {
        fold(row.text).split(" cong khai")[0].removeprefix("co ") for row in page.context["page"]
    }
    assert (page.status_code, shown) == (200, found)


def test_the_list_finds_an_inspection_by_its_code(make, inspection, announced, browse):
    make.finding(inspection, text="Ở cuộc kiểm tra này")
    make.finding(announced, text="Ở cuộc kiểm tra khác")

    page = browse("planner").get(f"{LIST}?inspection={inspection.code}")

    assert [row.text for row in page.context["page"]] == ["Ở cuộc kiểm tra này"]


@pytest.mark.parametrize("rows", [3, 300])
def test_the_list_costs_the_same_with_few_and_many(
    rows, make, inspection, browse, django_assert_max_num_queries
):
    for _number in range(rows):
        make.finding(inspection)
    client = browse("planner")
    client.get(LIST)

    with django_assert_max_num_queries(8) as counted:
        assert client.get(LIST).status_code == 200

    assert len(counted) == 7


@pytest.mark.parametrize("rows", [1, 40])
def test_a_finding_costs_the_same_with_few_and_many_children(
    rows, make, world, inspection, browse, django_assert_num_queries
):
    finding = make.finding(inspection)
    for _number in range(rows):
        make.evidence(inspection, on=finding, by=world.member)
        make.recommendation(inspection).findings.add(finding)
    client = browse("head")
    client.get(finding.get_absolute_url())

    with django_assert_num_queries(10):
        assert client.get(finding.get_absolute_url()).status_code == 200


def test_an_inspection_page_costs_the_same_with_few_and_many(
    make, inspection, browse, django_assert_num_queries
):
    client, url = browse("head"), page_of(inspection.code)
    client.get(url)
    for _number in range(30):
        make.finding(inspection)

    with django_assert_num_queries(8):
        assert len(client.get(url).context["findings"]) == 30


@pytest.mark.embedded
def test_a_member_records_a_finding_about_several_units(inspection, typed, world, browse):
    units = [world.district.unit_id, world.commune.unit_id]
    url = reverse("findings:finding_create", args=[inspection.code])

    answer = browse("member").post(url, typed(inspection, units=units))

    finding = Finding.objects.get()
    assert (answer.status_code, answer["Location"]) == (302, finding.get_absolute_url())
    assert [row.unit_id for row in finding.finding_units.all()] == units
    assert (finding.province_id, finding.unit_id) == (inspection.province_id, inspection.unit_id)
    assert AuditEntry.objects.about(finding).get().verb == "finding.record"


def test_the_same_form_sent_twice_records_one_finding(inspection, typed, browse):
    client, url = browse("member"), reverse("findings:finding_create", args=[inspection.code])
    token = client.get(url).context["form"]["submission"].value()

    for _click in range(2):
        answer = client.post(url, typed(inspection, submission=token))

    assert Finding.objects.count() == 1
    assert answer["Location"] == Finding.objects.get().get_absolute_url()


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("text", ""),
        ("kind", "praise"),
        ("units", []),
        ("area", "999999"),
        ("visit", "999999"),
        ("text", "x" * 5001),
    ],
)
def test_bad_input_lands_at_the_field_and_nothing_typed_is_lost(
    field, value, inspection, typed, browse
):
    url = reverse("findings:finding_create", args=[inspection.code])

    answer = browse("member").post(url, typed(inspection, **{field: value}, cause="Giữ lại nhé"))

    assert (answer.status_code, list(answer.context["form"].errors)) == (422, [field])
    assert "Giữ lại nhé" in answer.content.decode()
    assert not Finding.objects.exists()


def test_a_strength_has_no_cause(inspection, typed, browse):
    url = reverse("findings:finding_create", args=[inspection.code])

    answer = browse("member").post(url, typed(inspection, kind="strength"))

    assert answer.status_code == 422
    assert set(answer.context["form"].errors) == {"cause", "cause_kind"}


def test_visits_and_units_of_another_inspection_are_refused_at_the_field(
    make, world, inspection, typed, browse
):
    foreign = make.inspection(world, version=world.other_district, status="on_site")
    smuggled = {"visit": make.visit(foreign).pk, "units": [world.other_district.unit_id]}
    url = reverse("findings:finding_create", args=[inspection.code])

    answer = browse("member").post(url, typed(inspection, **smuggled))

    assert answer.status_code == 422
    assert set(answer.context["form"].errors) == {"visit", "units"}


def test_fields_a_form_does_not_have_change_nothing(make, world, inspection, typed, browse):
    finding = make.finding(inspection)
    extra = {"announced": "1", "unit": world.commune.unit_id, "province": world.elsewhere.unit_id}
    extra |= {"inspection": 0, "search_key": "x", "version": 1, "status": "closed"}

    answer = browse("member").post(f"/findings/{finding.pk}/edit/", typed(inspection, **extra))

    row = Finding.objects.get()
    assert answer.status_code == 302
    assert (row.announced, row.unit_id, row.province_id, row.version) == (
        False,
        inspection.unit_id,
        inspection.province_id,
        2,
    )


@pytest.mark.embedded
def test_a_stale_form_shows_both_texts_and_overwrites_nothing(make, inspection, typed, browse):
    finding = make.finding(inspection, text="Bản đầu")
    url = f"/findings/{finding.pk}/edit/"
    browse("head").post(url, typed(inspection, text="Bản của Trưởng đoàn", version=1))

    answer = browse("member").post(url, typed(inspection, text="Bản của thành viên", version=1))

    page = answer.content.decode()
    assert answer.status_code == 409
    assert "Bản của Trưởng đoàn" in page
    assert page.count("Bản của thành viên") == 2
    assert Finding.objects.get().text == "Bản của Trưởng đoàn"


def test_after_both_texts_were_seen_a_second_save_counts(make, inspection, typed, browse):
    finding, client = make.finding(inspection), browse("member")
    url = f"/findings/{finding.pk}/edit/"
    browse("head").post(url, typed(inspection, text="Một", version=1))
    seen = client.post(url, typed(inspection, text="Hai", version=1)).context["form"]

    client.post(url, typed(inspection, text="Một và hai", version=seen["version"].value()))

    assert (Finding.objects.get().text, Finding.objects.get().version) == ("Một và hai", 3)


def test_changed_units_are_kept_and_told_in_the_history(make, world, inspection, typed, browse):
    finding = make.finding(inspection)

    browse("member").post(
        f"/findings/{finding.pk}/edit/",
        typed(inspection, units=[world.commune.unit_id], version=1),
    )

    assert [version.authority for version in finding.units] == ["UBND xã Thanh Lòa"]
    verbs = list(AuditEntry.objects.about(finding).values_list("verb", flat=True))
    assert verbs == ["finding.concern", "finding.revise"]


@pytest.mark.parametrize("status", ["announced", "explained", "concluded", "closed"])
def test_findings_are_frozen_from_the_announcement_on(status, make, world, typed, browse):
    frozen = make.inspection(world, status=status)
    finding = make.finding(frozen, text="Không đổi")

    answer = browse("head").post(f"/findings/{finding.pk}/edit/", typed(frozen, version=1))

    assert answer.status_code == 422
    assert answer.context["form"].non_field_errors()
    assert Finding.objects.get().text == "Không đổi"


def test_deleting_takes_the_finding_and_its_evidence(
    make, world, inspection, browse, django_capture_on_commit_callbacks
):
    finding = make.finding(inspection)
    stored = make.evidence(inspection, on=finding, by=world.member).file

    with django_capture_on_commit_callbacks(execute=True):
        answer = browse("member").post(f"/findings/{finding.pk}/delete/")

    assert answer["Location"] == page_of(inspection.code)
    assert not Finding.objects.exists()
    assert not stored.storage.exists(stored.name)
    assert AuditEntry.objects.about(inspection).first().verb == "finding.delete"


def test_a_finding_the_unit_has_explained_stays(make, world, browse):
    drafting = make.inspection(world, status="drafting")
    finding = make.finding(drafting)
    make.explanation(drafting, on=finding, by=world.official)

    answer = browse("head").post(f"/findings/{finding.pk}/delete/", follow=True)

    assert Finding.objects.exists()
    assert [message.level_tag for message in answer.context["messages"]] == ["danger"]


@pytest.mark.parametrize("persona", ["planner", "chair", "auditor"])
def test_readers_record_and_change_nothing(persona, make, inspection, typed, browse):
    finding, client = make.finding(inspection), browse(persona)
    new = reverse("findings:finding_create", args=[inspection.code])

    answers = [
        client.post(new, typed(inspection)),
        client.post(f"/findings/{finding.pk}/edit/", typed(inspection, version=1)),
        client.post(f"/findings/{finding.pk}/delete/"),
    ]

    assert [answer.status_code for answer in answers] == [403, 403, 403]


def test_the_unit_learns_nothing_before_the_announcement(make, inspection, browse):
    finding, client = make.finding(inspection), browse("official")

    pages = [client.get(LIST), client.get(page_of(inspection.code))]

    assert client.get(finding.get_absolute_url()).status_code == 404
    assert all(finding.text not in page.content.decode() for page in pages)
    assert [page.status_code for page in pages] == [200, 200]
