"""Every page in its states, both themes and all widths: accessible, without sideways scrolling, whole by keyboard."""

import re

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

WIDTHS = [320, 480, 720, 800, 1100, 1400, 1920]
ONLINE = re.compile("^Online")


def settled(page):
    expect(page.get_by_role("button", name=ONLINE)).to_be_visible()


def fill(server, upstream):
    models = [(f"Model {n}", "tiny" if n == 0 else f"m-{n}", {"isEnabled": n % 2 == 0, "isDefault": n == 0}) for n in range(4)]
    server.add("A provider with a long name that has to be cut somewhere", "long-name", [], isEnabled=False)
    return server.add("Local", "local", models, baseUrl=upstream.address + "/v1", apiKey="made-up-key-0123456789-wxyz")


def nothing(page):
    settled(page)


def edit_form(page):
    page.get_by_role("button", name="Edit", exact=True).click()
    expect(page.get_by_role("dialog").get_by_label("Name")).to_be_focused()


def failed_form(page):
    page.get_by_role("button", name="Add provider").first.click()
    page.get_by_role("dialog").get_by_role("button", name="Save").click()
    expect(page.get_by_text("A name is needed.")).to_be_visible()


def discovery(page):
    page.get_by_role("button", name="Fetch models").click()
    expect(page.get_by_text("2 new, 1 known already, 3 no longer offered.")).to_be_visible()


def question(page):
    page.get_by_role("button", name="More actions").click()
    page.get_by_role("menuitem", name="Delete…").click()
    expect(page.get_by_role("alertdialog")).to_be_visible()


def menu(page):
    page.get_by_role("button", name="Actions for Model 1").click()
    expect(page.get_by_role("menu")).to_be_visible()


def chosen(page):
    page.get_by_label("Select Model 1").check()


def palette(page):
    settled(page)
    page.keyboard.press("F1")
    expect(page.get_by_role("dialog")).to_be_visible()


def conversation(page):
    page.get_by_role("textbox", name="Message").fill("# Title\n\n- one\n\n```js\na\n```\n\n| a | b |\n|---|---|\n| 1 | 2 |")
    page.keyboard.press("Enter")
    expect(page.get_by_role("status")).to_have_text("Done.")


def picker(page):
    page.get_by_role("button", name=re.compile("^Model: ")).click()
    expect(page.get_by_role("option").first).to_be_visible()


def signed_out(page):
    expect(page.get_by_role("dialog", name="Sign in to continue")).to_be_visible()


def offline(page):
    settled(page)
    page.context.set_offline(True)
    expect(page.get_by_role("button", name=re.compile("^Offline"))).to_be_visible()


STATES = [
    ("/settings#{id}", [nothing, edit_form, failed_form, discovery, question, menu, chosen, palette, offline, signed_out]),
    ("/settings#tokens", [nothing]),
    ("/settings#history", [nothing]),
    ("/chat", [nothing, conversation, picker, offline, signed_out]),
    ("/", [signed_out]),
]
CASES = [(path, state) for path, states in STATES for state in states if (path, state) != ("/", signed_out)]


@pytest.mark.parametrize("path, state", CASES, ids=[f"{path.strip('/').split('{')[0]}-{state.__name__}" for path, state in CASES])
def test_a_state_is_accessible_in_both_themes_and_fits_every_width(window, server, upstream, path, state):
    page = window(path.format(id=fill(server, upstream)), signed_in=state is not signed_out)
    state(page)
    expect(page.locator(".skeleton:visible")).to_have_count(0)
    # What depends on the theme is the colours alone.
    for theme, rules in (("light", {}), ("dark", {"runOnly": ["color-contrast", "link-in-text-block"]})):
        page.emulate_media(color_scheme=theme, reduced_motion="reduce")
        # Transitions that are under way would be measured half-way.
        page.evaluate("Promise.all(document.getAnimations().map((each) => each.finished.catch(() => {})))")
        found = Axe().run(page, options={"resultTypes": ["violations"], **rules}).response["violations"]
        serious = [(each["id"], [node["html"][:160] for node in each["nodes"]]) for each in found if each["impact"] in ("serious", "critical")]
        assert serious == [], theme
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 800})
        wide = page.evaluate("[document.documentElement.scrollWidth, innerWidth]")
        assert wide[0] <= wide[1], f"scrolls sideways at {width}"


@pytest.mark.parametrize("path", ["/settings#{id}", "/chat"])
def test_tab_walks_through_everything_in_order_and_shows_where_it_is(window, server, upstream, path):
    page = window(path.format(id=fill(server, upstream)))
    settled(page)
    expect(page.locator(".skeleton:visible")).to_have_count(0)
    page.evaluate("document.activeElement.blur(), document.body.tabIndex = -1, document.body.focus(), document.body.removeAttribute('tabindex')")
    wanted = page.evaluate(
        "[...document.querySelectorAll('a[href], button, input, select, textarea, summary')]"
        ".filter((each) => each.checkVisibility() && !each.disabled && each.tabIndex >= 0 && !each.closest('[popover]')).length"
    )
    seen = []
    for _ in range(wanted + 5):
        page.keyboard.press("Tab")
        now = page.evaluate(
            "(() => { const each = document.activeElement; if (each === document.body) return null; each.dataset.walked ??= Math.random();"
            " const style = getComputedStyle(each); const box = each.closest('.box') && getComputedStyle(each.closest('.box'));"
            " return [each.dataset.walked, style.outlineStyle !== 'none' || (box && box.outlineStyle !== 'none'), each.outerHTML.slice(0, 120)]; })()"
        )
        if now is None or any(now[0] == each[0] for each in seen):
            break
        seen.append(now)
    assert [each[2] for each in seen if not each[1]] == [], "focus that cannot be seen"
    assert "skip" in seen[0][2]
    assert len(seen) >= wanted


def test_the_pages_speak_in_forced_colours_and_in_large_text(window, server, upstream):
    page = window(f"/settings#{fill(server, upstream)}")
    settled(page)
    page.emulate_media(forced_colors="active")
    expect(page.get_by_role("switch", name="Model 0 enabled")).to_be_visible()
    page.emulate_media(forced_colors="none")
    page.evaluate("document.documentElement.style.fontSize = '200%'")
    wide = page.evaluate("[document.documentElement.scrollWidth, innerWidth]")
    assert wide[0] <= wide[1]


def test_targets_are_large_enough_to_hit(window, server, upstream):
    page = window(f"/settings#{fill(server, upstream)}")
    settled(page)
    expect(page.get_by_role("switch", name="Model 0 enabled")).to_be_visible()
    small = page.evaluate(
        "[...document.querySelectorAll('button, a.button, .providers a, [role=switch]')].filter((each) => each.checkVisibility())"
        ".map((each) => [each.getBoundingClientRect(), each.outerHTML.slice(0, 100)]).filter(([box]) => box.width < 24 || box.height < 24).map((each) => each[1])"
    )
    assert small == []
