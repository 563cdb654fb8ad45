"""Renderers turn a paper or a workbook into the bytes of a file; they know nothing of the domain.

`RENDERERS[format](content) -> bytes`.
"""

from reports.renderers import docx, pdf, xlsx

RENDERERS = {"pdf": pdf.render, "docx": docx.render, "xlsx": xlsx.render}
