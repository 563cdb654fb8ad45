"""The tree in memory answers as the rules that ask the database; the dry run as the single act."""

from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from reform_portal.common.workflow import Refused
from tests.units import workbooks as wb
from units import rules
from units.actions import units as actions
from units.models import UnitVersion
from units.rules.eras import type_fits
from units.workbooks.places import Places

pytestmark = pytest.mark.django_db

NAMES = ("Thanh Lòa", "Hòa Cư", "Cao Lộc", "Mới")
CODES = ("", "06193", "183", "99999")
DAYS = (date(2019, 6, 1), date(2020, 1, 1), date(2024, 6, 17))
ABOVE = ("province", "district", "commune", "home_affairs", None)


@pytest.fixture(scope="module")
def drafts():
    """Any unit somebody may think of."""
    return st.tuples(
        st.sampled_from(NAMES),
        st.sampled_from(("xã", "XÃ", "huyện")),
        st.sampled_from([level.value for level in UnitVersion.Level]),
        st.sampled_from(CODES),
        st.sampled_from(ABOVE),
        st.sampled_from(DAYS),
    )


def broken_in_memory(draft, places):
    above = places.met(draft.parent_id, draft.valid_from)
    found = (
        ("name", rules.no_twin(draft, places.twin_of(draft))),
        ("code", draft.code and rules.not_held_by(draft, places.holder_of_code(draft))),
        ("parent", rules.parent_fits(draft, above)),
    )
    found = [(name, sentence) for name, sentence in found if sentence]
    return [*type_fits(draft, types=places.types), *found]


def test_memory_and_database_refuse_the_same_drafts(world, drafts):
    places = Places()

    @settings(max_examples=120, deadline=None, suppress_health_check=list(HealthCheck))
    @given(drafts)
    def compare(asked):
        name, kind, level, code, above, day = asked
        draft = UnitVersion(name=name, type=kind, level=level, code=code, valid_from=day)
        draft.parent_id = above and getattr(world, above).unit_id
        assert broken_in_memory(draft, places) == rules.broken(draft)

    compare()


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("above", ["district", "commune"])
def test_the_dry_run_refuses_what_the_single_act_refuses(name, above, world, administrator):
    parent = getattr(world, above)
    row = wb.commune(name, parent=parent.title)
    alone = {"level": "commune", "type": "xã", "name": name, "valid_from": row["valid_from"]}
    foreseen = wb.outcomes(wb.tried(wb.book(units=[row]), administrator))

    try:
        actions.open_unit(by=administrator, parent=parent.unit, **alone)
    except Refused:
        assert foreseen == ["wrong"]
    else:
        assert foreseen == ["new"]
