"""Tabs, history, links and commands for a shell: what is kept, and what must not be."""

import json
import re
import shlex

import pytest
from playwright.sync_api import expect

from playground_page import Playground, open_playground

CANARY = "made-up-key-9f3a7c51"


@pytest.fixture
def playground(window):
    return open_playground(window, permissions=["clipboard-read", "clipboard-write"])


def clipboard(playground):
    return playground.page.evaluate("navigator.clipboard.readText()")


def test_a_tab_has_its_operations_name_until_it_is_given_another(playground):
    playground.write("query Models { registry { version } }")
    expect(playground.tabs).to_have_text(["Models"])
    playground.tabs.first.focus()
    playground.page.keyboard.press("F2")
    playground.page.keyboard.type("Mine")
    playground.page.keyboard.press("Enter")
    expect(playground.tabs).to_have_text(["Mine"])
    playground.page.keyboard.press("F2")
    playground.page.keyboard.type("No")
    playground.page.keyboard.press("Escape")
    expect(playground.tabs).to_have_text(["Mine"])


def test_what_changed_since_it_was_run_has_a_dot(playground):
    playground.run("query A { viewer { name } }")
    expect(playground.answer).to_be_visible()
    expect(playground.tabs.first).to_have_text("A")
    playground.query.focus()
    playground.page.keyboard.press("ControlOrMeta+End")
    playground.page.keyboard.insert_text(" # more")
    expect(playground.tabs.first).to_have_accessible_name("A , changed")


def test_tabs_survive_a_reload_and_a_closed_one_comes_back(playground):
    playground.write("query One { viewer { name } }")
    playground.page.get_by_role("button", name="New tab").click()
    playground.write("query Two { viewer { role } }")
    playground.write('{"a": 1}', editor=playground.variables)
    expect(playground.tabs).to_have_text(["One", "Two"])
    playground.page.reload()
    expect(playground.tabs).to_have_text(["One", "Two"])
    expect(playground.query).to_have_value("query Two { viewer { role } }")
    expect(playground.variables).to_have_value('{"a": 1}')
    playground.page.get_by_role("button", name="Close Two").press("Enter")
    expect(playground.query).to_have_value("query One { viewer { name } }")
    playground.page.keyboard.press("F1")
    playground.page.keyboard.type("reopen")
    playground.page.keyboard.press("Enter")
    expect(playground.query).to_have_value("query Two { viewer { role } }")


def test_tabs_are_moved_through_by_keys(playground):
    for name in "ABC":
        playground.page.get_by_role("button", name="New tab").click() if name != "A" else None
        playground.write(f"query {name} {{ viewer {{ name }} }}")
    expect(playground.tabs).to_have_text(["A", "B", "C"])
    playground.tabs.last.focus()
    for key, name in [("ArrowRight", "A"), ("ArrowLeft", "C"), ("Home", "A"), ("End", "C"), ("ArrowLeft", "B")]:
        playground.page.keyboard.press(key)
        expect(playground.page.get_by_role("tab", name=name, exact=True, selected=True)).to_be_focused()
    playground.page.keyboard.press("Alt+Shift+ArrowLeft")
    expect(playground.tabs).to_have_text(["B", "A", "C"])
    playground.page.keyboard.press("Delete")
    expect(playground.tabs).to_have_text(["A", "C"])


def test_two_windows_share_their_tabs_and_keep_their_own_place(playground, window):
    playground.write("query Shared { viewer { name } }")
    expect(playground.tabs).to_have_text(["Shared"])
    other = open_playground(window, context=playground.page.context)
    expect(other.query).to_have_value("query Shared { viewer { name } }")
    other.page.get_by_role("button", name="New tab").click()
    other.write("query Other { viewer { role } }")
    expect(playground.tabs).to_have_text(["Shared", "Other"])
    expect(playground.query).to_have_value("query Shared { viewer { name } }")
    other.tabs.first.click()
    other.write("query Shared { viewer { role } } # from there")
    expect(playground.query).to_have_value("query Shared { viewer { role } } # from there")
    other.page.get_by_title("Close Shared").click()
    expect(playground.query).to_have_value("query Other { viewer { role } }")


def test_no_secret_and_no_header_is_ever_stored(playground):
    playground.write(
        f'mutation M($k: String) {{ a: createProvider(input: {{ name: "a", providerSdkId: "a", apiKey: $k }}) {{ id }} b: createProvider(input: {{ name: "b", providerSdkId: "b", apiKey: "{CANARY}-literal" }}) {{ id }} }}'
    )
    playground.write(json.dumps({"k": f"{CANARY}-variable"}), editor=playground.variables)
    playground.page.get_by_role("tab", name="Headers").first.click()
    playground.write(json.dumps({"X-Made-Up": f"{CANARY}-header"}), editor=playground.headers)
    playground.run()
    expect(playground.answer).to_contain_text("provider_")
    playground.page.keyboard.press("F1")
    playground.page.keyboard.press("Escape")
    playground.page.get_by_role("button", name="New tab").click()
    stored = playground.stored()
    assert "createProvider" in stored
    assert CANARY not in stored


def test_history_keeps_what_was_run_and_brings_it_back(playground):
    playground.page.get_by_role("navigation", name="Panes").get_by_role("button", name="History").click()
    names = playground.page.locator(".entry-name")
    for name, listed in (("First", ["First"]), ("Second", ["Second", "First"]), ("First", ["First", "Second"])):
        playground.run(f"query {name} {{ viewer {{ name }} }}")
        expect(names).to_have_text(listed)
    playground.page.get_by_role("button", name="Keep Second").click()
    playground.page.get_by_role("button", name="Clear", exact=True).click()
    playground.page.get_by_role("alertdialog").get_by_role("button", name="Clear").click()
    expect(names).to_have_text(["Second"])
    names.first.click()
    expect(playground.query).to_have_value("query Second { viewer { name } }")
    expect(playground.tabs).to_have_count(2)


def test_what_was_not_stored_is_said_after_a_reload(playground):
    playground.write(f'query Q($k: String) {{ checkProvider(input: {{apiKey: "{CANARY}"}}) {{ ok }} }}')
    playground.write(json.dumps({"token": CANARY}), editor=playground.variables)
    playground.page.get_by_role("tab", name="Headers").first.click()
    playground.write(json.dumps({"X-Made-Up": CANARY}), editor=playground.headers)
    assert playground.page.locator(".query-pane .editor-note").is_hidden()
    for _ in range(2):
        playground.page.reload()
        playground = Playground(playground.page)
        expect(playground.page.locator(".query-pane .editor-note")).to_have_text("Not stored, because of its name: apiKey. Fill in again what is needed.")
        expect(playground.page.locator("#drawer-view-variables .editor-note")).to_contain_text("token")
        expect(playground.page.locator("#drawer-view-headers .editor-note")).to_contain_text("This tab had headers", use_inner_text=False)
    assert CANARY not in playground.stored()
    playground.write('{"token": "new"}', editor=playground.variables)
    expect(playground.page.locator("#drawer-view-variables .editor-note")).to_be_hidden()
    expect(playground.page.locator(".query-pane .editor-note")).to_be_visible()


def test_a_shared_link_opens_the_document_and_runs_nothing(playground, window):
    query = 'mutation S($input: ProviderPatch!) { updateProvider(id: "p", patch: $input) { id } } # ünï 漢字'
    playground.write(query)
    playground.write(json.dumps({"input": {"name": "n", "apiKey": CANARY}}), editor=playground.variables)
    playground.page.get_by_role("tab", name="Headers").first.click()
    playground.write(json.dumps({"X-Made-Up": CANARY}), editor=playground.headers)
    playground.page.get_by_role("button", name="Share").click()
    dialog = playground.page.get_by_role("dialog")
    expect(dialog).to_contain_text("Headers are not included")
    expect(dialog).to_contain_text("apiKey")
    dialog.get_by_role("button", name="Copy the link").click()
    expect(dialog).to_be_hidden()
    link = clipboard(playground)
    assert "#q=" in link and "?" not in link
    other = window("/settings")
    sent = []
    other.on("request", lambda request: sent.append(request.url + (request.post_data or "")))
    other.goto(link)
    dialog = other.get_by_role("dialog")
    expect(dialog).to_contain_text("updateProvider")
    expect(dialog).to_contain_text("Headers are not included")
    assert other.url.endswith("/playground")
    dialog.get_by_role("button", name="Open in a new tab").click()
    expect(other.locator("#query")).to_have_value(query)
    expect(other.get_by_role("textbox", name="Variables", exact=True)).to_have_value('{"input": {"name": "n", "apiKey": ""}}')
    assert not any("updateProvider" in each and "validateOnly" not in each for each in sent)
    assert CANARY not in "".join(sent)


def test_the_dialogs_of_sharing_are_there_before_their_links_are_made_or_read(playground, window):
    """What opens a moment late takes the keys of somebody who writes on."""
    stall = "void (window.CompressionStream = window.DecompressionStream = class { readable = new ReadableStream(); writable = new WritableStream(); })"
    playground.page.evaluate(stall)
    playground.page.get_by_role("button", name="Share").click()
    assert playground.page.get_by_role("dialog").is_visible()
    playground.page.keyboard.press("Escape")
    expect(playground.page.get_by_role("dialog")).to_be_hidden()
    context = playground.page.context
    context.add_init_script(stall)
    other = window("/playground#q=q1YqLE0tqlSyUqhWKstMLU8tUqhVqAUA", context=context)
    expect(other.get_by_role("dialog")).to_contain_text("Reading the link")
    assert other.url.endswith("/playground")


@pytest.mark.parametrize("fragment", ["#q=AAAA", "#q=" + "x" * 500])
def test_a_damaged_link_is_said(window, fragment):
    page = window("/playground" + fragment)
    expect(page.get_by_role("dialog")).to_contain_text("This link is damaged")


def test_curl_has_the_request_and_no_secret(playground, server):
    playground.write("query It($k: String, $n: Int) { providers(first: $n, filter: { search: \"it's\" }) { totalCount } viewer { name } }")
    playground.write(json.dumps({"n": 3, "token": CANARY}), editor=playground.variables)
    playground.page.get_by_role("tab", name="Headers").first.click()
    playground.write(json.dumps({"Authorization": CANARY, "X-Api-Key": CANARY, "X-Session-Token": CANARY, "X-Plain": "plain"}), editor=playground.headers)
    playground.page.keyboard.press("F1")
    playground.page.keyboard.type("curl")
    playground.page.keyboard.press("Enter")
    expect(playground.page.get_by_role("status").first).to_contain_text("Copied")
    command = clipboard(playground)
    assert CANARY not in command and server.token not in command
    assert '"Authorization: Bearer $TOKEN"' in command
    words = shlex.split(command.replace("\\\n", ""))
    body = json.loads(words[words.index("-d") + 1])
    assert body["operationName"] == "It" and body["variables"] == {"n": 3, "token": ""}
    assert "it's" in body["query"]
    assert words[1] == server.address + "/graphql" and "X-Plain: plain" in words
    assert "X-Api-Key: $X_API_KEY" in words


def test_prettify_keeps_comments_and_the_caret(playground):
    playground.write("# top\nquery   Q{registry{ver▮sion # here\n}}")
    playground.page.keyboard.press("Shift+Alt+F")
    expect(playground.query).to_have_value("# top\nquery Q {\n  registry {\n    version # here\n  }\n}\n")
    playground.write('{"a":[1,{"b":2}]}', editor=playground.variables)
    playground.page.keyboard.press("Shift+Alt+F")
    expect(playground.variables).to_have_value('{\n  "a": [\n    1,\n    {\n      "b": 2\n    }\n  ]\n}')
    playground.write("query {")
    playground.page.keyboard.press("Shift+Alt+F")
    expect(playground.query).to_have_value("query {")
    expect(playground.page.get_by_role("status").first).to_contain_text("cannot be prettified")


def test_merge_puts_fragments_where_they_are_used(playground):
    playground.write("{ registry { ...F } } fragment F on Registry { version }")
    playground.page.keyboard.press("F1")
    playground.page.keyboard.type("merge")
    playground.page.keyboard.press("Enter")
    expect(playground.query).to_have_value("{\n  registry {\n    version\n  }\n}\n")
    playground.query.focus()
    playground.page.keyboard.press("ControlOrMeta+z")
    expect(playground.query).to_have_value(re.compile("fragment F"))
