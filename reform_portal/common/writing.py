"""Files that commands write: whole or not at all."""

import errno
import os
import tempfile
from pathlib import Path

from django.core.management.base import CommandError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

REASONS = {
    errno.ENOENT: gettext_lazy("the folder does not exist"),
    errno.ENOTDIR: gettext_lazy("the folder does not exist"),
    errno.EACCES: gettext_lazy("you may not write there"),
    errno.EROFS: gettext_lazy("you may not write there"),
    errno.EISDIR: gettext_lazy("it is a folder"),
    errno.ENOSPC: gettext_lazy("the disk is full"),
}


def write_whole(path, content):
    """The file appears whole or not at all; what stood there before stays until then."""
    beside = None
    try:
        handle, beside = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        os.chmod(beside, 0o640)
        os.replace(beside, path)
    except OSError as error:
        if beside:
            Path(beside).unlink(missing_ok=True)
        raise CommandError(
            _("“%(file)s” cannot be written: %(reason)s.")
            % {"file": path, "reason": REASONS.get(error.errno, error.strerror)}
        ) from None
