"""Completion in the page; what is offered where is tested beside the language kit."""

import pytest
from playwright.sync_api import expect

from playground_page import Playground, open_playground


@pytest.fixture
def playground(window):
    return open_playground(window)


def test_it_opens_while_a_name_is_typed_and_follows(playground):
    playground.write("{ ▮ }")
    playground.page.keyboard.type("p")
    expect(playground.suggestions.first).to_contain_text("providers")
    playground.page.keyboard.type("rovider")
    expect(playground.suggestions).to_have_count(3)
    assert playground.labels() == ["provider", "providers", "checkProvider"]
    playground.page.keyboard.press("Backspace")
    expect(playground.suggestions.first).to_contain_text("providers")


@pytest.mark.parametrize("key", ["Enter", "Tab"])
def test_it_is_accepted_by_enter_and_by_tab(playground, key):
    playground.write("{ ▮ }")
    playground.page.keyboard.type("regi")
    expect(playground.suggestions).to_have_count(1)
    playground.page.keyboard.press(key)
    assert playground.text() == "{ registry {\n  ▮\n} }"
    expect(playground.query).to_be_focused()


def test_it_is_chosen_by_arrows_and_by_clicks(playground):
    playground.write("{ registry { ▮ } }")
    playground.page.keyboard.press("Control+Space")
    labels = playground.labels()
    playground.page.keyboard.press("ArrowDown")
    active = playground.query.get_attribute("aria-activedescendant")
    expect(playground.page.locator(f"#{active} .label")).to_have_text(labels[1])
    expect(playground.page.locator(f"#{active}")).to_have_attribute("aria-selected", "true")
    playground.page.keyboard.press("ArrowUp")
    playground.page.keyboard.press("ArrowUp")
    active = playground.query.get_attribute("aria-activedescendant")
    expect(playground.page.locator(f"#{active} .label")).to_have_text(labels[-1])
    playground.suggestions.filter(has_text="defaultModelId").click()
    assert playground.text() == "{ registry { defaultModelId▮ } }"


def test_escape_closes_it_and_nothing_else(playground):
    playground.write("{ ▮ }")
    playground.page.evaluate("addEventListener('keydown', (event) => { if (event.key === 'Escape') document.body.dataset.escaped = 'yes'; })")
    playground.page.keyboard.type("r")
    expect(playground.suggestions.first).to_be_visible()
    playground.page.keyboard.press("Escape")
    expect(playground.suggestions).to_have_count(0)
    assert playground.page.evaluate("document.body.dataset.escaped") is None
    assert playground.text() == "{ r▮ }"


def test_enter_is_a_line_end_where_nothing_was_typed_that_could_be_completed(playground):
    playground.write("{ registry ▮ }")
    playground.page.keyboard.type("{")
    expect(playground.suggestions.first).to_be_visible()
    playground.page.keyboard.press("Enter")
    assert playground.text() == "{ registry {\n  ▮\n} }"


def test_it_closes_when_the_focus_leaves(playground):
    playground.write("{ ▮ }")
    playground.page.keyboard.type("r")
    expect(playground.suggestions.first).to_be_visible()
    playground.page.get_by_role("button", name="Prettify").focus()
    expect(playground.suggestions).to_have_count(0)


def test_nothing_is_offered_in_comments_and_texts(playground):
    playground.write("# ▮")
    playground.page.keyboard.type("registry")
    assert playground.suggestions.count() == 0


def test_what_is_accepted_goes_on_with_arguments_and_values(playground):
    playground.write("query ($on: Boolean) { registry @▮ { version } }")
    playground.page.keyboard.type("inc")
    playground.page.keyboard.press("Enter")
    assert playground.text() == "query ($on: Boolean) { registry @include(if: ▮) { version } }"
    expect(playground.suggestions).to_have_count(3)
    assert playground.labels() == ["$on", "true", "false"]


def test_variables_are_completed_and_checked_for_the_operation_at_the_caret(playground):
    playground.write("query A($first: Int!) { providers(first: $first) { totalCount } }\nquery B { registry { version } }")
    playground.put_caret(10)
    playground.variables.focus()
    playground.page.keyboard.press("Control+Space")
    assert playground.labels() == ["first"]
    playground.page.keyboard.press("Enter")
    assert playground.text(playground.variables) == '{\n  "first": ▮\n}'
    playground.page.keyboard.type("true")
    problems = playground.page.locator("#drawer-view-variables .problem")
    expect(problems).to_contain_text('Expected a value of type "Int", found true or false.')
    expect(playground.page.get_by_role("tab", name="Variables")).to_contain_text("1")
    playground.query.focus()
    playground.put_caret(90)
    expect(problems).to_contain_text('The operation has no variable "$first".')


def test_the_docs_follow_the_caret(playground):
    playground.write("query A($by: ProviderBy!) { provider(by: $by) { apiKey { status } } }")
    title = playground.page.locator(".docs .title .name")
    for word, name in [("status", "status"), ("apiKey", "apiKey"), ("ProviderBy", "ProviderBy"), ("provider(", "provider")]:
        playground.put_caret(playground.query.input_value().index(word) + 2)
        expect(title).to_have_text(name)
    playground.page.get_by_label("Follow the caret").uncheck()
    playground.query.focus()
    playground.put_caret(playground.query.input_value().index("status") + 2)
    playground.page.get_by_label("Follow the caret").check()
    expect(title).to_have_text("provider")


def test_whether_the_docs_follow_is_remembered(playground):
    playground.page.get_by_label("Follow the caret").uncheck()
    playground.page.reload()
    again = Playground(playground.page)
    expect(again.page.get_by_label("Follow the caret")).not_to_be_checked()
    again.write("query A { viewer { name } }\nquery B { registry { version } }\n")
    again.put_caret(again.query.input_value().index("version"))
    # The docs would have followed by the time that the tools know the operation.
    expect(again.page.get_by_label("Operation to run")).to_have_value("1")
    expect(again.page.locator(".docs h3").first).to_have_text("Operations")
    again.page.get_by_label("Follow the caret").check()
    again.query.focus()
    again.put_caret(again.query.input_value().index("viewer"))
    expect(again.page.locator(".docs .title .name")).to_have_text("viewer")


def test_a_field_of_the_docs_is_put_where_it_belongs(playground):
    playground.write("{\n  registry {\n    version▮\n  }\n}\n")
    expect(playground.page.locator(".docs .title .name")).to_have_text("version")
    playground.page.get_by_label("Follow the caret").uncheck()
    playground.page.locator(".crumbs").get_by_role("button", name="Registry").click()
    playground.page.get_by_role("button", name="Insert defaultModelId").click()
    expect(playground.query).to_have_value("{\n  registry {\n    version defaultModelId\n  }\n}\n")
    playground.page.locator(".crumbs").get_by_role("button", name="Schema").click()
    playground.page.locator(".docs").get_by_role("button", name="Mutation", exact=True).click()
    playground.page.get_by_role("button", name="Insert deleteModel").click()
    assert "mutation {\n  deleteModel(id: )\n}" in playground.query.input_value()


def test_the_docs_are_searched_and_walked_by_keys(playground):
    keyboard = playground.page.keyboard
    keyboard.press("ControlOrMeta+Alt+k")
    expect(playground.page.get_by_label("Search the schema")).to_be_focused()
    keyboard.type("providersdkid")
    found = playground.page.locator(".docs .members li")
    expect(found.first).to_contain_text("providerSdkId")
    keyboard.press("ArrowDown")
    keyboard.press("Enter")
    expect(playground.page.locator(".docs .title")).to_be_visible()
    expect(playground.page.locator(".crumbs")).to_contain_text("Schema")
