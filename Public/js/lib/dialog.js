// Modal dialogs: focus goes in, stays in, and returns to where it was.

import { h } from "./h.js";
import { icon } from "./icons.js";
import { mountStatus } from "./status.js";

let count = 0;

/**
 * Opens a dialog. `body` and `actions` are nodes; `mayClose` may refuse (a dirty form asks first); `focus` is what gets
 * the focus, else the first field. `closed` is a promise of what `close` was given.
 */
export function openDialog({ title, body, actions = [], wide = false, mayClose = () => true, focus, kind = "dialog" }) {
  const returnTo = document.activeElement;
  const id = `dialog-${(count += 1)}`;
  const { promise: closed, resolve } = Promise.withResolvers();
  const closer = h("button", { type: "button", class: "button quiet square", "aria-label": "Close", onclick: () => attempt() }, icon("close"));
  const element = h(
    "dialog",
    { class: wide ? "dialog wide" : "dialog", "aria-labelledby": id, role: kind === "dialog" ? null : kind },
    h("header", { class: "dialog-head" }, h("h2", { id }, title), closer),
    h("div", { class: "dialog-body" }, body),
    h("footer", { class: "dialog-foot" }, actions),
  );

  function close(value) {
    if (!element.open) return;
    element.close();
    mountStatus();
    element.remove();
    if (returnTo?.isConnected) returnTo.focus();
    resolve(value);
  }
  async function attempt(value) {
    if (await mayClose()) close(value);
  }

  element.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey) || event.isComposing) return;
    const form = element.querySelector("form");
    if (!form) return;
    event.preventDefault();
    form.requestSubmit();
  });
  // Handled here rather than by `cancel`, which browsers let a page refuse only once.
  element.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || event.isComposing || element.querySelector(":popover-open")) return;
    event.preventDefault();
    event.stopPropagation();
    attempt();
  });
  element.addEventListener("cancel", (event) => event.preventDefault());

  document.body.append(element);
  element.showModal();
  mountStatus();
  (focus ?? element.querySelector(".dialog-body :is(input, select, textarea):not([disabled])") ?? closer).focus();
  return { element, close, closed, attempt };
}

/** Asks before something is done. `true` if it is to be done; for what destroys, Cancel has the focus. */
export function confirm({ title, text, action, danger = false, cancel = "Cancel" }) {
  const no = h("button", { type: "button", class: "button", onclick: () => dialog.close(false) }, cancel);
  const yes = h("button", { type: "button", class: danger ? "button danger" : "button primary", onclick: () => dialog.close(true) }, action);
  const paragraphs = (Array.isArray(text) ? text : [text]).map((words) => (typeof words === "string" ? h("p", null, words) : words));
  const dialog = openDialog({ title, body: paragraphs, actions: [no, yes], focus: danger ? no : yes, kind: "alertdialog" });
  return dialog.closed.then((value) => value === true);
}
