"""The playground for everybody: keyboard, assistive technology, narrow windows, both themes, a strict policy."""

import pathlib
import re

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from playground_page import open_playground
from test_shell import BUDGETS

PUBLIC = pathlib.Path(__file__).resolve().parents[2] / "Public"
OWN = [*(PUBLIC / "js/playground").glob("*.js"), *(PUBLIC / "js/editor").glob("*.js"), *(PUBLIC / "js/gql").glob("*.js")]


def findings(page):
    """What axe finds that is serious."""
    result = Axe().run(page)
    return [
        (each["id"], [node["html"][:160] for node in each["nodes"]][:3])
        for each in result.response["violations"]
        if each["impact"] in ("serious", "critical")
    ]


def show_problems(playground):
    playground.write("{ regstry { version } }")
    expect(playground.problems).to_have_count(1)


def show_suggestions(playground):
    playground.write("{ ▮ }")
    playground.page.keyboard.type("r")
    expect(playground.suggestions.first).to_be_visible()


def show_answer(playground):
    playground.run("{ viewer { name } providers(first: -1) { totalCount } }")
    expect(playground.page.locator(".response-errors li")).to_have_count(1)


def show_stream(playground):
    playground.run("subscription { registryChanged { version } }")
    expect(playground.status).to_contain_text("Live")


def show_history(playground):
    show_answer(playground)
    playground.page.get_by_role("navigation", name="Panes").get_by_role("button", name="History").click()
    expect(playground.page.locator(".entry")).to_have_count(1)


def show_type(playground):
    playground.page.get_by_label("Search the schema").fill("Provider")
    playground.page.keyboard.press("Enter")
    expect(playground.page.locator(".docs .title")).to_be_visible()


def show_share(playground):
    playground.page.get_by_role("button", name="Share").click()
    expect(playground.page.get_by_role("dialog")).to_be_visible()


def show_palette(playground):
    playground.page.keyboard.press("F1")
    expect(playground.page.get_by_role("dialog")).to_be_visible()


def show_offline(playground):
    playground.page.evaluate("dispatchEvent(new Event('offline'))")
    playground.page.context.set_offline(True)
    expect(playground.page.locator(".run-reason")).to_be_visible()


HOSTILE = "<img src=x onerror=alert(1)>\u202e" + "W" * 400


def show_hostile(playground):
    error = {"message": HOSTILE, "path": [HOSTILE], "extensions": {"code": HOSTILE, "field": HOSTILE}}
    answer = {"data": {HOSTILE: HOSTILE}, "errors": [error]}
    playground.page.route("**/graphql", lambda route: route.fulfill(json=answer))
    playground.run("query " + "A" * 200 + " { viewer { name } }")
    expect(playground.page.locator(".response-errors li")).to_have_count(1)
    assert playground.page.locator(".response-errors").evaluate("(list) => list.scrollWidth - list.clientWidth") <= 0


def show_failure(playground):
    playground.write("{ viewer { name } }")
    playground.page.route("**/graphql", lambda route: route.abort())
    playground.run()
    expect(playground.response.get_by_role("button", name="Retry")).to_be_visible()


def show_lost(playground):
    playground.write("subscription { registryChanged { version } }")
    playground.page.route("**/graphql", lambda route: route.fulfill(status=200, body="", content_type="text/event-stream"))
    playground.run()
    expect(playground.page.locator(".stream-note")).to_contain_text("The connection was lost")


STATES = [
    lambda playground: None, show_problems, show_suggestions, show_answer, show_stream, show_history, show_type, show_share,
    show_palette, show_offline, show_hostile, show_failure, show_lost,
]


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("show", STATES, ids=lambda show: show.__name__.removeprefix("show_"))
def test_axe_finds_nothing_serious(window, show, scheme):
    playground = open_playground(window, color_scheme=scheme, reduced_motion="reduce")
    show(playground)
    assert findings(playground.page) == []


@pytest.mark.parametrize("show", [show_problems, show_answer, show_type, show_hostile], ids=lambda show: show.__name__)
def test_nothing_is_wider_than_the_window(window, show):
    playground = open_playground(window)
    show(playground)
    for width in (320, 375, 480, 719, 720, 900, 1099, 1100, 1400, 1920):
        playground.page.set_viewport_size({"width": width, "height": 800})
        for pane in ("query", "response", "side"):
            playground.page.evaluate("(pane) => (document.getElementById('main').dataset.pane = pane)", pane)
            wide = playground.page.evaluate("document.documentElement.scrollWidth - innerWidth")
            assert wide <= 0, (width, pane)


def test_everything_is_reached_by_tab_and_seen_to_be(window):
    playground = open_playground(window)
    playground.run("{ viewer { name } }")
    expect(playground.answer).to_be_visible()
    page = playground.page
    page.locator(".skip").first.focus()
    names, unseen = [], []
    for _ in range(150):
        found = page.evaluate(
            """() => { const e = document.activeElement; if (!e || e === document.body) return null;
                const style = getComputedStyle(e);
                const shown = style.outlineStyle !== 'none' || e.matches('.over') || getComputedStyle(e.closest('.editor') ?? e, '::after').borderStyle === 'solid';
                const box = e.getBoundingClientRect();
                return [e.getAttribute('aria-label') ?? e.labels?.[0]?.textContent ?? e.textContent.trim(), shown && box.width > 0 && box.height > 0]; }"""
        )
        if found is None or (names and found[0] == names[0]):
            break
        names.append(found[0])
        if not found[1]:
            unseen.append(found[0])
        page.keyboard.press("Tab")
    assert unseen == []
    order = ["Skip to the query", "Skip to the response", "Playground", "Docs", "Search the schema", "Width of the panel", "New tab", "Run",
             "Prettify", "Share", "Query", "Height of variables and headers", "Variables", "Width of the response", "Response", "Copy the response", "Response text"]
    places = []
    for name in order:
        after = places[-1] + 1 if places else 0
        assert name in names[after:], f"{name} behind {names[:after][-1:]} in {names}"
        places.append(names.index(name, after))


def test_it_is_used_from_start_to_end_without_a_pointer(window):
    playground = open_playground(window)
    keyboard = playground.page.keyboard
    keyboard.press("Tab")
    keyboard.press("Enter")
    expect(playground.query).to_be_focused()
    keyboard.press("ControlOrMeta+a")
    keyboard.type("query V {")
    keyboard.press("Enter")
    keyboard.type("view")
    expect(playground.suggestions.first).to_be_visible()
    keyboard.press("Enter")
    keyboard.type("na")
    expect(playground.suggestions.first).to_contain_text("name")
    keyboard.press("Tab")
    keyboard.press("ControlOrMeta+Enter")
    expect(playground.answer).to_contain_text("administrator")
    keyboard.press("F1")
    keyboard.type("focus the response")
    keyboard.press("Enter")
    expect(playground.response).to_be_focused()
    keyboard.press("F1")
    keyboard.type("focus the variables")
    keyboard.press("Enter")
    expect(playground.variables).to_be_focused()


def test_the_separators_are_moved_by_keys_and_remembered(window):
    playground = open_playground(window)
    separator = playground.page.get_by_role("separator", name="Width of the response")
    separator.focus()
    before = int(separator.get_attribute("aria-valuenow"))
    playground.page.keyboard.press("ArrowLeft")
    expect(separator).to_have_attribute("aria-valuenow", str(before + 16))
    playground.page.reload()
    expect(separator).to_have_attribute("aria-valuenow", str(before + 16))
    separator.dblclick()
    expect(separator).to_have_attribute("aria-valuenow", str(before))


def test_a_screen_reader_is_told_what_it_needs(window):
    playground = open_playground(window)
    query = playground.query
    expect(query).to_have_accessible_name("Query")
    playground.write("{ regstry }\n")
    expect(query).to_have_accessible_description(re.compile("Line 2, column 1. 1 problem, F8 to visit"))
    for name, value in {"aria-autocomplete": "list", "aria-haspopup": "listbox"}.items():
        expect(query).to_have_attribute(name, value)
    show_suggestions(playground)
    expect(playground.page.locator("[aria-live=polite].visually-hidden")).to_have_text(re.compile(r"\d+ suggestions?\. registry, field, Registry!"))
    assert playground.page.get_by_role("heading", level=1).count() == 1


def test_the_policy_is_sent_and_kept(window, server):
    page = window("/settings")
    page.add_init_script("addEventListener('securitypolicyviolation', (event) => console.error('policy: ' + event.violatedDirective))")
    answer = page.goto("/playground")
    assert answer.headers["content-security-policy"] == (
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob: https:; connect-src 'self'; font-src 'self'; "
        "base-uri 'none'; form-action 'self'; frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types 'none'"
    )
    playground = open_playground(window, context=page.context)
    show_suggestions(playground)
    show_answer(playground)


def test_no_markup_is_ever_made_from_text():
    forbidden = re.compile(r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\(|new Function|setAttribute\(\"style\"|DOMParser")
    assert [(path.name, found[0]) for path in OWN if (found := forbidden.search(path.read_text()))] == []
    page = (PUBLIC / "playground.html").read_text()
    assert not re.search(r"<style|style=|<script>|\son\w+=|https?://", page)


def test_what_the_page_loads_stays_small(window, watch):
    open_playground(window)
    loaded = {request.url for request in watch.requests if re.search(r"/(js|css)/", request.url)}
    sizes = {url: (PUBLIC / url.split("/", 3)[3]).stat().st_size for url in loaded}
    assert max(sizes.values()) <= 40_000
    assert sum(sizes.values()) <= BUDGETS["playground"], sum(sizes.values())
