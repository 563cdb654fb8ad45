"""What a template says to every reader alike is worked out once, not at every page (ADR 0019)."""

from django.template.base import Node, TextNode, Variable
from django.template.defaulttags import url as do_url
from django.templatetags.i18n import do_translate
from django.utils.html import conditional_escape
from django.utils.translation import get_language

from .addresses import address, of_page


class Words(Node):
    """{% translate "…" %} of plain words: looked up once for each language."""

    child_nodelists = ()

    def __init__(self, looked_up):
        self.looked_up, self.name = looked_up, looked_up.asvar
        looked_up.asvar = None
        self.known = {}

    def render(self, context):
        language = get_language()
        words = self.known.get(language)
        if words is None:
            words = self.known[language] = self.looked_up.render(context)
        if self.name:
            context[self.name] = words
            return ""
        return words


def translate(parser, token):
    """Django's tag; words that are written in the template take the short way."""
    node = do_translate(parser, token)
    said = node.filter_expression
    plain = isinstance(said.var, Variable) and said.var.literal is not None and not said.filters
    return Words(node) if plain and not node.message_context and not node.noop else node


class Way(Node):
    """{% url "name" %} and {% url "name" key %}: the way to a page is looked up once."""

    child_nodelists = ()

    def __init__(self, reversed_anew):
        self.reversed_anew, self.asvar = reversed_anew, reversed_anew.asvar
        self.page, self.refs = reversed_anew.view_name.var, reversed_anew.args

    def render(self, context):
        refs = [ref.resolve(context) for ref in self.refs]
        if not all(refs):  # nothing to lead to: Django says so
            return self.reversed_anew.render(context)
        found = address(self.page, *refs) if refs else of_page(self.page)
        if self.asvar:
            context[self.asvar] = found
            return ""
        return conditional_escape(found)


def url(parser, token):
    """Django's tag; a page named in the template, of one record or none, takes the short way."""
    node = do_url(parser, token)
    plain = isinstance(node.view_name.var, str) and not node.view_name.filters
    return Way(node) if plain and not node.kwargs and len(node.args) <= 1 else node


def drawn_once(draw, compiled):
    """A tag of one word in quotes: what it draws is text from the beginning."""

    def tag(parser, token):
        _name, *words = token.split_contents()
        if len(words) == 1 and words[0][0] in "'\"":
            return TextNode(draw(words[0][1:-1]))
        return compiled(parser, token)

    return tag
