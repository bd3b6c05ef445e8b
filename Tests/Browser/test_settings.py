"""The settings page: providers, keys, models, the default, tokens, history, and what others change meanwhile."""

import json
import random
import re

import pytest
from playwright.sync_api import expect

KEY = "made-up-key-0123456789-wxyz"
MODELS = [("Tiny", "tiny"), ("Small", "small", {"isEnabled": False})]


def row(page, name):
    return page.locator("table.models tbody tr").filter(has=page.locator(f"th[scope=row]", has_text=re.compile(f"^{re.escape(name)}(Default)?$")))


def switch(page, name):
    return page.get_by_role("switch", name=f"{name} enabled", exact=True)


def choose(page, name, action):
    page.get_by_role("button", name=f"Actions for {name}", exact=True).last.click()
    page.get_by_role("menuitem", name=action).click()


def status(page, words):
    expect(page.get_by_role("status")).to_contain_text(words)


def provider(server, name):
    return server.graphql(
        "query ($name: String!) { provider(by: { name: $name }) { id baseUrl version apiKey { status hint } models { name isEnabled isDefault } } }",
        {"name": name},
    )["provider"]


def sent(watch):
    """The GraphQL requests of the pages, as documents with variables."""
    found = [json.loads(each.post_data) for each in watch.requests if each.url.endswith("/graphql") and each.method == "POST"]
    return [each for each in found if each["query"].lstrip().startswith("mutation")]


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


def test_the_key_has_three_faces_and_each_sends_what_it_says(window, server, watch):
    provider_id = server.add("Acme", "acme", apiKey=KEY, baseUrl="https://api.example.com/v1")
    page = window(f"/settings#{provider_id}")
    patches = []

    def save(change):
        page.get_by_role("button", name="Edit", exact=True).click()
        form = page.get_by_role("dialog")
        change(form)
        form.get_by_role("button", name="Save").click()
        expect(form).to_have_count(0)
        patches.append(sent(watch)[-1]["variables"]["patch"])

    def rename(form):
        expect(form.get_by_text("Set ····wxyz")).to_be_visible()
        form.get_by_label("Name").fill("Acme two")

    def replace(form):
        form.get_by_role("button", name="Replace").click()
        expect(form.get_by_label("API key")).to_be_focused()
        expect(form.get_by_label("API key")).to_have_value("")
        form.get_by_label("API key").fill("another-made-up-key-4321")

    def keep(form):
        replace(form)
        form.get_by_role("button", name="Keep current key").click()
        form.get_by_label("Name").fill("Acme three")

    def drop(form):
        form.get_by_role("button", name="Remove").click()
        expect(form.get_by_text("Will be removed when you save.")).to_be_visible()

    for change in (rename, replace, keep, drop):
        save(change)
    assert patches == [{"name": "Acme two"}, {"apiKey": "another-made-up-key-4321"}, {"name": "Acme three"}, {"apiKey": None}]
    assert provider(server, "Acme three")["apiKey"]["status"] == "MISSING"
    expect(page.get_by_text("Not set")).to_be_visible()


def test_a_key_leaves_no_trace_but_the_one_request_that_carries_it(window, server, watch):
    page = window("/settings")
    page.get_by_role("button", name="Add provider").first.click()
    form = page.get_by_role("dialog")
    form.get_by_label("Name").fill("Acme")
    form.get_by_label("SDK id").fill("acme")
    form.get_by_label("API key").fill(KEY)
    assert KEY not in page.content()
    form.get_by_role("button", name="Save").click()
    expect(page.get_by_role("heading", name="Acme")).to_be_visible()
    assert KEY not in page.content()
    assert page.evaluate("[...document.querySelectorAll('input')].map((each) => each.value)").count(KEY) == 0
    assert KEY not in page.evaluate("JSON.stringify([{...localStorage}, {...sessionStorage}, document.cookie, location.href])")
    carriers = [each for each in watch.requests if KEY in (each.post_data or "") or KEY in each.url]
    assert len(carriers) == 1 and "createProvider" in carriers[0].post_data


def test_another_host_needs_the_key_again(window, server):
    provider_id = server.add("Acme", "acme", apiKey=KEY, baseUrl="https://api.example.com/v1")
    page = window(f"/settings#{provider_id}")
    page.get_by_role("button", name="Edit", exact=True).click()
    form = page.get_by_role("dialog")
    form.get_by_label("Base URL").fill("https://elsewhere.example.com/v1")
    form.get_by_role("button", name="Save").click()
    expect(form.locator("#p-key-error")).to_contain_text("key")
    expect(form.get_by_label("API key")).to_be_focused()
    assert provider(server, "Acme")["baseUrl"] == "https://api.example.com/v1"


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
    conflict.get_by_role("button", name="Save mine over it").click()
    expect(form).to_have_count(0)
    assert provider(server, "Mine")


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


def test_a_switch_moves_at_once_and_comes_back_when_it_is_refused(window, server):
    page = window(f"/settings#{server.add('Acme', 'acme', MODELS)}")
    expect(switch(page, "Small")).to_have_attribute("aria-checked", "false")
    page.route("**/graphql", lambda route: route.fulfill(status=200, json={"errors": [{"message": "Made-up refusal.", "extensions": {"code": "UNAVAILABLE"}}]}) if "setModelsEnabled" in (route.request.post_data or "") else route.continue_())
    switch(page, "Small").click()
    expect(page.get_by_role("alert")).to_contain_text("Small could not be turned on: Made-up refusal.")
    expect(switch(page, "Small")).to_have_attribute("aria-checked", "false")
    page.unroute_all()
    page.get_by_role("button", name="Retry").click()
    expect(switch(page, "Small")).to_have_attribute("aria-checked", "true")
    status(page, "Small is on.")


def test_turning_the_default_off_says_what_that_means(window, server):
    page = window(f"/settings#{server.add('Acme', 'acme', [('Tiny', 'tiny', {'isDefault': True})])}")
    switch(page, "Tiny").click()
    question = page.get_by_role("alertdialog", name="Turn Tiny off?")
    expect(question.get_by_role("button", name="Cancel")).to_be_focused()
    page.keyboard.press("Enter")
    expect(switch(page, "Tiny")).to_have_attribute("aria-checked", "true")
    switch(page, "Tiny").click()
    question.get_by_role("button", name="Turn off, clear the default").click()
    status(page, "Tiny is off.")
    expect(switch(page, "Tiny")).to_have_attribute("aria-checked", "false")
    assert server.graphql("{ registry { defaultModelId } }")["registry"]["defaultModelId"] is None


def test_several_models_are_switched_and_deleted_together(window, server, watch):
    page = window(f"/settings#{server.add('Acme', 'acme', [(f'Model {n}', f'm{n}') for n in range(5)])}")
    page.get_by_label("Select all shown models").check()
    page.get_by_label("Select Model 0").uncheck()
    expect(page.get_by_text("4 selected")).to_be_visible()
    page.get_by_role("button", name="Turn off").click()
    for name in ("Model 1", "Model 4"):
        expect(switch(page, name)).to_have_attribute("aria-checked", "false")
    expect(switch(page, "Model 0")).to_have_attribute("aria-checked", "true")
    assert len(sent(watch)) == 1
    page.get_by_role("group", name="Selected models").get_by_role("button", name="Delete…").click()
    page.get_by_role("alertdialog").get_by_role("button", name="Delete 4 models").click()
    expect(page.locator("table.models tbody tr")).to_have_count(1)
    assert len(sent(watch)) == 2
    expect(page.get_by_role("button", name="Actions for Model 0")).to_be_focused()


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


def test_a_model_is_added_and_edited_by_hand(window, server):
    page = window(f"/settings#{server.add()}")
    page.get_by_role("button", name="Add model").click()
    form = page.get_by_role("dialog")
    form.get_by_label("Model id").fill("Vendor/Large-2@latest:free")
    form.get_by_label("Name").fill("Large")
    form.get_by_role("button", name="Save").click()
    expect(row(page, "Large").get_by_text("Default")).to_be_visible()
    choose(page, "Large", "Edit")
    form.get_by_label("Name").fill("Larger")
    page.keyboard.press("Enter")
    expect(row(page, "Larger")).to_be_visible()
    assert server.graphql("{ registry { defaultModelId } }")["registry"]["defaultModelId"] == "acme:Vendor/Large-2@latest:free"


def test_three_hundred_discovered_models_are_filtered_and_added_in_one_change(window, server, watch):
    page = window(f"/settings#{server.add('Acme', 'acme', [('Known', 'known'), ('Old', 'old')])}")
    offered = [{"modelSdkId": f"acme:model-{n:03}", "name": f"model-{n:03}", "existing": None} for n in range(300)]
    known = {"modelSdkId": "acme:known", "name": "known", "existing": {"id": "model_1", "isEnabled": True}}
    old = server.graphql('{ model(by: { modelSdkId: "acme:old" }) { id name modelSdkId isDefault isEnabled } }')["model"]
    answer = {"data": {"discoverModels": {"models": [known, *offered], "vanished": [old]}}}
    page.route("**/graphql", lambda route: route.fulfill(json=answer) if "discoverModels" in (route.request.post_data or "") else route.continue_())
    page.get_by_role("button", name="Fetch models").click()
    found = page.get_by_role("dialog", name="Models of Acme")
    expect(found.get_by_text("300 new, 1 known already, 1 no longer offered.")).to_be_visible()
    found.get_by_label("Select all 300 new").check()
    found.get_by_label("Turn them on").uncheck()
    found.get_by_role("button", name="Add 300 models").click()
    expect(page.locator("table.models tbody tr")).to_have_count(302)
    assert len(sent(watch)) == 1
    filter_field = page.get_by_label("Filter models")
    filter_field.fill("model-29")
    expect(page.locator("table.models tbody tr")).to_have_count(10)


def test_there_is_one_default_whatever_is_done(window, server):
    page = window(f"/settings#{server.add('Acme', 'acme', [(f'Model {n}', f'm{n}') for n in range(6)])}")
    dice = random.Random(7)
    rows = page.locator("table.models tbody tr")
    expect(rows).to_have_count(6)
    question = page.get_by_role("alertdialog")
    stored = {f"Model {n}": (True, False) for n in range(6)}
    kinds = set()
    for _ in range(50):
        name = f"Model {dice.randrange(6)}"
        is_on, is_default = stored[name]
        answer = "Turn off, clear the default"
        if dice.random() < 0.5:
            page.get_by_role("button", name=f"Actions for {name}", exact=True).click()
            button = page.get_by_role("menuitem", name="Clear the default" if is_default else "Set as default")
        elif is_default:
            switch(page, name).click()
            answer = dice.choice(["Cancel", answer])
            button = question.get_by_role("button", name=answer)
        else:
            button = switch(page, name)
        kinds.add((button.text_content(), is_on))
        if answer == "Cancel":
            button.click()
            expect(question).to_have_count(0)
        else:
            with page.expect_response(lambda each: each.url.endswith("/graphql") and "mutation" in (each.request.post_data or "")):
                button.click()
        models = server.graphql("{ models { nodes { name isDefault isEnabled } } }")["models"]["nodes"]
        stored = {each["name"]: (each["isEnabled"], each["isDefault"]) for each in models}
        defaults = [each for each, (_, is_default) in stored.items() if is_default]
        assert len(defaults) <= 1 and all(stored[each][0] for each in defaults)
        for each, (is_on, _) in stored.items():
            expect(switch(page, each)).to_have_attribute("aria-checked", str(is_on).lower())
        expect(rows.locator(".badge:visible")).to_have_count(len(defaults))
        expect(rows.filter(has=page.locator(".badge:visible")).locator(".name")).to_have_text(defaults)
        expect(page.locator(".problem .note")).to_have_count(0)
    assert len(kinds) > 5, "not much was done"


def test_hostile_text_is_shown_as_it_is(window, server, watch):
    name = '<img src=x onerror="document.title=1"></script><script>alert(1)</script> ‮evil'
    provider_id = server.add(name[:200], "acme", [(name, "tiny")], imageUrl="/nothing-is-here.svg")
    page = window(f"/settings#{provider_id}")
    expect(page.get_by_role("heading", name="<img src=x onerror=")).to_be_visible()
    expect(page.locator("table.models th .name")).to_have_text(name)
    page.get_by_role("link", name="History").click()
    expect(page.locator(".change").first).to_be_visible()
    assert page.locator("img[onerror], #main script").count() == 0
    assert page.title() == "Settings – Roster"


def test_tokens_are_made_shown_once_and_revoked(window, server):
    page = window("/settings#tokens")
    page.get_by_role("button", name="Create token").click()
    form = page.get_by_role("dialog", name="Create token")
    form.get_by_label("Name").fill("made-up front end")
    form.get_by_label("Role").select_option("MEMBER")
    form.get_by_label("Expires").select_option("30")
    form.get_by_role("button", name="Create").click()
    secret = form.locator("output").text_content()
    assert server.graphql("{ viewer { name role } }", token=secret)["viewer"] == {"name": "made-up front end", "role": "MEMBER"}
    form.get_by_role("button", name="Done").click()
    assert secret not in page.content()
    page.get_by_role("button", name="Revoke made-up front end").first.click()
    page.get_by_role("alertdialog").get_by_role("button", name="Revoke token").click()
    expect(page.get_by_role("row", name=re.compile("made-up front end")).get_by_text("Revoked").first).to_be_visible()
    with pytest.raises(RuntimeError, match="UNAUTHENTICATED"):
        server.graphql("{ registry { version } }", token=secret)


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
