"""Answers that are compared, tried with a change, cited and framed."""

import contextlib
import http.server
import re
import threading

import pytest
from addresses import LANGUAGES, PAGES, REGION
from playwright.sync_api import expect

RUN = re.compile(r"/runs/([0-9a-f]{24})")


def run_of(page) -> str:
    return RUN.search(page.content()).group(1)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("script", [True, False], ids=["script", "no-script"])
def test_a_change_is_tried_and_compared(visit, language, script):
    opened = visit(REGION + "/studies/chain", language, script=script)
    page = opened.page
    page.locator(f"main a[href^='{REGION}/scenario']").first.click()
    page.locator("#s-q").fill("诺博" if language == "zh" else "Nobo")
    page.locator("#find form button").first.click()
    page.locator("#find a[href*='record=o.nobo']").first.click()
    page.locator("a.btn[href*='do=remove']").click()
    page.wait_for_url(re.compile("scenario="))
    expect(page.locator("#changes ol > li")).to_have_count(1)
    page.locator("#ask button[name=against]").click()
    page.wait_for_url(re.compile("/compare"))
    expect(page.locator("#t-settings")).to_be_visible(timeout=60_000)
    expect(page.locator("#t-figures tbody tr").first).to_be_visible()
    assert opened.complaints == []
    assert opened.overflow() <= 0


@pytest.mark.parametrize("width", [1280, 390])
def test_run_and_compare_from_the_form(visit, width):
    opened = visit(REGION + "/studies/chain", "en", width=width)
    page = opened.page
    page.locator("#p-root").select_option("sg.veh")
    page.locator("button[name=against]").click()
    page.wait_for_url(re.compile("/compare"))
    expect(page.locator("#t-settings")).to_contain_text("root", timeout=60_000)
    assert opened.overflow() <= 0
    assert opened.complaints == []


def test_an_answer_is_cited(visit):
    page = visit(REGION + "/studies/overview", "en").page
    panel = page.locator("#cite")
    run = run_of(page)
    assert run in panel.inner_text()
    panel.locator("summary").click()
    assert f"url = {{http://127.0.0.1" in panel.locator("pre").inner_text()
    with page.expect_download() as download:
        panel.locator("a[href*=citation]").click()
    assert download.value.suggested_filename.endswith(".bib")


@contextlib.contextmanager
def another_site(text: str):
    """A page of another origin on loopback."""

    class Page(http.server.BaseHTTPRequestHandler):
        def do_GET(self):
            self.send_response(200)
            self.send_header("Content-Type", "text/html; charset=utf-8")
            self.end_headers()
            self.wfile.write(text.encode())

        def log_message(self, *_):
            pass

    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), Page) as other:
        threading.Thread(target=other.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{other.server_port}/"
        other.shutdown()


def test_only_a_figure_alone_may_be_framed(visit, site):
    run = run_of(visit(REGION + "/studies/chain", "en").page)
    frames = (
        f"<iframe id=a width=900 height=500 src='{site}/embed{REGION}/runs/{run}/loom?lang=en'></iframe>"
        f"<iframe id=b width=900 height=500 src='{site}{REGION}/data?lang=en'></iframe>")
    with another_site(frames) as address:
        page = visit("/", "en", site=address.rstrip("/")).page
        expect(page.frame_locator("#a").locator("table.loom")).to_be_visible(timeout=30_000)
        # The browser keeps every other page out of the frame.
        page.wait_for_load_state("networkidle")
        assert page.frame_locator("#b").locator("h1", has_text="Data package").count() == 0


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("width", [1280, 390])
def test_a_figure_alone_is_quiet_and_fits(visit, width, theme):
    run = run_of(visit(REGION + "/studies/clusters", "en").page)
    bars = visit(REGION + "/studies/clusters", "en").page.locator("figure[data-drawing=bars]").first.get_attribute("id")[2:]
    opened = visit(f"/embed{REGION}/runs/{run}/{bars}?theme={theme}", "en", width=width)
    opened.page.wait_for_selector("html[data-drawn]")
    expect(opened.page.locator(".plot svg")).to_be_visible()
    assert opened.page.locator("html").get_attribute("data-theme") == theme
    assert opened.complaints == []
    assert opened.outside == []
    assert opened.overflow() <= 0
