"""Parts of addresses."""

from django.urls import register_converter

LARGEST = 2**63 - 1


class Key:
    """A primary key. A number that no row can have is no page, and is not asked of a database."""

    regex = "[0-9]{1,19}"

    def to_python(self, value):
        key = int(value)
        if not 1 <= key <= LARGEST:
            raise ValueError(value)
        return key

    def to_url(self, value):
        return str(value)


register_converter(Key, "key")
