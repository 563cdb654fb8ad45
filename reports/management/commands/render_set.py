"""Every paper of an inspection as files: render_set KT-2024-001 --output DIR.

PDF and DOCX under the same name, the workbook, and manifest.json with their hashes; all of them
or none. A set written before is replaced, files of something else are not touched.
"""

import json
import os
import shutil
import sys
import tempfile
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext as _

from inspections.models import Inspection
from reform_portal.common.writing import REASONS
from reports import paper_set
from reports.renderers.limits import PaperTooLong
from reports.snapshot import snapshot

USAGE = "render_set KT-2024-001 --output DIR"
MANIFEST = "manifest.json"


class Command(BaseCommand):
    help = "Writes every paper of an inspection as PDF and DOCX, its workbook, and their hashes."

    def add_arguments(self, parser):
        parser.error = _refuse_arguments
        parser.add_argument("code", help="code of the inspection, such as KT-2024-001")
        parser.add_argument("--output", required=True, metavar="DIR")

    def handle(self, *, code, output, **options):
        folder = Path(output)
        _require_free(folder)
        with snapshot():
            inspection = _inspection(code)
            contents = paper_set.contents_of(inspection)
        try:
            files = paper_set.files_of(inspection, contents)
        except PaperTooLong as error:
            raise CommandError(str(error)) from None
        _put(folder, files)
        if options["verbosity"] > 0:
            told = {"count": len(files), "folder": output}
            self.stdout.write(_("Written: %(count)d files to %(folder)s") % told)


def _refuse_arguments(reason):
    """One sentence instead of a page of usage."""
    print(
        _("Wrong arguments (%(reason)s); write: %(usage)s") % {"reason": reason, "usage": USAGE},
        file=sys.stderr,
    )
    sys.exit(2)


def _inspection(code):
    rows = Inspection.objects.select_related("plan__committee", "delegation", "unit_version")
    inspection = rows.filter(code=code).first()
    if inspection is None:
        raise CommandError(_("There is no inspection with the code “%(code)s”.") % {"code": code})
    return inspection


def _require_free(folder):
    """An empty or new folder, or one that holds a set and nothing else."""
    if folder.exists() and not folder.is_dir():
        raise CommandError(_("“%(folder)s” is a file. Name a folder.") % {"folder": folder})
    if folder.is_dir() and not {path.name for path in folder.iterdir()} <= _known(folder):
        raise CommandError(
            _(
                "The folder “%(folder)s” holds files of something else. Name an empty or a new "
                "folder."
            )
            % {"folder": folder}
        )


def _known(folder):
    """The names a set written before has told of."""
    try:
        listed = json.loads((folder / MANIFEST).read_text(encoding="utf-8"))["files"]
        return {MANIFEST, *(file["file"] for file in listed)}
    except (OSError, ValueError, KeyError, TypeError):
        return set()


def _put(folder, files):
    """Written beside, then moved into place in one step."""
    beside = None
    try:
        beside = Path(tempfile.mkdtemp(dir=folder.absolute().parent, prefix=f".{folder.name}."))
        for file in files:
            (beside / file.name).write_bytes(file.content)
            (beside / file.name).chmod(0o640)
        beside.chmod(0o750)
        if folder.exists():
            shutil.rmtree(folder)
        os.replace(beside, folder)
    except OSError as error:
        if beside:
            shutil.rmtree(beside, ignore_errors=True)
        raise CommandError(
            _("“%(file)s” cannot be written: %(reason)s.")
            % {"file": folder, "reason": REASONS.get(error.errno, error.strerror)}
        ) from None
