"""What a workbook of units holds: its sheets and columns, with the words of officials.

A workbook is an official paper and Vietnamese, whatever the language of the pages.
"""

from dataclasses import dataclass
from datetime import date

from units.models import CommitteeMember, UnitVersion

Level, Role = UnitVersion.Level, CommitteeMember.Role

TEXT, CODE, DAY, CHOICE, KEY, EMAIL = "text", "code", "day", "choice", "key", "email"
NOTES = "Hướng dẫn"
MOST_ROWS = 12_000  # of all sheets together: what is checked and saved within a minute
EARLIEST, LATEST = date(1945, 9, 2), date(2100, 1, 1)

# Digits of the official codes: provinces 2, districts 3, communes 5.
# Source: QĐ 124/2004/QĐ-TTg, QĐ 19/2025/QĐ-TTg.
CODE_WIDTHS = {Level.PROVINCE: 2, Level.DISTRICT: 3, Level.COMMUNE: 5}

LEVELS = {
    Level.PROVINCE: "Cấp tỉnh",
    Level.DISTRICT: "Cấp huyện",
    Level.COMMUNE: "Cấp xã",
    Level.AGENCY: "Cơ quan",
    Level.ONE_STOP: "Bộ phận Một cửa",
}
ROLES = {
    Role.CHAIR: "Trưởng Ban",
    Role.VICE_CHAIR: "Phó Trưởng Ban",
    Role.MEMBER: "Thành viên",
    Role.SECRETARIAT_HEAD: "Tổ trưởng Tổ Thư ký",
    Role.SECRETARIAT: "Thành viên Tổ Thư ký",
}
YES_NO = {True: "Có", False: "Không"}


@dataclass(frozen=True, eq=False)
class Column:
    """A column: its word in the code, its title, what its cells hold, and what to tell people."""

    name: str
    title: str
    hint: str
    kind: str = TEXT
    required: bool = False
    choices: dict | None = None
    longest: int = 200
    width: int = 18


@dataclass(frozen=True, eq=False)
class Sheet:
    """A sheet of rows below one line of titles."""

    name: str
    title: str
    columns: tuple

    def column(self, name):
        return next(column for column in self.columns if column.name == name)


OWN_KEY = "Do hệ thống cấp, có sẵn trong tệp tải về. Để trống khi thêm mới; không tự đặt."
PLACE = (
    "Tên đầy đủ có loại, ví dụ: xã Thanh Lòa. Nếu trùng tên thì ghi thêm đơn vị cấp trên, cách "
    "nhau bằng dấu gạch chéo: xã Thanh Lòa / huyện Cao Lộc / tỉnh Lạng Sơn. Có thể ghi mã đơn vị "
    "hành chính (06193) hoặc mã trong hệ thống (#125)."
)
END_DECISION = "Số, ký hiệu; phải có khi ghi ngày thôi."
DAY_HINT = "Ngày theo lịch, dạng ngày/tháng/năm: 01/07/2025."

UNITS = Sheet(
    "units",
    "Đơn vị",
    (
        Column("key", "Mã trong hệ thống", OWN_KEY, KEY, width=12),
        Column("level", "Cấp", "Chọn một trong các giá trị cho phép.", CHOICE, True, LEVELS),
        Column(
            "type",
            "Loại",
            "Từ đứng trước tên: tỉnh, huyện, xã, phường, Sở, Phòng.",
            required=True,
            longest=60,
            width=14,
        ),
        Column(
            "name", "Tên riêng", "Tên không kèm loại: Thanh Lòa, Nội vụ.", required=True, width=30
        ),
        Column(
            "code",
            "Mã đơn vị",
            "Mã chính thức, giữ đủ các số 0 ở đầu: 06193. Ô kiểu số bị mất số 0 ở đầu thì được "
            "bù cho đủ 2 (tỉnh), 3 (huyện) hoặc 5 (xã) chữ số.",
            CODE,
            longest=20,
            width=12,
        ),
        Column("parent", "Thuộc đơn vị", PLACE + " Chỉ cấp tỉnh để trống.", width=44),
        Column(
            "valid_from",
            "Có hiệu lực từ ngày",
            DAY_HINT + " Ngày đầu tiên đơn vị (hoặc tên, mã, cấp trên mới) có hiệu lực.",
            DAY,
            True,
        ),
        Column("decision", "Văn bản quy định", "Số, ký hiệu quyết định hoặc nghị quyết.", width=28),
    ),
)
PEOPLE = Sheet(
    "people",
    "Nhân sự",
    (
        Column("key", "Mã trong hệ thống", OWN_KEY, KEY, width=12),
        Column("full_name", "Họ và tên", "Họ tên đầy đủ.", required=True, longest=120, width=26),
        Column(
            "email", "Thư điện tử", "Ví dụ: an.nguyen@langson.gov.vn", EMAIL, longest=254, width=28
        ),
        Column("phone", "Điện thoại", "Giữ số 0 ở đầu: định dạng ô văn bản.", CODE, longest=30),
        Column(
            "unit",
            "Đơn vị công tác",
            PLACE + " Để trống nếu chưa có chức vụ.",
            width=44,
        ),
        Column("title", "Chức vụ", "Không kèm tên đơn vị: Giám đốc, Chuyên viên.", longest=120),
        Column("held_from", "Giữ chức vụ từ ngày", DAY_HINT, DAY),
        Column(
            "held_to", "Thôi giữ từ ngày", DAY_HINT + " Ngày đầu tiên không còn giữ chức vụ.", DAY
        ),
        Column(
            "answers_for_unit",
            "Đại diện đơn vị",
            "Có: được đọc, giải trình và báo cáo thay mặt đơn vị. Để trống là Không.",
            CHOICE,
            choices=YES_NO,
            width=12,
        ),
        Column(
            "decision",
            "Quyết định",
            "Số, ký hiệu quyết định bổ nhiệm; phải có khi ghi chức vụ mới.",
            longest=120,
            width=24,
        ),
        Column("end_decision", "Quyết định thôi giữ", END_DECISION, longest=120, width=24),
    ),
)
COMMITTEES = Sheet(
    "committees",
    "Ban Chỉ đạo",
    (
        Column("key", "Mã trong hệ thống", OWN_KEY, KEY, width=12),
        Column("name", "Tên Ban Chỉ đạo", "Tên đầy đủ.", required=True, width=44),
        Column("unit", "Của đơn vị", PLACE, required=True, width=28),
        Column(
            "short_symbol",
            "Ký hiệu văn bản",
            "Ví dụ BCĐCCHC trong KH-BCĐCCHC.",
            required=True,
            longest=20,
            width=16,
        ),
        Column("term", "Nhiệm kỳ", "Ví dụ: 2021-2026.", longest=40, width=14),
        Column("decision", "Quyết định thành lập", "Số, ký hiệu.", required=True, longest=120),
        Column("established_on", "Ngày thành lập", DAY_HINT, DAY, True),
        Column("ended_on", "Ngày kết thúc", DAY_HINT + " Ngày đầu tiên không còn hoạt động.", DAY),
        Column("end_decision", "Quyết định kết thúc", END_DECISION, longest=120),
        Column("standing_agency", "Cơ quan thường trực", PLACE, required=True, width=40),
    ),
)
SEATS = Sheet(
    "seats",
    "Thành viên Ban Chỉ đạo",
    (
        Column("committee_key", "Mã Ban Chỉ đạo", OWN_KEY, KEY, width=12),
        Column("committee", "Tên Ban Chỉ đạo", "Như ở trang Ban Chỉ đạo.", required=True, width=44),
        Column("person_key", "Mã nhân sự", OWN_KEY, KEY, width=12),
        Column("full_name", "Họ và tên", "Như ở trang Nhân sự.", required=True, longest=120),
        Column(
            "unit",
            "Đơn vị công tác",
            PLACE + " Chức vụ làm căn cứ tham gia; phải có khi thêm thành viên mới.",
            width=44,
        ),
        Column("title", "Chức vụ", "Như ở trang Nhân sự.", longest=120),
        Column("role", "Vai trò", "Chọn một trong các giá trị cho phép.", CHOICE, True, ROLES),
        Column("from_on", "Tham gia từ ngày", DAY_HINT, DAY, True),
        Column(
            "to_on", "Thôi tham gia từ ngày", DAY_HINT + " Ngày đầu tiên không còn tham gia.", DAY
        ),
        Column(
            "decision", "Quyết định", "Số, ký hiệu; phải có khi thêm thành viên mới.", longest=120
        ),
        Column("end_decision", "Quyết định thôi tham gia", END_DECISION, longest=120),
    ),
)
SHEETS = (UNITS, PEOPLE, COMMITTEES, SEATS)
# Beside the rows of a workbook that came back with its mistakes; not read again.
REMARK = Column("remark", "Lỗi cần sửa", "", width=80)
