// The tools above the query: run or stop, which operation, and what can be done with the document.
import { fill, h } from "../lib/h.js";
import { icon } from "../lib/icons.js";
import { menuButton } from "../lib/menu.js";
import { keyNames } from "../lib/keys.js";

/** `actions`: `run()`, `stop()`, `prettify()`, `merge()`, `curl()`, `share()`, `pick(operation)`. */
export class Toolbar {
  constructor(actions) {
    this.actions = actions;
    this.word = h("span", { class: "word" });
    this.picture = h("span", { class: "run-icon" });
    this.run = h("button", { type: "button", class: "button primary run", "aria-describedby": "run-reason", onclick: () => this.press() }, this.picture, this.word);
    this.select = h("select", { "aria-label": "Operation to run", title: "Operation to run", onchange: () => actions.pick(Number(this.select.value)) });
    this.reason = h("p", { class: "run-reason", id: "run-reason" });
    const tool = (label, run, title) => h("button", { type: "button", class: "button quiet tool", onclick: run, title }, label);
    this.tools = [
      tool("Prettify", () => actions.prettify(), keyNames("Shift+Alt+F").join("+")),
      tool("Merge", () => actions.merge(), "Puts fragments where they are used"),
      tool("Copy as cURL", () => actions.curl(), "Without secrets: the token is $TOKEN"),
      tool("Share", () => actions.share(), "A link that holds the document"),
    ];
    this.more = menuButton({
      label: "More tools",
      items: () => [
        { label: "Prettify", run: () => actions.prettify() }, { label: "Merge fragments", run: () => actions.merge() },
        { label: "Copy as cURL", run: () => actions.curl() }, { label: "Share", run: () => actions.share() },
      ],
    });
    this.element = h("div", { class: "toolbar-box" }, h("div", { class: "toolbar", role: "group", "aria-label": "Tools" },
      this.run, this.select, this.tools, h("span", { class: "more" }, this.more.element), this.reason));
    this.shown = "";
    this.show({ isRunning: false, operations: [], chosen: null, reason: "" });
  }

  press() {
    if (this.run.getAttribute("aria-disabled") !== "true") this.isRunning ? this.actions.stop() : this.actions.run();
  }

  /** What is running, what can be run, and why nothing can. */
  show({ isRunning, operations, chosen, reason }) {
    const names = operations.map((each) => each.name?.value ?? `${each.operation} without a name`);
    const at = operations.indexOf(chosen);
    const state = JSON.stringify([isRunning, names, at, reason]);
    if (state === this.shown) return;
    this.shown = state;
    this.isRunning = isRunning;
    this.word.textContent = isRunning ? "Stop" : "Run";
    fill(this.picture, icon(isRunning ? "stop" : "run"));
    this.run.title = `${isRunning ? "Stop" : "Run the operation at the caret"} (${keyNames("Mod+Enter").join("+")})`;
    this.run.classList.toggle("is-stop", isRunning);
    if (reason && !isRunning) this.run.setAttribute("aria-disabled", "true");
    else this.run.removeAttribute("aria-disabled");
    this.reason.textContent = isRunning ? "" : reason;
    this.reason.hidden = this.reason.textContent === "";
    this.select.hidden = operations.length < 2;
    fill(this.select, names.map((name, index) => h("option", { value: String(index) }, name)));
    if (at >= 0) this.select.value = String(at);
  }
}
