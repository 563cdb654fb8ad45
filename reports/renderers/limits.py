"""What is too long to be printed; nothing is cut from an official text."""

from reports.renderers.printable import texts

LONGEST = 200_000  # characters; some eighty pages, half a minute of work
MOST = 12_000  # lines and cells: three thousand rows of a table, half a minute as well
NARROW_LONGEST = 200  # a name in a column of the head or the signature, which cannot break
SHORTEN = "Hãy rút gọn nội dung hoặc chuyển bớt sang tệp Excel."


class PaperTooLong(ValueError):
    """The paper holds more text than can be printed."""


def refuse_too_long(paper) -> None:
    written = list(texts(paper))
    length = sum(map(len, written))
    if length > LONGEST:
        raise PaperTooLong(
            f"Văn bản {paper.code} dài {length} ký tự, vượt quá {LONGEST} ký tự in được. {SHORTEN}"
        )
    pieces = sum(1 + text.count("\n") for text in written)
    if pieces > MOST:
        raise PaperTooLong(
            f"Văn bản {paper.code} có {pieces} đoạn và ô bảng, vượt quá {MOST} đoạn và ô "
            f"in được. {SHORTEN}"
        )
    for text in paper.narrow_texts:
        if len(text) > NARROW_LONGEST:
            raise PaperTooLong(
                f"Văn bản {paper.code}: “{text[:40]}…” dài {len(text)} ký tự, vượt quá "
                f"{NARROW_LONGEST} ký tự in được ở phần đầu hoặc phần ký. Hãy rút gọn."
            )
