"""How long a key takes until it is seen, in a query of a thousand lines in the playground.

    "$(Tests/Browser/setup)" Benchmarks/Pages/keystrokes.py

Prints the share of keystrokes painted within 50 ms, and the 50th, 95th and 99th percentile, as the browser's own event
timing has them (from the key to the next paint, in steps of 8 ms); for comparison the same of a bare text area.
"""

import pathlib
import sys
import tempfile

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[2] / "Tests/Browser"))

from playwright.sync_api import sync_playwright
from playground_page import Playground
from support import CHROMIUM, Server, sign_in

LINES = "\n".join(f"    field{n}: name # a comment on line {n}" for n in range(998))
QUERY = f"{{ providers {{ nodes {{\n{LINES}\n}} }} }}"
TEXT = "models providers isEnabled name version "
OBSERVE = """() => {
  window.keys = [];
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) if (entry.name === 'keydown') keys.push(entry.duration);
  }).observe({ type: 'event', durationThreshold: 16 });
}"""


def typed(page, name):
    """Types a few times the text, and prints how long its keys took; those under 16 ms are not listed by the browser."""
    page.evaluate(OBSERVE)
    count = 0
    for _ in range(5):
        for key in TEXT:
            page.keyboard.press(key)
            page.wait_for_timeout(40)
            count += 1
    page.wait_for_timeout(500)
    slow = sorted(page.evaluate("keys"))
    times = [16] * (count - len(slow)) + slow
    quick = sum(time <= 50 for time in times) / len(times)
    at = [times[int(len(times) * share)] for share in (0.5, 0.95, 0.99)]
    print(f"{name:12} {count} keys, {quick:.1%} within 50 ms; 50 %: {at[0]:.0f} ms, 95 %: {at[1]:.0f} ms, 99 %: {at[2]:.0f} ms")


with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
    pathlib.Path(folder).chmod(0o755)
    server = Server(pathlib.Path(folder))
    try:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        context = browser.new_context(base_url=server.address, viewport={"width": 1400, "height": 900})
        sign_in(context, server)
        page = context.new_page()
        page.goto("/playground")
        playground = Playground(page)
        playground.write(QUERY, caret=None)
        playground.put_caret(QUERY.index("field500"))
        playground.query.focus()
        typed(page, "playground")
        bare = context.new_page()
        bare.goto("/livez")
        bare.evaluate("(text) => { const area = document.createElement('textarea'); document.body.replaceChildren(area); area.value = text; area.focus(); area.setSelectionRange(9000, 9000); }", QUERY)
        typed(bare, "text area")
        browser.close()
    finally:
        server.stop()
