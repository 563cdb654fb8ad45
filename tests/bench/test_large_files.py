"""The largest files: time and memory against the bare library on the same content, and growth.

Aim: at most 1.3 times each; ten times the content takes ten times as long, and a workbook that is
written while it is read no more memory but for its own bytes. Each work runs in a process of its
own; ours is the whole job of a worker: claim, rights, reading, laying out, hashing, storing.
"""

from io import BytesIO
from statistics import median
from unittest.mock import patch

import pytest
from django.conf import settings
from django.core.files.base import ContentFile
from django.db import connection, transaction
from django.utils import timezone
from PIL import Image

from findings.models import Evidence
from inspections.models import Inspection, Plan
from reports import production, queue
from reports.datasets import conclusion, overview
from reports.models import ReportRequest
from reports.papers.content import Paragraph
from reports.renderers import RENDERERS
from reports.subjects import Year
from tests import factories
from tests.bench import generate
from tests.bench.apart import apart
from tests.bench.measuring import exponent, table
from tests.bench.report_floors import bare_pdf, laid_out, read
from tests.bench.test_reports import full
from tests.reports import samples

pytestmark = [pytest.mark.bench, pytest.mark.django_db(transaction=True)]

ROUNDS = 3
MOST_BYTES = 3_000_000
COLUMNS = ["content", "bare s", "job s", "time ratio", "bare MB", "job MB", "memory ratio", "file kB"]  # fmt: skip


def job(world, kind, format, subject):
    """What a worker does from the claim to the stored file."""
    by = factories.actor(world.planner)
    ReportRequest.objects.update(fingerprint="")  # a file that is there would be given again
    with patch("reform_portal.common.doorbell.ring", return_value=False):
        row = queue.request(kind, format, subject, by=by)[0]

    def work():
        production.produce(row.pk)
        made = ReportRequest.objects.get(pk=row.pk)
        assert made.status == ReportRequest.Status.DONE, made.error
        return made.file.read()

    return work


def compared(words, floor, make_job):
    """A row of the table: medians of rounds by turns."""
    rounds = [(apart(floor), apart(make_job())) for _round in range(ROUNDS)]
    bare, ours = ([one[place] for one in rounds] for place in (0, 1))
    seconds = [median(took for took, _memory, _size in one) for one in (bare, ours)]
    memory = [median(most for _took, most, _size in one) for one in (bare, ours)]
    ratio = median(mine[0] / least[0] for least, mine in rounds)
    return [words, *seconds, ratio, *memory, memory[1] / memory[0], ours[0][2] / 1000]


def test_a_conclusion_with_forty_findings_and_twenty_photos_of_twelve_megapixels(world):
    inspection = full(world, findings=40, photos=20)
    for number, evidence in enumerate(Evidence.objects.filter(inspection=inspection)):
        evidence.file.save("large.jpg", ContentFile(twelve_megapixels(number)))
    paper = conclusion.paper(inspection, as_of=timezone.now(), reader=None)

    row = compared(
        "40 findings, 20 photos of 12 Mpx",
        bare_pdf(paper),
        lambda: job(world, "conclusion", "pdf", inspection),
    )

    table("A conclusion as PDF (aim: ratios <= 1.3, file <= 3 MB)", COLUMNS, [row])
    assert row[-1] * 1000 <= MOST_BYTES


def twelve_megapixels(number):
    noise = Image.effect_noise((320, 240), 50).resize((4000, 3000))
    picture = Image.merge("RGB", (noise, noise.rotate(number), noise.rotate(2 * number)))
    content = BytesIO()
    picture.save(content, "JPEG", quality=88)
    return content.getvalue()


def test_the_summary_of_a_plan_over_seven_hundred_inspections(world, monkeypatch):
    monkeypatch.setattr(generate, "A_COMMUNES", 700)  # a plan inspects each once
    generated(world, 7_000)
    plan = Plan.objects.latest("id")
    row = overview_row(world, "a plan of 700 inspections", plan)

    table("A plan's summary as Excel (aim: ratios <= 1.3)", COLUMNS, [row])


def test_a_hundred_thousand_findings_as_excel(world):
    year = Year(world.province.unit_id, factories.DAY.year)
    rows = []
    for count, more in ((10_000, 10_000), (100_000, 90_000)):
        generated(world, more)
        Inspection.objects.update(starts_on=factories.DAY, ends_on=factories.DAY)
        rows.append(overview_row(world, f"{count:,} findings", year))

    table("A year as Excel (aim: ratios <= 1.3)", COLUMNS, rows)
    small, large = rows
    grown = exponent(small[2], large[2], times=10)
    kept = large[5] - small[5]
    print(f"growth per tenfold content: {10**grown:.1f} times (exponent {grown:.2f}); memory "
          f"{kept:+.0f} MB, of which the file {(large[-1] - small[-1]) / 1000:.0f} MB")  # fmt: skip


def generated(world, count):
    with transaction.atomic():
        generate.findings(world, count)


def overview_row(world, words, subject):
    connection.close()
    sheets = read(overview.workbook(subject, as_of=timezone.now(), reader=None))
    return compared(words, laid_out(sheets), lambda: job(world, "overview", "xlsx", subject))


@pytest.mark.parametrize("format", ["pdf", "docx"])
@pytest.mark.parametrize("shape", ["table", "lines", "one paragraph"])
def test_the_longest_paper_there_may_be_ends_long_before_the_limit(shape, format):
    text = "Nội dung "
    blocks = {
        "table": (samples.schedule(rows=2_300),),
        "lines": tuple(Paragraph("a") for _line in range(11_900)),
        "one paragraph": (Paragraph((text * 22_200)[:199_000]),),
    }[shape]
    paper = samples.plan(blocks=blocks, annexes=())

    seconds, most, size = apart(lambda: RENDERERS[format](paper))

    print(f"\n{shape} as {format}: {seconds:.0f} s, {most:.0f} MB, file {size / 1000:.0f} kB")
    assert seconds < settings.CELERY_TASK_SOFT_TIME_LIMIT / 2
