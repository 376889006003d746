"""The first walk of a newcomer: home, a study, an organization in its answer, the source behind a statement."""

import re

import pytest
from addresses import LANGUAGES, PAGES, REGION, WIDTHS


def follow(page, pattern: str):
    """Clicks the first visible link in the main part whose address fits, and waits for its page."""
    links = page.locator("main a[href]:visible")
    links.first.wait_for()
    for link in links.all():
        if re.search(pattern, link.get_attribute("href")):
            link.click()
            page.wait_for_url(re.compile(pattern))
            page.locator("h1").first.wait_for()
            return
    pytest.fail(f"{page.url} has no visible link to {pattern}")


def answer(page):
    """Asks the study on this page and waits for the answer, unless the page already shows it."""
    organizations = page.locator("main a[href*='/organizations/']")
    if organizations.count() == 0:
        ask = page.locator("main form").locator("[type=submit], button")
        assert ask.count() > 0, f"{page.url} names no organization and has no button that asks"
        ask.first.click()
        organizations.first.wait_for(state="attached", timeout=60_000)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("script", [True, False], ids=["script", "no-script"])
def test_home_to_study_to_organization_to_source(visit, language, width, script):
    opened = visit(PAGES["home"], language, width, script=script)
    page = opened.page
    follow(page, REGION + r"/studies/chain\b")
    answer(page)
    # What folds on a narrow window is opened, as a reader would.
    page.evaluate("document.querySelectorAll('main details').forEach(part => { part.open = true })")
    follow(page, REGION + r"/organizations/[\w.-]+")
    page.evaluate("document.querySelectorAll('main details').forEach(part => { part.open = true })")
    follow(page, REGION + r"/sources/[\w.-]+")
    assert page.locator("html").get_attribute("lang").startswith(language)
    assert opened.complaints == []
    assert opened.outside == []
    assert opened.overflow() <= 0


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("script", [True, False], ids=["script", "no-script"])
def test_home_to_map_to_chain_to_organization_to_source(visit, language, width, theme, script):
    opened = visit(PAGES["home"], language, width, theme=theme, script=script)
    page = opened.page
    follow(page, REGION + r"/map\b")
    page.locator(f"nav a[href='{REGION}/chain']").click()
    page.wait_for_url(re.compile(REGION + r"/chain\b"))
    stage = page.locator("#stage-systems")
    stage.wait_for()
    # On a phone with script a stage is folded until it is opened.
    if stage.get_attribute("open") is None:
        stage.locator(":scope > summary").click()
    card = page.locator("[id='sg.sys.seat'] > details")
    card.locator(":scope > summary").click()
    assert card.locator(".st").count() == 0 or card.locator(".st").first.get_attribute("aria-label")
    follow(page, REGION + r"/organizations/[\w.-]+")
    page.evaluate("document.querySelectorAll('main details').forEach(part => { part.open = true })")
    follow(page, REGION + r"/sources/[\w.-]+")
    assert page.locator("html").get_attribute("lang").startswith(language)
    assert opened.complaints == []
    assert opened.outside == []
    assert opened.overflow() <= 0
