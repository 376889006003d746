"""What axe-core and the keyboard say about each kind of page."""

import pytest
from addresses import PAGES
from axe_playwright_python.sync_playwright import Axe

SHOWN_OF_FOCUS = """() => {
    const now = document.activeElement
    if (!now || now === document.body) { return null }
    const style = getComputedStyle(now)
    const box = now.getBoundingClientRect()
    return {
        name: now.outerHTML.slice(0, 120),
        outlined: style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 1,
        visible: box.width > 0 && box.height > 0 && box.bottom > 0 && box.right > 0
    }
}"""


@pytest.mark.parametrize("language, theme, width", [("zh", "light", 1280), ("en", "dark", 390)])
@pytest.mark.parametrize("path", PAGES.values(), ids=PAGES.keys())
def test_axe_finds_nothing_serious(visit, path, language, theme, width):
    opened = visit(path, language, width, theme)
    opened.check_quiet_and_fitting(language)
    findings = Axe().run(opened.page).response["violations"]
    grave = [
        f"{finding['id']}: {finding['help']}: {finding['nodes'][0]['target']} and {len(finding['nodes']) - 1} more"
        for finding in findings if finding["impact"] in ("serious", "critical")
    ]
    assert not grave, "\n".join(grave)


@pytest.mark.parametrize("path", [PAGES["home"], PAGES["study"]], ids=["home", "study"])
def test_keyboard_focus_is_always_visible(visit, path):
    page = visit(path).page
    reached = []
    for _ in range(15):
        page.keyboard.press("Tab")
        if focus := page.evaluate(SHOWN_OF_FOCUS):
            assert focus["visible"], f"focus on something that is not to be seen: {focus['name']}"
            assert focus["outlined"], f"focus without an outline: {focus['name']}"
            reached.append(focus["name"])
    assert len(set(reached)) >= 10


def test_first_stop_skips_to_the_main_part(visit):
    page = visit(PAGES["home"]).page
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    # The browser tells of the move a moment after the key.
    page.wait_for_url(lambda url: url.endswith("#main"))
