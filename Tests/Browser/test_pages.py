"""Each kind of page, in both languages and both widths: quiet, self-contained, never wider than its window."""

import re
import urllib.request

import pytest
from addresses import LANGUAGES, PAGES, REGION

every_page = pytest.mark.parametrize("path", PAGES.values(), ids=PAGES.keys())
every_language = pytest.mark.parametrize("language", LANGUAGES)


# The other two of language and width are opened by test_accessibility.py, which asks the same of them.
@every_page
@pytest.mark.parametrize("language, width", [("en", 1280), ("zh", 390)])
def test_page_is_quiet_and_fits(visit, path, language, width):
    visit(path, language, width).check_quiet_and_fitting(language)


@every_page
@every_language
def test_page_reads_without_script(visit, path, language):
    opened = visit(path, language, width=390, script=False)
    assert opened.response.status == 200
    assert len(opened.page.locator("main").inner_text().strip()) > 80
    assert opened.page.locator("noscript").count() == 0
    assert opened.outside == []
    assert opened.overflow() <= 0


@every_page
def test_page_forbids_what_it_does_not_need(site, path):
    with urllib.request.urlopen(site + path, timeout=60) as response:
        headers = response.headers
    policy = headers.get("content-security-policy", "")
    assert "default-src 'self'" in policy or "default-src 'none'" in policy
    assert "unsafe" not in policy and "*" not in policy and "http:" not in policy and "https:" not in policy
    assert headers.get("x-content-type-options") == "nosniff"
    assert "referrer-policy" in headers


@every_page
def test_dark_page_differs_from_light(visit, path):
    background = "getComputedStyle(document.body).backgroundColor"
    dark = visit(path, theme="dark")
    assert dark.complaints == []
    assert dark.page.locator("html").get_attribute("data-theme") == "dark"
    before = dark.page.evaluate(background)
    dark.page.evaluate("document.documentElement.dataset.theme = 'light'")
    assert dark.page.evaluate(background) != before


def test_language_follows_the_browser_without_a_parameter(visit):
    assert visit("/", language=None, header="en-GB").page.locator("html").get_attribute("lang").startswith("en")
    assert visit("/", language=None, header="zh-CN").page.locator("html").get_attribute("lang").startswith("zh")


@every_language
def test_language_link_leads_to_the_same_page(visit, language):
    other = "en" if language == "zh" else "zh"
    opened = visit(REGION + "/organizations/o.gwm", language, script=False)
    opened.page.locator(f"a[hreflang^={other}]").first.click()
    opened.page.wait_for_url(re.compile(f"/organizations/o.gwm.*lang={other}"))
    assert opened.page.locator("html").get_attribute("lang").startswith(other)


def test_unknown_record_is_a_page_that_leads_on(visit):
    opened = visit(REGION + "/organizations/o.no-such-organization")
    assert opened.response.status == 404
    assert opened.page.locator("main a[href]").count() > 0
