"""Reports against bare libraries on the same content, and two workers against one.

Aim: at most 1.3 times the bare library; two workers make at least 1.8 times as many as one. What
the floors hold is told in report_floors.py. A report is measured as the job of a worker and from
the click to the file, with its two pages, the queue and another process on the same cores. A part
of the floor stands beside it: our renderer alone for PDF, openpyxl on unstyled values for Excel.
"""

import time
from io import BytesIO
from statistics import median
from unittest.mock import patch

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from PIL import Image

from inspections.models import Inspection
from reform_portal.celery import app
from reports import production, queue
from reports.datasets import conclusion
from reports.models import ReportRequest
from reports.renderers import RENDERERS
from tests import factories
from tests.bench.measuring import calm, in_turns, ratio, table
from tests.bench.report_floors import bare_pdf, laid_out, read, values
from tests.reports.faults import Redis, Worker, wait_until

pytestmark = [pytest.mark.bench, pytest.mark.django_db(transaction=True)]

ROUNDS = 7
A_BATCH = 16
A_LONG_TIME = 600  # seconds: on a machine that others load a large paper takes minutes
S = ReportRequest.Status


@pytest.fixture
def broker(tmp_path, monkeypatch):
    server = Redis(tmp_path)
    monkeypatch.setenv("CELERY_BROKER_URL", server.url)
    app._after_fork()
    yield server
    server.stop()
    app._after_fork()


def full(world, findings=20, photos=20, recommendations=7):
    """An issued conclusion with findings, photos and recommendations."""
    made = factories.inspection(world, status=Inspection.Status.CONCLUDED)
    for number in range(findings):
        factories.finding(
            made,
            area=factories.area(f"A{number % 7}"),
            kind=("strength", "shortcoming")[number % 2],
            units=[world.commune, world.second_commune],
            cause="Việc đôn đốc, hướng dẫn cấp xã chưa kịp thời.",
        )
    for number in range(photos):
        evidence = factories.evidence(made, by=world.member, caption=f"Ảnh {number + 1}")
        evidence.file.save("photo.jpg", _photo(number))
    for _number in range(recommendations):
        factories.recommendation(made, to=[world.district, world.commune])
    factories.conclusion(made, signer=world.head)
    return made


def _photo(number):
    """Something a camera might make, 1200 × 800."""
    content = BytesIO()
    noise = Image.effect_noise((300, 200), 60).resize((1200, 800))
    Image.merge("RGB", (noise, noise, noise.rotate(number))).save(content, "JPEG", quality=80)
    content.seek(0)
    return content


def floors(inspection, format):
    """The bare library on the same content, and a part of the way: what the rest costs is seen."""
    asked = {"as_of": timezone.now(), "reader": None}
    if format == "pdf":
        paper = conclusion.paper(inspection, **asked)
        return {"bare": bare_pdf(paper), "part": lambda: RENDERERS["pdf"](paper)}
    sheets = read(conclusion.workbook(inspection, **asked))
    return {"bare": laid_out(sheets), "part": values(sheets)}


def job(world, inspection, format):
    """What a worker does, from the claim to the stored file, in this process."""
    by = factories.actor(world.planner)

    def work():
        ReportRequest.objects.update(fingerprint="")  # a file that is there would be given again
        with patch("reform_portal.common.doorbell.ring", return_value=False):
            row = queue.request("conclusion", format, inspection, by=by)[0]
        production.produce(row.pk)
        assert ReportRequest.objects.get(pk=row.pk).status == S.DONE

    return work


def click_to_file(client, inspection, format):
    """From the click of a person to the bytes of the file, through queue and worker."""
    asking = reverse("reports:request_create", args=[inspection.code])

    def ask():
        ReportRequest.objects.update(fingerprint="")
        page = client.post(asking, {"format": format})["Location"]
        row = ReportRequest.objects.get(pk=page.strip("/").split("/")[-1])
        ended = wait_until(lambda: _ended(row.pk), within=A_LONG_TIME, pause=0.02)
        assert ended.status == S.DONE, ended.error
        b"".join(client.get(reverse("reports:request_file", args=[row.pk])).streaming_content)

    return ask


def _ended(pk):
    row = ReportRequest.objects.get(pk=pk)
    return None if row.is_open else row


def test_from_click_to_file_against_the_bare_library(world, broker, tmp_path):
    worker = Worker(tmp_path, broker, concurrency=1, KEPT_CONNECTION="60")
    client = Client()
    client.force_login(world.planner.account, backend="reform_portal.common.backends.PortalBackend")
    contents = {
        "20 findings, 20 photos": (full(world), ("pdf", "xlsx")),
        "600 findings": (full(world, 600, 0), ("pdf", "xlsx")),
        "5,000 findings, 3,000 recommendations": (full(world, 5_000, 0, 1_500), ("xlsx",)),
    }
    rows = []
    for words, (inspection, formats) in contents.items():
        for format in formats:
            taken = in_turns(
                ROUNDS,
                **floors(inspection, format),
                job=job(world, inspection, format),
                click=click_to_file(client, inspection, format),
            )
            ratios = [ratio(taken[name], taken["bare"]) for name in ("job", "click")]
            least = [calm(times) for times in taken.values()]
            rows.append([words, format, *least, waited(inspection, format), *ratios])
    worker.stop()

    table(
        f"Reports / bare library on the same content (aim: <= 1.3); least of {ROUNDS} rounds by "
        "turns, median of their ratios",
        [
            "content",
            "format",
            "bare ms",
            "part ms",
            "job ms",
            "click to file ms",
            "of it waiting ms",
            "job / bare",
            "click / bare",
        ],
        rows,
    )


def waited(inspection, format):
    """Median milliseconds between the click and the worker's beginning: the same for all sizes."""
    done = ReportRequest.objects.filter(inspection=inspection, format=format, status=S.DONE)
    return median((row.started_at - row.requested_at).total_seconds() * 1000 for row in done)


def test_two_workers_against_one(world, broker, tmp_path):
    inspections = [full(world, photos=0) for _number in range(A_BATCH)]
    seconds = {1: [], 2: []}
    for _round in range(3):
        for count, taken in seconds.items():
            taken.append(_batch(world, inspections, Worker(tmp_path, broker, concurrency=count)))

    one, two = median(seconds[1]), median(seconds[2])
    table(
        f"{A_BATCH} conclusions as PDF (aim: two workers >= 1.8)",
        ["one worker s", "two workers s", "two to one"],
        [[one, two, one / two]],
    )


def _batch(world, inspections, worker):
    """Seconds for one PDF of each inspection by a worker that is warm."""
    by = factories.actor(world.planner)

    def made(chosen):
        rows = [queue.request("conclusion", "pdf", of, by=by)[0].pk for of in chosen]
        left = ReportRequest.objects.filter(pk__in=rows).open()
        worker.thaw()
        began = time.perf_counter()
        wait_until(lambda: not left.exists(), pause=0.05)
        return time.perf_counter() - began

    try:
        made(inspections[:4])
        worker.freeze()
        return made(inspections)
    finally:
        worker.stop()
