"""Two hundred real names, found however they are typed, and queries nobody should type.

The oracle is plain Python: a record is found when each word of the query is in its key, one of
one or two letters where a word begins.
"""

import csv
import unicodedata
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from reform_portal.common.text import (
    LONGEST_QUERY,
    fold,
    initials,
    key_of,
    matching,
    solid,
    with_beginnings,
    words_of,
)
from tests import factories
from units.models import Person, UnitVersion

pytestmark = [pytest.mark.django_db, pytest.mark.embedded]

with (Path(__file__).parent / "names.csv").open(encoding="utf-8") as names:
    NAMES = list(csv.DictReader(names))
SIGNS = "aăâđeêioôơuưyhnòóạ ĐÒ0123456789%_\\'\"*-:()^.+&/\u0300\u0301\u0323\u200b\x00"
QUERIES = st.text(alphabet=st.one_of(st.sampled_from(SIGNS), st.characters()), max_size=30)
ODD = (
    *("%", "_", "\\", "'", '"', "''", '""', "*", "-", "NEAR(a b)", "cao AND", "OR", "NOT loc"),
    *('"cao" OR "loc"', "search_key:cao", "cao*", "^cao", "(cao", "%cao%", "c_o", "\\%", "{cao}"),
    *("\x00", "cao\x00loc", "\ud800", "🏛", "ﬁ", "İ", "ß", "a" * 10_000, "cao " * 2_500),
    *(
        " ".join(map(str, range(3_000))),
        "\u0301" * 10_000,
        "' OR 1=1 --",
        "cao\u200b loc",
        "\ufeff",
    ),
)


@pytest.fixture
def everybody(db):
    """All names of the list, as units and people."""
    for row in NAMES:
        if row["kind"] == "unit":
            factories.unit(row["name"], row["type"], "commune")
        else:
            Person.objects.create(full_name=row["name"])


def spellings(row):
    """How people type a name."""
    name = row["name"]
    whole = f"{row['type']} {name}".strip()
    yield from (name, whole, whole.upper(), whole.lower(), row["plain"], row["plain"].upper())
    yield from (unicodedata.normalize(form, whole) for form in ("NFD", "NFC", "NFKD"))
    yield from filter(None, (row["other_placement"], row["other_placement"].upper()))
    yield from (row["initials"], f"  {' '.join(reversed(whole.split()))} ")


def found(row, query):
    if row["kind"] == "person":
        return Person.objects.filter(matching(query), full_name=row["name"]).exists()
    rows = UnitVersion.objects.filter(matching(query), name=row["name"], type=row["type"])
    return rows.exists()


def keys(model, query):
    return sorted(model.objects.filter(matching(query)).values_list("search_key", flat=True))


def expected(model, query):
    long, short = [], []
    for word in fold(query[:LONGEST_QUERY]).split():
        (long if len(word) > 2 else short).append(word)
    every = model.objects.values_list("search_key", flat=True)
    return sorted(
        key
        for key in every
        if all(word in key for word in long)
        and all(any(part.startswith(word) for part in key.split()) for word in short)
    )


def test_there_are_two_hundred_names():
    assert len({(row["type"], row["name"]) for row in NAMES}) == 200


def test_every_name_is_found_however_it_is_typed(everybody):
    lost = [
        (row["name"], typed) for row in NAMES for typed in spellings(row) if not found(row, typed)
    ]

    assert lost == []


@pytest.mark.parametrize("typed", ["dak song", "đăk song", "đắk song", "ĐẮK SONG", "Dak Song"])
def test_a_name_of_another_language_is_found_in_all_its_spellings(db, typed):
    factories.unit("Đắk Song", "huyện", "district")

    assert UnitVersion.objects.matching(typed).exists()


@pytest.mark.parametrize(
    ("typed", "there"), [("my duc", True), ("mỹ đức", True), ("mi duc", False)]
)
def test_i_and_y_stay_apart(db, typed, there):
    factories.unit("Mỹ Đức", "huyện", "district")

    assert UnitVersion.objects.matching(typed).exists() is there


def test_an_odd_query_finds_what_its_signs_are_in_and_nothing_else(everybody):
    wrong = [q[:20] for q in ODD if keys(UnitVersion, q) != expected(UnitVersion, q)]

    assert wrong == []


@pytest.mark.parametrize(
    ("typed", "there"),
    [("ho", True), ("HỒ s", True), ("h", True), ("so", True), ("kh", True), ("bc", True)]
    + [("oh", False), ("ua", False), ("qu ho", True), ("ho qa", False), ("06", True)],
)
def test_words_of_one_or_two_letters_are_found_where_a_word_begins(db, typed, there):
    Person.objects.create(full_name="(Hồ sơ) quá hạn theo 81/KH-BCĐ ngày 15/06")

    assert Person.objects.filter(matching(typed)).exists() is there


@settings(
    max_examples=40,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(
    query=QUERIES, row=st.sampled_from(NAMES), cut=st.tuples(st.integers(0, 9), st.integers(1, 9))
)
def test_the_database_finds_what_plain_python_finds(everybody, query, row, cut):
    begin, length = cut
    piece = row["name"][begin : begin + length]

    for asked in (query, piece, f"{piece} {query[:2]}", f"{row['plain'][begin:]} {piece}"):
        assert keys(Person, asked) == expected(Person, asked)
        assert keys(UnitVersion, asked) == expected(UnitVersion, asked)


@given(query=st.text(max_size=300))
def test_a_key_is_stable_and_its_words_ask_for_themselves(query):
    key, words = fold(query), words_of(query)

    assert fold(key) == key
    assert with_beginnings(key_of(query)) == key_of(query)
    assert len(words.anywhere) == len(set(words.anywhere))


@pytest.mark.parametrize(
    ("name", "short"),
    [
        ("Sở Nội vụ", "snv"),
        ("Sở Nông nghiệp và Môi trường", "snnvmt snnmt"),
        ("Phòng Lao động - Thương binh và Xã hội", "pldtbvxh pldtbxh"),
        ("", ""),
    ],
)
def test_initials_with_and_without_the_and(name, short):
    assert initials(name) == short


def test_a_reference_is_typed_without_its_signs():
    assert solid("KT-2024-001 80/KH-BCĐCCHC") == "kt202400180khbcdcchc"
