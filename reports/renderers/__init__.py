"""Renderers turn a paper or a workbook into the bytes of a file; they know nothing of the domain.

`RENDERERS[format](content) -> bytes`. The libraries behind them are heavy: each is imported when
it is first used, so that a process which makes no file does not pay for them.
"""

from importlib import import_module


def _rendered_by(name):
    def render(content, **options):
        return import_module(f"{__name__}.{name}").render(content, **options)

    return render


RENDERERS = {name: _rendered_by(name) for name in ("pdf", "docx", "xlsx")}
