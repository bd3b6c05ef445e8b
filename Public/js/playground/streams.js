// The subscriptions of all tabs, each with its state and a way to stop it.
import { fill, h } from "../lib/h.js";
import { icon } from "../lib/icons.js";
import { nameOf } from "./tab-strip.js";

/** The panel. `page` has `tabs`, `runner` and `select(id)`. */
export function streamsPanel(page) {
  const list = h("ul", { class: "entries" });
  const none = h("p", { class: "none" }, "No subscription is open. Run one, and it is listed here while you go on in other tabs.");
  const start = h("button", { type: "button", class: "button", onclick: () => page.startSubscription() }, "Follow the registry");
  const element = h("div", { class: "history" }, none, list, h("div", { class: "panel-foot" }, start));
  let shown = "";

  function show() {
    const streams = page.runner.streams.filter(([id]) => page.tabs.open.has(id));
    const state = JSON.stringify(streams.map(([id, { stream }]) => [id, stream.count, stream.isOver, stream.isPaused]));
    if (state === shown && list.isConnected) return;
    shown = state;
    none.hidden = streams.length > 0;
    const focused = document.activeElement?.dataset.focus;
    fill(list, streams.map(([id, { stream }]) => {
      const name = nameOf(page.tabs.open.get(id));
      return h("li", { class: "entry" },
        h("button", { type: "button", class: "entry-open", dataset: { focus: `open-${id}` }, onclick: () => page.select(id) },
          h("span", { class: "entry-name" }, name),
          h("span", { class: "entry-about" },
            h("span", { class: "state", dataset: { state: stream.isOver ? "" : stream.isPaused ? "warn" : "ok" } }, icon(stream.isOver ? "stop" : "live"), h("span", null, stream.isOver ? "Ended" : stream.isPaused ? "Paused" : "Live")),
            h("span", null, `${stream.count} event${stream.count === 1 ? "" : "s"}`))),
        stream.isOver ? null : h("button", { type: "button", class: "button quiet", dataset: { focus: `stop-${id}` }, "aria-label": `Stop ${name}`, onclick: () => page.runner.stop(id) }, "Stop"));
    }));
    if (focused && !element.contains(document.activeElement)) list.querySelector(`[data-focus="${CSS.escape(focused)}"]`)?.focus();
  }
  return { element, show, focus: () => (list.querySelector("button") ?? start).focus() };
}
