"""Vietnamese text: stored in one form, found however it was typed."""

import unicodedata

import pytest

from reform_portal.common.text import fold, matching, nfc
from units.models import Person

NFD = unicodedata.normalize("NFD", "Cao Lộc")


@pytest.mark.parametrize(
    ("typed", "key"),
    [
        ("Cao Lộc", "cao loc"),
        ("CAO LỘC", "cao loc"),
        (NFD, "cao loc"),
        ("Đắk Song", "dak song"),
        ("hoà, hòa", "hoa, hoa"),
        ("  xã \t Thanh\nLòa ", "xa thanh loa"),
        ("ỨNG DỤNG", "ung dung"),
        ("06193", "06193"),
        ("", ""),
    ],
)
def test_a_key_is_lower_case_without_marks(typed, key):
    assert fold(typed) == key


def test_a_key_is_its_own_key():
    assert fold(fold("Đặng Thị Ứng")) == fold("Đặng Thị Ứng")


def test_text_is_stored_composed_and_without_stray_blanks():
    assert nfc(f" {NFD}\n") == "Cao Lộc"


@pytest.mark.parametrize("words", ["hai hoang", "hoàng nguyễn", "NGUYEN", ""])
def test_every_word_is_found_in_any_order(db, words):
    Person.objects.create(full_name="Nguyễn Hải Hoàng")

    assert Person.objects.filter(matching(words)).exists()


@pytest.mark.parametrize("words", ["hoang anh", "%", "_", "'; --"])
def test_signs_of_the_database_are_only_signs(db, words):
    Person.objects.create(full_name="Nguyễn Hải Hoàng")

    assert not Person.objects.filter(matching(words)).exists()


def test_the_key_follows_a_partial_save(db):
    person = Person.objects.create(full_name="Nguyễn Hải Hoàng")
    person.full_name = "Lương Thu Trang"
    person.save(update_fields=["full_name"])

    assert Person.objects.filter(matching("thu trang")).exists()
