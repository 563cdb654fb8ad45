"""What a notice to a unit says before anybody changes it: Vietnamese, as papers are (domain §5(c))."""

SYMBOL = "TB-SNV"
PARTICIPANTS = (
    "Lãnh đạo {unit} phụ trách công tác cải cách hành chính; trưởng các phòng, bộ phận liên quan; "
    "công chức làm việc tại Bộ phận Một cửa."
)
PREPARATION = (
    "Báo cáo theo đề cương kèm theo thông báo này.\n"
    "Kế hoạch cải cách hành chính năm, các văn bản chỉ đạo, điều hành và báo cáo định kỳ.\n"
    "Sổ theo dõi, hồ sơ thủ tục hành chính đã giải quyết trong thời kỳ kiểm tra.\n"
    "Bố trí phòng làm việc và Bộ phận Một cửa để Đoàn kiểm tra làm việc trực tiếp."
)

# Whoever knows other words of an issuer hangs them here: (inspection, day) -> {field: text}.
OF_ISSUERS = []


def to_begin_with(inspection, day, contact=""):
    """The first words of a new notice, opened on `day`."""
    words = {
        "symbol": SYMBOL,
        "participants": PARTICIPANTS.format(unit=inspection.unit_version.authority),
        "preparation": PREPARATION,
        "contact": contact,
    }
    for other_words in OF_ISSUERS:
        words |= other_words(inspection, day)
    return words
