"""The settings page as its tests speak of it."""

import json
import re

from playwright.sync_api import expect

KEY = "made-up-key-0123456789-wxyz"
MODELS = [("Tiny", "tiny"), ("Small", "small", {"isEnabled": False})]


def row(page, name):
    return page.locator("table.models tbody tr").filter(has=page.locator("th[scope=row]", has_text=re.compile(f"^{re.escape(name)}(Default)?$")))


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
    """The mutations that the pages sent, as documents with variables."""
    found = [json.loads(each.post_data) for each in watch.requests if each.url.endswith("/graphql") and each.method == "POST"]
    return [each for each in found if each["query"].lstrip().startswith("mutation")]
