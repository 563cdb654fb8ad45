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
    """Compare the bytes with the files of the paper; a signature in them is judged as well."""
    sha256 = hashlib.sha256(content).hexdigest()
    signed = getattr(paper, "signed", None)
    kept = {paper.pdf_sha256: "pdf", paper.docx_sha256: "docx", signed and signed.sha256: "signed"}
    judgement = judge(content) if content.startswith(b"%PDF") else None
    return Proof(sha256, kept.get(sha256, ""), judgement)
