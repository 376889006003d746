"""The second walk: upload a table, see what is wrong, assign columns, write, ask a study of it, undo, delete."""

import re

import pytest
from addresses import LANGUAGES, REGION, WIDTHS
from axe_playwright_python.sync_playwright import Axe

# Headers that are partly recognized, in the encoding of Chinese spreadsheets; row 3 has a region that nobody knows.
TABLE = ("厂名,类型,所在地,依据,备用列\n甲汽车配件,supplier,天津市,申报,x\n乙电池,battery_maker,火星市,申报,y\n").encode("gb18030")
MATRIX = "region,cars,steel,ports\n北京,10,1,0\n天津,5,9,20\n河北,3,30,12\n".encode()
WORDS = {
    "read": {"zh": "按此读取", "en": "Read it so"},
    "delete": {"zh": "全部删除", "en": "Delete all of it"},
    "undo": {"zh": "撤销", "en": "Undo"},
}


def begin(opened, table=TABLE, name="名单.csv", start="beijing-tianjin-hebei", kind="data"):
    """Makes a package from the page of own data; returns its address."""
    page = opened.page
    page.fill("#title", "名单 <b>&")
    page.select_option("#start", start)
    page.set_input_files("#file", {"name": name, "mimeType": "text/csv", "buffer": table})
    page.select_option("#as", kind)
    page.click("main form .btn.pri")
    page.wait_for_url(re.compile(r"/r/own-[0-9a-f]{32}/own"))
    return re.sub(r"/own(#.*)?$", "", page.url)


def button(page, word, language):
    return page.locator("main button").filter(has_text=WORDS[word][language]).first


def grave(page):
    return [
        f"{finding['id']}: {finding['help']}: {finding['nodes'][0]['target']}"
        for finding in Axe().run(page).response["violations"] if finding["impact"] in ("serious", "critical")
    ]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("script, theme", [(True, "light"), (False, "dark")], ids=["script", "no-script"])
def test_upload_to_findings_to_study_and_back(visit, language, width, script, theme):
    opened = visit(REGION + "/own", language, width, theme, script)
    page = opened.page
    root = begin(opened)
    main = page.locator("main")
    assert "名单.csv:1" in main.inner_text()
    # The table's name says nothing, so it is said by hand; then its columns.
    page.select_option("#t0", "organizations")
    button(page, "read", language).click()
    page.select_option("#t0c0", "name_zh")
    page.select_option("#t0c4", "-")
    button(page, "read", language).click()
    assert "名单.csv:3:home_region" in main.inner_text()
    assert opened.overflow() <= 0
    # Errors are written only where that is said.
    page.check("[name=accept]")
    page.click("main .decide .btn.pri")
    page.wait_for_url(re.compile("#versions$"))
    assert opened.overflow() <= 0
    page.goto(root + "/organizations?" + f"lang={language}")
    page.goto(root + "/studies/overview?" + f"lang={language}")
    # A run that takes longer shows its progress first.
    page.locator("main .figs, main .tbl").first.wait_for(timeout=60_000)
    assert opened.overflow() <= 0
    page.goto(root + "/search?q=甲汽车配件")
    assert "甲汽车配件" in main.inner_text()
    page.goto(root + "/own")
    button(page, "undo", language).click()
    page.goto(root + "/search?q=甲汽车配件")
    assert main.locator("mark").filter(has_text="甲汽车配件").count() == 0
    page.goto(root + "/own")
    page.check("[name=sure]")
    button(page, "delete", language).click()
    page.wait_for_url(re.compile(REGION + "/own"))
    assert opened.complaints == []
    assert opened.outside == []
    assert page.goto(root).status == 404


@pytest.mark.parametrize("language, theme, width", [("zh", "light", 1280), ("en", "dark", 390)])
def test_axe_finds_nothing_serious_on_own_data(visit, language, theme, width):
    opened = visit(REGION + "/own", language, width, theme)
    assert not grave(opened.page)
    begin(opened)
    assert not grave(opened.page), "a file that waits"
    opened.page.check("[name=accept]") if opened.page.locator("[name=accept]").count() else None
    opened.page.select_option("#t0", "organizations")
    button(opened.page, "read", language).click()
    assert not grave(opened.page), "columns to assign"


@pytest.mark.parametrize("language", LANGUAGES)
def test_matrix_of_ones_own_is_kept_or_refused_with_its_place(visit, language):
    opened = visit(REGION + "/own", language, 390, script=False)
    root = begin(opened, MATRIX, "jobs.csv", "", "matrix")
    assert "jobs.csv" in opened.page.locator("#inputs").inner_text()
    opened.page.locator("#inputs a[href*='/studies/']").first.click()
    opened.page.wait_for_url(re.compile("supplied=matrix|/runs/"))
    opened.page.locator("main .tbl").first.wait_for(state="attached", timeout=60_000)
    assert opened.overflow() <= 0
    opened.page.goto(root + "/own")
    assert opened.overflow() <= 0
    opened.page.set_input_files(
        "#file", {"name": "bad.csv", "mimeType": "text/csv", "buffer": b"region,cars\nX,1\nY,many\n"})
    opened.page.select_option("#as", "matrix")
    opened.page.locator("main form[enctype] .btn").click()
    assert "bad.csv:3:cars" in opened.page.locator("#refused").inner_text()
    assert "jobs.csv" in opened.page.locator("#inputs").inner_text()


def test_keyboard_alone_uploads_and_writes(visit):
    opened = visit(REGION + "/own", "en")
    page = opened.page

    def reach(selector):
        for _ in range(80):
            if page.evaluate("s => document.activeElement?.matches(s) ?? false", selector):
                return
            page.keyboard.press("Tab")
        pytest.fail(f"{selector} is not reached with the keyboard on {page.url}")

    reach("#title")
    page.keyboard.type("Typed")
    reach("#start")
    page.keyboard.type("A copy of Bei")
    reach("#file")
    # The window in which a file is chosen belongs to the system; what it gives is handed over.
    page.set_input_files("#file", {"name": "organizations.csv", "mimeType": "text/csv",
                                   "buffer": "中文名称,类型,所在地,依据\n丁公司,supplier,天津市,申报\n".encode()})
    reach("main form .btn.pri")
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile(r"/r/own-[0-9a-f]{32}/own"))
    if page.locator("[name=accept]").count():
        reach("[name=accept]")
        page.keyboard.press("Space")
    reach("main .decide .btn.pri")
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile("#versions$"))
    assert "organizations.csv" in page.locator("#versions").inner_text()
    assert opened.complaints == []


def test_own_data_is_listed_to_nobody(visit):
    opened = visit(REGION + "/own", "zh")
    root = begin(opened)
    token = re.search("own-[0-9a-f]{32}", root)[0]
    for path in ("/", REGION + "/own", REGION + "/data", "/api/v1/packages"):
        stranger = visit(path, "zh")
        assert token not in stranger.page.content()
    assert visit("/r/" + "own-" + "0" * 32, "zh").response.status == 404
