// Buttons that change something, and what is shown where that failed.

import { connection } from "../api/connection.js";
import { fill, h } from "./h.js";
import { icon } from "./icons.js";
import { alarm, announce } from "./status.js";

/** A button. `writes` marks what needs the server: it is disabled while that is offline, which a note says. */
export function button(label, run, { picture, className = "", writes = false, ...attributes } = {}) {
  const needs = writes ? { dataset: { writes: "" }, disabled: connection.value === "offline" } : {};
  return h("button", { type: "button", class: `button ${className}`, onclick: run, ...needs, ...attributes }, picture ? icon(picture) : null, label);
}

/** A switch with `aria-checked`; `flip` is called with the wanted state. */
export function toggle(label, checked, flip) {
  const element = h("button", {
    type: "button",
    role: "switch",
    class: "switch",
    "aria-checked": String(checked),
    "aria-label": label,
    dataset: { writes: "" },
    disabled: connection.value === "offline",
    onclick: () => flip(element.getAttribute("aria-checked") !== "true"),
  });
  return element;
}

/** A button that shows a text and copies it. */
export function chip(value, label) {
  return h(
    "button",
    { type: "button", class: "chip", title: `Copy ${value}`, "aria-label": `${label} ${value}, copy`, onclick: () => copy(value) },
    h("span", null, value),
    icon("copy"),
  );
}

/** Copies a text and says so. */
export async function copy(value) {
  try {
    await navigator.clipboard.writeText(value);
    announce("Copied.");
  } catch {
    alarm("The browser did not allow copying; select the text instead.");
  }
}

/**
 * Runs a change. It ends in exactly one of: `done` said in the status region, or the error shown in `host` with Retry.
 * While it runs `busy`, a button, takes no second press. `handle` may take an error itself by returning true. The result, or undefined where it failed.
 */
export async function perform(host, work, { done, handle, busy } = {}) {
  if (busy?.getAttribute("aria-busy") === "true") return undefined;
  fill(host);
  // Not disabled, for that would take the focus away.
  busy?.setAttribute("aria-busy", "true");
  try {
    const result = await work();
    if (done) announce(typeof done === "function" ? done(result) : done);
    return result;
  } catch (error) {
    if (!(await handle?.(error))) showProblem(host, error, () => perform(host, work, { done, handle, busy }));
    return undefined;
  } finally {
    busy?.removeAttribute("aria-busy");
  }
}

/** A note about an error: its words, Retry where that may help, and Dismiss. */
export function showProblem(host, error, retry) {
  const note = h(
    "div",
    { class: "note is-bad" },
    icon("warn"),
    h("p", null, error.message),
    retry && error.isPassing ? button("Retry", retry, { picture: "retry" }) : null,
    button("Dismiss", () => note.remove(), { className: "quiet" }),
  );
  fill(host, note);
  alarm(error.message, { quietly: true });
}
