"""Renderers turn a paper or a workbook into the bytes of a file; they know nothing of the domain.

`RENDERERS[format](content) -> bytes`; `CONTENT_TYPES[format]` is what the browser is told.
"""

from reports.renderers import pdf, xlsx

RENDERERS = {"pdf": pdf.render, "xlsx": xlsx.render}

CONTENT_TYPES = {"pdf": pdf.CONTENT_TYPE, "xlsx": xlsx.CONTENT_TYPE}
