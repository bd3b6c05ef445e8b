"""The editor: a textarea over painted text that must be one and the same to the eye and to the hand."""

import pytest
from playwright.sync_api import expect

from playground_page import open_playground

HARD = "query Q {\n\ta: registry # ünïcode, 漢字, 👩‍👩‍👧, عربي\n  b: providers(first: 10) {\n    totalCount " + "x" * 300 + "\n  }\n}\n\n"


@pytest.fixture
def playground(window):
    return open_playground(window)


def test_what_is_painted_stands_exactly_under_what_is_typed(playground):
    playground.write(HARD)
    wrong = playground.query.evaluate(
        """(area) => {
            const scroller = area.closest('.scroll');
            const rows = document.querySelector('.query-pane .under').children;
            const places = area.value.split('\\n').flatMap((text, row) => [...text.split(''), '\\n'].map((_, at) => [rows[row].firstChild, at]));
            const wrong = [];
            for (let at = 0; at < area.value.length; at += 1) {
                if (/[\\s\\u0600-\\u06ff\\u200d\\ud800-\\udfff]/.test(area.value[at])) continue;
                const range = document.createRange();
                const [text, column] = places[at];
                range.setStart(text, column);
                range.setEnd(text, column + 1);
                let box = range.getBoundingClientRect();
                if (box.right > innerWidth * 0.6 || box.left < scroller.getBoundingClientRect().left + 60) {
                    scroller.scrollLeft += box.left - scroller.getBoundingClientRect().left - 100;
                    box = range.getBoundingClientRect();
                }
                const found = document.caretPositionFromPoint(box.left + 1, box.top + box.height / 2);
                if (found?.offsetNode !== area || found.offset !== at) wrong.push([at, area.value[at], found?.offset]);
            }
            return wrong;
        }"""
    )
    assert wrong == []


def test_in_a_long_document_too_and_wherever_it_is_scrolled_to(playground):
    playground.write("{\n" + "  providers { nodes { name } } # 漢字\n" * 700 + "}\n")
    for top in (0, 7000, 12_345, 99_999):
        wrong = playground.query.evaluate(
            """async (area, top) => {
                const scroller = area.closest('.scroll');
                scroller.scrollTo(0, top);
                await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
                const under = document.querySelector('.query-pane .under');
                const box = scroller.getBoundingClientRect();
                const lines = [...under.children].flatMap(({ firstChild }) => [...firstChild.data.matchAll(/providers|漢/g)].map((found) => {
                    const range = document.createRange();
                    range.setStart(firstChild, found.index);
                    range.setEnd(firstChild, found.index + 1);
                    return [found[0], range.getBoundingClientRect()];
                })).filter(([, at]) => at.top > box.top && at.bottom < box.bottom);
                const wrong = lines.filter(([word, at]) => {
                    const found = document.caretPositionFromPoint(at.left + 1, at.top + at.height / 2);
                    return found?.offsetNode !== area || !area.value.startsWith(word, found.offset);
                });
                const filled = Math.floor((box.bottom - box.top) / 20);
                return lines.length / 2 < filled - 4 ? [`only ${lines.length / 2} lines of ${filled}`] : wrong;
            }""",
            top,
        )
        assert wrong == [], top


def test_the_textarea_never_scrolls_by_itself(playground):
    playground.write(HARD * 30)
    sizes = playground.query.evaluate("(a) => [a.scrollHeight - a.clientHeight, a.scrollWidth - a.clientWidth, a.scrollTop, a.scrollLeft]")
    assert sizes == [0, 0, 0, 0]


def test_tokens_are_painted_by_what_they_are(playground):
    playground.write('query Q($n: Int) { a: registry @include(if: true) { version } providers(first: $n, after: "x") { totalCount } } # end')
    assert playground.painted("keyword") == ["query", "@", "include"]
    assert playground.painted("type") == ["Q", "Int"]
    assert playground.painted("field") == ["registry", "version", "providers", "totalCount"]
    assert playground.painted("argument") == ["a", "if", "first", "after"]
    assert playground.painted("variable") == ["$", "n", "$", "n"]
    assert playground.painted("string") == ['"x"']
    assert playground.painted("comment") == ["# end"]


def test_in_a_long_document_the_lines_in_view_are_painted_and_no_others(playground):
    playground.write("{\n" + "  registry { version }\n" * 1000 + "}\n")
    assert 0 < len(playground.painted("field")) < 400
    playground.page.keyboard.press("ControlOrMeta+Home")
    assert len(playground.page.locator(".query-pane .under").inner_text()) < 5000
    playground.page.wait_for_function("document.querySelector('.query-pane .under').textContent.startsWith('{')")


def test_in_a_long_document_a_letter_changes_its_own_line_and_nothing_else(playground):
    """What makes a key cheap: a change of size or of other lines has a thousand lines laid out anew."""
    playground.write("{\n" + "  registry { version } # long\n" * 1000 + "}\n")
    playground.put_caret(30)
    playground.page.evaluate(
        """() => {
            window.changes = [];
            const observer = new MutationObserver((list) => changes.push(...list.map((each) => each.attributeName ?? each.type)));
            observer.observe(document.querySelector('.query-pane .scroll'), {
                subtree: true, childList: true, characterData: true, attributes: true, attributeFilter: ['style', 'class'],
            });
        }"""
    )
    playground.page.keyboard.press("z")
    assert playground.page.evaluate("changes.splice(0)") == ["characterData"]
    playground.page.keyboard.press("Shift+Enter")
    expect(playground.page.locator(".query-pane .numbers")).to_contain_text("1003")
    assert playground.page.evaluate("changes.filter((each) => each === 'characterData').length") <= 3


def test_undo_takes_back_typing_completion_and_prettify_one_by_one(playground):
    keyboard = playground.page.keyboard
    playground.write("")
    keyboard.insert_text("{registry{ver}}")
    playground.put_caret(13)
    keyboard.press("Control+Space")
    keyboard.press("Enter")
    assert playground.query.input_value() == "{registry{version}}"
    keyboard.press("Shift+Alt+F")
    expect(playground.query).to_have_value("{\n  registry {\n    version\n  }\n}\n")
    keyboard.press("ControlOrMeta+z")
    expect(playground.query).to_have_value("{registry{version}}")
    keyboard.press("ControlOrMeta+z")
    expect(playground.query).to_have_value("{registry{ver}}")
    keyboard.press("ControlOrMeta+Shift+z")
    expect(playground.query).to_have_value("{registry{version}}")
    assert playground.painted("field") == ["registry", "version"]


def test_an_input_method_composes_undisturbed(playground):
    playground.write("# ▮")
    client = playground.page.context.new_cdp_session(playground.page)
    client.send("Input.imeSetComposition", {"text": "re", "selectionStart": 2, "selectionEnd": 2})
    under = playground.page.locator(".query-pane .under")
    expect(under).to_have_text("# re\n", use_inner_text=False)
    assert playground.suggestions.count() == 0
    client.send("Input.imeSetComposition", {"text": "れじ", "selectionStart": 2, "selectionEnd": 2})
    client.send("Input.insertText", {"text": "レジ"})
    expect(playground.query).to_have_value("# レジ")
    expect(under).to_have_text("# レジ\n", use_inner_text=False)


def test_no_key_does_anything_while_an_input_method_composes(playground):
    playground.write("{▮")
    playground.query.evaluate(
        """(area) => { for (const key of ['Enter', 'Tab', '{', 'F8'])
            area.dispatchEvent(new KeyboardEvent('keydown', { key, isComposing: true, bubbles: true, cancelable: true })); }"""
    )
    assert playground.query.input_value() == "{"
    assert playground.suggestions.count() == 0


def test_tab_moves_the_focus_until_it_is_told_to_indent(playground):
    keyboard = playground.page.keyboard
    playground.write("{\n  registry { version }▮\n}")
    keyboard.press("Tab")
    expect(playground.query).not_to_be_focused()
    playground.query.focus()
    keyboard.press("Control+m")
    expect(playground.page.locator(".query-pane .tab-state")).to_have_text("Tab indents")
    playground.put_caret(2)
    keyboard.press("Tab")
    assert playground.text() == "{\n  ▮  registry { version }\n}"
    keyboard.press("Shift+Tab")
    assert playground.query.input_value() == "{\n  registry { version }\n}"
    keyboard.press("Escape")
    keyboard.press("Tab")
    expect(playground.query).not_to_be_focused()
    playground.query.focus()
    keyboard.press("Control+m")
    expect(playground.page.locator(".query-pane .tab-state")).to_have_text("Tab moves focus")


TYPED = [
    ("▮", "{", "{▮}"),
    ("{▮}", "}", "{}▮"),
    ("{▮}", "Backspace", "▮"),
    ("{▮}", "Enter", "{\n  ▮\n}"),
    ("{\n  a▮\n}", "Enter", "{\n  a\n  ▮\n}"),
    ("{\n  ▮", "}", "{\n}▮"),
    ("{ a(b: ▮) }", '"', '{ a(b: "▮") }'),
    ("# it▮", '"', '# it"▮'),
    ("{ ▮a }", "{", "{ {▮a }"),
    ("{\n  a▮\n  b\n}", "ControlOrMeta+/", "{\n  # a▮\n  b\n}"),
    ("{\n  # a▮\n}", "ControlOrMeta+/", "{\n  a▮\n}"),
]


@pytest.mark.parametrize("before, key, after", TYPED)
def test_a_key_writes_what_it_should(playground, before, key, after):
    playground.write(before)
    playground.put_caret(before.index("▮"))
    playground.page.keyboard.press(key)
    assert playground.text() == after


def test_problems_are_underlined_listed_and_visited(playground):
    playground.write("{ regstry { version } viewer }")
    expect(playground.problems).to_have_count(2)
    expect(playground.problems.first).to_contain_text('Line 1Cannot query field "regstry" on type "Query". Did you mean "registry"?')
    assert playground.painted("error") == ["regstry", "viewer"]
    playground.put_caret(0)
    playground.page.keyboard.press("F8")
    selected = "(area) => area.value.slice(area.selectionStart, area.selectionEnd)"
    assert playground.query.evaluate(selected) == "regstry"
    playground.page.keyboard.press("F8")
    assert playground.query.evaluate(selected) == "viewer"
    playground.page.keyboard.press("Shift+F8")
    assert playground.query.evaluate(selected) == "regstry"
    playground.page.get_by_role("button", name="Change to registry").click()
    expect(playground.query).to_have_value("{ registry { version } viewer }")
    expect(playground.problems).to_have_count(1)
    expect(playground.query).to_have_attribute("aria-invalid", "true")


def test_the_server_has_its_word_on_what_the_page_cannot_know(playground):
    sent = []
    playground.page.on("request", lambda request: sent.append(request.post_data_json) if request.url.endswith("/graphql") else None)
    playground.write("{ a: viewer { name } a: viewer { name: role } registry { version } }")
    expect(playground.problems.first).to_contain_text("conflict")
    assert sent and all(each["extensions"] == {"validateOnly": True} for each in sent)


def test_with_forced_colours_the_textarea_shows_its_own_text(window):
    playground = open_playground(window, forced_colors="active")
    playground.write("{ registry { version } }")
    expect(playground.page.locator(".query-pane .under")).to_have_css("visibility", "hidden")
    assert playground.query.evaluate("(area) => getComputedStyle(area).color") != "rgba(0, 0, 0, 0)"
    playground.run()
    expect(playground.answer).to_contain_text("version")
    # Highlights would be drawn like selected text.
    assert playground.page.evaluate("[...CSS.highlights.values()].reduce((sum, each) => sum + each.size, 0)") == 0


def test_without_the_highlight_api_only_colours_are_lost(window, browser, server):
    playground_page = window("/", signed_in=True)
    context = playground_page.context
    context.add_init_script("delete globalThis.Highlight; Object.defineProperty(CSS, 'highlights', { value: undefined });")
    playground = open_playground(window, context=context)
    playground.write("{ registry { versio } }")
    assert playground.query.evaluate("(area) => getComputedStyle(area).color") != "rgba(0, 0, 0, 0)"
    expect(playground.problems).to_have_count(1)
