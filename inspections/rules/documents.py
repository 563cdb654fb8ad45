"""When a document or all of them cannot be handed on: a sentence, or None."""

from django.utils.translation import gettext as _

from reform_portal.common.uploads import MEGABYTE

# What one archive may hold: a morning's download on the line of a commune.
MOST_BYTES = 500 * MEGABYTE


def a_file_was_sent(document):
    if not document.files.exists():
        return _("No file was sent for “%(document)s” yet.") % {"document": document}


def there_is_something_to_take(files):
    if not files:
        return _("No file has been received yet, so there is nothing to take along.")


def fits_into_one_archive(files):
    size = sum(entry.size for entry in files)
    if size > MOST_BYTES:
        return _(
            "The files have %(size)d MB together; at most %(limit)d MB go into one archive. "
            "Download them one by one."
        ) % {"size": size // MEGABYTE, "limit": MOST_BYTES // MEGABYTE}


def all_are_in_the_store(files):
    """A file that is lost is said before the archive is begun, not found missing in it."""
    missing = [entry.name for entry in files if not entry.file.storage.exists(entry.file.name)]
    if missing:
        return _("These files are missing in the store: %(names)s. Tell the administrator.") % {
            "names": ", ".join(missing)
        }
