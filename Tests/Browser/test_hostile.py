"""Text that wants to be markup, a script or an address is shown as it is, on every page."""

import json

import pytest
from playwright.sync_api import expect

TEXTS = [
    '<img src=x onerror="document.title=1">',
    "</script><script>document.title=1</script>",
    "javascript:document.title=1",
    '<svg onload="document.title=1"><a xlink:href="javascript:1">',
    "\"'`><b>${1}{{1}}",
    "\u202egnp.exe\u2066\u200fabc",
]
# Where a page would have to have let a text in: handlers, scripts that nobody wrote, links that run something.
ALIENS = "img[onerror], svg[onload], #main script, b, [href^='javascript:' i], [src^='javascript:' i], [action^='javascript:' i]"


@pytest.fixture
def hostile(server, upstream, watch):
    """A provider and a model for each text, which stands in every name; the ids of the providers."""
    watch.missing.append("/nothing.svg")
    found = []
    for n, text in enumerate(TEXTS):
        models = [(text, f"tiny{n}", {"isDefault": n == 0})]
        found.append(server.add(text, f"p{n}", models, baseUrl=f"{upstream.address}/failing/v1", imageUrl="/nothing.svg?%3Csvg%20onload=1%3E"))
    return found


# Elements that would let a mark in their text turn the direction of what stands behind them.
TURNING = """() => [...document.body.querySelectorAll('*')].filter((element) => {
  const style = getComputedStyle(element);
  return style.display === 'inline' && !style.unicodeBidi.startsWith('isolate')
    && !element.closest('.editor') && [...element.childNodes].some((node) => node.nodeType === 3 && /[\\u202a-\\u202e\\u2066-\\u2068]/.test(node.data));
}).map((element) => element.outerHTML)"""


def is_unharmed(page, title):
    assert page.evaluate(TURNING) == []
    assert page.locator(ALIENS).count() == 0
    assert title in page.title() and page.title() != "1"


@pytest.mark.parametrize("at", range(len(TEXTS)))
def test_on_the_settings_page(window, hostile, at):
    text = TEXTS[at]
    page = window(f"/settings#{hostile[at]}")
    expect(page.locator(".provider-head h2")).to_have_text(text)
    expect(page.locator("table.models th .name")).to_have_text(text)
    expect(page.locator(".providers .name").filter(has_text=text)).to_have_count(1)
    page.locator(".provider-head").get_by_role("button", name="Edit").click()
    form = page.get_by_role("dialog")
    expect(form.get_by_role("heading")).to_have_text(f"Edit {text}")
    expect(form.get_by_label("Name")).to_have_value(text)
    form.get_by_label("Base URL").fill(text)
    form.get_by_label("Image").fill(text)
    is_unharmed(page, "Settings – Roster")
    form.get_by_role("button", name="Save").click()
    expect(form.locator("#p-url-error")).not_to_be_empty()
    is_unharmed(page, "Settings – Roster")
    page.goto("/settings#history")
    expect(page.locator(".change").filter(has_text=text).first).to_be_visible()
    is_unharmed(page, "Settings – Roster")


def test_on_the_chat_page(window, hostile, upstream):
    page = window("/chat")
    expect(page.locator(".picker-button .label")).to_have_text(TEXTS[0])
    page.keyboard.press("Alt+m")
    options = page.get_by_role("option")
    expect(options).to_have_count(len(TEXTS))
    for text in TEXTS:
        expect(options.locator(".name").filter(has_text=text)).to_have_count(1)
    page.keyboard.press("Escape")
    words = "\n\n".join(TEXTS) + "\n\n[run](javascript:document.title=1) ![see](x onerror=1) <https://example.com/\"onclick=1>"
    for _ in range(2):
        page.get_by_role("textbox", name="Message").fill(words)
        page.keyboard.press("Enter")
        expect(page.locator(".answer").last.get_by_role("button", name="Retry")).to_be_visible()
    expect(page.locator(".bubble").first).to_have_text(words)
    expect(page.locator(".byline").last).to_contain_text(TEXTS[0])
    is_unharmed(page, "Chat – Roster")


def test_in_an_answer(window, server, upstream):
    server.add("Local", "local", [("Tiny", "tiny", {"isDefault": True})], baseUrl=upstream.address + "/v1")
    page = window("/chat")
    page.get_by_role("textbox", name="Message").fill("\n\n".join(TEXTS) + "\n\n[run](javascript:document.title=1)")
    page.keyboard.press("Enter")
    expect(page.get_by_role("status")).to_have_text("Done.")
    for text in TEXTS[:4]:
        expect(page.locator(".prose")).to_contain_text(text)
    is_unharmed(page, "Chat – Roster")


def test_in_the_playground(window, hostile, watch):
    page = window("/playground")
    expect(page.locator(".docs h3").first).to_be_visible()
    page.locator("#query").fill("{ providers { nodes { name models { name } } } }")
    page.keyboard.press("ControlOrMeta+Enter")
    expect(page.locator(".answer-text")).to_contain_text("gnp.exe")
    for text in TEXTS:
        expect(page.locator(".answer-text")).to_contain_text(json.dumps(text, ensure_ascii=False))
    is_unharmed(page, "Playground – Roster")
