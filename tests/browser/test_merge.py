"""A merger in a browser, from the page of a unit over the preview to the result and back."""

import pytest

from reform_portal.common.roles import Role
from tests import factories
from tests.browser.conftest import DESK, PHONE
from units.models import Reorganisation, UnitVersion

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def peopled(world):
    """A mayor, an open recommendation and a desk in each commune."""
    for version in (world.commune, world.second_commune):
        factories.unit("Một cửa", "Bộ phận", "one_stop", parent=version)
    factories.person("Nông Văn Xã", world.commune, role=Role.OFFICIAL, answers=True)
    found = factories.inspection(world, version=world.commune, status="concluded")
    factories.recommendation(found)
    return world


def merger_is_described(admin, world):
    admin.open(world.commune.get_absolute_url())
    admin.press('main a[href$="/reorganise/"]')
    admin.press('main a[href$="/reorganise/merge/"]')
    admin.fill(
        others=[world.second_commune.unit_id],
        type="xã",
        name="Cao Lộc",
        code="06211",
        decision="1672/NQ-UBTVQH15",
        decided_on="16/06/2025",
        day="01/07/2025",
    )
    admin.press("main form button.btn-primary")


@pytest.mark.parametrize("viewport", [DESK, PHONE], ids=["desk", "phone"])
def test_a_merger_from_preview_to_result_and_undone(peopled, sit_down, viewport):
    admin = sit_down(peopled.administrator, viewport)
    merger_is_described(admin, peopled)
    assert "Nông Văn Xã" in admin.text()
    assert not Reorganisation.objects.exists()

    admin.press('main button[value="back"]')
    assert admin.page.locator("[name=code]").input_value() == "06211"
    admin.press("main form button.btn-primary")
    admin.press('main button[value="confirm"]')
    act = Reorganisation.objects.get()
    assert admin.page.url.endswith(act.get_absolute_url())
    assert "xã Cao Lộc" in admin.text()

    admin.press('main a[href$="/undo/"]')
    admin.fill(note="Nhập nhầm ngày").press("main form button.btn-primary")
    assert not UnitVersion.objects.filter(made_by=act).exists()
