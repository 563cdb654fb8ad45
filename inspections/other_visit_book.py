"""The workbook of other bodies' visits: its one sheet, its template, and its rows read cell by cell.

What reads and writes workbooks is loaded when somebody asks for it. An official paper:
Vietnamese, whatever the language of the pages.
"""

from units.workbooks.layout import CODE, DAY, DAY_HINT, PLACE, Column, Sheet

MOST_ROWS = 2000

VISITS = Sheet(
    "visits",
    "Cuộc kiểm tra",
    (
        Column(
            "body",
            "Cơ quan kiểm tra",
            "Cơ quan tiến hành kiểm tra, thanh tra: Thanh tra tỉnh.",
            required=True,
            width=28,
        ),
        Column(
            "basis",
            "Số kế hoạch",
            "Số, ký hiệu kế hoạch hoặc quyết định: 15/KH-TTT.",
            width=20,
        ),
        Column(
            "code",
            "Mã đơn vị",
            "Mã chính thức của đơn vị được kiểm tra: 06193. Ghi mã hoặc tên; nếu ghi cả hai thì "
            "phải cùng một đơn vị.",
            CODE,
            longest=20,
            width=12,
        ),
        Column("unit", "Tên đơn vị", PLACE + " Có thể thêm UBND ở đầu.", longest=300, width=40),
        Column("starts_on", "Từ ngày", DAY_HINT + " Ngày đầu tiên.", DAY, True, width=14),
        Column(
            "ends_on",
            "Đến ngày",
            DAY_HINT + " Ngày cuối cùng; để trống nếu chỉ một ngày.",
            DAY,
            width=14,
        ),
        Column("subject", "Nội dung", "Nội dung kiểm tra.", required=True, longest=300, width=50),
    ),
)
RULES = (
    "Dòng 1 là tiêu đề; giữ nguyên tiêu đề và tên trang. Cột nền hồng là bắt buộc.",
    "Không trộn ô, không ẩn dòng, không dùng công thức.",
    "Mỗi dòng là một cuộc kiểm tra của cơ quan khác tại một đơn vị thuộc tỉnh mình.",
    "Đơn vị phải đang tồn tại vào ngày đầu tiên của cuộc kiểm tra.",
    "Không ghi buổi: mỗi ngày được tính cả ngày.",
    "Dòng đã có y như vậy trong hệ thống thì bỏ qua; gửi lại cùng một tệp không thêm gì.",
    "Xóa một dòng khỏi tệp không làm mất gì trong hệ thống.",
    "Mỗi tệp tối đa 2.000 dòng, 2 MB. Có một dòng sai thì không dòng nào được nhập.",
)


def template():
    """The bytes of the empty workbook with its guide."""
    from units.workbooks.writing import write

    return write({}, sheets=(VISITS,), rules=RULES)


def lines_of(content):
    """The rows of a workbook that was sent; ValidationError when it cannot be read as one."""
    from units.workbooks.reading import read

    return read(content, (VISITS,), MOST_ROWS)[VISITS]
