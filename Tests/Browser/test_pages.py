"""Each kind of page, in both languages and both widths: quiet, self-contained, never wider than its window."""

import re

import pytest
from addresses import LANGUAGES, PAGES, REGION, WIDTHS

every_page = pytest.mark.parametrize("path", PAGES.values(), ids=PAGES.keys())
every_language = pytest.mark.parametrize("language", LANGUAGES)
every_width = pytest.mark.parametrize("width", WIDTHS)


@every_page
@every_language
@every_width
def test_page_is_quiet_and_fits(visit, path, language, width):
    opened = visit(path, language, width)
    assert opened.response.status == 200
    assert opened.page.locator("h1").count() == 1
    assert opened.page.locator("html").get_attribute("lang").startswith(language)
    assert opened.page.title().strip()
    assert opened.complaints == []
    assert opened.outside == []
    assert opened.overflow() <= 0


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
def test_page_forbids_what_it_does_not_need(visit, path):
    headers = visit(path).response.headers
    policy = headers.get("content-security-policy", "")
    assert "default-src 'self'" in policy or "default-src 'none'" in policy
    assert "unsafe" not in policy and "*" not in policy and "http:" not in policy and "https:" not in policy
    assert headers.get("x-content-type-options") == "nosniff"
    assert "referrer-policy" in headers


@every_page
def test_dark_page_differs_from_light(visit, path):
    background = "getComputedStyle(document.body).backgroundColor"
    light = visit(path, theme="light")
    dark = visit(path, theme="dark")
    assert dark.complaints == []
    assert light.page.evaluate(background) != dark.page.evaluate(background)


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
