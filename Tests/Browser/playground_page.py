"""The playground as its tests speak of it."""

import re

from playwright.sync_api import expect


class Playground:
    """A window with the playground, once its schema is there."""

    def __init__(self, page):
        self.page = page
        self.query = page.locator("#query")
        self.variables = page.get_by_role("textbox", name="Variables", exact=True)
        self.headers = page.get_by_role("textbox", name="Headers", exact=True)
        self.suggestions = page.locator(".completion:popover-open [role=option]")
        self.problems = page.locator(".query-pane .problems .problem")
        self.response = page.get_by_role("region", name="Response", exact=True)
        self.answer = page.locator(".answer-text")
        self.status = page.locator(".status-line")
        self.tabs = page.get_by_role("tablist", name="Documents").get_by_role("tab")
        expect(page.locator(".docs h3").first).to_be_visible()

    def write(self, text, caret=None, editor=None):
        """Puts a text into an editor, as pasting does; `▮` is where the caret goes."""
        editor = editor or self.query
        editor.focus()
        self.page.keyboard.press("ControlOrMeta+a")
        plain = text.replace("▮", "")
        if plain.count("\n") > 50:  # a browser that is told to insert these takes seconds, unlike one that pastes them
            editor.evaluate("(area, text) => { area.value = text; area.dispatchEvent(new InputEvent('input')); }", plain)
        else:
            self.page.keyboard.insert_text(plain) if plain else self.page.keyboard.press("Delete")
        self.page.keyboard.press("Escape")
        if "▮" in text:
            self.put_caret(text.index("▮"), editor)

    def put_caret(self, offset, editor=None):
        (editor or self.query).evaluate("(area, at) => area.setSelectionRange(at, at)", offset)

    def labels(self):
        return [each.split("\n")[0] for each in self.page.locator(".completion:popover-open .label").all_inner_texts()]

    def text(self, editor=None):
        """The text with the caret in it."""
        return (editor or self.query).evaluate(
            "(area) => area.value.slice(0, area.selectionEnd) + '▮' + area.value.slice(area.selectionEnd)"
        )

    def run(self, text=None):
        if text is not None:
            self.write(text)
        self.page.keyboard.press("ControlOrMeta+Enter")

    def painted(self, name):
        """The pieces of the query that are painted as something."""
        return self.page.evaluate(
            """(name) => [...(CSS.highlights.get(`gql-${name}`) ?? [])]
                .filter((range) => document.querySelector('.query-pane .under').contains(range.startContainer))
                .sort((a, b) => a.startContainer === b.startContainer ? a.startOffset - b.startOffset
                    : a.startContainer.compareDocumentPosition(b.startContainer) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1)
                .map((range) => range.startContainer.data.slice(range.startOffset, range.endOffset))""",
            name,
        )

    def stored(self):
        """All that this browser keeps for the site, as one text."""
        return self.page.evaluate("JSON.stringify([{...localStorage}, {...sessionStorage}])")


def open_playground(window, **options):
    return Playground(window("/playground", **options))


STATUS = re.compile(r"^\s*(\d{3}) · \d+(\.\d+)? (ms|s) · [\d.]+ K?B · \d\d:\d\d:\d\d")
