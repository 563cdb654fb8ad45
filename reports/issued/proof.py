"""What a copy in somebody's hands is: one of the files kept here, or not."""

import hashlib
from dataclasses import dataclass

from .signing import Judgement, judge


@dataclass(frozen=True)
class Proof:
    """`kind` is "pdf", "docx" or "signed" for a file kept here, "" for another one."""

    sha256: str
    kind: str
    judgement: Judgement | None


def proof_of(paper, content):
    """Compare the bytes with the files of the paper.

    A signature is judged where it says something: on a copy that begins with this paper's PDF.
    """
    sha256 = hashlib.sha256(content).hexdigest()
    signed = getattr(paper, "signed", None)
    kept = {
        paper.pdf_sha256: "pdf",
        paper.docx_sha256: "docx",
        paper.archive_sha256: "archive",
        signed and signed.sha256: "signed",
    }
    kind = kept.get(sha256, "")
    asks = paper.is_made and kind in ("", "signed")
    return Proof(sha256, kind, _judged(paper, content) if asks else None)


def _judged(paper, content):
    with paper.pdf.open("rb") as file:
        original = file.read()
    return judge(content, original) if content.startswith(original) else None
