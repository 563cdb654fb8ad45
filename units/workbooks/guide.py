"""The sheet that explains the others: rules of the import, then every column."""

from dataclasses import dataclass

from . import layout

KINDS = {
    layout.TEXT: "Văn bản",
    layout.CODE: "Văn bản (mã)",
    layout.DAY: "Ngày",
    layout.CHOICE: "Chọn",
    layout.KEY: "Mã hệ thống",
    layout.EMAIL: "Thư điện tử",
}
RULES = (
    "Dòng 1 của mỗi trang là tiêu đề; giữ nguyên tiêu đề. Cột nền hồng là bắt buộc.",
    "Không đổi tên trang; có thể xóa trang không dùng. Không trộn ô, không ẩn dòng, không dùng công thức.",
    "Có mã trong hệ thống: sửa bản ghi đó. Để trống mã: thêm mới; nếu đã có y như vậy thì bỏ qua.",
    "Đơn vị đổi tên, mã hoặc cấp trên: giữ mã trong hệ thống, ghi giá trị mới và ngày bắt đầu có "
    "hiệu lực. Thông tin trước ngày đó được giữ nguyên.",
    "Việc giải thể, sáp nhập, chia tách đơn vị làm trên trang đơn vị, không làm bằng tệp này.",
    "Kết thúc chức vụ hoặc việc tham gia Ban Chỉ đạo: ghi ngày đầu tiên không còn giữ.",
    "Xóa một dòng khỏi tệp không làm mất gì trong hệ thống.",
    "Đơn vị cấp trên có thể nằm ở dòng sau trong cùng tệp. Cấp huyện không còn từ ngày 01/7/2025.",
    f"Mỗi tệp tối đa {layout.MOST_ROWS:,} dòng. Có một dòng sai thì không dòng nào được nhập.".replace(
        ",", "."
    ),
)


@dataclass(frozen=True)
class GuideLine:
    texts: tuple
    bold: bool = False


def lines_of_the_guide(sheets=layout.SHEETS, rules=RULES):
    """The rows of the guide, from the top."""
    yield GuideLine(("Quy tắc nhập liệu",), bold=True)
    for number, rule in enumerate(rules, start=1):
        yield GuideLine((f"Quy tắc {number}", "", "", rule))
    yield GuideLine(("",))
    yield GuideLine(("Trang", "Cột", "Kiểu", "Cách ghi"), bold=True)
    for sheet in sheets:
        for column in sheet.columns:
            yield GuideLine((sheet.title, column.title, KINDS[column.kind], _explained(column)))


def _explained(column):
    parts = ["Bắt buộc." if column.required else "", column.hint]
    if column.choices:
        parts.append(f"Giá trị cho phép: {'; '.join(column.choices.values())}.")
    return " ".join(filter(None, parts))
