"""A real Chromium, one window per person, on a live server with a real worker behind it."""

import shutil

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import sync_playwright

from reform_portal.celery import app
from tests import factories
from tests.reports.faults import Redis, Worker

PHONE = {"width": 360, "height": 760}
DESK = {"width": 1280, "height": 900}


@pytest.fixture(scope="session")
def chromium():
    """Debian's Chromium, headless; it speaks to nobody but the live server."""
    with pytest.MonkeyPatch.context() as environment, sync_playwright() as playwright:
        # Playwright's loop runs in this thread; the tests' queries beside it are not async.
        environment.setenv("DJANGO_ALLOW_ASYNC_UNSAFE", "true")
        path = shutil.which("chromium")
        assert path, "The browser tests need Debian's chromium: apt-get install chromium"
        browser = playwright.chromium.launch(
            executable_path=path, args=["--disable-gpu", "--disable-quic"]
        )
        yield browser
        browser.close()


class Person:
    """Somebody at a browser; every page opened is checked for accessibility and errors."""

    def __init__(self, page, address, script=True):
        self.page = page
        self.address, self.script = address, script
        self.problems = []
        self.judged = set()
        self.page.on("console", self._listen)
        self.page.on("pageerror", lambda error: self.problems.append(str(error)))
        self.page.on("request", self._watch)

    def _listen(self, message):
        # A form sent back with its errors (422) and a lost race (409) are answers, not faults.
        if message.type == "error" and not any(code in message.text for code in ("422", "409")):
            self.problems.append(message.text)

    def _watch(self, request):
        if not request.url.startswith((self.address, "data:", "blob:")):
            self.problems.append(f"asked {request.url}")

    def sign_in(self, username):
        self.open("/login/")
        self.fill(username=username, password=factories.PASSWORD)
        self.press("form[data-once] button, main form button")
        return self

    def open(self, path):
        self.page.goto(f"{self.address}{path}")
        return self.look()

    def look(self):
        """The page is accessible (axe-core) and does not scroll sideways.

        Without scripts nothing can be asked of the page: axe-core would wait for ever.
        """
        if not self.script:
            return self
        self._judge()
        wide = "document.documentElement.scrollWidth <= document.documentElement.clientWidth"
        assert self.page.evaluate(wide), f"{self.page.url} scrolls sideways"
        assert not self.problems, self.problems
        return self

    def _judge(self):
        """Axe-core, once for every page as it looks: a form opened again looks the same."""
        looks = (self.page.url, len(self.page.content()))
        if looks in self.judged:
            return
        self.judged.add(looks)
        found = Axe().run(self.page).response["violations"]
        assert not found, [(rule["id"], [n["html"] for n in rule["nodes"]][:3]) for rule in found]

    def fill(self, **values):
        """Fill fields by name: text, choices (by value), ticks (True or a list of values)."""
        for name, value in values.items():
            field = self.page.locator(f"main [name={name}]")
            kind = field.first.evaluate("e => e.type || e.tagName")
            if kind in ("checkbox", "radio"):
                self._tick(name, field, value)
            elif kind.startswith("select"):
                field.select_option(value)
            elif kind == "file":
                field.set_input_files(value)
            else:
                field.fill(str(value))
        return self

    def _tick(self, name, field, value):
        if value is True:
            field.check()
            return
        for each in value if isinstance(value, list) else [value]:
            self.page.locator(f'main [name={name}][value="{each}"]').check()

    def press(self, selector):
        """Press a button that leads to another page, and look at it."""
        with self.page.expect_navigation():
            self.page.locator(selector).first.click()
        return self.look()

    def save(self):
        """Press the main button of a form; it must not come back with errors."""
        self.press("main form[data-unsaved] button.btn-primary")
        assert not self.page.locator(".error-summary").count(), self.text()
        return self

    def step(self, name, note=""):
        """Take a step of a workflow by its button."""
        form = self.page.locator(f'form[action$="/{name}/"]').first
        if not form.is_visible():
            form.locator("xpath=ancestor::details/summary").click()
        if note:
            form.locator("[name=note]").fill(note)
        with self.page.expect_navigation():
            form.locator("button").click()
        return self.look()

    def text(self):
        return self.page.locator("main").inner_text()


@pytest.fixture
def sit_down(chromium, live_server):
    """sit_down(world.head): the person signs in at a browser of his or her own."""
    windows = []

    def seated(human, viewport=DESK, script=True):
        window = chromium.new_context(
            viewport=viewport, locale="vi-VN", java_script_enabled=script, accept_downloads=True
        )
        windows.append(window)
        person = Person(window.new_page(), live_server.url, script)
        return person.sign_in(human.account.username)

    yield seated
    for window in windows:
        window.close()


@pytest.fixture
def worker(transactional_db, tmp_path, monkeypatch):
    """A Redis and a worker process of this test, at which the pages ring."""
    broker = Redis(tmp_path)
    running = Worker(tmp_path, broker)
    monkeypatch.setenv("CELERY_BROKER_URL", broker.url)
    app._after_fork()
    yield running
    running.stop()
    broker.stop()
    app._after_fork()
