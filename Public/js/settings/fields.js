// Labelled inputs with a hint and a place for what is wrong.

import { showProblem } from "../lib/button.js";
import { fill, h } from "../lib/h.js";

/** `sometimes` leaves it to the hint whether it is needed. `element` to show, `input` to read, `say` sets the hint, `fail` the error. */
export function field({ id, label, value = "", hint, required = false, sometimes = false, mono = false, type = "text", list, placeholder, control }) {
  const error = h("p", { class: "field-error", id: `${id}-error` });
  const note = h("p", { class: "field-hint", id: `${id}-hint` }, hint);
  const input = control ?? h("input", { type, value: value ?? "", list, placeholder, autocomplete: "off", spellcheck: "false", autocapitalize: "off", class: mono ? "mono" : null });
  input.id = id;
  input.setAttribute("aria-describedby", `${id}-hint ${id}-error`);
  if (required) input.setAttribute("aria-required", "true");
  const element = h("div", { class: "field" }, h("label", { for: id }, label, required || sometimes ? null : h("span", { class: "optional" }, " optional")), input, note, error);
  return {
    element,
    input,
    say: (words) => fill(note, words),
    fail(words) {
      fill(error, words);
      if (words) input.setAttribute("aria-invalid", "true");
      else input.removeAttribute("aria-invalid");
    },
  };
}

/**
 * Puts errors at the fields that they are about, by the last step of their path, and the focus on the first. Errors of
 * no field here are shown in `host`. True if anything was shown.
 */
export function showErrors(fields, key, errors, host) {
  const places = { ...fields, ...(key ? { apiKey: key } : {}) };
  for (const place of Object.values(places)) place.fail("");
  fill(host);
  const others = [];
  let first = null;
  for (const error of errors) {
    const place = places[error.field?.split(".").at(-1)];
    if (!place) others.push(error);
    else {
      place.fail(error.message);
      first ??= place;
    }
  }
  if (first && others.length) showProblem(host, others[0]);
  first?.input?.focus();
  return first !== null;
}
