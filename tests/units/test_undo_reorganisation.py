"""An act is taken back whole, as long as nothing was built on it."""

from datetime import date, timedelta
from functools import partial

import pytest

from reform_portal.common.models import AuditEntry
from reform_portal.common.workflow import Refused
from tests.factories import BEGIN
from tests.units.reorganising import CAO_LOC, DECISION, REFORM, on, rows
from units.actions import people, reorganisation
from units.actions.reorganisation import previewing
from units.models import Reorganisation, Succession, Unit, UnitVersion

NEW_PROVINCE = {"type": "tỉnh", "code": "21"}

LATER = date(2026, 1, 1)


@pytest.fixture
def peopled(make, world):
    """The world with a desk and people in its communes; one post has an end already."""
    for version in (world.commune, world.second_commune):
        make.unit("Một cửa", "Bộ phận", "one_stop", parent=version)
        make.person(f"Nông Văn {version.name}", version, answers=True)
    leaving = make.person("Sắp Nghỉ", world.commune).posts
    leaving.update(held_to=date(2025, 12, 1))
    return world


@pytest.fixture
def acts(peopled, administrator):
    """Every kind of act on the world, by name."""

    def do(verb, first, **facts):
        return getattr(reorganisation, verb)(first, by=administrator, **DECISION | facts)

    communes = [peopled.commune.unit, peopled.second_commune.unit]
    provinces = [peopled.province.unit, peopled.elsewhere.unit]
    halves = [CAO_LOC, {"type": "xã", "name": "Lộc Yên", "code": "06187"}]
    return {
        "merge": lambda: do("merge", communes, into=CAO_LOC),
        "merge provinces": lambda: do("merge", provinces, into=CAO_LOC | NEW_PROVINCE),
        "split": lambda: do("split", communes[0], into=halves, heir=0),
        "dissolve": lambda: do("dissolve", communes[0], into=[communes[1]]),
        "rename": lambda: do("rename", communes[0], name="Cao Lộc"),
        "upgrade": lambda: do("upgrade", communes[0], type="phường"),
        "transfer": lambda: do("transfer", communes[0], parent=peopled.other_district.unit),
    }


@pytest.mark.parametrize(
    "kind", ["merge", "merge provinces", "split", "dissolve", "rename", "upgrade", "transfer"]
)
def test_everything_is_exactly_as_before(acts, kind, administrator):
    before = rows()
    act = acts[kind]()
    assert rows() != before

    reorganisation.undo(act, by=administrator)
    assert rows() == before


def test_the_act_stays_marked_as_undone_and_it_is_audited(acts, administrator):
    act = reorganisation.undo(acts["merge"](), by=administrator, note="Nhập nhầm")

    assert Reorganisation.objects.get(pk=act.pk).undone_on == administrator.day
    entry = AuditEntry.objects.about(act).first()
    assert (entry.verb, entry.note) == ("reorganisation.undo", "Nhập nhầm")


@pytest.mark.embedded
def test_two_acts_of_one_day_are_undone_from_the_last_one_on(acts, administrator):
    before = rows()
    first, second = acts["merge"](), acts["merge provinces"]()

    with pytest.raises(Refused, match="1672"):
        reorganisation.undo(first, by=administrator)
    for act in (second, first):
        reorganisation.undo(act, by=administrator)
    assert rows() == before


def test_after_an_undo_the_act_may_be_done_again(acts, administrator):
    reorganisation.undo(acts["merge"](), by=administrator)
    act = acts["merge"]()

    assert on(REFORM, act.versions.first()).name
    assert Succession.objects.filter(made_by=act).exists()


def test_an_act_is_undone_once(acts, administrator):
    act = reorganisation.undo(acts["merge"](), by=administrator)

    with pytest.raises(Refused, match="17/06/2024"):
        reorganisation.undo(act, by=administrator)


def refused(act, administrator, sentence):
    before = rows()
    with pytest.raises(Refused, match=sentence):
        reorganisation.undo(act, by=administrator)
    assert rows() == before
    assert Reorganisation.objects.get(pk=act.pk).undone_on is None


def test_a_later_version_stands_in_the_way(acts, administrator):
    act = acts["merge"]()
    new = act.versions.get(name="Cao Lộc")
    later = DECISION | {"day": LATER, "decision": "9/NQ"}
    reorganisation.rename(new.unit, by=administrator, name="Khác", **later)

    refused(act, administrator, "01/01/2026")


def test_a_post_given_since_stands_in_the_way(make, acts, administrator):
    act = acts["merge"]()
    make.person("Người Mới", act.versions.get(name="Cao Lộc"), day=REFORM)

    refused(act, administrator, "Người Mới")


def test_a_post_ended_since_stands_in_the_way(acts, administrator):
    act = acts["merge"]()
    post = act.posts.filter(held_to=None).first()
    people.end_post(post, by=administrator, day=LATER)

    refused(act, administrator, post.person.full_name)


def test_a_unit_opened_below_since_stands_in_the_way(make, acts, administrator):
    act = acts["merge"]()
    make.unit("Kinh tế", "Phòng", "agency", parent=act.versions.get(name="Cao Lộc"), opened=REFORM)

    refused(act, administrator, "Phòng Kinh tế")


def test_an_inspection_of_the_new_unit_stands_in_the_way(make, acts, administrator, peopled):
    act = acts["merge"]()
    found = make.inspection(
        peopled, version=act.versions.get(name="Cao Lộc"), starts_on=REFORM, ends_on=REFORM
    )

    refused(act, administrator, found.code)


def test_an_inspection_under_the_new_name_stands_in_the_way(make, acts, administrator, peopled):
    act = acts["rename"]()
    found = make.inspection(peopled, version=act.versions.get(), starts_on=REFORM, ends_on=REFORM)

    refused(act, administrator, found.code)


def test_a_committee_of_the_new_province_stands_in_the_way(make, acts, administrator, peopled):
    act = acts["merge provinces"]()
    new = act.versions.get(level="province")
    make.committee(new, peopled.home_affairs, peopled.chair)

    refused(act, administrator, "Ban Chỉ đạo")


def test_units_made_by_others_are_left_alone(acts, administrator):
    units = Unit.objects.count()
    reorganisation.undo(acts["split"](), by=administrator)

    assert Unit.objects.count() == units
    assert not UnitVersion.objects.filter(name="Lộc Yên").exists()


def test_an_act_is_not_undone_over_what_was_decided_since(acts, peopled, administrator):
    """The merger ends a post on its day; meanwhile its holder is dismissed earlier."""
    act = acts["merge"]()
    post = peopled.commune.unit.posts.filter(
        ended_by=act, person__full_name__startswith="Nông"
    ).get()
    people.end_post(
        post, by=administrator, day=DECISION["day"] - timedelta(days=10), note="Thôi việc"
    )

    with pytest.raises(Refused, match="Nông Văn"):
        reorganisation.undo(act, by=administrator)
    post.refresh_from_db()
    assert post.held_to == DECISION["day"] - timedelta(days=10)


def test_posts_of_one_title_become_one_that_answers_if_either_did(make, peopled, administrator):
    clerk = peopled.official
    for version, answers in ((peopled.commune, False), (peopled.second_commune, True)):
        terms = {"title": "Chủ tịch", "held_from": BEGIN, "decision": "1/QĐ"}
        people.appoint(
            clerk, by=administrator, unit=version.unit, answers_for_unit=answers, **terms
        )
    communes = [peopled.commune.unit, peopled.second_commune.unit]
    act = reorganisation.merge(communes, by=administrator, into=CAO_LOC, **DECISION)

    assert [post.answers_for_unit for post in act.posts.filter(person=clerk)] == [True]


def test_a_preview_asks_about_those_who_answer_first_and_no_form_grows_endless(
    peopled, administrator, monkeypatch
):
    communes = [peopled.commune.unit, peopled.second_commune.unit]
    merge = partial(reorganisation.merge, communes, by=administrator, into=CAO_LOC, **DECISION)
    everybody = previewing.preview(merge)
    monkeypatch.setattr(previewing, "MOST_ASKED", 1)
    shown = previewing.preview(merge)

    assert [post.answers for post in shown.posts] == [True]
    assert shown.posts_besides == len(everybody.posts) - 1 > 0
    assert not Reorganisation.objects.exists()


def test_the_histories_of_the_units_say_so(acts, peopled, administrator):
    reorganisation.undo(acts["merge"](), by=administrator)

    for version in (peopled.commune, peopled.second_commune):
        undone, closed = AuditEntry.objects.about(version)[:2]
        assert (undone.verb, closed.verb) == ("unit.undo", "unit.close")
        assert undone.note == DECISION["decision"]
