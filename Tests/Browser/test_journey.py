"""The whole path of somebody new: from the printed link to an answer, and what a second window sees meanwhile."""

import re

from playwright.sync_api import expect

from settings_page import KEY, choose, status


def test_from_the_printed_link_to_a_streamed_answer_and_a_new_default(window, server, upstream):
    settings = window(f"/#token={server.token}", signed_in=False)
    settings.locator("#pane").get_by_role("button", name="Add provider").click()
    form = settings.get_by_role("dialog", name="Add provider")
    form.get_by_label("Name").fill("Local")
    form.get_by_label("SDK id").fill("ollama")
    form.get_by_label("Base URL").fill(upstream.address + "/v1")
    form.get_by_label("API key").fill(KEY)
    form.get_by_role("button", name="Check").click()
    expect(form.locator(".check-result .state")).to_have_text("OK")
    form.get_by_role("button", name="Save").click()
    settings.get_by_role("button", name="Fetch models").click()
    found = settings.get_by_role("dialog", name="Models of Local")
    found.get_by_label("Select all 3 new").check()
    expect(found.get_by_label("Turn them on")).to_be_checked()
    found.get_by_role("button", name="Add 3 models").click()
    choose(settings, "tiny", "Set as default")
    status(settings, "tiny is the default now.")

    chat = window("/", context=settings.context)
    picker = chat.get_by_role("button", name=re.compile("^Model: "))
    answer = chat.locator(".answer").last
    expect(picker).to_contain_text("tiny")
    expect(chat.get_by_role("textbox", name="Message")).to_be_focused()
    chat.keyboard.type("slowly")
    chat.keyboard.press("Enter")
    expect(chat.get_by_role("button", name="Stop")).to_be_visible()
    expect(answer.locator(".prose")).to_have_text("You said: slowly")
    expect(chat.get_by_role("status")).to_have_text("Done.")

    choose(settings, "Vendor/Large-2@latest:free", "Set as default")
    expect(picker).to_contain_text("Vendor/Large-2@latest:free")
    chat.get_by_role("textbox", name="Message").fill("hello again")
    chat.keyboard.press("Enter")
    expect(answer.locator(".prose")).to_have_text("You said: hello again")
    expect(answer.locator(".byline")).to_contain_text("Local · Vendor/Large-2@latest:free")
    assert [each["headers"]["authorization"] for each in upstream.requests() if each["path"].endswith("completions")] == [f"Bearer {KEY}"] * 2

    settings.get_by_role("switch", name="Vendor/Large-2@latest:free enabled").click()
    settings.get_by_role("alertdialog").get_by_role("button", name="Turn off, clear the default").click()
    expect(picker).not_to_contain_text("Vendor")
