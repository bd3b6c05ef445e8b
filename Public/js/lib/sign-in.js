// The sign-in dialog. Nothing that was typed elsewhere is lost to it: it opens over the page and closes again.

import { handOver } from "../api/session.js";
import { openDialog } from "./dialog.js";
import { h } from "./h.js";
import { announce } from "./status.js";

/** Asks for a token until one is good or the person gives up; `fault` is what to say first. */
export async function askForToken(fault = "") {
  const error = h("p", { class: "field-error", id: "token-error" }, fault);
  const input = h("input", {
    id: "token",
    type: "password",
    autocomplete: "off",
    spellcheck: "false",
    required: true,
    placeholder: "rst_…",
    "aria-describedby": "token-hint token-error",
    "aria-invalid": fault ? "true" : null,
  });
  const submit = h("button", { type: "submit", class: "button primary", form: "sign-in" }, "Sign in");
  const form = h(
    "form",
    { id: "sign-in", class: "form", onsubmit: take },
    h(
      "div",
      { class: "field" },
      h("label", { for: "token" }, "Access token"),
      input,
      h("p", { class: "field-hint", id: "token-hint" }, "The server prints a sign-in link when it first starts. The administrator’s token is also in ", h("code", null, "admin.token"), " in its data directory."),
      error,
    ),
  );
  const later = h("button", { type: "button", class: "button", onclick: () => dialog.close(false) }, "Not now");
  const dialog = openDialog({ title: "Sign in to continue", body: form, actions: [later, submit], focus: input });

  async function take(event) {
    event.preventDefault();
    submit.disabled = true;
    error.textContent = "";
    try {
      const result = await handOver(input.value.trim());
      if (result.ok) {
        dialog.close(true);
        announce("Signed in.");
        return;
      }
      error.textContent = result.words;
    } catch (fault) {
      error.textContent = fault.message;
    } finally {
      submit.disabled = false;
    }
    input.setAttribute("aria-invalid", "true");
    input.select();
    input.focus();
  }
  return (await dialog.closed) === true;
}
