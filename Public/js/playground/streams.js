// The subscriptions of all tabs, each with its state and a way to stop it.
import { h, text } from "../lib/h.js";
import { keyed } from "../lib/keyed.js";
import { showState } from "./stream-view.js";
import { nameOf } from "./tab-strip.js";

/** The panel. `page` has `tabs`, `runner` and `select(id)`. */
export function streamsPanel(page) {
  const list = h("ul", { class: "entries" });
  const none = h("p", { class: "none" }, "No subscription is open. Run one, and it is listed here while you go on in other tabs.");
  const start = h("button", { type: "button", class: "button", onclick: () => page.startSubscription() }, "Follow the registry");
  const element = h("div", { class: "history" }, none, list, h("div", { class: "panel-foot" }, start));
  // The rows stay the same elements, for somebody may be pressing one while an event arrives.
  const rows = keyed(list, row, ([id]) => id);
  return { element, show, focus: () => (list.querySelector("button") ?? start).focus() };

  function show() {
    const streams = page.runner.streams.filter(([id]) => page.tabs.open.has(id));
    none.hidden = streams.length > 0;
    rows(streams);
  }

  function row([id]) {
    const name = h("span", { class: "entry-name" });
    const state = h("span", { class: "state" });
    const count = h("span", null);
    const open = h("button", { type: "button", class: "entry-open", onclick: () => page.select(id) }, name, h("span", { class: "entry-about" }, state, count));
    const stop = h("button", { type: "button", class: "button quiet", onclick: () => page.runner.stop(id) }, "Stop");
    const update = ([, { stream }]) => {
      const called = nameOf(page.tabs.open.get(id));
      text(name, called);
      showState(state, stream);
      text(count, `${stream.count} event${stream.count === 1 ? "" : "s"}`);
      stop.setAttribute("aria-label", `Stop ${called}`);
      if (stream.isOver && document.activeElement === stop) open.focus();
      stop.hidden = stream.isOver;
    };
    return { element: h("li", { class: "entry" }, open, stop), update };
  }
}
