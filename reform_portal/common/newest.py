"""Records found by words, the newest first, in the same time whether the words are rare or common.

Rare words and common ones need different roads, and a planner that guesses wrong reads everything.
So the newest few hundred a person may see are read first: that is all there is for many people,
and enough of them for common words. Other words are asked of the index; the rarest of them, for a
word in everything costs the most and parts the least.
"""

from django.db.models import ExpressionWrapper, IntegerField, Q

from .kept import kept
from .text import Words, words_of
from .trigrams import some_keys

SAMPLE = 200
RAREST = 4
# More keys than this are those of words common elsewhere: everything is read, in its order.
FEW = 1_000
# Keys are asked for in so many places, or in all; a question is kept for each of the two.
PLACES = (30, FEW)
MOST_HITS = 10


class NewestFirst:
    """The question of one kind of records.

    `visible(actor)`: those a person may see, in their order; `shown(rows)`: with what a hit
    prints. `model` has the words, in `field` of the records, whose `link` is its key.
    """

    def __init__(self, visible, shown, *, model, field="search_key", link="pk"):
        self.model = model

        @kept
        def sample(actor, anywhere, beginning):
            each = [Words((word,)) for word in anywhere]
            each += [Words((), (word,)) for word in beginning]
            told = {f"word{at}": _told(field, word) for at, word in enumerate(each)}
            return visible(actor).values(link, **told)[:SAMPLE]

        @kept
        def of_keys(actor, keys):
            return shown(visible(actor).filter(**{f"{link}__in": keys}))[:MOST_HITS]

        @kept
        def of_words(actor, anywhere, beginning):
            held = {f"{field}__holds_words": Words(anywhere, beginning)}
            return shown(visible(actor).filter(**held))[:MOST_HITS]

        self._sample, self._of_keys, self._of_words = sample, of_keys, of_words

    def __call__(self, actor, query, limit):
        """The newest records that hold the words, at most so many."""
        words = words_of(query)
        seen = [tuple(row.values()) for row in self._sample(actor, *words)]
        found = [key for key, *told in seen if all(told)]
        if len(found) >= limit or len(seen) < SAMPLE:
            return self._shown(actor, found[:limit])[:limit]
        rare, rest = _parted(words, [sum(told) for told in zip(*seen, strict=True)][1:])
        keys = some_keys(self.model, rare, FEW + 1, rest=rest)
        if len(keys) > FEW:
            return self._of_words(actor, *words)[:limit]
        return self._shown(actor, keys)[:limit]

    def _shown(self, actor, keys):
        if not keys:
            return []
        places = next(count for count in PLACES if len(keys) <= count)
        return self._of_keys(actor, keys + keys[-1:] * (places - len(keys)))


def _told(field, words):
    """Whether a record holds these words; a number, or SQLite's answers are all turned to bool."""
    return ExpressionWrapper(Q(**{f"{field}__holds_words": words}), IntegerField())


def _parted(words, counts):
    """The words met least often, for the index, and the others."""
    each = [*words.anywhere, *words.beginning]
    rarest = sorted(range(len(each)), key=lambda at: (counts[at], -len(each[at])))[:RAREST]
    rare = {each[at] for at in rarest}
    return tuple(
        Words(*(tuple(word for word in some if (word in rare) is wanted) for some in words))
        for wanted in (True, False)
    )
