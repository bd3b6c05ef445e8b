"""Models on the settings page: switches, the default, several at once, what a provider offers."""

import random

from playwright.sync_api import expect

from settings_page import MODELS, choose, row, sent, status, switch


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


# Whether the table shows these models: name, enabled, default.
SHOWS = """(models) => JSON.stringify(models) === JSON.stringify([...document.querySelectorAll("table.models tbody tr")].map((row) => [
    row.querySelector(".name").textContent,
    row.querySelector("[role=switch]").getAttribute("aria-checked") === "true",
    row.querySelector(".badge").checkVisibility(),
]).sort())"""


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
        page.wait_for_function(SHOWS, arg=[[each, *stored[each]] for each in sorted(stored)])
        expect(page.locator(".problem .note")).to_have_count(0)
    assert len(kinds) > 5, "not much was done"


def test_what_is_known_is_switched_and_what_is_gone_deleted_where_they_are_found(window, server, upstream, watch):
    models = [("Tiny", "tiny", {"isEnabled": False}), ("Large", "Vendor/Large-2@latest:free"), ("Old", "old"), ("Older", "older", {"isDefault": True})]
    page = window(f"/settings#{server.add('Local', 'local', models, baseUrl=upstream.address + '/v1')}")
    page.get_by_role("button", name="Fetch models").click()
    found = page.get_by_role("dialog", name="Models of Local")
    expect(found.get_by_text("1 new, 2 known already, 2 no longer offered.")).to_be_visible()
    expect(found.get_by_label("Turn them on")).not_to_be_checked()
    known = found.get_by_role("region", name="Known")
    expect(known.get_by_role("listitem").filter(has_text="Tiny")).to_contain_text("Off")
    known.get_by_label("tiny").check()
    known.get_by_role("button", name="Turn on 1").click()
    expect(found).to_have_count(0)
    expect(switch(page, "Tiny")).to_have_attribute("aria-checked", "true")
    page.get_by_role("button", name="Fetch models").click()
    gone = found.get_by_role("region", name="No longer offered")
    gone.get_by_label("Select all 2").check()
    gone.get_by_role("button", name="Delete 2").click()
    expect(found).to_have_count(0)
    expect(row(page, "Older")).to_have_count(0)
    assert len(sent(watch)) == 2
    assert server.graphql("{ registry { defaultModelId } }")["registry"]["defaultModelId"] is None


def test_a_provider_that_cannot_be_asked_is_told_and_asked_again(window, server, upstream):
    provider_id = server.add("Local", "local", baseUrl=upstream.address + "/failing/v1")
    page = window(f"/settings#{provider_id}")
    page.get_by_role("button", name="Fetch models").click()
    found = page.get_by_role("dialog", name="Models of Local")
    expect(found.locator(".note.is-bad")).to_contain_text("500")
    server.graphql("mutation ($id: ID!, $url: String) { updateProvider(id: $id, patch: { baseUrl: $url }) { id } }", {"id": provider_id, "url": upstream.address + "/v1"})
    found.get_by_role("button", name="Retry").click()
    expect(found.get_by_text("3 new, 0 known already, 0 no longer offered.")).to_be_visible()


def test_rows_are_walked_and_their_menus_opened_by_keys(window, server):
    page = window(f"/settings#{server.add('Acme', 'acme', [(f'Model {n}', f'm{n}') for n in range(4)])}")
    expect(switch(page, "Model 1")).to_be_visible()
    page.keyboard.press("Control+Alt+k")
    expect(page.get_by_label("Filter models")).to_be_focused()
    switch(page, "Model 1").focus()
    page.keyboard.press("ArrowDown")
    expect(switch(page, "Model 2")).to_be_focused()
    page.keyboard.press("End")
    expect(switch(page, "Model 3")).to_be_focused()
    page.keyboard.press("Home")
    expect(switch(page, "Model 0")).to_be_focused()
    page.keyboard.press("Shift+F10")
    expect(page.get_by_role("menuitem", name="Edit")).to_be_focused()
    page.keyboard.press("d")
    expect(page.get_by_role("menuitem", name="Delete…")).to_be_focused()
    page.keyboard.press("Escape")
    expect(switch(page, "Model 0")).to_be_focused()


def test_a_model_that_two_people_change_shows_both_sides(window, server):
    page = window(f"/settings#{server.add('Acme', 'acme', MODELS)}")
    choose(page, "Tiny", "Edit")
    form = page.get_by_role("dialog", name="Edit Tiny")
    form.get_by_label("Name").fill("Mine")
    tiny = server.graphql('{ model(by: { modelSdkId: "acme:tiny" }) { id } }')["model"]["id"]
    server.graphql('mutation ($id: ID!) { updateModel(id: $id, patch: { name: "Theirs" }) { id } }', {"id": tiny})
    expect(row(page, "Theirs")).to_be_visible()
    form.get_by_role("button", name="Save").click()
    expect(form.get_by_role("row", name="Name Mine Theirs")).to_be_visible()
    form.get_by_role("button", name="Take theirs").click()
    expect(form.get_by_label("Name")).to_have_value("Theirs")
