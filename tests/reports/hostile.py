"""Texts that try to fetch, to read or to run, and the way to put them everywhere in a paper."""

from dataclasses import fields, is_dataclass, replace

from reports.papers.content import Photo

SECRET = "bí-mật-7f3a"
VECTORS = (
    '<img src="{web}/img">',
    '<link rel="stylesheet" href="{web}/css">',
    '<object data="{web}/object"></object>',
    '<embed src="{web}/embed">',
    '<style>@import "{web}/import";</style>',
    '<p style="background: url({web}/url)">x</p>',
    '<style>@font-face {{ font-family: x; src: url("{web}/font") }} * {{ font-family: x }}</style>',
    '<svg><image href="{web}/svg"/></svg>',
    '<svg><use href="{web}/use#a"/></svg>',
    '<a rel="attachment" href="{file}">tệp</a>',
    '<link rel="attachment" href="{file}">',
    '<base href="{web}/"><img src="base">',
    '<iframe src="{file}"></iframe>',
    '"><img src="{web}/broken-out" alt="',
    '<input type="image" src="{web}/input">',
    '<ul style="list-style-image: url({web}/list)"><li>x</ul>',
)
LITERALS = (
    "{{7*7}}",
    "{% load static %}",
    "<script>alert(1)</script>",
    "} * { color: red",
    "&lt;b",
)


def everywhere(text, content):
    """The same content with the text at the end of every text in it."""
    if isinstance(content, str):
        return f"{content} {text}"
    if isinstance(content, tuple):
        return tuple(everywhere(text, item) for item in content)
    if isinstance(content, Photo):
        return replace(content, caption=everywhere(text, content.caption))
    if is_dataclass(content):
        values = {f.name: everywhere(text, getattr(content, f.name)) for f in fields(content)}
        return replace(content, **values)
    return content
