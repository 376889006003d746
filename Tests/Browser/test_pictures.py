"""Pictures: drawn from their tables where a script runs, tables alone where it does not; maps with and without outlines."""

import os
import pathlib
import tempfile

import pytest
from addresses import REGION
from playwright.sync_api import expect

import server

STUDIES = REGION + "/studies/"
DRAWN_BY_SCRIPT = {
    "bars": STUDIES + "clusters", "network": STUDIES + "innovation", "sankey": STUDIES + "innovation",
    "timeline": STUDIES + "timeline", "bands": REGION + "/stress?what=region%3Ar.he.bd&days=28&samples=3",
}
MAP = REGION + "/map"
CLUSTERS = "/r/six-clusters/map"


def wait_for_pictures(page):
    # Not `wait_for_function`: a text that is asked again and again is eval, which the content policy forbids.
    page.wait_for_selector("html[data-drawn]", state="attached")


def colours(page, selector: str) -> list[str]:
    return page.eval_on_selector_all(
        selector, "nodes => nodes.map(node => node.getAttribute('fill') ?? getComputedStyle(node).fill)")


@pytest.fixture(scope="session")
def bare_site():
    """A server that finds neither the chart library nor outlines."""
    with tempfile.TemporaryDirectory(prefix="jingwei-bare-") as folder:
        before = os.environ.get("JINGWEI_WEB")
        os.environ["JINGWEI_WEB"] = folder
        try:
            with server.running() as url:
                yield url
        finally:
            if before is None:
                del os.environ["JINGWEI_WEB"]
            else:
                os.environ["JINGWEI_WEB"] = before


@pytest.mark.parametrize("kind, path", DRAWN_BY_SCRIPT.items(), ids=DRAWN_BY_SCRIPT.keys())
@pytest.mark.parametrize("width", [1280, 390])
def test_picture_is_drawn_and_its_table_folds(visit, kind, path, width):
    opened = visit(path, "zh", width)
    page = opened.page
    wait_for_pictures(page)
    figure = page.locator(f"figure[data-drawing={kind}]").first
    expect(figure.locator(".plot svg")).to_be_visible()
    assert figure.locator(".plot svg").bounding_box()["height"] > 40
    assert figure.locator(".plot").get_attribute("aria-label")
    assert figure.locator("details.twin").get_attribute("open") is None
    figure.locator("details.twin > summary").click()
    expect(figure.locator("details.twin table")).to_be_visible()
    assert opened.complaints == []
    assert opened.outside == []
    assert opened.overflow() <= 0


def test_bars_say_what_the_table_says(visit):
    page = visit(STUDIES + "clusters", "en").page
    wait_for_pictures(page)
    figure = page.locator("figure[data-drawing=bars]").first
    drawn = " ".join(figure.locator(".plot text").all_text_contents())
    columns = figure.get_attribute("data-values").split()
    for column in columns:
        index = figure.locator(f"th[data-column={column}]").evaluate("head => head.cellIndex")
        for words in figure.locator("tbody tr").evaluate_all(
                "(rows, index) => rows.map(row => row.cells[index].textContent.trim())", index):
            assert words in drawn


@pytest.mark.parametrize("path", sorted(set(DRAWN_BY_SCRIPT.values())))
def test_without_script_the_table_stands_open(visit, path):
    page = visit(path, "en", script=False).page
    for kind, address in DRAWN_BY_SCRIPT.items():
        if address == path:
            expect(page.locator(f"figure[data-drawing={kind}] details.twin table").first).to_be_visible()
    assert page.locator(".plot").count() == 0


def test_without_the_chart_library_tables_stand_open_and_nothing_complains(bare_site, visit):
    opened = visit(DRAWN_BY_SCRIPT["timeline"], "zh", site=bare_site)
    wait_for_pictures(opened.page)
    expect(opened.page.locator("figure[data-drawing=timeline] table")).to_be_visible()
    assert opened.page.locator(".plot").count() == 0
    assert opened.complaints == []


def test_pictures_follow_the_theme(visit):
    page = visit(STUDIES + "timeline", "zh", theme="light").page
    wait_for_pictures(page)
    light = colours(page, ".plot svg text")
    page.evaluate("document.documentElement.dataset.theme = 'dark'")
    page.wait_for_selector(f".plot svg text:not([fill='{light[0]}'])", state="attached")
    assert set(colours(page, ".plot svg text")).isdisjoint(light)


def test_print_shows_picture_and_table(visit):
    page = visit(STUDIES + "clusters", "zh", theme="dark").page
    wait_for_pictures(page)
    page.emulate_media(media="print")
    figure = page.locator("figure[data-drawing=bars]").first
    expect(figure.locator(".plot svg")).to_be_visible()
    expect(figure.locator("details.twin table")).to_be_visible()


@pytest.mark.parametrize("width", [1280, 390])
@pytest.mark.parametrize("language", ["zh", "en"])
def test_map_is_drawn_with_outlines(visit, language, width):
    opened = visit(MAP, language, width)
    page = opened.page
    expect(page.locator("svg.atlas").first).to_be_visible()
    assert page.locator("svg.atlas path.area").count() >= 13
    assert page.locator("svg.atlas .pin").count() > 60
    assert "审图号" in page.locator(".cf").first.inner_text() or "approval number" in page.locator(".cf").first.inner_text()
    # Names never leave the frame and the page never grows sideways.
    assert opened.overflow() <= 0
    assert opened.complaints == []
    assert opened.outside == []


def test_map_without_outlines_shows_points_on_a_graticule(bare_site, visit):
    opened = visit(MAP, "zh", site=bare_site)
    page = opened.page
    assert page.locator("svg.atlas path.area").count() == 0
    assert page.locator("svg.atlas .grid path").count() > 4
    assert page.locator("svg.atlas .pin").count() > 60
    assert opened.complaints == []


def test_map_of_a_country_draws_no_outline(visit):
    page = visit(CLUSTERS, "zh").page
    assert page.locator("svg.atlas path.area").count() == 0
    assert page.locator("svg.atlas .discs circle").count() >= 17


def test_map_without_script_is_a_picture_with_links_and_tables(visit):
    opened = visit(MAP, "zh", script=False)
    page = opened.page
    expect(page.locator("svg.atlas")).to_be_visible()
    assert page.locator("svg.atlas a.pin[href*='/sites/']").count() > 20
    assert page.locator("table#t-layer-vehicle tbody tr").count() == 12
    page.locator("input[name=layer][value=vehicle]").uncheck()
    page.locator("form.row button[type=submit]").click()
    page.wait_for_url("**/map?**set=1**")
    assert page.locator("table#t-layer-vehicle").count() == 0


def test_a_mark_tells_what_it_is_and_leads_on(visit):
    opened = visit(MAP, "zh")
    page = opened.page
    page.locator("svg.atlas a.pin:not(.in)").first.click()
    card = page.locator(".atlasbox .card")
    expect(card).to_be_visible()
    assert card.locator("b").inner_text().strip()
    card.locator("a").first.click()
    page.wait_for_url("**/r/beijing-tianjin-hebei/*/*")
    assert opened.complaints == []


def test_circles_part_when_the_map_grows(visit):
    page = visit(MAP, "zh").page
    counted = "() => [...document.querySelectorAll('svg.atlas .many text')].reduce((sum, node) => sum + Number(node.textContent), 0)"
    before = page.evaluate(counted)
    for _ in range(4):
        page.locator(".zoom button").first.click()
    assert page.evaluate(counted) < before
    page.locator(".zoom button").last.click()
    assert page.evaluate(counted) == before


def test_map_is_one_stop_for_the_keyboard_and_arrows_move_in_it(visit):
    page = visit(MAP, "zh").page
    stops = page.locator("svg.atlas [tabindex='0']")
    assert stops.count() == 1
    stops.first.focus()
    first = page.evaluate("document.activeElement.getAttribute('aria-label')")
    for key in ["ArrowDown", "ArrowRight", "ArrowLeft", "ArrowUp"]:
        page.keyboard.press(key)
        if page.evaluate("document.activeElement.getAttribute('aria-label')") != first:
            break
    assert page.evaluate("document.activeElement.closest('svg.atlas') !== null")
    page.keyboard.press("Enter")
    expect(page.locator(".atlasbox .card")).to_be_visible()
    page.keyboard.press("Escape")
    assert page.locator(".atlasbox .card").count() == 0
    assert page.evaluate("document.activeElement.closest('svg.atlas') !== null")


def test_map_can_be_saved(visit):
    page = visit(MAP, "zh").page
    for label, first_bytes in [("PNG", b"\x89PNG"), ("SVG", b"<svg")]:
        with page.expect_download() as download:
            page.locator("#f-map .tfoot").get_by_role("button", name=label).click()
        assert pathlib.Path(download.value.path()).read_bytes().startswith(first_bytes)
    with page.expect_download() as download:
        page.locator("#f-map .tfoot").get_by_role("link", name="GeoJSON").click()
    assert b"FeatureCollection" in pathlib.Path(download.value.path()).read_bytes()[:200]


@pytest.mark.parametrize("path", [REGION, REGION + "/organizations/o.gwm", REGION + "/regions/r.he.ts"])
def test_small_maps_stand_where_a_reader_asks_where(visit, path):
    opened = visit(path, "zh")
    expect(opened.page.locator("svg.atlas.small")).to_be_visible()
    assert opened.complaints == []


def test_a_slider_shades_the_map_of_a_day_as_its_table_says(visit):
    opened = visit(DRAWN_BY_SCRIPT["bands"] + "&day=0", "en")
    page = opened.page
    figure = page.locator("figure[data-drawing=map-over-time]")
    expect(figure.locator("form.slider button")).to_be_hidden()
    areas = figure.locator(".atlasbox.now [data-area]")
    before = areas.evaluate_all("areas => areas.map(area => area.getAttribute('class'))")
    slider = figure.locator("input[type=range]")
    slider.evaluate("input => { input.value = input.max; input.dispatchEvent(new Event('input', {bubbles: true})); }")
    last = slider.evaluate("input => input.value")
    expect(figure.locator("output")).to_have_text(f"Day {last}")
    assert before != areas.evaluate_all("areas => areas.map(area => area.getAttribute('class'))")
    assert opened.complaints == []


def test_without_script_another_day_is_a_page(visit):
    opened = visit(DRAWN_BY_SCRIPT["bands"], "en", script=False)
    figure = opened.page.locator("figure[data-drawing=map-over-time]")
    figure.locator("input[type=range]").fill("0")
    figure.locator("form.slider button").click()
    opened.page.wait_for_url("**day=0**")
    expect(opened.page.locator("figure[data-drawing=map-over-time] output")).to_have_text("Day 0")
