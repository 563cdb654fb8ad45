"""The first part of a plan is headed by what it holds."""

import pytest

from reports.datasets.plan_paper import _purpose
from reports.papers.content import Paragraph


class Said:
    def __init__(self, purpose):
        self.purpose = purpose


ASKED = ("Đúng kế hoạch.",)


@pytest.mark.parametrize(
    ("purpose", "requirements", "heading"),
    [
        ("Đánh giá việc thực hiện.", ASKED, "Mục đích, yêu cầu"),
        ("1. Mục đích\n2. Yêu cầu: đúng luật.", ASKED, "Mục đích, yêu cầu"),
        ("", ASKED, "Yêu cầu"),
        ("Đánh giá việc thực hiện.", (), "Mục đích"),
    ],
)
def test_the_heading_names_what_is_there(purpose, requirements, heading):
    assert _purpose(Said(purpose), requirements)[0] == heading


def test_a_single_part_has_no_number_of_its_own():
    assert _purpose(Said(""), ASKED)[1] == (Paragraph("Đúng kế hoạch."),)
