"""Words with fields: what is put in, what is left out, and what nobody may write."""

import pytest

from reports.paper_templates.built_in import FORMS
from reports.paper_templates.catalogue import FIELDS, Kind
from reports.paper_templates.filling import filled
from reports.paper_templates.texts import fault
from tests.reports.hostile import LITERALS, VECTORS

PLAN = FORMS["plan"]
OPENING = next(slot for slot in PLAN.slots if slot.name == "opening")
SIGNATURE = next(slot for slot in PLAN.slots if slot.name == "signature")


def test_fields_are_replaced_by_their_values():
    assert filled("Năm {nam}, {don_vi_ban_hanh}:", {"nam": "2024", "don_vi_ban_hanh": "Ban"}) == (
        "Năm 2024, Ban:",
    )


def test_a_line_whose_field_has_no_value_is_left_out():
    assert filled("Một\n{ban_chi_dao} hai\nBa", {"ban_chi_dao": ""}) == ("Một", "Ba")
    assert filled("{cac_don_vi_duoc_kiem_tra}", {"cac_don_vi_duoc_kiem_tra": ()}) == ()


def test_several_values_alone_on_a_line_are_a_line_each():
    values = {"cac_don_vi_duoc_kiem_tra": ("UBND xã A", "UBND xã B")}

    assert filled("{cac_don_vi_duoc_kiem_tra}\nLưu", values) == ("UBND xã A", "UBND xã B", "Lưu")
    assert filled("Gửi {cac_don_vi_duoc_kiem_tra}.", values) == ("Gửi UBND xã A, UBND xã B.",)


def test_a_value_is_never_read_as_a_template():
    values = {"trich_yeu": "{nam} {{7*7}}", "nam": "2024"}

    assert filled("Về {trich_yeu} năm {nam}", values) == ("Về {nam} {{7*7}} năm 2024",)


def test_a_field_nobody_knows_stays_as_it_is_written():
    assert filled("{__class__} {settings.SECRET_KEY}", {"nam": "2024"}) == (
        "{__class__} {settings.SECRET_KEY}",
    )


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Năm {nam_sau}", "{nam_sau}"),
        ("{nam.__class__.__mro__}", "{nam.__class__.__mro__}"),
        ("{% for x in y %}{% endfor %}", "{% for x in y %}"),
        ("{{ settings.SECRET_KEY }}", "settings"),
        ("{% include '/etc/passwd' %}", "/etc/passwd"),
        ("Năm {nam", "“Năm {nam”"),
        ("Năm nam}", "“Năm nam}”"),
        ("<b>đậm</b>", "“<b>đậm</b>”"),
        ("&#60;script&#62;", "&#60;"),
        ("Chữ\u202e ngược", "U+202E"),
        ("Chữ\x07", "U+0007"),
        ("x" * 1_501, "1.500"),
        ("x\n" * 31, "30"),
        ("  ", ""),
    ],
)
def test_what_may_not_be_written_is_named(text, told):
    assert told in (fault(text, OPENING, PLAN) or "nothing is wrong")


def test_lines_of_capacity_are_few_and_short():
    assert fault("TM. BAN CHỈ ĐẠO\nKT. TRƯỞNG BAN\nPHÓ TRƯỞNG BAN", SIGNATURE, PLAN) is None
    assert fault("x" * 101, SIGNATURE, PLAN)
    assert fault("TM.\n" * 5, SIGNATURE, PLAN)


def test_ordinary_words_with_signs_are_no_markup():
    text = "Tỷ lệ < 90 % & > 50 %; “đúng hạn” – Nghị quyết số 76/NQ-CP; {nam}"

    assert fault(text, OPENING, PLAN) is None


@pytest.mark.parametrize("text", [*VECTORS, *LITERALS])
def test_whatever_fetches_or_runs_is_refused_in_every_slot(text):
    aimed = (
        text.format(web="http://127.0.0.1:9", file="file:///etc/passwd") if "web" in text else text
    )
    taken = [
        (form.kind, slot.name)
        for form in FORMS.values()
        for slot in form.slots
        if not fault(aimed, slot, form)
    ]

    assert taken == []


@pytest.mark.parametrize("kind", Kind.values)
def test_what_comes_with_the_portal_is_fit_itself(kind):
    form = FORMS[kind]
    faults = [fault(slot.text, slot, form) for slot in form.slots]

    assert set(faults) == {None}
    assert set(form.fields) <= set(FIELDS)
