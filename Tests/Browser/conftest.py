"""Fixtures of the browser tests: one server and one Chromium for the whole run, a fresh window for each page."""

import os
import pathlib
import shutil
import sys
import urllib.parse

import pytest
from playwright.sync_api import sync_playwright

ROOT = pathlib.Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "scripts"))
import server  # noqa: E402


class Visit:
    """A page in a window of its own, with what it complained about and whom it asked."""

    def __init__(self, context, address: str):
        self.address = address
        self.host = urllib.parse.urlsplit(address).netloc
        self.complaints: list[str] = []
        self.outside: list[str] = []
        context.on("request", self._asked)
        self.page = context.new_page()
        self.page.on("console", self._said)
        self.page.on("pageerror", lambda error: self.complaints.append(str(error)))
        self.response = self.page.goto(address, wait_until="load")
        if self.response.status == 202:
            # An answer that takes longer than a moment is a page of progress first: it is left, and opened when it is done.
            self.page.goto("about:blank")
            for _ in range(240):
                if context.request.get(address).status != 202:
                    break
                self.page.wait_for_timeout(500)
            self.complaints.clear()
            self.response = self.page.goto(address, wait_until="load")

    def _asked(self, request):
        parts = urllib.parse.urlsplit(request.url)
        if parts.scheme in ("http", "https", "ws", "wss") and parts.netloc != self.host:
            self.outside.append(request.url)

    def _said(self, message):
        if message.type in ("error", "warning"):
            self.complaints.append(f"{message.type}: {message.text}")

    def overflow(self) -> int:
        """By how many pixels the page is wider than its window."""
        return self.page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")

    def check_quiet_and_fitting(self, language: str):
        """One heading, the right language, no complaint, nobody outside asked, not wider than the window."""
        assert self.response.status == 200
        assert self.page.locator("h1").count() == 1
        assert self.page.locator("html").get_attribute("lang").startswith(language)
        assert self.page.title().strip()
        assert self.complaints == []
        assert self.outside == []
        assert self.overflow() <= 0


@pytest.fixture(scope="session")
def site():
    """The address of the server under test, without a slash at its end."""
    if given := os.environ.get("JINGWEI_URL"):
        yield given.rstrip("/")
        return
    with server.running() as url:
        yield url


@pytest.fixture(scope="session")
def browser():
    chromium = os.environ.get("CHROMIUM") or shutil.which("chromium")
    if not chromium:
        pytest.fail("chromium is not installed: run scripts/setup.sh test")
    # Chromium refuses its sandbox to root, which is who runs the tests in a container.
    args = ["--no-sandbox"] if os.getuid() == 0 else []
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=args)
        yield browser
        browser.close()


@pytest.fixture
def visit(site, browser):
    """visit(path, language=, width=, theme=, script=, site=) opens the page; its window closes when the test ends."""
    contexts = []

    def open_page(path, language="zh", width=1280, theme="light", script=True, header=None, site=site):
        address = site + path
        if language:
            address += ("&" if "?" in path else "?") + f"lang={language}"
        context = browser.new_context(
            viewport={"width": width, "height": 900 if width > 600 else 844},
            java_script_enabled=script, color_scheme=theme,
            locale=header or {"zh": "zh-CN", "en": "en-GB"}[language])
        context.set_default_timeout(30_000)
        context.add_cookies([{"name": "jingwei-theme", "value": theme, "url": site}])
        contexts.append(context)
        return Visit(context, address)

    yield open_page
    for context in contexts:
        context.close()
