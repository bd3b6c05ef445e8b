"""Tokens and the history on the settings page."""

import re

import pytest
from playwright.sync_api import expect


def test_tokens_are_made_shown_once_and_revoked(window, server):
    page = window("/settings#tokens")
    page.get_by_role("button", name="Create token").click()
    form = page.get_by_role("dialog", name="Create token")
    form.get_by_label("Name").fill("made-up front end")
    form.get_by_label("Role").select_option("MEMBER")
    expect(form.get_by_label("Expires")).to_have_value("0")
    form.get_by_label("Expires").select_option("30")
    form.get_by_role("button", name="Create").click()
    secret = form.locator("output").text_content()
    assert server.graphql("{ viewer { name role } }", token=secret)["viewer"] == {"name": "made-up front end", "role": "MEMBER"}
    form.get_by_role("button", name="Done").click()
    assert secret not in page.content()
    server.graphql('mutation { createToken(input: { name: "made elsewhere", role: VIEWER }) { token { id } } }')
    expect(page.get_by_role("rowheader", name="made elsewhere").first).to_be_visible()
    page.get_by_role("button", name="Revoke made-up front end").first.click()
    page.get_by_role("alertdialog").get_by_role("button", name="Revoke token").click()
    expect(page.get_by_role("row", name=re.compile("made-up front end")).get_by_text("Revoked").first).to_be_visible()
    expect(page.get_by_role("table", name="Tokens").locator("button:focus")).to_have_count(1)
    with pytest.raises(RuntimeError, match="UNAUTHENTICATED"):
        server.graphql("{ registry { version } }", token=secret)
    page.get_by_role("link", name="History").click()
    expect(page.locator(".change").first).to_contain_text("made-up front end")
    expect(page.locator(".change").filter(has_text="Created token made-up front end").first).to_contain_text(re.compile(r"member · expires \d+ \w{3} \d{4}"))
    assert secret not in page.content()


def test_history_says_who_changed_what_and_grows_by_itself(window, server):
    provider_id = server.add("Acme", "acme")
    page = window(f"/settings#history/{provider_id}")
    expect(page.locator(".change")).to_have_count(1)
    server.graphql('mutation ($id: ID!) { updateProvider(id: $id, patch: { name: "Renamed" }) { id } }', {"id": provider_id})
    expect(page.locator(".change")).to_have_count(2)
    newest = page.locator(".change").first
    expect(newest).to_contain_text("administrator")
    expect(newest.locator("del")).to_have_text("Acme")
    expect(newest.locator("ins")).to_have_text("Renamed")
