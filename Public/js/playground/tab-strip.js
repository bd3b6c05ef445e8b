// The strip of tabs: arrows move between them, F2 renames, Delete closes.
import { h, text } from "../lib/h.js";
import { icon } from "../lib/icons.js";
import { keyed } from "../lib/keyed.js";

/** The name of a tab: its own, or that of its first operation. */
export function nameOf(tab) {
  if (tab.name) return tab.name;
  const found = /(?:^|\s)(?:query|mutation|subscription)\s+([A-Za-z_]\w*)/.exec(tab.query.replace(/#.*/g, ""));
  return found?.[1] ?? (tab.query.trim() === "" ? "New" : "Untitled");
}

/** `actions` has `select(id)`, `close(id)`, `add()`, `rename(id, name)`, `move(id, by)`. */
export class TabStrip {
  constructor(actions) {
    this.actions = actions;
    this.list = h("div", { class: "tabs", role: "tablist", "aria-label": "Documents" });
    this.rows = keyed(this.list, (tab) => this.row(tab));
    this.add = h("button", { type: "button", class: "button quiet square", "aria-label": "New tab", title: "New tab", onclick: () => actions.add() }, icon("add"));
    // Inside of a tab list there are only tabs: what closes the active one by keys stands beside it.
    this.remove = h("button", { type: "button", class: "button quiet visually-hidden", onclick: () => actions.close(this.activeID) });
    this.element = h("div", { class: "tab-strip" }, this.list, this.remove, this.add);
    this.list.addEventListener("keydown", (event) => this.key(event));
  }

  /** Shows the tabs. They stay the same elements, for somebody may be pressing one while another's run ends. */
  show(tabs, activeID, isRunning) {
    const hadFocus = this.list.contains(document.activeElement);
    Object.assign(this, { activeID, isRunning });
    this.remove.textContent = `Close ${nameOf(tabs.find((tab) => tab.id === activeID))}`;
    if (this.list.querySelector("input")) return;
    this.rows(tabs);
    const active = this.list.querySelector("[aria-selected=true]");
    const shown = activeID + active?.textContent;
    if (this.shown !== shown) active?.parentElement.scrollIntoView({ block: "nearest", inline: "nearest" });
    this.shown = shown;
    if (hadFocus) active?.focus();
  }

  row({ id }) {
    const running = h("span", { class: "running", title: "Running" }, h("span", { class: "visually-hidden" }, "running, "));
    const name = h("span", { class: "name" });
    const changed = h("span", { class: "changed", title: "Changed since it was last run" }, h("span", { class: "visually-hidden" }, ", changed"));
    const button = h("button", {
      type: "button", role: "tab", class: "tab", id: `tab-${id}`, "aria-controls": "document", dataset: { id }, title: "F2 renames, Delete closes",
      onclick: () => this.actions.select(id), ondblclick: () => this.rename(this.actions.find(id)),
      onauxclick: (event) => event.button === 1 && this.actions.close(id),
    }, name);
    const close = h("button", { type: "button", class: "close", "aria-hidden": "true", tabindex: "-1", onclick: () => this.actions.close(id) }, icon("close"));
    const element = h("span", { class: "tab-item", role: "presentation" }, button, close);
    const update = (tab) => {
      const isActive = id === this.activeID;
      element.classList.toggle("is-active", isActive);
      button.setAttribute("aria-selected", String(isActive));
      button.tabIndex = isActive ? 0 : -1;
      text(name, nameOf(tab));
      if (this.isRunning(id) !== button.contains(running)) button.contains(running) ? running.remove() : button.prepend(running);
      const isChanged = tab.ranText !== "" && tab.ranText !== tab.query;
      if (isChanged !== button.contains(changed)) isChanged ? button.append(changed) : changed.remove();
      close.title = `Close ${nameOf(tab)}`;
    };
    return { element, update };
  }

  rename(tab) {
    const button = this.list.querySelector(`[data-id="${CSS.escape(tab.id)}"]`);
    const input = h("input", { type: "text", class: "rename", value: nameOf(tab), "aria-label": "Name of the tab", maxlength: "60", spellcheck: "false" });
    let isDone = false;
    const finish = (keep) => {
      if (isDone) return;
      isDone = true;
      input.replaceWith(button);
      this.actions.rename(tab.id, keep ? input.value.trim() : null, keep);
      this.list.querySelector("[aria-selected=true]")?.focus();
    };
    input.addEventListener("keydown", (event) => {
      event.stopPropagation();
      if (event.isComposing) return;
      if (event.key === "Enter") finish(true);
      if (event.key === "Escape") finish(false);
    });
    input.addEventListener("blur", () => finish(true));
    button.replaceWith(input);
    input.focus();
    input.select();
  }

  key(event) {
    const tabs = [...this.list.querySelectorAll(".tab")];
    const at = tabs.indexOf(event.target.closest(".tab"));
    if (at < 0 || event.ctrlKey || event.metaKey) return;
    const { id } = tabs[at].dataset;
    if (event.altKey && event.shiftKey && ["ArrowLeft", "ArrowRight"].includes(event.key)) this.actions.move(id, event.key === "ArrowLeft" ? -1 : 1);
    else if (event.altKey) return;
    else if (event.key === "F2") this.rename(this.actions.find(id));
    else if (event.key === "Delete") this.actions.close(id);
    else {
      const to = { ArrowRight: (at + 1) % tabs.length, ArrowLeft: (at - 1 + tabs.length) % tabs.length, Home: 0, End: tabs.length - 1 }[event.key];
      if (to === undefined) return;
      this.actions.select(tabs[to].dataset.id);
      this.list.querySelector("[aria-selected=true]")?.focus();
    }
    event.preventDefault();
  }
}
