"""The chat page: choosing a model, talking to it, and what changes meanwhile."""

import json
import re

import pytest
from playwright.sync_api import expect


@pytest.fixture
def local(server, upstream):
    """A provider that answers, with two models; the second is the default."""
    models = [("Large", "Vendor/Large-2@latest:free"), ("Tiny", "tiny", {"isDefault": True})]
    return server.add("Local", "local", models, baseUrl=upstream.address + "/v1")


def say(page, words):
    page.get_by_role("textbox", name="Message").fill(words)
    page.keyboard.press("Enter")


def answer(page):
    return page.locator(".answer").last


def picker(page):
    return page.get_by_role("button", name=re.compile("^Model: "))


def test_the_start_page_leads_to_the_chat_once_a_model_is_configured(window, local):
    page = window("/")
    expect(page).to_have_url(re.compile("/chat$"))
    expect(page.get_by_text("Tiny of Local answers.")).to_be_visible()
    expect(page.get_by_role("textbox", name="Message")).to_be_focused()


def test_an_answer_is_streamed_labelled_and_said_to_be_done(window, local, upstream):
    page = window("/chat")
    say(page, "What is **this**?")
    expect(answer(page).locator(".prose")).to_have_text("You said: What is this?")
    expect(answer(page).locator("strong")).to_have_text("this")
    expect(answer(page).locator(".byline")).to_contain_text("Local · Tiny")
    expect(page.get_by_role("status")).to_have_text("Done.")
    expect(page.get_by_role("log")).to_have_attribute("aria-live", "off")
    body = json.loads(upstream.requests()[-1]["body"])
    assert body["model"] == "tiny" and body["stream"] is True
    page.reload()
    expect(answer(page).locator(".prose")).to_have_text("You said: What is this?")


def test_earlier_turns_are_sent_along(window, local, upstream):
    page = window("/chat")
    say(page, "one")
    expect(answer(page).locator(".prose")).to_have_text("You said: one")
    say(page, "two")
    expect(answer(page).locator(".prose")).to_have_text("You said: two")
    messages = json.loads(upstream.requests()[-1]["body"])["messages"]
    assert [(each["role"], each["content"]) for each in messages] == [("user", "one"), ("assistant", "You said: one"), ("user", "two")]


def test_generating_is_stopped_and_what_came_is_kept(window, server, upstream):
    server.add("Slow", "slow", [("Tiny", "tiny", {"isDefault": True})], baseUrl=upstream.address + "/forever/v1")
    page = window("/chat")
    say(page, "go on")
    expect(answer(page).locator(".prose")).not_to_be_empty()
    expect(page.get_by_role("button", name="Send")).to_be_hidden()
    page.keyboard.press("Escape")
    expect(page.get_by_text("Stopped.", exact=True).first).to_be_visible()
    expect(page.get_by_role("button", name="Send")).to_be_visible()
    expect(answer(page).locator(".prose")).not_to_be_empty()


@pytest.mark.parametrize("behaviour", ["unauthorized", "failing", "cut", "empty"])
def test_a_failed_turn_says_why_and_is_tried_again(window, server, upstream, behaviour):
    provider = server.add("Bad", "bad", [("Tiny", "tiny", {"isDefault": True})], baseUrl=f"{upstream.address}/{behaviour}/v1", apiKey="made-up-key-0123456789-wxyz")
    page = window("/chat")
    say(page, "hello")
    note = answer(page).locator(".note.is-bad")
    expect(note.get_by_role("button", name="Retry")).to_be_visible()
    expect(note).not_to_contain_text("wxyz")
    server.graphql("mutation ($id: ID!, $url: String) { updateProvider(id: $id, patch: { baseUrl: $url }) { id } }", {"id": provider, "url": upstream.address + "/v1"})
    note.get_by_role("button", name="Retry").click()
    expect(answer(page).locator(".prose")).to_have_text("You said: hello")
    expect(page.locator(".question")).to_have_count(1)


def test_a_question_is_edited_and_asked_again(window, local):
    page = window("/chat")
    say(page, "frist")
    expect(answer(page).locator(".prose")).to_have_text("You said: frist")
    page.get_by_role("button", name="Edit").click()
    expect(page.get_by_role("textbox", name="Message")).to_have_value("frist")
    expect(page.get_by_role("textbox", name="Message")).to_be_focused()
    say(page, "first")
    expect(answer(page).locator(".prose")).to_have_text("You said: first")
    expect(page.locator(".turn")).to_have_count(2)


def test_the_picker_is_searched_walked_and_remembered(window, server, local):
    server.add("Acme", "acme", [("Writer", "writer"), ("Hidden", "hidden", {"isEnabled": False})])
    page = window("/chat")
    expect(picker(page)).to_contain_text("Tiny")
    page.keyboard.press("Alt+m")
    search = page.get_by_role("combobox", name="Search models")
    expect(search).to_be_focused()
    options = page.get_by_role("option")
    expect(options).to_have_count(3)
    expect(page.get_by_role("group", name="Acme").get_by_role("option")).to_have_text(re.compile("Writer"))
    expect(page.get_by_role("option", selected=True)).to_contain_text("Default")
    page.keyboard.press("Home")
    expect(page.locator("#picker-list .is-active")).to_contain_text("Writer")
    page.keyboard.press("ArrowUp")
    expect(page.locator("#picker-list .is-active")).to_contain_text("Tiny")
    search.fill("wri")
    expect(options).to_have_count(1)
    page.keyboard.press("Enter")
    expect(picker(page)).to_be_focused()
    expect(picker(page)).to_contain_text("Writer")
    page.reload()
    expect(picker(page)).to_contain_text("Writer")
    picker(page).focus()
    page.keyboard.type("lar")
    expect(options).to_have_count(1)
    page.keyboard.press("Escape")
    expect(search).to_be_hidden()
    expect(picker(page)).to_contain_text("Writer")


def test_a_model_that_is_turned_off_elsewhere_is_said_and_replaced(window, server, local):
    page = window("/chat")
    picker(page).click()
    page.get_by_role("option", name="Large").click()
    expect(picker(page)).to_contain_text("Large")
    large = server.graphql('{ model(by: { modelSdkId: "local:Vendor/Large-2@latest:free" }) { id } }')["model"]["id"]
    server.graphql("mutation ($ids: [ID!]!) { setModelsEnabled(ids: $ids, isEnabled: false) { id } }", {"ids": [large]})
    expect(page.get_by_text("Large was turned off – using default Tiny.")).to_be_visible()
    say(page, "hello")
    expect(answer(page).locator(".byline")).to_contain_text("Tiny")
    expect(page.get_by_text("Large was turned off")).to_be_hidden()


def test_with_no_model_the_way_to_the_settings_is_shown(window, server):
    server.add("Acme", "acme", [("Tiny", "tiny", {"isEnabled": False})])
    page = window("/chat")
    expect(page.locator(".reason")).to_contain_text("No model is enabled.")
    page.get_by_role("link", name="Go to the settings").click()
    expect(page).to_have_url(re.compile("/settings$"))


def test_drafts_survive_and_nothing_is_sent_while_offline(window, local):
    page = window("/chat")
    message = page.get_by_role("textbox", name="Message")
    message.fill("not sent yet")
    page.context.set_offline(True)
    expect(page.get_by_text("Offline: what you type is kept")).to_be_visible()
    page.keyboard.press("Enter")
    expect(message).to_have_value("not sent yet")
    expect(page.locator(".turn")).to_have_count(0)
    page.context.set_offline(False)
    expect(page.get_by_role("button", name=re.compile("^Online"))).to_be_visible()
    page.reload()
    expect(message).to_have_value("not sent yet")


def test_a_message_that_is_sent_before_the_models_are_there_waits_for_them(window, local):
    page = window("about:blank")
    held = []
    page.route("**/graphql", lambda route: held.append(route) if not held and "query Registry" in (route.request.post_data or "") else route.continue_())
    page.goto("/chat")
    expect(page.get_by_text("Loading models…")).to_be_visible()
    expect(page.get_by_role("button", name=re.compile("^Online"))).to_be_visible()
    with page.expect_request(lambda request: "/v1/chat/completions" in request.url):
        say(page, "hello")
        held[0].continue_()
    expect(answer(page).locator(".prose")).to_have_text("You said: hello")


def test_shift_enter_makes_a_line_and_composing_sends_nothing(window, local):
    page = window("/chat")
    message = page.get_by_role("textbox", name="Message")
    message.fill("one")
    page.keyboard.press("Shift+Enter")
    page.keyboard.type("two")
    expect(message).to_have_value("one\ntwo")
    message.evaluate("each => each.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', isComposing: true, bubbles: true, cancelable: true }))")
    expect(page.locator(".turn")).to_have_count(0)


def test_markdown_becomes_elements_and_never_markup(window, local):
    page = window("/chat")
    text = "\n".join([
        "# Title", "", "A *soft* and **strong** word, `code`, ~~gone~~ and [a link](https://example.com/x).",
        "[bad](javascript:alert(1)) ![picture](https://example.com/x.png) <img src=x onerror=alert(1)>", "",
        "- one", "- two", "  1. inner", "", "> quoted", "", "| a | b |", "|---|---|", "| 1 | 2 |", "", "```python", "print('<b>')", "```",
    ])
    drawn = page.evaluate(
        "async (text) => { const { render } = await import('/js/chat/markdown.js'); const host = document.createElement('div');"
        " host.append(...render(text)); return { html: new XMLSerializer().serializeToString(host), text: host.textContent }; }",
        text,
    )
    html = drawn["html"]
    for part in ("<h3>Title</h3>", "<em>soft</em>", "<strong>strong</strong>", "<code>code</code>", "<s>gone</s>", "<blockquote>", "<td>1</td>", "<ol>"):
        assert part in html
    assert 'href="https://example.com/x"' in html and 'rel="noopener noreferrer"' in html
    assert "javascript:alert(1)" in drawn["text"] and "<img src=x" in drawn["text"]
    assert not re.search(r"<img|<script|href=\"javascript|<b>", html)


def test_code_is_copied_from_its_block(window, local):
    page = window("/chat", permissions=["clipboard-read", "clipboard-write"])
    say(page, "see\n\n```js\nconst a = 1;\n```")
    page.locator(".code-block").get_by_role("button", name="Copy").click()
    expect(page.get_by_role("status")).to_have_text("Copied.")
    assert page.evaluate("navigator.clipboard.readText()") == "const a = 1;"


def test_reading_back_is_not_disturbed_by_an_answer_that_comes(window, server, upstream):
    server.add("Slow", "slow", [("Tiny", "tiny", {"isDefault": True})], baseUrl=upstream.address + "/forever/v1")
    page = window("/chat", viewport={"width": 800, "height": 400})
    say(page, "\n".join(f"line {n}" for n in range(60)))
    expect(answer(page).locator(".prose")).not_to_be_empty()
    scroller = page.locator(".scroller")
    scroller.evaluate("each => each.scrollTo(0, 0)")
    jump = page.get_by_role("button", name="Jump to latest")
    expect(jump).to_be_visible()
    before = len(answer(page).locator(".prose").text_content())
    page.wait_for_function("before => document.querySelector('.answer .prose').textContent.length > before", arg=before)
    assert scroller.evaluate("each => each.scrollTop") == 0
    jump.click()
    expect(jump).to_be_hidden()
    page.get_by_role("button", name="Stop").click()


def test_conversations_are_kept_in_this_browser_reopened_and_deleted(window, local):
    page = window("/chat")
    say(page, "first talk")
    expect(answer(page).locator(".prose")).to_have_text("You said: first talk")
    page.get_by_role("link", name="New chat").click()
    expect(page.locator(".turn")).to_have_count(0)
    say(page, "second talk")
    expect(answer(page).locator(".prose")).to_have_text("You said: second talk")
    page.get_by_role("link", name="first talk").click()
    expect(page.locator(".bubble")).to_have_text("first talk")
    page.get_by_role("button", name="Delete first talk").click()
    page.get_by_role("alertdialog").get_by_role("button", name="Delete").click()
    expect(page.locator(".conversations li")).to_have_count(1)
    expect(page.locator(".turn")).to_have_count(0)


def test_a_session_that_ended_asks_again_and_sends_what_was_typed(window, server, local):
    page = window("/chat")
    expect(picker(page)).to_contain_text("Tiny")
    page.context.clear_cookies()
    say(page, "hello")
    page.get_by_label("Access token").fill(server.token)
    page.keyboard.press("Enter")
    expect(answer(page).locator(".prose")).to_have_text("You said: hello")


def test_what_is_typed_while_nobody_is_signed_in_is_kept(window, server, local):
    page = window("/chat", signed_in=False)
    page.get_by_role("button", name="Not now").click()
    expect(page.get_by_text("Sign in to talk to a model.")).to_be_visible()
    page.get_by_role("textbox", name="Message").fill("a draft")
    page.keyboard.press("Enter")
    expect(page.locator(".turn")).to_have_count(0)
    page.locator(".reason").get_by_role("button", name="Sign in").click()
    page.get_by_label("Access token").fill(server.token)
    page.keyboard.press("Enter")
    expect(picker(page)).to_contain_text("Tiny")
    expect(page.get_by_role("textbox", name="Message")).to_have_value("a draft")


def test_models_that_could_not_be_loaded_are_asked_for_again(window, local):
    page = window("about:blank")
    fault = {"errors": [{"message": "Made-up fault.", "extensions": {"code": "INTERNAL"}}]}
    page.route("**/graphql", lambda route: route.fulfill(json=fault) if "query Registry" in (route.request.post_data or "") else route.continue_())
    page.goto("/chat")
    expect(page.get_by_text("Models could not be loaded")).to_be_visible()
    expect(page.locator(".reason")).to_contain_text("Made-up fault.")
    page.unroute_all()
    page.locator(".reason").get_by_role("button", name="Retry").click()
    expect(picker(page)).to_contain_text("Tiny")


@pytest.fixture
def endless(server, upstream):
    """A provider whose answers go on until they are stopped."""
    return server.add("Slow", "slow", [("Tiny", "tiny", {"isDefault": True})], baseUrl=upstream.address + "/forever/v1")


def test_escape_stops_from_everywhere(window, endless):
    page = window("/chat")
    say(page, "go on")
    expect(answer(page).locator(".prose")).not_to_be_empty()
    page.get_by_role("link", name="New chat").focus()
    page.keyboard.press("Escape")
    expect(page.get_by_role("status")).to_have_text("Stopped.")
    expect(page.get_by_role("button", name="Send")).to_be_visible()


def test_what_came_of_an_answer_is_kept_when_the_page_is_left(window, endless):
    page = window("/chat")
    say(page, "go on")
    expect(answer(page).locator(".prose")).to_contain_text("again")
    page.reload()
    expect(answer(page).locator(".prose")).to_contain_text("again")
    expect(answer(page).get_by_text("Stopped.")).to_be_visible()


def test_editing_a_question_stops_its_answer(window, endless):
    page = window("/chat")
    say(page, "go on")
    expect(answer(page).locator(".prose")).to_contain_text("again")
    page.locator(".question").get_by_role("button", name="Edit").click()
    expect(page.get_by_role("textbox", name="Message")).to_have_value("go on")
    expect(page.locator(".turn")).to_have_count(0)
    expect(page.get_by_role("button", name="Send")).to_be_visible()


def test_an_answer_is_followed_to_its_end_where_that_is_in_view(window, endless):
    page = window("/chat", viewport={"width": 800, "height": 400})
    say(page, "\n".join(f"line {n}" for n in range(30)))
    page.wait_for_function("() => document.querySelector('.answer .prose')?.textContent.length > 600")
    assert page.locator(".scroller").evaluate("each => each.scrollHeight - each.scrollTop - each.clientHeight") < 60
    expect(page.get_by_role("button", name="Jump to latest")).to_be_hidden()
    page.get_by_role("button", name="Stop").click()


def test_conversations_that_would_fill_the_browser_are_let_go_oldest_first(window, local):
    page = window("/chat")
    expect(picker(page)).to_contain_text("Tiny")
    page.evaluate(
        "localStorage.setItem('roster.conversations', JSON.stringify(Array.from({ length: 8 }, (_, n) =>"
        " ({ id: `old${n}`, title: `Old ${n}`, at: n, turns: [{ role: 'user', content: 'x'.repeat(600000), at: n }] }))))"
    )
    page.reload()
    say(page, "new")
    expect(answer(page).locator(".prose")).to_have_text("You said: new")
    expect(page.locator(".conversations li")).to_have_count(7)
    page.reload()
    expect(page.locator(".conversations li").first).to_contain_text("new")
    expect(answer(page).locator(".prose")).to_have_text("You said: new")
