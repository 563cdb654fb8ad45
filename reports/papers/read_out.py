"""A paper as lines, in the order it is read: for comparing two of them on a page."""

from . import content


def lines_of(paper):
    """Every line of a paper but its annexes, as it is printed."""
    head = (paper.superior_line, paper.issuing_line, paper.number_line, paper.place_and_day)
    title = (paper.type_line, paper.subject if paper.type_name else paper.about)
    lines = [*head, *title, *_addressed(paper), paper.authority_line]
    for block in paper.blocks:
        lines += _lines(block)
    for signature in paper.signatures:
        lines += [*signature.capacity_lines, signature.post_line, signature.name]
    if paper.recipients:
        lines += [content.COPIES_TO, *paper.recipients_as_list]
    return [line for line in lines if line]


def _addressed(paper):
    if len(paper.addressees) == 1:
        return [f"{content.TO}: {paper.addressees[0]}"]
    return [f"{content.TO}:", *paper.addressees] if paper.addressees else []


def _lines(block):
    if isinstance(block, content.Table):
        titles = " | ".join(column.title for column in block.columns)
        return [titles, *(" | ".join(row) for row in block.rows)]
    if isinstance(block, content.Photo):
        return [block.caption]
    if isinstance(block, content.Paragraph):
        return [f"{block.lead} {block.text}".strip()]
    return block.printed if isinstance(block, content.Items) else [block.printed]
