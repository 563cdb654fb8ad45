"""The small province most tests play in."""

from types import SimpleNamespace

from reform_portal.common.roles import Role

from .again import Again
from .units import committee, person, unit


@Again
def world():
    """Lạng Sơn in small: the province, a district with two communes, two agencies, its people."""
    province = unit("Lạng Sơn", "tỉnh", "province", code="20")
    district = unit("Cao Lộc", "huyện", "district", parent=province, code="183")
    place = SimpleNamespace(
        province=province,
        district=district,
        commune=unit("Thanh Lòa", "xã", "commune", parent=district, code="06193"),
        second_commune=unit("Hòa Cư", "xã", "commune", parent=district, code="06223"),
        other_district=unit("Văn Lãng", "huyện", "district", parent=province, code="182"),
        home_affairs=unit("Nội vụ", "Sở", "agency", parent=province),
        justice=unit("Tư pháp", "Sở", "agency", parent=province),
        elsewhere=unit("Đồng Tháp", "tỉnh", "province", code="87"),
    )
    place.chair = person("Hồ Tiến Thiệu", province, role=Role.CHAIR, title="Chủ tịch")
    place.planner = person("Nguyễn Hải Hoàng", place.home_affairs, role=Role.PLANNER)
    place.head = person("Sái Văn Đông", place.justice, role=Role.INSPECTOR, title="Giám đốc")
    place.member = person("Lý Thị Mai", place.home_affairs, role=Role.INSPECTOR)
    place.official = person(
        "Hoàng Văn Nam", district, role=Role.OFFICIAL, title="Phó Chủ tịch", answers=True
    )
    place.outsider = person(
        "Trần Văn Xa", place.other_district, role=Role.OFFICIAL, title="Chủ tịch", answers=True
    )
    place.stranger = person("Lê Thị Lạ", place.elsewhere, role=Role.PLANNER)
    place.administrator = person("Đỗ Quản Trị", place.home_affairs, role=Role.ADMINISTRATOR)
    place.auditor = person("Vũ Kiểm Toán", place.home_affairs, role=Role.AUDITOR)
    place.committee = committee(province, place.home_affairs, place.chair)
    return place
