// The list of providers, and the ways to tokens and history.

import { may } from "../api/session.js";
import { button } from "../lib/button.js";
import { fill, h, text } from "../lib/h.js";
import { icon } from "../lib/icons.js";
import { keyed } from "../lib/keyed.js";
import { menuButton } from "../lib/menu.js";
import { picture } from "../lib/pictures.js";
import { addProvider, checkNow, duplicateProvider, editProvider, removeProvider } from "./later.js";
import { checks, providerOf, registry } from "./state.js";

/** `update` shows the registry, `mark` what is chosen. */
export function sidebar() {
  const list = h("ul", { class: "providers", "aria-label": "Providers" });
  const rows = keyed(list, row);
  const tokens = h("a", { href: "#tokens" }, icon("key"), "Access tokens");
  const more = h("nav", { class: "more", "aria-label": "More settings" }, tokens, h("a", { href: "#history" }, icon("history"), "History"));
  const count = h("span", { class: "count" });
  const add = button("Add", () => addProvider(), { picture: "add", writes: true, "aria-label": "Add provider" });
  const skeleton = h("div", { class: "skeleton", "aria-hidden": "true" }, Array.from({ length: 6 }, () => h("i")));
  const element = h("aside", { class: "sidebar", "aria-label": "Configuration" }, h("header", null, h("h2", null, "Providers ", count), add), skeleton, list, more);
  list.addEventListener("keydown", walk);
  checks.subscribe(update);

  function update() {
    const { providers, error } = registry.value;
    skeleton.hidden = Boolean(providers || error);
    rows(providers ?? []);
    list.hidden = !providers?.length;
    text(count, providers?.length ? String(providers.length) : "");
    tokens.hidden = !may("ADMIN");
  }
  function mark(key) {
    for (const link of element.querySelectorAll("a")) {
      if (link.hash === `#${key}`) link.setAttribute("aria-current", "true");
      else link.removeAttribute("aria-current");
    }
  }
  function walk(event) {
    const links = [...list.querySelectorAll("a")];
    const at = links.indexOf(document.activeElement);
    if (at < 0) return;
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: links.length - 1 }[event.key];
    if (!links[to]) return;
    event.preventDefault();
    links[to].focus();
  }
  return { element, update, mark, focus: () => (list.querySelector("[aria-current]") ?? list.querySelector("a") ?? add).focus() };
}

function row(provider) {
  const { id } = provider;
  const face = h("span", { class: "face" });
  const name = h("span", { class: "name" });
  const facts = h("span", { class: "facts" });
  const state = h("span", { class: "state" });
  const link = h("a", { href: `#${id}` }, face, h("span", { class: "words" }, name, facts), state);
  const menu = menuButton({
    label: `Actions for ${provider.name}`,
    items: () => [
      { label: "Edit", writes: true, run: () => editProvider(id) },
      { label: "Duplicate", writes: true, run: () => duplicateProvider(id) },
      { label: "Check", writes: true, run: () => checkNow(id) },
      null,
      { label: "Delete…", danger: true, writes: true, run: () => removeProvider(id) },
    ],
  });
  link.addEventListener("keydown", (event) => {
    if (event.key !== "ContextMenu" && !(event.key === "F10" && event.shiftKey)) return;
    event.preventDefault();
    menu.open();
  });
  let drawn = "";
  return {
    element: h("li", null, link, menu.element),
    update() {
      const now = providerOf(id);
      const look = JSON.stringify([now.imageUrl, now.providerSdkId, now.name]);
      if (look !== drawn) fill(face, picture(now));
      drawn = look;
      text(name, now.name);
      text(facts, summary(now));
      menu.button.setAttribute("aria-label", `Actions for ${now.name}`);
      showCheck(state, checks.value.get(id));
      link.classList.toggle("is-off", !now.isEnabled);
    },
  };
}

function summary({ models, isEnabled }) {
  const on = models.filter((each) => each.isEnabled).length;
  const count = models.length === 0 ? "No models" : `${on} of ${models.length} ${models.length === 1 ? "model" : "models"} on`;
  return isEnabled ? count : `Off · ${count}`;
}

/** The word for how the last check of a provider went; nothing where there was none. */
export function showCheck(state, check) {
  const kind = !check ? "" : check.busy ? "" : check.ok ? "ok" : "bad";
  state.dataset.state = kind;
  fill(state, !check ? null : check.busy ? "Checking…" : [icon(check.ok ? "ok" : "bad"), check.ok ? "OK" : "Failed"]);
}
