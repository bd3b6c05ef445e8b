// A list to choose from, under a heading that counts, with one box for all that are shown.

import { fill, h, text } from "../lib/h.js";

/**
 * `items` have a `name` and a `modelSdkId`; `line(item)` is what is shown of one, `below` what can be done to those
 * that are `ticked`, and `what` says which they are. `filter(words)` shows those that have all words.
 */
export function tickList({ title, what, items, line, changed, below }) {
  const ticked = new Set();
  const all = h("input", { type: "checkbox", onchange: tickAll });
  const some = h("span");
  const list = h("ul", { class: "ticks", "aria-label": title });
  const lines = items.map((each) => {
    const box = h("input", { type: "checkbox", onchange: () => (box.checked ? ticked.add(each) : ticked.delete(each), count(), changed()) });
    return { each, box, element: h("li", null, h("label", { class: "tick" }, box, line(each))) };
  });
  let shown = lines;

  function tickAll() {
    for (const { each, box } of shown) {
      box.checked = all.checked;
      if (all.checked) ticked.add(each);
      else ticked.delete(each);
    }
    count();
    changed();
  }
  function count() {
    const here = shown.filter(({ each }) => ticked.has(each)).length;
    all.checked = here > 0 && here === shown.length;
    all.indeterminate = here > 0 && here < shown.length;
    text(some, `Select all ${shown.length}`);
  }
  return {
    element: h(
      "section",
      { class: "group", "aria-label": title },
      h("div", { class: "row" }, h("h3", null, title, h("span", null, ` ${items.length}`)), h("label", { class: "tick" }, all, some, " ", h("span", { class: "visually-hidden" }, what))),
      list,
      h("div", { class: "row" }, below),
    ),
    items,
    below,
    ticked,
    filter(words) {
      shown = lines.filter(({ each }) => words.every((word) => `${each.name} ${each.modelSdkId}`.toLowerCase().includes(word)));
      fill(list, shown.length ? shown.map(({ element }) => element) : h("li", { class: "none" }, "No model has these words."));
      count();
    },
  };
}
