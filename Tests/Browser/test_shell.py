"""What all pages share: headers, silence, budgets, signing in, the palette, the theme."""

import re

import pytest
from playwright.sync_api import expect

from support import ROOT, Watch

PAGES = ["/", "/settings", "/chat", "/playground"]
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob: https:; connect-src 'self'; "
    "font-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'; require-trusted-types-for 'script'; "
    "trusted-types 'none'"
)
FORBIDDEN = re.compile(
    r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|createContextualFragment|DOMParser|setHTML|\beval\(|new Function|srcdoc"
    r"|\b(?:window\.)?(?:alert|prompt)\("
)
# What is fetched before anything is done, uncompressed: scripts and style sheets.
BUDGETS = {"settings": 107_000, "chat": 99_000, "playground": 322_000}
SIGNED_OUT = re.compile("Signed out")


@pytest.mark.parametrize("path", PAGES)
def test_each_page_is_served_with_the_exact_policy(window, path):
    page = window("about:blank")
    headers = page.request.get(path).headers
    assert headers["content-security-policy"] == POLICY
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] == "no-referrer"
    assert headers["cross-origin-opener-policy"] == "same-origin"


def test_no_source_makes_markup_out_of_text():
    found = [
        f"{path.relative_to(ROOT)}: {match.group()}"
        for path in (ROOT / "Public").rglob("*.js")
        for match in FORBIDDEN.finditer(re.sub(r"^\s*(//|\*|/\*).*$", "", path.read_text(), flags=re.M))
    ]
    assert found == []


def test_no_page_has_inline_script_or_style():
    for path in (ROOT / "Public").rglob("*.html"):
        text = path.read_text()
        assert not re.search(r"<script(?![^>]*\bsrc=)|<style|\son\w+=|\sstyle=|(?:src|href)=\"(?:https?:)?//", text), path


def test_every_file_is_small():
    for path in (ROOT / "Public").rglob("*"):
        assert path.is_dir() or path.stat().st_size <= 40_000, path


@pytest.mark.parametrize("name", BUDGETS)
def test_a_page_keeps_its_budget_of_code_and_style(window, name):
    page = window("about:blank")
    sizes = {}
    page.on("response", lambda answer: sizes.update({answer.url: len(answer.body())}) if answer.url.endswith((".js", ".css")) else None)
    page.goto(f"/{name}")
    expect(page.locator("header.bar nav")).to_be_visible()
    page.wait_for_timeout(200)
    assert sum(sizes.values()) <= BUDGETS[name], sizes


@pytest.mark.parametrize("path", PAGES)
def test_the_link_that_the_server_prints_signs_in_and_leaves_no_trace(window, server, path):
    page = window(f"{path}#token={server.token}", signed_in=False)
    if path == "/":
        page.wait_for_url(re.compile("/(settings|chat)$"))
    expect(page.get_by_role("button", name=re.compile("^Online"))).to_be_visible()
    assert server.token not in page.url
    assert server.token not in page.content()
    stores = page.evaluate("JSON.stringify([{...localStorage}, {...sessionStorage}, document.cookie])")
    assert server.token not in stores


def test_a_wrong_token_is_told_and_the_right_one_opens_the_page(window, server):
    page = window("/settings", signed_in=False)
    dialog = page.get_by_role("dialog", name="Sign in to continue")
    dialog.get_by_label("Access token").fill("rst_made-up-and-wrong")
    dialog.get_by_role("button", name="Sign in").click()
    expect(dialog.get_by_text("not valid here")).to_be_visible()
    dialog.get_by_label("Access token").fill(server.token)
    page.keyboard.press("Enter")
    expect(dialog).to_have_count(0)
    expect(page.get_by_role("button", name=re.compile("^Online"))).to_be_visible()


def test_signing_out_is_said(window):
    page = window("/settings")
    page.get_by_role("button", name=re.compile("^Online")).click()
    page.get_by_role("menuitem", name="Sign out").click()
    expect(page.get_by_role("button", name=SIGNED_OUT)).to_be_visible()


def test_the_palette_opens_by_key_finds_and_runs(window):
    page = window("/settings")
    expect(page.get_by_role("button", name=re.compile("^Online"))).to_be_visible()
    page.keyboard.press("F1")
    palette = page.get_by_role("dialog", name="Commands and shortcuts")
    expect(palette.get_by_role("option").first).to_have_text("Add a provider")
    expect(palette.get_by_role("option").last).to_contain_text("In dialogs")
    palette.get_by_role("combobox").fill("dark")
    page.keyboard.press("Enter")
    expect(palette).to_have_count(0)
    assert page.evaluate("document.documentElement.dataset.theme") == "dark"
    page.reload()
    assert page.evaluate("document.documentElement.dataset.theme") == "dark"


def test_a_menu_is_walked_by_keys_and_returns_the_focus(window):
    page = window("/settings")
    button = page.get_by_role("button", name="Theme")
    button.focus()
    page.keyboard.press("ArrowDown")
    expect(page.get_by_role("menuitemradio", name="System")).to_be_focused()
    page.keyboard.press("End")
    expect(page.get_by_role("menuitemradio", name="Dark")).to_be_focused()
    page.keyboard.press("Escape")
    expect(button).to_be_focused()


def test_going_offline_is_shown_and_ends_by_itself(window):
    page = window("/settings")
    expect(page.get_by_role("button", name=re.compile("^Online"))).to_be_visible()
    page.context.set_offline(True)
    expect(page.get_by_role("button", name=re.compile("^Offline"))).to_be_visible()
    page.context.set_offline(False)
    expect(page.get_by_role("button", name=re.compile("^Online"))).to_be_visible()


def test_the_keys_are_told_where_the_commands_are(window):
    page = window("/chat")
    page.get_by_role("button", name="Shortcuts, F1").click()
    palette = page.get_by_role("dialog", name="Commands and shortcuts")
    for words in ("Choose a model Alt M", "New line", "Close what is open", "Go to Settings", "Focus the message"):
        expect(palette.get_by_role("option", name=words)).to_be_visible()
    palette.get_by_role("combobox").fill("focus the message")
    page.keyboard.press("Enter")
    expect(page.get_by_role("textbox", name="Message")).to_be_focused()


@pytest.mark.parametrize("path, title", [("/settings", "Settings – Roster"), ("/chat", "Chat – Roster"), ("/playground", "Playground – Roster")])
def test_a_page_has_one_of_each_thing_that_is_looked_for(window, path, title):
    page = window(path)
    expect(page.get_by_role("button", name=re.compile("^Online"))).to_be_visible()
    expect(page).to_have_title(re.compile(f"{title}$"))
    for what in ("h1", "main", "header.bar", "[role=status]", "[role=alert]"):
        expect(page.locator(what)).to_have_count(1)
    for what in ("status", "alert"):
        expect(page.get_by_role(what)).to_be_empty()
    expect(page.get_by_role("navigation", name="Pages").locator("[aria-current=page]")).to_have_text(title.split(" ")[0])
    assert page.evaluate("document.querySelector('a').className") == "skip"


def test_the_heads_of_the_pages_say_the_same_in_the_same_order():
    heads = {}
    for path in (ROOT / "Public").glob("*.html"):
        lines = path.read_text().split("</head>")[0].splitlines()
        heads[path.name] = [line for line in lines if not re.search(r'<title>|name="description"|/css/(?!reset|tokens|base|components|forms)|type="module"', line)]
    assert len(heads) == 4
    assert len({tuple(each) for each in heads.values()}) == 1, heads


def test_the_watch_over_all_tests_sees_what_it_is_for(browser, server):
    watch = Watch(server)
    context = browser.new_context(base_url=server.address)
    page = watch.see(context.new_page())
    page.goto("/")
    page.evaluate("""() => {
        console.error("noise");
        document.head.append(Object.assign(document.createElement("style"), { textContent: "b {}" }));
        document.body.append(Object.assign(document.createElement("img"), { src: "/images/nothing.svg" }));
        document.body.append(Object.assign(document.createElement("img"), { src: "https://127.0.0.1:9/x.png" }));
        setTimeout(() => { throw new Error("thrown"); });
        setTimeout(() => alert("native"));
    }""")
    for words in ("noise", "Security Policy", "404: /images/nothing.svg", "another host", "thrown", "native dialog"):
        for _ in range(200):
            if any(words in each for each in watch.faults):
                break
            page.wait_for_timeout(50)
        assert any(words in each for each in watch.faults), (words, watch.faults)
    context.close()
