"""Providers on the settings page: adding, checking, changing, copying, deleting."""

import re

import pytest
from playwright.sync_api import expect

from settings_page import KEY, MODELS, choose, provider, row, sent, status


def test_with_nothing_configured_the_page_says_so_and_leads_on(window):
    page = window("/")
    expect(page).to_have_url(re.compile("/settings$"))
    expect(page.get_by_text("No providers yet. Add one to make models available.")).to_be_visible()
    page.locator("#pane").get_by_role("button", name="Add provider").click()
    expect(page.get_by_role("dialog", name="Add provider").get_by_label("Name")).to_be_focused()


def test_a_provider_is_added_checked_and_its_models_fetched(window, server, upstream, watch):
    page = window("/settings")
    page.get_by_role("button", name="Add provider").first.click()
    form = page.get_by_role("dialog")
    form.get_by_label("Name").fill("Local")
    form.get_by_label("SDK id").fill("local")
    form.get_by_label("Base URL").fill(upstream.address + "/v1")
    expect(form.get_by_text(f"Requests go to {upstream.address}/v1/chat/completions")).to_be_visible()
    form.get_by_label("API key").fill(KEY)
    form.get_by_role("button", name="Check").click()
    expect(form.locator(".check-result .state")).to_have_text("OK")
    assert sent(watch) == [], "checking writes nothing"
    assert server.graphql("{ providers { totalCount } }")["providers"]["totalCount"] == 0
    page.keyboard.press("Control+Enter")
    expect(form).to_have_count(0)
    expect(page.get_by_role("heading", name="Local")).to_be_visible()
    expect(page.get_by_text("Set ····wxyz")).to_be_visible()
    assert provider(server, "Local")["apiKey"] == {"status": "READY", "hint": "wxyz"}

    page.get_by_role("button", name="Fetch models").click()
    found = page.get_by_role("dialog", name="Models of Local")
    expect(found.get_by_text("3 new, 0 known already, 0 no longer offered.")).to_be_visible()
    found.get_by_label("Filter the models").fill("vendor")
    found.get_by_label("Select all 1 new").check()
    found.get_by_label("Filter the models").fill("")
    found.get_by_label("tiny").check()
    found.get_by_role("button", name="Add 2 models").click()
    expect(found).to_have_count(0)
    expect(page.locator("table.models tbody tr")).to_have_count(2)
    expect(page.get_by_text("There is no default model yet.")).to_be_visible()
    choose(page, "tiny", "Set as default")
    expect(row(page, "tiny").get_by_text("Default")).to_be_visible()
    assert server.graphql("{ registry { defaultModelId } }")["registry"]["defaultModelId"] == "local:tiny"


@pytest.mark.parametrize("behaviour, words", [("unauthorized", "key"), ("failing", "500"), ("html", ""), ("empty", "")])
def test_a_failing_check_is_told_in_the_servers_words(window, upstream, behaviour, words):
    page = window("/settings")
    page.get_by_role("button", name="Add provider").first.click()
    form = page.get_by_role("dialog")
    form.get_by_label("SDK id").fill("local")
    form.get_by_label("Base URL").fill(f"{upstream.address}/{behaviour}/v1")
    form.get_by_label("API key").fill(KEY)
    form.get_by_role("button", name="Check").click()
    expect(form.locator(".check-result .state")).to_have_text("Failed")
    expect(form.locator(".check-result p")).to_contain_text(words)
    expect(form.locator(".check-result")).not_to_contain_text(KEY)


def test_errors_stand_at_their_fields(window, server):
    server.add("Acme", "acme")
    page = window("/settings")
    page.get_by_role("button", name="Add provider").first.click()
    form = page.get_by_role("dialog")
    form.get_by_role("button", name="Save").click()
    expect(form.get_by_text("A name is needed.")).to_be_visible()
    expect(form.get_by_label("Name")).to_be_focused()
    form.get_by_label("Name").fill("Acme")
    form.get_by_label("SDK id").fill("bad:id")
    form.get_by_label("Base URL").fill("ftp://example.com")
    form.get_by_role("button", name="Save").click()
    for field in ("p-sdk", "p-url"):
        expect(form.locator(f"#{field}-error")).not_to_be_empty()
        expect(form.locator(f"#{field}")).to_have_attribute("aria-invalid", "true")
    form.get_by_label("SDK id").fill("acme-two")
    form.get_by_label("Base URL").fill("")
    form.get_by_role("button", name="Save").click()
    expect(form.locator("#p-name-error")).to_contain_text("name")


def test_a_dirty_form_asks_before_it_closes(window, server):
    page = window(f"/settings#{server.add()}")
    page.get_by_role("button", name="Edit", exact=True).click()
    form = page.get_by_role("dialog", name="Edit Acme")
    expect(form.get_by_label("Name")).to_be_focused()
    page.keyboard.press("Escape")
    expect(form).to_have_count(0)
    page.get_by_role("button", name="Edit", exact=True).click()
    form.get_by_label("Name").fill("Other")
    for _ in range(3):
        page.keyboard.press("Escape")
        question = page.get_by_role("alertdialog")
        expect(question.get_by_role("button", name="Stay")).to_be_focused()
        page.keyboard.press("Escape")
        expect(question).to_have_count(0)
        expect(form.get_by_label("Name")).to_have_value("Other")
    page.keyboard.press("Escape")
    page.get_by_role("button", name="Leave").click()
    expect(form).to_have_count(0)
    expect(page.get_by_role("button", name="Edit", exact=True)).to_be_focused()


def test_a_conflict_shows_both_sides(window, server):
    provider_id = server.add("Acme", "acme", baseUrl="https://api.example.com/v1")
    page = window(f"/settings#{provider_id}")
    page.get_by_role("button", name="Edit", exact=True).click()
    form = page.get_by_role("dialog", name="Edit Acme")
    form.get_by_label("Name").fill("Mine")
    server.graphql('mutation ($id: ID!) { updateProvider(id: $id, patch: { name: "Theirs" }) { id } }', {"id": provider_id})
    expect(form.get_by_text("This provider was changed elsewhere.")).to_be_visible()
    form.get_by_role("button", name="Save").click()
    conflict = form.get_by_role("group", name="Conflict")
    expect(conflict.get_by_role("row", name="Name Mine Theirs")).to_be_visible()
    expect(conflict).to_contain_text("administrator")
    assert provider(server, "Theirs")
    server.graphql('mutation ($id: ID!) { updateProvider(id: $id, patch: { name: "Theirs again" }) { id } }', {"id": provider_id})
    expect(form.get_by_text("This provider was changed elsewhere.")).to_be_visible()
    expect(conflict).to_be_visible()
    conflict.get_by_role("button", name="Save mine over it").click()
    expect(conflict.get_by_role("row", name="Name Mine Theirs again")).to_be_visible()
    conflict.get_by_role("button", name="Save mine over it").click()
    expect(form).to_have_count(0)
    assert provider(server, "Mine")


def test_deleting_a_provider_states_the_consequences_and_moves_the_focus(window, server):
    server.add("Beta", "beta")
    provider_id = server.add("Acme", "acme", [("Tiny", "tiny", {"isDefault": True}), ("Small", "small", {"isEnabled": False})], apiKey=KEY)
    page = window(f"/settings#{provider_id}")
    page.get_by_role("link", name="Acme").focus()
    page.keyboard.press("Shift+F10")
    page.get_by_role("menuitem", name="Delete…").click()
    question = page.get_by_role("alertdialog", name="Delete Acme?")
    for words in ("Its 2 models go with it, one of which is offered now.", "Tiny is the default", "Its API key is destroyed"):
        expect(question).to_contain_text(words)
    expect(question.get_by_role("button", name="Cancel")).to_be_focused()
    question.get_by_role("button", name="Delete provider").click()
    status(page, "Acme was deleted.")
    expect(page.get_by_role("link", name="Beta")).to_be_focused()
    assert provider(server, "Acme") is None


def test_a_provider_is_duplicated_with_its_models_and_without_its_key(window, server):
    page = window(f"/settings#{server.add('Acme', 'acme', MODELS, apiKey=KEY)}")
    page.get_by_role("button", name="More actions").click()
    page.get_by_role("menuitem", name="Duplicate").click()
    page.get_by_role("dialog").get_by_role("button", name="Save").click()
    expect(page.get_by_role("heading", name="Acme copy")).to_be_visible()
    copy = provider(server, "Acme copy")
    assert [each["name"] for each in copy["models"]] == ["Small", "Tiny"]
    assert copy["apiKey"]["status"] == "MISSING"
