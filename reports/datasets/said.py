"""The words of a template with the values of one paper: what a dataset puts into its blocks."""

from dataclasses import dataclass

from . import phrases


@dataclass(frozen=True)
class Said:
    """A `choosing.Wording`, and what its fields stand for on this paper."""

    wording: object
    values: dict

    def lines(self, slot):
        return self.wording.lines(slot, self.values)

    def paragraphs(self, slot):
        return phrases.paragraphs(self.lines(slot))

    def bases(self):
        """Căn cứ …, each on its own line."""
        return phrases.bases(*self.lines("bases"))

    def closing(self, slot="closing"):
        """The last paragraphs, with the mark that ends the text."""
        return phrases.closed(self.lines(slot))
