"""The PDF/A of an issued conclusion, for validators: python -m tests.archived CODE FILE."""

import os
import sys
from pathlib import Path

import django


def main(code, path):
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "reform_portal.settings.dev")
    django.setup()
    from inspections.models import Inspection
    from reports.issued import keeping
    from reports.renderers import RENDERERS

    row = keeping.standing_paper(Inspection.objects.get(code=code))
    Path(path).write_bytes(RENDERERS["pdf"](keeping.paper_of(row), archive=True))


if __name__ == "__main__":
    main(*sys.argv[1:])
