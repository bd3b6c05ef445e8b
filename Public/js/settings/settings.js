// The settings page: the list of providers beside what was chosen, which the address's hash says.

import { connection } from "../api/connection.js";
import { followRegistry } from "../api/live.js";
import { may, signIn, viewer } from "../api/session.js";
import { fill, h } from "../lib/h.js";
import { icon } from "../lib/icons.js";
import { command } from "../lib/keys.js";
import { startShell } from "../lib/shell.js";
import { clockTime } from "../lib/time.js";
import { addProvider, historyPane, tokensPane } from "./later.js";
import { providerPane } from "./provider-pane.js";
import { sidebar } from "./sidebar.js";
import { registry, reload } from "./state.js";

const main = document.getElementById("main");
const notices = h("div", { class: "notices" });
const list = sidebar();
const pane = h("section", { class: "pane", id: "pane", tabindex: "-1", "aria-label": "Details" });
const narrow = matchMedia("(max-width: 45rem)");
let shown = { key: null, update() {} };

fill(main, h("h1", { class: "visually-hidden" }, "Settings"), notices, h("div", { class: "panes" }, list.element, pane));
addEventListener("hashchange", () => {
  show();
  if (narrow.matches) scrollTo(0, 0);
});
narrow.addEventListener("change", show);
command({ id: "add-provider", label: "Add a provider", run: () => addProvider() });
command({ id: "focus-list", group: "Focus", label: "Focus the list of providers", run: () => list.focus() });
command({ id: "focus-pane", group: "Focus", label: "Focus the details", run: () => pane.focus() });
command({ id: "filter", group: "Search", label: "Filter the models", keys: "Mod+Alt+K", run: () => pane.querySelector('input[type="search"]')?.focus() });

await startShell();
let role = viewer.value?.role;
registry.subscribe(render);
connection.subscribe(render);
viewer.subscribe((now) => {
  if (now?.role && now.role !== role && may("EDITOR")) reload();
  role = now?.role;
  render();
});
if (may("EDITOR")) reload();
registry.subscribe(followRegistry(() => registry.value.version, reload));
connection.subscribe((state) => state === "online" && registry.value.error && may("EDITOR") && reload());

function render() {
  fill(notices, notes());
  const allowed = may("EDITOR");
  main.classList.toggle("is-closed", !allowed);
  if (allowed) list.update();
  show();
}

/** Shows what the hash names; the pane is only made anew when that is something else. */
function show() {
  const [named, argument] = location.hash.slice(1).split("/");
  // With room for both, the first provider is shown beside the list; else the list comes first.
  const key = named || (narrow.matches ? "" : (registry.value.providers?.[0]?.id ?? ""));
  const wanted = may("EDITOR") ? place(key, argument) : { key: "closed", make: closedPane };
  main.classList.toggle("has-choice", wanted.key !== "none");
  list.mark(key);
  if (shown.key !== wanted.key) {
    const made = wanted.make();
    fill(pane, made.element);
    shown = { key: wanted.key, update: made.update ?? (() => {}) };
  }
  shown.update();
}

function place(key, argument) {
  const { providers } = registry.value;
  if (key === "tokens") return { key, make: tokensPane };
  if (key === "history") return { key: `history/${argument ?? ""}`, make: () => historyPane(argument ?? null) };
  if (!providers) return { key: "loading", make: registry.value.error ? failedPane : loadingPane };
  if (providers.length === 0) return { key: "empty", make: emptyPane };
  if (providers.some((each) => each.id === key)) return { key, make: () => providerPane(key) };
  return { key: "none", make: () => ({ element: h("div", { class: "empty" }, h("p", null, key ? "This provider is not there any more. Choose another one." : "Choose a provider to see its models.")) }) };
}

function notes() {
  const { stale, error, at, providers } = registry.value;
  const note = (words, ...more) => h("div", { class: "note is-warn" }, icon("warn"), h("p", null, words), more);
  if (connection.value === "offline") {
    return note(providers ? `Offline: nothing can be changed until the server answers again. What you see is from ${clockTime(at)}.` : "Offline: the server does not answer.");
  }
  if (error && providers) return note(`${error.message} What you see is from ${clockTime(at)}.`, h("button", { type: "button", class: "button", onclick: reload }, icon("retry"), "Retry"));
  if (stale) return note("The database is away: this is what the server remembers, and changes will be refused until it is back.");
  return null;
}

function loadingPane() {
  return { element: h("div", { class: "skeleton", "aria-hidden": "true" }, Array.from({ length: 6 }, () => h("i"))) };
}

function failedPane() {
  return {
    element: h("div", { class: "empty" }, h("p", null, registry.value.error.message), h("button", { type: "button", class: "button", onclick: reload }, icon("retry"), "Retry")),
  };
}

function emptyPane() {
  return {
    element: h(
      "div",
      { class: "empty" },
      h("p", null, "No providers yet. Add one to make models available."),
      h("button", { type: "button", class: "button primary", dataset: { writes: "" }, onclick: () => addProvider() }, icon("add"), "Add provider"),
    ),
  };
}

function closedPane() {
  const known = Boolean(viewer.value?.role);
  return {
    element: h(
      "div",
      { class: "empty" },
      h("p", null, known ? `You are signed in as ${viewer.value.name}, whose role does not reach to the settings: they need an editor or an administrator.` : "Sign in to see and change the settings."),
      h("button", { type: "button", class: "button primary", onclick: () => signIn() }, known ? "Use another token" : "Sign in"),
    ),
    key: "closed",
  };
}
