"""An inspection with a written conclusion, and a request for it; a broker and a worker to break."""

from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread

import pytest

from inspections.models import Inspection
from reform_portal.celery import app
from reports import queue
from tests import factories
from tests.reports.faults import Redis, Worker
from tests.reports.hostile import SECRET, VECTORS

BUILD = "reports.tasks.build_report"


@pytest.fixture
def concluded(world):
    """An issued conclusion with something in each of its parts."""
    return told(world, status=Inspection.Status.CONCLUDED)


def told(world, **fields):
    """An inspection in which everything happened that a paper tells of."""
    made = factories.inspection(world, **fields)
    factories.visit(made)
    factories.visit(made, version=world.commune, kind="working_session", place="UBND xã Thanh Lòa")
    factories.finding(made, kind="strength", text="Trụ sở, trang thiết bị đáp ứng yêu cầu.")
    weak = factories.finding(
        made,
        area=factories.area("A6"),
        units=[world.commune, world.second_commune],
        cause="Thiếu máy quét",
        cause_kind="objective",
    )
    factories.explanation(made, on=weak, by=world.official, status="accepted", reason="Có cơ sở.")
    factories.recommendation(made, to=[world.district, world.commune], target=100, target_unit="%")
    signer = world.head if made.is_issued else None
    factories.conclusion(made, signer=signer)
    return made


@pytest.fixture
def ask(planner, concluded):
    """Put a request in the queue."""

    def asked(format="pdf", inspection=concluded, by=planner):
        return queue.request("conclusion", format, inspection, by=by)[0]

    return asked


@pytest.fixture
def broken_bell(monkeypatch):
    """A queue that does not answer."""
    monkeypatch.setattr("reform_portal.common.doorbell.ring", lambda task, *args: False)


@pytest.fixture(scope="module")
def broker(tmp_path_factory):
    server = Redis(tmp_path_factory.mktemp("redis"))
    yield server
    server.stop()


@pytest.fixture(scope="module")
def running_worker(django_db_setup, django_db_blocker, broker, tmp_path_factory):
    with django_db_blocker.unblock():
        worker = Worker(tmp_path_factory.mktemp("worker"), broker, GATED_PAPERS="1")
        yield worker
        worker.stop()


@pytest.fixture
def worker(transactional_db, running_worker):
    return running_worker


@pytest.fixture
def ring_at(monkeypatch):
    """Let the pages of this test ring at this broker."""

    def at(server):
        monkeypatch.setenv("CELERY_BROKER_URL", server.url)
        app._after_fork()  # forget connections to another one

    yield at
    app._after_fork()


@pytest.fixture
def queue_works(ring_at, broker):
    ring_at(broker)


@pytest.fixture
def listener():
    """A web server of our own that notes what is asked of it."""

    class Notes(BaseHTTPRequestHandler):
        def do_GET(self):
            self.server.asked.append(self.path)
            self.send_error(404)

        def log_message(self, *args):
            """Quiet."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Notes)
    server.asked = []
    Thread(target=server.serve_forever, daemon=True).start()
    yield server
    server.shutdown()
    server.server_close()


@pytest.fixture
def hostile(listener, tmp_path):
    """Every vector, aimed at the listener and at a secret file."""
    secret = tmp_path / "secret.txt"
    secret.write_text(SECRET)
    web = f"http://127.0.0.1:{listener.server_port}"
    return " ".join(v.format(web=web, file=secret.as_uri()) for v in VECTORS)
