"""The settings page and the world: changes elsewhere, a server that is away, sessions that end."""

import re

from playwright.sync_api import expect

from settings_page import MODELS, switch
from support import sign_in


def test_changes_made_elsewhere_appear_by_themselves(window, server):
    provider_id = server.add("Acme", "acme", MODELS)
    page = window(f"/settings#{provider_id}")
    expect(switch(page, "Small")).to_have_attribute("aria-checked", "false")
    switch(page, "Tiny").focus()
    server.graphql('mutation { a: createProvider(input: { name: "Beta", providerSdkId: "beta" }) { id } }')
    small = server.graphql("{ model(by: { modelSdkId: \"acme:small\" }) { id } }")["model"]["id"]
    server.graphql("mutation ($ids: [ID!]!) { setModelsEnabled(ids: $ids, isEnabled: true) { id } }", {"ids": [small]})
    expect(switch(page, "Small")).to_have_attribute("aria-checked", "true")
    expect(page.get_by_role("link", name="Beta")).to_be_visible()
    expect(switch(page, "Tiny")).to_be_focused()


def test_offline_the_page_can_be_read_and_not_changed(window, server):
    page = window(f"/settings#{server.add('Acme', 'acme', MODELS)}")
    expect(switch(page, "Tiny")).to_be_enabled()
    page.context.set_offline(True)
    expect(page.get_by_text("Offline: nothing can be changed until the server answers again.")).to_be_visible()
    expect(switch(page, "Tiny")).to_be_disabled()
    expect(page.get_by_role("button", name="Add model")).to_be_disabled()
    page.context.set_offline(False)
    expect(switch(page, "Tiny")).to_be_enabled()


def test_what_was_missed_while_offline_is_caught_up(window, server):
    page = window(f"/settings#{server.add('Acme', 'acme', MODELS)}")
    expect(switch(page, "Tiny")).to_be_enabled()
    page.context.set_offline(True)
    expect(page.get_by_role("button", name=re.compile("^Offline"))).to_be_visible()
    server.add("Beta", "beta")
    page.context.set_offline(False)
    expect(page.get_by_role("link", name="Beta")).to_be_visible()


def test_a_page_that_opens_offline_goes_on_when_the_server_answers(window, server):
    page = window("about:blank")
    page.route("**/graphql", lambda route: route.abort())
    page.route("**/livez", lambda route: route.abort())
    server.add("Acme", "acme")
    page.goto("/settings")
    expect(page.get_by_text("Offline: the server does not answer.")).to_be_visible()
    page.unroute_all()
    expect(page.get_by_role("link", name="Acme")).to_be_visible()


def test_answers_from_memory_are_marked(window, server):
    page = window("about:blank")
    server.add("Acme", "acme")

    def stale(route):
        answer = route.fetch().json()
        route.fulfill(json={**answer, "extensions": {"stale": True}})

    page.route("**/graphql", lambda route: stale(route) if "query Providers" in (route.request.post_data or "") else route.continue_())
    page.goto("/settings")
    expect(page.get_by_text("The database is away")).to_be_visible()


def test_a_failed_reading_keeps_what_was_there_and_says_from_when(window, server):
    page = window(f"/settings#{server.add('Acme', 'acme', MODELS)}")
    expect(switch(page, "Tiny")).to_be_visible()
    page.route("**/graphql", lambda route: route.fulfill(json={"errors": [{"message": "Made-up fault.", "extensions": {"code": "INTERNAL"}}]}) if "query Providers" in (route.request.post_data or "") else route.continue_())
    server.add("Beta", "beta")
    expect(page.get_by_text(re.compile(r"Made-up fault\. What you see is from \d\d:\d\d\."))).to_be_visible()
    expect(switch(page, "Tiny")).to_be_visible()
    page.unroute_all()
    page.locator(".notices").get_by_role("button", name="Retry").click()
    expect(page.get_by_role("link", name="Beta")).to_be_visible()


def test_a_revoked_session_is_shown_without_being_asked(window, server):
    made = server.graphql('mutation { createToken(input: { name: "passing", role: EDITOR }) { secret token { id } } }')["createToken"]
    page = window(f"/settings#token={made['secret']}", signed_in=False)
    expect(page.get_by_role("button", name=re.compile("^Online"))).to_be_visible()
    server.graphql("mutation ($id: ID!) { revokeToken(id: $id) { id } }", {"id": made["token"]["id"]})
    expect(page.get_by_role("button", name=re.compile("^Signed out"))).to_be_visible()


def test_a_session_that_ended_asks_again_and_keeps_the_form(window, server):
    page = window(f"/settings#{server.add()}")
    page.get_by_role("button", name="Edit", exact=True).click()
    form = page.get_by_role("dialog", name="Edit Acme")
    form.get_by_label("Name").fill("Kept")
    page.context.clear_cookies()
    form.get_by_role("button", name="Save").click()
    page.get_by_label("Access token").fill(server.token)
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="Kept")).to_be_visible()


def test_who_may_only_read_is_told_so(window, server):
    made = server.graphql('mutation { createToken(input: { name: "reader", role: VIEWER }) { secret } }')["createToken"]
    page = window(f"/settings#token={made['secret']}", signed_in=False)
    expect(page.get_by_text("You are signed in as reader, whose role does not reach to the settings")).to_be_visible()


def test_while_the_list_is_on_its_way_its_place_is_kept_and_a_failure_is_told(window, server):
    page = window("about:blank")
    server.add("Acme", "acme")
    held = []
    page.route("**/graphql", lambda route: held.append(route) if not held and "query Providers" in (route.request.post_data or "") else route.continue_())
    page.goto("/settings")
    expect(page.locator(".sidebar .skeleton")).to_be_visible()
    expect(page.locator("#pane .skeleton")).to_be_visible()
    held[0].fulfill(json={"errors": [{"message": "Made-up fault.", "extensions": {"code": "INTERNAL"}}]})
    expect(page.locator("#pane").get_by_text("Made-up fault.")).to_be_visible()
    expect(page.locator(".skeleton:visible")).to_have_count(0)
    page.locator("#pane").get_by_role("button", name="Retry").click()
    expect(page.get_by_role("link", name="Acme")).to_be_visible()


def test_signing_out_elsewhere_closes_the_page_until_somebody_signs_in(window, server):
    page = window(f"/settings#{server.add()}")
    page.get_by_role("button", name=re.compile("^Online")).click()
    page.get_by_role("menuitem", name="Sign out").click()
    expect(page.get_by_text("Sign in to see and change the settings.")).to_be_visible()
    expect(page.get_by_role("heading", name="Acme")).to_have_count(0)
    page.locator("#pane").get_by_role("button", name="Sign in").click()
    page.get_by_label("Access token").fill(server.token)
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="Acme")).to_be_visible()


def test_the_very_first_change_is_seen_too(browser, fresh_server):
    context = browser.new_context(base_url=fresh_server.address)
    sign_in(context, fresh_server)
    page = context.new_page()
    page.goto("/settings")
    expect(page.get_by_text("No providers yet.")).to_be_visible()
    assert fresh_server.graphql("{ registry { version } }")["registry"]["version"] == 0
    fresh_server.add("Acme", "acme")
    expect(page.get_by_role("link", name="Acme")).to_be_visible()
    context.close()
