"""The chain diagram: a grid of cards that folds on a phone, lines where there is room, everything in words."""

import re

import pytest
from addresses import LANGUAGES, PAGES, REGION
from playwright.sync_api import expect

CHAIN = PAGES["chain"]


def lines(page):
    return page.locator(".chain > svg path")


@pytest.mark.parametrize("language", LANGUAGES)
def test_lines_are_the_table_of_ties(visit, language):
    page = visit(CHAIN, language).page
    expect(lines(page).first).to_be_attached()
    drawn = {(line.get_attribute("data-from"), line.get_attribute("data-to")) for line in lines(page).all()}
    listed = set(map(tuple, page.locator("#t-ties tbody tr").evaluate_all(
        """rows => rows.map(row => [0, 1].map(index =>
            decodeURIComponent(row.cells[index].querySelector("a").pathname.split("/").pop())))""")))
    assert drawn and drawn <= listed


def test_a_card_lights_its_lines_and_opens(visit):
    page = visit(CHAIN, "en").page
    expect(lines(page).first).to_be_attached()
    start = lines(page).first.get_attribute("data-from")
    summary = page.locator(f"[id='{start}'] > details > summary")
    summary.hover()
    expect(page.locator(".chain > svg path.on").first).to_be_attached()
    summary.click()
    body = page.locator(f"[id='{start}'] > details .in-card")
    expect(body).to_be_visible()
    assert body.locator("dt").count() >= 3
    assert body.locator(f":scope > p a[href*='/segments/{start}']").count() == 1


def test_no_lines_where_there_is_no_room_and_one_stage_open_on_a_phone(visit):
    page = visit(CHAIN, "zh", width=390).page
    expect(page.locator("details.stage:not([open])").nth(3)).to_be_attached()
    assert page.locator("details.stage[open]").count() == 1
    assert lines(page).count() == 0
    page.locator("#stage-vehicle > summary").click()
    expect(page.locator("[id='sg.veh']")).to_be_visible()


@pytest.mark.parametrize("width", [1280, 390])
def test_without_script_every_stage_stands_open(visit, width):
    page = visit(CHAIN, "en", width=width, script=False).page
    assert page.locator("details.stage:not([open])").count() == 0
    expect(page.locator("[id='sg.aft']").first).to_be_visible()
    page.locator("[id='sg.sys.seat'] > details > summary").click()
    expect(page.locator("[id='sg.sys.seat'] .in-card").first).to_be_visible()


def test_classes_differ_by_shape_not_by_colour_alone(visit):
    page = visit(CHAIN, "zh").page
    pictures = set()
    for grade in ("strong", "adequate", "weak", "missing", "unknown"):
        mark = page.locator(f".legend .st.{grade}")
        pictures.add(mark.evaluate(
            "node => [getComputedStyle(node).backgroundImage.replace(/rgba?\\([^)]*\\)/g, ''), getComputedStyle(node).borderStyle, "
            "getComputedStyle(node).backgroundColor === 'rgba(0, 0, 0, 0)'].join('|')"))
    assert len(pictures) == 5


def test_words_of_the_legend_say_what_they_mean(visit):
    page = visit(CHAIN, "en").page
    page.locator(".legend summary", has_text="Unknown").click()
    expect(page.locator(".legend .pop:visible")).to_contain_text("neither weak nor missing")
    page.keyboard.press("Escape")
    assert page.locator(".legend details[open]").count() == 0


def test_keyboard_alone_reaches_a_firm(visit):
    opened = visit(CHAIN, "en")
    page = opened.page

    def tab_to(fits, limit):
        for _ in range(limit):
            page.keyboard.press("Tab")
            if page.evaluate(f"(() => {{ const now = document.activeElement; return Boolean({fits}) }})()"):
                return
        pytest.fail(f"{fits} is not reached with {limit} stops")

    tab_to("now.closest('.seg') && now.matches('summary')", 60)
    page.keyboard.press("Enter")
    tab_to("now.matches(\".in-card a[href*='/organizations/']\")", 10)
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile(REGION + "/organizations/"))
    assert opened.complaints == []
