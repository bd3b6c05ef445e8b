// The model picker: a button, and a popover with a search field over a list in groups.

import { connection } from "../api/connection.js";
import { fill, h, text } from "../lib/h.js";
import { icon } from "../lib/icons.js";
import { command } from "../lib/keys.js";
import { placeAt } from "../lib/menu.js";
import { picture } from "../lib/pictures.js";
import { announce } from "../lib/status.js";
import { choose, current, models, registry } from "./registry.js";

/** `element` to show; `update` shows the choice as it is now. */
export function modelPicker() {
  const face = h("span", { class: "face" });
  const label = h("span", { class: "label" });
  const button = h("button", { type: "button", class: "button quiet picker-button", "aria-haspopup": "listbox", "aria-expanded": "false", "aria-controls": "picker", onclick: () => (popover.matches(":popover-open") ? popover.hidePopover() : open()) }, face, label, icon("chevron"));
  const input = h("input", { type: "search", role: "combobox", autocomplete: "off", spellcheck: "false", placeholder: "Search models", "aria-label": "Search models", "aria-controls": "picker-list", "aria-expanded": "true", "aria-autocomplete": "list", oninput: () => draw(), onkeydown: key });
  const list = h("div", { id: "picker-list", role: "listbox", "aria-label": "Models" });
  const popover = h("div", { id: "picker", class: "picker menu", popover: "auto" }, input, list);
  let shown = [];
  let at = 0;
  let drawn = "";

  button.addEventListener("pointerdown", (event) => popover.matches(":popover-open") && event.preventDefault());
  button.addEventListener("keydown", (event) => {
    const starts = event.key === "ArrowDown" || event.key === "ArrowUp";
    const types = event.key.length === 1 && event.key !== " " && !event.ctrlKey && !event.metaKey && !event.altKey;
    if (!starts && !types) return;
    event.preventDefault();
    open(types ? event.key : "");
  });
  // The focus stays in the search field; else it would go to what surrounds the list, and that closes it.
  list.addEventListener("mousedown", (event) => event.preventDefault());
  popover.addEventListener("toggle", (event) => button.setAttribute("aria-expanded", String(event.newState === "open")));
  popover.addEventListener("focusout", (event) => event.relatedTarget && !popover.contains(event.relatedTarget) && event.relatedTarget !== button && popover.hidePopover());
  command({ id: "picker", label: "Choose a model", keys: "Alt+M", run: () => open() });

  function update() {
    const model = current();
    const { providers, error } = registry.value;
    button.disabled = !model;
    const words = model ? model.name : providers ? "No model is enabled" : error ? "Models could not be loaded" : connection.value === "signed-out" ? "Signed out" : "Loading models…";
    text(label, words);
    button.setAttribute("aria-label", model ? `Model: ${model.name} of ${model.provider.name}. Choose another` : words);
    const look = JSON.stringify(model?.provider ?? null);
    if (look !== drawn) fill(face, model ? picture(model.provider, "small") : null);
    drawn = look;
    if (popover.matches(":popover-open")) draw(shown[at]?.modelSdkId);
  }
  function open(words = "") {
    if (!current()) return;
    input.value = words;
    popover.showPopover();
    draw(current().modelSdkId);
    placeAt(popover, button, false);
    input.focus();
  }
  function draw(keepAt) {
    const words = input.value.toLowerCase().split(/\s+/).filter(Boolean);
    shown = models().filter((each) => words.every((word) => `${each.name} ${each.modelSdkId} ${each.provider.name}`.toLowerCase().includes(word)));
    at = Math.max(0, shown.findIndex((each) => each.modelSdkId === keepAt));
    const groups = Map.groupBy(shown, (each) => each.provider.id);
    let index = 0;
    fill(
      list,
      [...groups.values()].map(([first, ...rest]) => {
        const heading = `group-${first.provider.id}`;
        return h("div", { role: "group", "aria-labelledby": heading }, h("div", { class: "group", id: heading }, picture(first.provider, "small"), first.provider.name), [first, ...rest].map((each) => option(each, index++)));
      }),
      shown.length ? null : h("p", { class: "none", role: "option", "aria-disabled": "true", "aria-selected": "false" }, "No model has these words."),
    );
    mark();
  }
  function option(model, index) {
    const chosen = model.modelSdkId === current()?.modelSdkId;
    return h(
      "div",
      { role: "option", id: `option-${index}`, "aria-selected": String(chosen), onclick: () => take(model) },
      h("span", { class: "check" }, chosen ? icon("ok") : null),
      h("span", { class: "name" }, model.name),
      model.isDefault ? h("span", { class: "badge" }, "Default") : null,
      h("span", { class: "id" }, model.modelSdkId),
    );
  }
  function mark() {
    for (const each of list.querySelectorAll("[role=option]")) each.classList.toggle("is-active", each.id === `option-${at}`);
    const active = list.querySelector(".is-active");
    active?.scrollIntoView({ block: "nearest" });
    if (active) input.setAttribute("aria-activedescendant", active.id);
    else input.removeAttribute("aria-activedescendant");
  }
  function key(event) {
    if (event.isComposing) return;
    const last = shown.length - 1;
    const to = { ArrowDown: at === last ? 0 : at + 1, ArrowUp: at === 0 ? last : at - 1, Home: 0, End: last, PageDown: Math.min(last, at + 8), PageUp: Math.max(0, at - 8) }[event.key];
    if (event.key === "Escape") return event.stopPropagation(), event.preventDefault(), close();
    if (event.key === "Enter" && shown[at]) take(shown[at]);
    else if (to !== undefined && shown.length) at = to;
    else return;
    event.preventDefault();
    mark();
  }
  function take(model) {
    choose(model.modelSdkId);
    close();
    update();
    announce(`${model.name} is chosen.`, { quietly: true });
  }
  function close() {
    popover.hidePopover();
    button.focus();
  }
  return { element: h("span", { class: "menu-anchor" }, button, popover), update };
}
