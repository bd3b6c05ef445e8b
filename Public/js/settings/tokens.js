// Access tokens, for administrators: who may do what, until when.

import { may } from "../api/session.js";
import { createToken, listTokens, revokeToken } from "../api/tokens.js";
import { button, copy, perform, showProblem } from "../lib/button.js";
import { confirm, openDialog } from "../lib/dialog.js";
import { fill, h } from "../lib/h.js";
import { icon } from "../lib/icons.js";
import { announce } from "../lib/status.js";
import { ago, date, fullTime } from "../lib/time.js";
import { field, showErrors } from "./fields.js";
import { registry } from "./state.js";

const ROLES = {
  VIEWER: "Viewer – reads the registry",
  MEMBER: "Member – also talks to models",
  EDITOR: "Editor – also changes providers and models",
  ADMIN: "Administrator – also manages tokens",
};
/** In days; 0 is never. */
const ENDS = [
  [0, "Never"],
  [7, "In a week"],
  [30, "In 30 days"],
  [90, "In 90 days"],
  [365, "In a year"],
];

export function tokensPane() {
  const problem = h("div", { class: "problem" });
  const place = h("div", null, h("div", { class: "skeleton", "aria-hidden": "true" }, h("i"), h("i"), h("i")));
  const createButton = button("Create token", () => create(load), { picture: "add", className: "primary", writes: true });
  const element = h(
    "div",
    { class: "plain-pane" },
    h("header", null, h("a", { class: "button quiet back", href: "#" }, icon("back"), "All settings"), h("h2", null, "Access tokens"), createButton),
    h("p", { class: "lead" }, "Programs and people show a token to be let in. Its text is shown once, when it is created."),
    problem,
    place,
  );
  let seen = registry.value.version;
  if (may("ADMIN")) load();
  else fill(place, h("p", { class: "empty" }, "Only an administrator may see and change tokens."));

  async function load() {
    try {
      const tokens = await listTokens();
      // The rows are made anew, so what had the focus is found again by its place.
      const at = [...place.querySelectorAll("button")].indexOf(document.activeElement);
      fill(place, table(tokens));
      fill(problem);
      if (at >= 0) focusAt(at);
    } catch (error) {
      fill(place);
      showProblem(problem, error, load);
    }
  }
  function focusAt(at) {
    const buttons = place.querySelectorAll("button");
    (buttons[Math.min(at, buttons.length - 1)] ?? createButton).focus();
  }
  function table(tokens) {
    return h(
      "div",
      { class: "scroll", tabindex: "0", role: "region", "aria-label": "Tokens" },
      h(
        "table",
        { class: "grid" },
        h("caption", { class: "visually-hidden" }, "Tokens"),
        h("thead", null, h("tr", null, ["Name", "Role", "Token", "Created", "Last used", "Expires"].map((each) => h("th", { scope: "col" }, each)), h("th", null, h("span", { class: "visually-hidden" }, "Actions")))),
        h("tbody", null, tokens.map(row)),
      ),
    );
  }
  function row(token) {
    const over = token.revokedAt ? "Revoked" : token.expiresAt && new Date(token.expiresAt) < new Date() ? "Expired" : null;
    return h(
      "tr",
      { class: over ? "is-off" : null },
      h("th", { scope: "row" }, token.name),
      cell("Role", token.role.toLowerCase()),
      cell("Token", h("code", null, `····${token.hint}`)),
      cell("Created", moment(token.createdAt)),
      cell("Last used", token.lastUsedAt ? moment(token.lastUsedAt) : "never"),
      cell("Expires", token.expiresAt ? h("time", { datetime: token.expiresAt, title: fullTime(token.expiresAt) }, date(token.expiresAt)) : "never"),
      h("td", { class: "end" }, over ? h("span", { class: "badge is-off" }, over) : button("Revoke…", () => revoke(token), { className: "danger", writes: true, "aria-label": `Revoke ${token.name}` })),
    );
  }
  async function revoke(token) {
    const agreed = await confirm({ title: `Revoke ${token.name}?`, text: "Whoever uses it is refused from now on, in open windows too. This cannot be undone.", action: "Revoke token", danger: true });
    const at = [...place.querySelectorAll("button")].indexOf(document.activeElement);
    if (!agreed || !(await perform(problem, () => revokeToken(token.id).then(() => true), { done: `${token.name} is revoked.` }))) return;
    await load();
    focusAt(at);
  }
  return {
    element,
    update() {
      if (registry.value.version === seen || !may("ADMIN")) return;
      seen = registry.value.version;
      load();
    },
  };
}

const cell = (label, value) => h("td", { dataset: { label } }, value);
const moment = (at) => h("time", { datetime: at, title: fullTime(at) }, ago(at));

function create(reload) {
  const fields = {
    name: field({ id: "t-name", label: "Name", required: true, placeholder: "chat front end", hint: "Who or what uses it." }),
    role: field({ id: "t-role", label: "Role", required: true, hint: "Give no more than is needed.", control: h("select", null, Object.entries(ROLES).map(([value, label]) => h("option", { value }, label))) }),
    expiresAt: field({ id: "t-end", label: "Expires", required: true, hint: "", control: h("select", null, ENDS.map(([value, label]) => h("option", { value }, label))) }),
  };
  const problem = h("div", { class: "problem" });
  const form = h("form", { id: "token-form", class: "form", novalidate: true, onsubmit: submit }, Object.values(fields).map((each) => each.element));
  const save = button("Create", null, { className: "primary", writes: true });
  save.type = "submit";
  save.setAttribute("form", "token-form");
  const dialog = openDialog({ title: "Create token", body: [problem, form], actions: [button("Cancel", () => dialog.close()), save] });

  async function submit(event) {
    event.preventDefault();
    const name = fields.name.input.value.trim();
    if (showErrors(fields, null, name ? [] : [{ field: "name", message: "A name is needed." }], problem)) return;
    const days = Number(fields.expiresAt.input.value);
    const expiresAt = days ? new Date(Date.now() + days * 86_400_000).toISOString().replace(/\.\d+Z$/, "Z") : null;
    const made = await perform(problem, () => createToken({ name, role: fields.role.input.value, expiresAt }), { busy: save, handle: (error) => showErrors(fields, null, error.all, problem) });
    if (!made) return;
    announce("The token is created. Copy it now.", { quietly: true });
    reload();
    const secret = h("output", { class: "code secret" }, made.secret);
    const copier = button("Copy", () => copy(made.secret), { picture: "copy" });
    const close = button("Done", () => dialog.close(), { className: "primary" });
    fill(dialog.element.querySelector(".dialog-body"), h("p", null, "This is shown once. Copy it to where it is used."), secret, copier);
    fill(dialog.element.querySelector(".dialog-foot"), close);
    dialog.closed.then(() => secret.remove());
    copier.focus();
  }
}
