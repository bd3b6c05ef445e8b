// The rail, and the panel that it opens: docs, history, subscriptions. In a narrow window it chooses the one pane in view.
import { fill, h } from "../lib/h.js";
import { icon } from "../lib/icons.js";
import { stored } from "../lib/store.js";
import { togglePalette } from "../lib/palette.js";

const panels = { docs: ["Docs", "docs"], history: ["History", "history"], streams: ["Live", "live"] };
const titles = { docs: "Docs", history: "History", streams: "Subscriptions" };

export class Side {
  /** `views` has an element for each panel; `main` gets `data-side` and `data-pane`. */
  constructor(main, views) {
    this.main = main;
    this.views = views;
    const wide = matchMedia("(min-width: 1100px)");
    this.chosen = stored("playground.side", "docs", (value) => value === "" || value in panels);
    this.buttons = {};
    const button = (name, label, picture, run, kind = "") => (this.buttons[name] = h("button", { type: "button", class: `rail-button ${kind}`, onclick: run }, icon(picture), h("span", null, label)));
    this.rail = h("nav", { class: "rail", "aria-label": "Panes" },
      button("query", "Query", "edit", () => this.pane("query"), "is-narrow"),
      button("response", "Response", "response", () => this.pane("response"), "is-narrow"),
      Object.entries(panels).map(([name, [label, picture]]) => button(name, label, picture, () => this.press(name))),
      button("keys", "Keys", "key", togglePalette, "is-wide"));
    this.title = h("h2", null);
    this.closer = h("button", { type: "button", class: "button quiet square", "aria-label": "Close the panel", onclick: () => this.close() }, icon("close"));
    this.body = h("div", { class: "side-body" });
    this.element = h("aside", { class: "side", id: "side", "aria-label": "Docs" }, h("div", { class: "side-head" }, this.title, this.closer), this.body);
    this.open = wide.matches ? this.chosen.value : "";
    this.pane("query");
    wide.addEventListener("change", () => this.show(wide.matches ? this.chosen.value : ""));
    this.isNarrow = () => matchMedia("(max-width: 719.98px)").matches;
    this.show(this.open);
  }

  press(name) {
    if (this.isNarrow()) {
      this.show(name);
      return this.pane("side");
    }
    if (this.open === name) return this.close();
    return this.show(name, true);
  }

  show(name, keeps = false) {
    this.open = name;
    if (keeps) this.chosen.value = name;
    this.main.dataset.side = name;
    if (name !== "") {
      this.title.textContent = titles[name];
      this.element.setAttribute("aria-label", titles[name]);
      if (this.body.firstChild !== this.views[name].element) fill(this.body, this.views[name].element);
      this.views[name].show?.();
    }
    this.mark();
  }

  /** Opens a panel and puts the focus into it. */
  focus(name) {
    this.show(name, true);
    if (this.isNarrow()) this.pane("side");
    this.views[name].focus?.();
  }

  close() {
    const name = this.open;
    this.show("", true);
    if (this.main.dataset.pane === "side") this.pane("query");
    this.buttons[name]?.focus();
  }

  /** Which pane is in view where there is room for one. */
  pane(name) {
    this.main.dataset.pane = name;
    this.mark();
  }

  mark() {
    const narrow = matchMedia("(max-width: 719.98px)").matches;
    const { pane } = this.main.dataset;
    for (const [name, button] of Object.entries(this.buttons)) {
      if (name === "keys") continue;
      const isOn = narrow ? (pane === "side" ? name === this.open : name === pane) : name === this.open;
      button.setAttribute("aria-pressed", String(isOn));
    }
  }
}
