"""The API key on the settings page: it goes in, and nothing of it comes out."""

import re

from playwright.sync_api import expect

from settings_page import KEY, provider, sent


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
    answers = []
    page.context.on("response", lambda answer: answers.append(answer) if answer.url.endswith("/graphql") and "json" in answer.headers.get("content-type", "") else None)
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
    for path in ("/settings#history", "/chat", "/playground", None):
        assert len(answers) > 0
        assert [each.url for each in answers if KEY in each.text()] == []
        if path:
            answers.clear()
            page.goto("about:blank")
            page.goto(path)
            expect(page.get_by_role("button", name=re.compile("^Online"))).to_be_visible()
            assert KEY not in page.content()


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
