"""How long a key takes until it is seen, in long queries in the playground, beside a bare text area.

    "$(Tests/Browser/setup)" Benchmarks/Pages/keystrokes.py [lines]

Prints, for each place in the query, the share of keystrokes painted within 50 ms, and the 50th, 95th and 99th percentile,
as the browser's own event timing has them: from the key to the next paint, in steps of 8 ms, at least 16 ms. Both are
typed into by turns, so that what else the machine does slows down both.
"""

import pathlib
import sys
import tempfile

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[2] / "Tests/Browser"))

from playwright.sync_api import sync_playwright
from playground_page import Playground
from support import CHROMIUM, Server, sign_in

COUNT = int(sys.argv[1]) if len(sys.argv) > 1 else 1000
LINES = [f"    field{n}: name # a comment on line {n}" for n in range(COUNT - 2)]
QUERY = "{ providers { nodes {\n" + "\n".join(LINES) + "\n} }"
TEXT = "models providers isEnabled name version "
ROUNDS = 4
OBSERVE = """() => {
  window.keys = [];
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) if (entry.name === 'keydown') keys.push(entry.duration);
  }).observe({ type: 'event', durationThreshold: 16 });
}"""
BARE = """(text) => {
  const area = document.createElement('textarea');
  area.style = 'width: 700px; height: 500px; white-space: pre; font: 13px/20px monospace';
  document.body.replaceChildren(area);
  area.value = text;
}"""


def type_at(page, area, offset):
    """Types the text once; the durations of its keys. Those under 16 ms are not listed by the browser."""
    page.bring_to_front()
    area.focus()
    area.evaluate("(area, at) => area.setSelectionRange(at, at)", offset)
    page.wait_for_timeout(500)
    page.evaluate("keys.length = 0")
    for key in TEXT:
        page.keyboard.press(key)
        page.wait_for_timeout(40)
    page.wait_for_timeout(300)
    slow = page.evaluate("keys")
    return [16] * (len(TEXT) - len(slow)) + slow


def told(name, times):
    times = sorted(times)
    quick = sum(time <= 50 for time in times) / len(times)
    at = [times[int(len(times) * share)] for share in (0.5, 0.95, 0.99)]
    print(f"{name:28} {len(times)} keys, {quick:6.1%} within 50 ms; 50 %: {at[0]:.0f} ms, 95 %: {at[1]:.0f} ms, 99 %: {at[2]:.0f} ms")


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
        page.evaluate(OBSERVE)
        bare = context.new_page()
        bare.goto("/livez")
        bare.evaluate(OBSERVE)
        places = {"start": "\n    field2:", "middle": f"\n    field{COUNT // 2}:", "end": f"\n    field{COUNT - 4}:"}
        for where, mark in {**places, "middle, each line a problem": places["middle"]}.items():
            query = QUERY.replace(": name", ": none") if "problems" in where else QUERY
            playground.write(query)
            bare.evaluate(BARE, query)
            offset = query.index(mark) + 5
            ours, theirs = [], []
            for _ in range(ROUNDS):
                ours += type_at(page, playground.query, offset)
                theirs += type_at(bare, bare.locator("textarea"), offset)
            told(where, ours)
            told("  a bare text area", theirs)
        browser.close()
    finally:
        server.stop()
