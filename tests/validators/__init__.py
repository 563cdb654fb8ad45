"""Judges of papers that are not ours, installed by .ci/validators.sh; a judge that is absent is None.

Each takes files and gives {path: [what is wrong]}. veraPDF proves every rule of PDF/UA-1 or
PDF/A-3a that a machine can prove; the Open XML SDK proves the schema Word and Excel read by; qpdf
proves the syntax of a PDF. None judges whether an alternative text says what a picture shows.
"""

import json
import shutil
import subprocess
from pathlib import Path

# Of an .xlsx: the SDK wants the parts of a font in one order, which the standard leaves free
# (ISO/IEC 29500-1, 18.8.22) and openpyxl takes another one.
FREE = ("/x:fonts[1]/x:font[", "Sch_UnexpectedElementContentExpectingComplex")
JAVA = Path("/usr/share/java")
READS_XML = ("jaxb-runtime", "jaxb-core", "istack-commons-runtime", "javax.activation", "txw2")


def verapdf(folder, flavour):
    """veraPDF for one flavour: "ua1" or "3a"."""
    jars = [*folder.glob("verapdf/**/*.jar"), *(JAVA / f"{name}.jar" for name in READS_XML)]
    if len(jars) <= len(READS_XML) or not all(map(Path.exists, jars)) or not shutil.which("java"):
        return None
    program = Path(__file__).with_name("LookAtPdf.java")

    def look(paths):
        command = ["java", "-cp", ":".join(map(str, jars)), str(program), flavour, *map(str, paths)]
        told = subprocess.run(command, capture_output=True, text=True, check=True).stdout
        found = {}
        for line in told.splitlines():
            path, _checks, rule = line.split("\t", 2)
            found.setdefault(Path(path), []).extend([rule] if rule else [])
        return found

    return look


def open_xml_sdk(folder):
    program = folder / "node_modules/.bin/ooxml-validator"
    if not program.exists() or not shutil.which("node"):
        return None

    def look(paths):
        return {path: _schema_errors(program, path) for path in paths}

    return look


def _schema_errors(program, path):
    told = subprocess.run([str(program), str(path)], capture_output=True, text=True, check=False)
    errors = json.loads(told.stdout)["errors"]
    wrong = [
        error for error in errors if not (FREE[0] in error["xPath"] and error["id"] == FREE[1])
    ]
    return list(dict.fromkeys(f"{one['path']}: {one['description']}" for one in wrong))


def qpdf(folder):
    if not shutil.which("qpdf"):
        return None

    def look(paths):
        return {path: _syntax_errors(path) for path in paths}

    return look


def _syntax_errors(path):
    told = subprocess.run(
        ["qpdf", "--check", str(path)], capture_output=True, text=True, check=False
    )
    return [] if told.returncode == 0 else told.stderr.splitlines()
