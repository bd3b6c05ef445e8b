// The API key, which can be written and never read. Three faces: not set, set, and being replaced.

import { button } from "../lib/button.js";
import { fill, h } from "../lib/h.js";
import { icon } from "../lib/icons.js";
import { keyState } from "./provider-pane.js";

/**
 * `state` is what the server says of the stored key, if any. `change` is what to send: `{}` to keep it,
 * `{ apiKey: null }` to remove it, `{ apiKey: "…" }` to set it.
 */
export function keyField(state) {
  const stored = Boolean(state && state.status !== "MISSING");
  let face = stored ? "set" : "unset";
  const error = h("p", { class: "field-error", id: "p-key-error" });
  const input = h("input", { id: "p-key", type: "password", class: "mono", autocomplete: "new-password", spellcheck: "false", "aria-describedby": "p-key-hint p-key-error" });
  const place = h("div", { class: "key-face" });
  const hint = h("p", { class: "field-hint", id: "p-key-hint" });
  const label = h("label", { for: "p-key" }, "API key", h("span", { class: "optional" }, " optional"));
  const element = h("div", { class: "field" }, label, place, hint, error);
  draw();

  function draw(focus = false) {
    const faces = {
      unset: [input],
      set: [h("p", { class: "row" }, icon("key"), h("span", { class: "grow" }, keyState(state ?? {})), button("Replace", () => go("replacing")), button("Remove", () => go("removing"), { className: "danger" }))],
      replacing: [h("div", { class: "row" }, h("div", { class: "grow" }, input), button("Keep current key", () => go("set")))],
      removing: [h("p", { class: "row" }, icon("trash"), h("span", { class: "grow" }, "Will be removed when you save."), button("Keep current key", () => go("set")))],
    };
    fill(place, faces[face]);
    if (face === "set" || face === "removing") label.removeAttribute("for");
    else label.setAttribute("for", "p-key");
    fill(hint, { unset: "Kept encrypted; nobody can read it back. Local models often need none.", set: "", replacing: "The new key takes the place of the stored one when you save.", removing: "" }[face]);
    if (focus) (face === "replacing" ? input : place.querySelector("button"))?.focus();
  }
  function go(next) {
    input.value = "";
    face = next;
    fail("");
    draw(true);
    element.dispatchEvent(new Event("input", { bubbles: true }));
  }
  function fail(words) {
    fill(error, words);
    if (words) input.setAttribute("aria-invalid", "true");
    else input.removeAttribute("aria-invalid");
  }
  return {
    element,
    input,
    fail,
    get change() {
      if (face === "removing") return { apiKey: null };
      const key = face === "set" ? "" : input.value.trim();
      return key ? { apiKey: key } : {};
    },
    /** Asks for the key again. */
    replace() {
      if (stored) go("replacing");
      input.focus();
    },
    /** Leaves nothing of what was typed in the page. */
    forget: () => (input.value = ""),
  };
}
