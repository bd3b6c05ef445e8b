"""Every page in its states, both themes and all widths: accessible, without sideways scrolling, whole by keyboard."""

import inspect
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


def started(page):
    expect(page.get_by_role("main").get_by_role("button", name="Sign in")).to_be_visible()


def signed_out(page):
    expect(page.get_by_role("dialog", name="Sign in to continue")).to_be_visible()


def offline(page):
    settled(page)
    page.context.set_offline(True)
    expect(page.get_by_role("button", name=re.compile("^Offline"))).to_be_visible()


def loading(page):
    hold(page, "query Providers", "query Registry")
    page.reload()
    settled(page)


def error(page):
    answer = {"errors": [{"message": "Made-up fault.", "extensions": {"code": "INTERNAL"}}]}
    page.route("**/graphql", lambda route: route.fulfill(json=answer) if asks(route, "query Providers", "query Registry") else route.continue_())
    page.reload()
    expect(page.get_by_text("Made-up fault.").first).to_be_visible()


def empty(page, server):
    server.clear()
    expect(page.get_by_text(re.compile("No providers yet|No model is enabled")).first).to_be_visible()


def conflict(page, server):
    edit_form(page)
    page.get_by_role("dialog").get_by_label("Name").fill("Mine")
    found = server.graphql('{ provider(by: { name: "Local" }) { id } }')["provider"]["id"]
    server.graphql('mutation ($id: ID!) { updateProvider(id: $id, patch: { name: "Theirs" }) { id } }', {"id": found})
    expect(page.get_by_text("This provider was changed elsewhere.")).to_be_visible()
    page.get_by_role("dialog").get_by_role("button", name="Save").click()
    expect(page.get_by_role("group", name="Conflict")).to_be_visible()


def checked(page):
    edit_form(page)
    page.get_by_role("button", name="Replace").click()
    page.get_by_text("Choose one of Roster’s").click()
    page.get_by_role("dialog").get_by_role("button", name="Check").click()
    expect(page.get_by_role("dialog").locator(".check-result .state")).to_have_text("OK")


def refused(page):
    hold(page, "setModelsEnabled", answer={"errors": [{"message": "Made-up refusal.", "extensions": {"code": "UNAVAILABLE"}}]})
    page.get_by_role("switch", name="Model 1 enabled").click()
    expect(page.get_by_role("button", name="Retry")).to_be_visible()


def token_form(page):
    page.get_by_role("button", name="Create token").click()
    expect(page.get_by_role("dialog").get_by_label("Name")).to_be_focused()


def token_made(page):
    token_form(page)
    page.keyboard.type("made-up")
    page.keyboard.press("Control+Enter")
    expect(page.get_by_role("dialog").locator("output")).to_be_visible()


def streaming(page, server, upstream):
    fail(page, server, upstream, "forever")
    expect(page.locator(".prose")).not_to_be_empty()


def failed(page, server, upstream):
    fail(page, server, upstream, "unauthorized")
    expect(page.locator(".answer").get_by_role("button", name="Retry")).to_be_visible()


def banner(page, server):
    picker(page)
    page.get_by_role("option", name="Model 2").click()
    chosen = server.graphql('{ model(by: { modelSdkId: "local:m-2" }) { id } }')["model"]["id"]
    server.graphql("mutation ($ids: [ID!]!) { setModelsEnabled(ids: $ids, isEnabled: false) { id } }", {"ids": [chosen]})
    expect(page.get_by_text("Model 2 was turned off – using default Model 0.")).to_be_visible()


def nothing_found(page):
    picker(page)
    page.get_by_role("combobox").fill("zzz")
    expect(page.get_by_text("No model has these words.")).to_be_visible()


def asks(route, *operations):
    return any(each in (route.request.post_data or "") for each in operations)


def hold(page, *operations, answer=None):
    """Answers operations with something of ours, or never."""
    page.route("**/graphql", lambda route: (route.fulfill(json=answer) if answer else None) if asks(route, *operations) else route.continue_())


def fail(page, server, upstream, behaviour):
    found = server.graphql('{ provider(by: { name: "Local" }) { id } }')["provider"]["id"]
    patch = {"baseUrl": f"{upstream.address}/{behaviour}/v1"}
    server.graphql("mutation ($id: ID!, $patch: ProviderPatch!) { updateProvider(id: $id, patch: $patch) { id } }", {"id": found, "patch": patch})
    page.get_by_role("textbox", name="Message").fill("hello")
    page.keyboard.press("Enter")


def offline_form(page):
    edit_form(page)
    page.context.set_offline(True)
    expect(page.get_by_role("dialog").get_by_role("button", name="Save")).to_be_disabled()
    assert "Offline" in page.locator(".dialog-foot").evaluate("each => getComputedStyle(each, '::before').content")


STATES = [
    ("/settings#{id}", [nothing, edit_form, failed_form, checked, conflict, discovery, question, menu, chosen, refused, palette]),
    ("/settings#{id}", [loading, error, empty, offline, offline_form, signed_out]),
    ("/settings#tokens", [nothing, token_form, token_made]),
    ("/settings#history", [nothing]),
    ("/chat", [nothing, conversation, streaming, failed, banner, picker, nothing_found]),
    ("/chat", [loading, error, empty, offline, signed_out]),
    ("/", [started]),
]
CASES = [(path, state) for path, states in STATES for state in states]
# What is asked of each control in view: that it is not cut off at the side. What scrolls on its own is left out.
CUT_OFF = """[...document.querySelectorAll("button, a, input, select, textarea")]
    .filter((each) => each.checkVisibility() && !each.closest(".skip, pre, .table-scroll, .visually-hidden"))
    .filter((each) => { const box = each.getBoundingClientRect(); return box.width > 1 && (box.left < -1 || box.right > innerWidth + 1); })
    .map((each) => each.outerHTML.slice(0, 120))"""


@pytest.mark.parametrize("path, state", CASES, ids=[f"{path.strip('/').split('{')[0]}-{state.__name__}" for path, state in CASES])
def test_a_state_is_accessible_in_both_themes_and_fits_every_width(window, server, upstream, path, state):
    page = window(path.format(id=fill(server, upstream)), signed_in=state not in (signed_out, started))
    given = {"page": page, "server": server, "upstream": upstream}
    state(**{name: given[name] for name in inspect.signature(state).parameters})
    if state is not loading:
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
        wide, cut = page.evaluate(f"new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done([document.documentElement.scrollWidth, {CUT_OFF}]))))")
        assert wide <= width, f"scrolls sideways at {width}"
        assert cut == [], f"cut off at {width}"


@pytest.mark.parametrize("path", ["/settings#{id}", "/settings#tokens", "/chat"])
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
            " const place = each.getBoundingClientRect(), above = document.elementFromPoint(place.x + place.width / 2, place.y + place.height / 2);"
            " const isInView = above !== null && (each.contains(above) || above.contains(each) && place.width > 300);"
            " return [each.dataset.walked, isInView && (style.outlineStyle !== 'none' || (box && box.outlineStyle !== 'none')), each.outerHTML.slice(0, 120)]; })()"
        )
        if now is None or any(now[0] == each[0] for each in seen):
            break
        seen.append(now)
    assert [each[2] for each in seen if not each[1]] == [], "focus that cannot be seen"
    assert "skip" in seen[0][2]
    assert len(seen) >= wanted


def test_in_forced_colours_states_and_the_focus_are_seen(window, server, upstream):
    page = window(f"/settings#{fill(server, upstream)}")
    settled(page)
    page.emulate_media(forced_colors="active")
    # Colours are not the page's own here, so the thumb's place has to say it.
    thumbs = [page.get_by_role("switch", name=f"Model {n} enabled").evaluate("each => getComputedStyle(each, '::after').transform") for n in (0, 1, 2)]
    assert thumbs[0] == thumbs[2] != thumbs[1], "on and off look the same"
    page.get_by_label("Filter models").focus()
    page.keyboard.press("Tab")
    assert page.evaluate("getComputedStyle(document.activeElement).outlineStyle") == "solid"
    outline = "each => getComputedStyle(each).outlineStyle"
    assert page.locator(".providers li:has([aria-current])").evaluate(outline) == "solid"
    assert page.locator(".providers li:not(:has([aria-current]))").first.evaluate(outline) == "none"
    page.get_by_role("button", name="Edit", exact=True).click()
    assert page.get_by_role("dialog").evaluate("each => getComputedStyle(each).borderTopWidth") != "0px"


def test_in_large_text_nothing_scrolls_sideways(window, server, upstream):
    page = window(f"/settings#{fill(server, upstream)}")
    settled(page)
    for path in (None, "/chat"):
        if path:
            page.goto(path)
            settled(page)
        page.evaluate("document.documentElement.style.fontSize = '200%'")
        wide = page.evaluate("[document.documentElement.scrollWidth, innerWidth]")
        assert wide[0] <= wide[1], path


@pytest.mark.parametrize("wish, moves", [("reduce", False), ("no-preference", True)])
def test_who_wants_no_motion_sees_none(window, server, upstream, wish, moves):
    fill(server, upstream)
    page = window("/chat", reduced_motion=wish)
    streaming(page, server, upstream)
    running = "document.getAnimations().filter((each) => each.effect.getComputedTiming().activeDuration > 0).length"
    assert (page.evaluate(running) > 0) == moves
    page.get_by_role("button", name="Stop").click()
    page.goto("/settings")
    hold(page, "query Providers")
    page.reload()
    expect(page.locator("#pane .skeleton")).to_be_visible()
    assert page.evaluate(running) == 0 or moves


def test_targets_are_large_enough_to_hit(window, server, upstream):
    page = window(f"/settings#{fill(server, upstream)}")
    settled(page)
    expect(page.get_by_role("switch", name="Model 0 enabled")).to_be_visible()
    small = page.evaluate(
        "[...document.querySelectorAll('button, a.button, .providers a, [role=switch]')].filter((each) => each.checkVisibility())"
        ".map((each) => [each.getBoundingClientRect(), each.outerHTML.slice(0, 100)]).filter(([box]) => box.width < 24 || box.height < 24).map((each) => each[1])"
    )
    assert small == []
