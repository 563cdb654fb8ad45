"""What is too long to be printed; nothing is cut from an official text."""

from reports.renderers.printable import length

LONGEST = 200_000  # characters; some eighty pages, half a minute of work
NARROW_LONGEST = 200  # a name in a column of the head or the signature, which cannot break


class PaperTooLong(ValueError):
    """The paper holds more text than can be printed."""


def refuse_too_long(paper) -> None:
    if length(paper) > LONGEST:
        raise PaperTooLong(
            f"Văn bản {paper.code} dài {length(paper)} ký tự, vượt quá {LONGEST} ký tự in được. "
            "Hãy rút gọn nội dung hoặc chuyển bớt sang tệp Excel."
        )
    for text in paper.narrow_texts:
        if len(text) > NARROW_LONGEST:
            raise PaperTooLong(
                f"Văn bản {paper.code}: “{text[:40]}…” dài {len(text)} ký tự, vượt quá "
                f"{NARROW_LONGEST} ký tự in được ở phần đầu hoặc phần ký. Hãy rút gọn."
            )
