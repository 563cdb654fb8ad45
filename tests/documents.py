"""What programs that are not ours say of a set of papers: python -m tests.documents DIR.

poppler reads the PDF (tagged, fonts embedded, pages); LibreOffice Writer opens each DOCX and prints
it, and its text must be that of our PDF; veraPDF, the Open XML SDK and qpdf judge the files by the
standards (tests/validators). Who is not here is named. The findings are kept beside the folder, as
DIR.txt; archived papers lie beside it as DIR-*.pdf.
"""

import re
import shutil
import subprocess
import sys
import tempfile
from os.path import commonprefix
from pathlib import Path

from docx.oxml.ns import qn

from tests import validators
from tests.reports.docx_measures import read, text

ABSENT = "absent: "

# Page numbers, and the mark of a draft beside them, stand where a page begins.
TOP = re.compile(r"^(\d{1,3})?\s*(DỰ THẢO ngày \S+)?$")


def run(*command):
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout


def look_at_pdf(path):
    """What is wrong with a PDF, by poppler."""
    told = dict(line.split(":", 1) for line in run("pdfinfo", str(path)).splitlines())
    fonts = [line.split() for line in run("pdffonts", str(path)).splitlines()[2:]]
    if told["Tagged"].strip() != "yes":
        yield "is not tagged"
    if "A4" not in told["Page size"]:
        yield f"has pages of {told['Page size'].strip()}"
    for font in fonts:
        # … type, encoding, emb, sub, uni, object, generation
        if font[-5] != "yes" or font[-3] != "yes":
            yield f"does not carry {font[0]} whole"


def look_at_docx(path):
    """What is wrong with a DOCX, by LibreOffice."""
    with tempfile.TemporaryDirectory() as folder:
        home = f"-env:UserInstallation=file://{folder}/home"
        run("soffice", home, "--headless", "--convert-to", "pdf", "--outdir", folder, str(path))
        printed = Path(folder, f"{path.stem}.pdf")
        if not printed.exists():
            yield "cannot be opened"
            return
        ours, theirs = (_words(one, path) for one in (path.with_suffix(".pdf"), printed))
    if ours != theirs:
        place = len(commonprefix([ours, theirs]))
        yield f"says otherwise than its PDF: “{ours[max(place - 20, 0) : place + 20]}”"


def _words(pdf, docx):
    """The text without blanks, page numbers and headers of tables: they follow the page breaks."""
    pages = run("pdftotext", "-raw", str(pdf), "-").split("\f")
    lines = [line for page in pages for line in page.splitlines() if not TOP.match(line.strip())]
    plain = "".join("".join(lines).split())
    for header in _table_headers(docx):
        plain = plain.replace(header, "")
    return plain


def _table_headers(docx):
    rows = read(docx.read_bytes()).element.body.iter(qn("w:tr"))
    repeated = (row for row in rows if row.find(f".//{qn('w:tblHeader')}") is not None)
    return {"".join("".join(map(text, row.iter(qn("w:p")))).split()) for row in repeated}


def look(folder):
    """Each file with what is wrong with it."""
    writer = shutil.which("soffice")
    for path in sorted(folder.glob("*.pdf")):
        yield path.name, list(look_at_pdf(path))
    for path in sorted(folder.glob("*.docx")) if writer else ():
        yield path.name, list(look_at_docx(path))
    if not writer:
        yield ABSENT + "LibreOffice", ["is not here, so no DOCX was opened"]
    yield from judged(folder)


def judged(folder):
    """The same by each standard: "PDF/UA-1 (veraPDF) 08-ket-luan.pdf"."""
    tools = folder.parent / "validators"
    pdf, word = (
        sorted(folder.glob("*.pdf")),
        sorted([*folder.glob("*.docx"), *folder.glob("*.xlsx")]),
    )
    kept = sorted(folder.parent.glob(f"{folder.name}-*.pdf"))
    for name, judge, paths in (
        ("PDF/UA-1 (veraPDF)", validators.verapdf(tools, "ua1"), pdf),
        ("PDF/A-3a (veraPDF)", validators.verapdf(tools, "3a"), kept),
        ("OOXML (Open XML SDK)", validators.open_xml_sdk(tools), word),
        ("PDF syntax (qpdf)", validators.qpdf(tools), [*pdf, *kept]),
    ):
        if judge is None:
            yield ABSENT + name, ["is not here, so nothing was judged by it"]
            continue
        for path, wrong in judge(paths).items():
            yield f"{name} {path.name}", wrong


def main(folder):
    found = list(look(folder))
    lines = [f"{name}: {'; '.join(wrong) or 'nothing to say'}" for name, wrong in found]
    folder.with_suffix(".txt").write_text("\n".join([*lines, ""]), encoding="utf-8")
    print("\n".join(lines))
    return any(wrong for name, wrong in found if not name.startswith(ABSENT))


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
