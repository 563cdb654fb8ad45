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


def write_whole(path, content, mode=0o640):
    """The file appears whole or not at all; what stood there before stays until then.

    A link keeps pointing where it points. What is no ordinary file, such as a pipe or
    /dev/null, is written to as it stands.
    """
    named, path = path, Path(os.path.realpath(path))
    try:
        if path.is_dir() or not path.exists() or path.is_file():
            _replace(path, content, mode)
        else:
            path.write_bytes(content)
    except OSError as error:
        raise CommandError(
            _("“%(file)s” cannot be written: %(reason)s.")
            % {"file": named, "reason": REASONS.get(error.errno, error.strerror)}
        ) from None


def _replace(path, content, mode):
    """A draft beside the file takes its place in one step."""
    handle, beside = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        os.chmod(beside, mode)
        os.replace(beside, path)
    except BaseException:
        Path(beside).unlink(missing_ok=True)
        raise
