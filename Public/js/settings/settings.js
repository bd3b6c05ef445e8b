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
const pane = h("section", { class: "pane", id: "pane", tabindex: "0", "aria-label": "Details" });
const narrow = matchMedia("(max-width: 45rem)");
let shown = { key: null };

fill(main, h("h1", { class: "visually-hidden" }, "Settings"), notices, h("div", { class: "panes" }, list.element, pane));
addEventListener("hashchange", () => {
  show();
  if (narrow.matches) scrollTo(0, 0);
});
narrow.addEventListener("change", show);
command({ id: "add-provider", label: "Add a provider", run: () => addProvider() });
command({ id: "focus-list", group: "Focus", label: "Focus the list of providers", run: () => list.focus() });
command({ id: "focus-pane", group: "Focus", label: "Focus the details", run: () => pane.focus() });
command({ id: "filter", label: "Filter the models", keys: "Mod+Alt+K", run: () => pane.querySelector('input[type="search"]')?.focus() });
command({ id: "walk", group: "In lists", label: "Go from row to row", keys: "ArrowUp+ArrowDown", run: null });
command({ id: "row-menu", group: "In lists", label: "Open the menu of a row", keys: "Shift+F10", run: null });

let role;
registry.subscribe(render);
connection.subscribe(render);
viewer.subscribe((now) => {
  if (now?.role && now.role !== role && may("EDITOR")) reload();
  role = now?.role;
  render();
});
await startShell();
registry.subscribe(followRegistry(() => registry.value.version, reload));
connection.subscribe((state) => state === "online" && registry.value.error && may("EDITOR") && reload());

function render() {
  fill(notices, notes());
  main.classList.toggle("is-closed", isClosed());
  list.update();
  show();
}

/** Whether it is known that the person may not be here. */
function isClosed() {
  return viewer.value ? !may("EDITOR") : connection.value === "signed-out";
}

/** Shows what the hash names; the pane is only made anew when that is something else. */
function show() {
  const [named, argument] = location.hash.slice(1).split("/");
  // With room for both, the first provider is shown beside the list; else the list comes first.
  const key = named || (narrow.matches ? "" : (registry.value.providers?.[0]?.id ?? ""));
  const wanted = isClosed() ? { key: `closed/${viewer.value?.name}`, make: closedPane } : place(key, argument);
  main.classList.toggle("is-empty", wanted.key === "empty");
  main.classList.toggle("has-choice", wanted.key !== "none" && wanted.key !== "empty");
  list.mark(key);
  if (shown.key !== wanted.key) {
    shown.end?.();
    shown = { ...wanted.make(), key: wanted.key };
    fill(pane, shown.element);
    pane.scrollTop = 0;
  }
  shown.update?.();
}

function place(key, argument) {
  const { providers } = registry.value;
  if (!providers) return registry.value.error ? { key: `failed/${registry.value.error.message}`, make: failedPane } : { key: "loading", make: loadingPane };
  if (key === "tokens") return { key, make: tokensPane };
  if (key === "history") return { key: `history/${argument ?? ""}`, make: () => historyPane(argument ?? null) };
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
  };
}
