"""Many stored files as one ZIP, written while it is sent: nothing is held but a part of one file."""

import zipfile

CHUNK = 64 * 1024


class _Sink:
    """What the archive writes to; the parts are handed on and forgotten. It cannot be sought."""

    def __init__(self):
        self._parts, self._position = [], 0

    def write(self, data):
        self._parts.append(bytes(data))
        self._position += len(data)
        return len(data)

    def tell(self):
        return self._position

    def flush(self):
        """There is nothing behind it to be flushed."""

    def seekable(self):
        return False

    def take(self):
        parts, self._parts = b"".join(self._parts), []
        return parts


def zip_parts(entries):
    """The bytes of an archive of `entries`: (name, day, stored file), in parts.

    Files are stored as they are: what offices send (PDF, Word, pictures) is packed already.
    """
    sink = _Sink()
    with zipfile.ZipFile(sink, "w", zipfile.ZIP_STORED, allowZip64=True) as archive:
        for name, day, stored in entries:
            entry = zipfile.ZipInfo(name, date_time=(day.year, day.month, day.day, 0, 0, 0))
            with stored.open("rb") as source, archive.open(entry, "w") as target:
                for chunk in source.chunks(CHUNK):
                    target.write(chunk)
                    yield sink.take()
    yield sink.take()
