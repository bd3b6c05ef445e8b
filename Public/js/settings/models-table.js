// A provider's models: filter, switch, choose the default, and act on several at once.

import { clearDefaultModel, deleteModels, setDefaultModel, switchModels } from "../api/models.js";
import { button, chip, perform, showProblem, toggle } from "../lib/button.js";
import { confirm } from "../lib/dialog.js";
import { fill, h, text } from "../lib/h.js";
import { keyed } from "../lib/keyed.js";
import { menuButton } from "../lib/menu.js";
import { announce } from "../lib/status.js";
import { stored } from "../lib/store.js";
import { ago } from "../lib/time.js";
import { addModel, editModel, fetchModels } from "./later.js";
import { defaultModel, optimistically, pending, providerOf, reload } from "./state.js";

const fetched = stored("fetched", {}, (value) => typeof value === "object");

/** The table with its toolbar; `update(provider)` shows it as it is now. */
export function modelsTable(providerId) {
  const chosen = new Set();
  const problem = h("div", { class: "problem" });
  const filter = h("input", { type: "search", placeholder: "Filter models", "aria-label": "Filter models", oninput: () => update() });
  const last = h("span", { class: "last" });
  const all = h("input", { type: "checkbox", "aria-label": "Select all shown models", onchange: chooseAll });
  const body = h("tbody");
  const rows = keyed(body, row);
  const table = h(
    "table",
    { class: "models" },
    h("caption", { class: "visually-hidden" }, "Models"),
    h("thead", null, h("tr", null, h("th", { class: "pick" }, all), ["Name", "SDK id", "Enabled"].map((each) => h("th", { scope: "col" }, each)), h("th", { class: "end" }, h("span", { class: "visually-hidden" }, "Actions")))),
    body,
  );
  const nothing = h("div", { class: "empty" });
  const hint = h("p", { class: "no-default" });
  const bulkCount = h("strong");
  const bulk = h(
    "div",
    { class: "bulk", role: "group", "aria-label": "Selected models" },
    bulkCount,
    button("Turn on", () => switchMany(true), { writes: true }),
    button("Turn off", () => switchMany(false), { writes: true }),
    button("Delete…", () => removeMany([...chosen]), { className: "danger", writes: true }),
    button("Clear selection", () => (chosen.clear(), update()), { className: "quiet" }),
  );
  const toolbar = h(
    "div",
    { class: "toolbar" },
    h("h3", null, "Models"),
    h("div", { class: "grow" }, filter),
    button("Add model", () => addModel(providerId), { picture: "add", writes: true }),
    button("Fetch models", () => fetchModels(providerId, () => (fetched.value = { ...fetched.value, [providerId]: Date.now() })), { picture: "fetch", writes: true }),
    last,
  );
  let provider = providerOf(providerId);
  table.addEventListener("keydown", walk);

  function update(now = providerOf(providerId)) {
    if (!now) return;
    provider = now;
    const words = filter.value.toLowerCase().split(/\s+/).filter(Boolean);
    const shown = now.models.filter((each) => words.every((word) => `${each.name} ${each.modelSdkId}`.toLowerCase().includes(word)));
    for (const id of chosen) if (!now.models.some((each) => each.id === id)) chosen.delete(id);
    rows(shown);
    table.hidden = shown.length === 0;
    nothing.hidden = shown.length > 0;
    if (shown.length === 0) fill(nothing, h("p", null, now.models.length ? "No model has these words." : "No models yet. Fetch the list of what this provider offers, or add one by hand."));
    filter.hidden = now.models.length === 0;
    const picked = shown.filter((each) => chosen.has(each.id)).length;
    all.checked = picked > 0 && picked === shown.length;
    all.indeterminate = picked > 0 && picked < shown.length;
    bulk.hidden = chosen.size === 0;
    text(bulkCount, `${chosen.size} selected`);
    const when = fetched.value[providerId];
    text(last, when ? `last fetched ${ago(when)}` : "");
    hint.hidden = defaultModel() !== null || now.models.length === 0;
    text(hint, "There is no default model yet. “Set as default” is in each model’s menu.");
  }
  function chooseAll() {
    const ids = [...body.querySelectorAll("tr")].map((each) => each.dataset.id);
    for (const id of ids) {
      if (all.checked) chosen.add(id);
      else chosen.delete(id);
    }
    update();
  }

  function row(model) {
    const { id } = model;
    const pick = h("input", { type: "checkbox", onchange: () => (pick.checked ? chosen.add(id) : chosen.delete(id), update()) });
    const name = h("span", { class: "name" });
    const badge = h("span", { class: "badge", hidden: true }, "Default");
    const sdkId = h("td", { class: "sdk" });
    const onOff = toggle("", true, (wanted) => switchOne(id, wanted));
    const menu = menuButton({
      label: "Actions",
      items: () => [
        { label: "Edit", writes: true, run: () => editModel(id, providerId) },
        find(id)?.isDefault ? { label: "Clear the default", writes: true, run: () => perform(problem, () => clearDefaultModel().then(reload), { done: "There is no default model now." }) } : { label: "Set as default", writes: true, run: () => makeDefault(id) },
        null,
        { label: "Delete…", danger: true, writes: true, run: () => removeMany([id]) },
      ],
    });
    const element = h("tr", { dataset: { id } }, h("td", { class: "pick" }, pick), h("th", { scope: "row" }, name, badge), sdkId, h("td", { class: "on" }, onOff), h("td", { class: "end" }, menu.element));
    let drawn = null;
    return {
      element,
      update(now) {
        const isOn = pending.value.get(id) ?? now.isEnabled;
        text(name, now.name);
        badge.hidden = !now.isDefault;
        if (drawn !== now.modelSdkId) fill(sdkId, chip(now.modelSdkId, "SDK id"));
        drawn = now.modelSdkId;
        pick.checked = chosen.has(id);
        pick.setAttribute("aria-label", `Select ${now.name}`);
        onOff.setAttribute("aria-checked", String(isOn));
        onOff.setAttribute("aria-label", `${now.name} enabled`);
        menu.button.setAttribute("aria-label", `Actions for ${now.name}`);
        element.classList.toggle("is-off", !isOn);
      },
    };
  }

  const find = (id) => provider.models.find((each) => each.id === id);

  async function switchOne(id, isOn) {
    const model = find(id);
    await switchThese([id], isOn, `${model.name} is ${isOn ? "on" : "off"}.`, `${model.name} could not be turned ${isOn ? "on" : "off"}`);
  }
  async function switchMany(isOn) {
    const ids = [...chosen];
    await switchThese(ids, isOn, `${count(ids)} turned ${isOn ? "on" : "off"}.`, `Nothing was turned ${isOn ? "on" : "off"}`);
  }
  async function switchThese(ids, isOn, done, failed) {
    const theDefault = !isOn && ids.map(find).find((each) => each?.isDefault);
    if (theDefault) {
      const agreed = await confirm({
        title: `Turn ${theDefault.name} off?`,
        text: "It is the default model. With it off there is no default, until you choose another.",
        action: "Turn off, clear the default",
        danger: true,
      });
      if (!agreed) return;
    }
    fill(problem);
    try {
      await optimistically(ids, isOn, () => switchModels(ids, isOn, Boolean(theDefault)));
      announce(done);
    } catch (error) {
      const told = Object.assign(Object.create(error), { message: `${failed}: ${error.message}` });
      showProblem(problem, told, () => switchThese(ids, isOn, done, failed));
      update();
    }
  }
  async function makeDefault(id) {
    const model = find(id);
    await perform(problem, () => setDefaultModel(id, !model.isEnabled).then(reload), { done: `${model.name} is the default now.` });
  }
  async function removeMany(ids) {
    const models = ids.map(find).filter(Boolean);
    const theDefault = models.find((each) => each.isDefault);
    const agreed = await confirm({
      title: models.length === 1 ? `Delete ${models[0].name}?` : `Delete ${models.length} models?`,
      text: [
        `${models.length === 1 ? "It is" : "They are"} no longer offered, and what uses ${models.length === 1 ? "its SDK id" : "their SDK ids"} fails.`,
        theDefault ? `${theDefault.name} is the default: there will be no default, until you choose another.` : null,
      ].filter(Boolean),
      action: models.length === 1 ? "Delete model" : `Delete ${models.length} models`,
      danger: true,
    });
    if (!agreed) return;
    const order = [...body.querySelectorAll("tr")].map((each) => each.dataset.id);
    const at = order.findIndex((id) => ids.includes(id));
    const left = order.filter((id) => !ids.includes(id));
    const result = await perform(problem, () => deleteModels(ids, Boolean(theDefault)).then(() => reload()).then(() => true), { done: `${count(ids)} deleted.` });
    if (result) (body.querySelector(`tr[data-id="${left[Math.min(at, left.length - 1)]}"] .end button`) ?? filter).focus();
  }
  const count = (ids) => `${ids.length} ${ids.length === 1 ? "model" : "models"}`;

  function walk(event) {
    const cell = document.activeElement?.closest?.("td, th");
    const line = cell?.closest("tbody tr");
    if (event.key === "F10" && event.shiftKey && line) return line.querySelector(".end button").click(), event.preventDefault();
    if (!line || !["ArrowDown", "ArrowUp", "Home", "End"].includes(event.key) || event.target.closest("[role=menu]")) return;
    const lines = [...body.rows];
    const at = lines.indexOf(line);
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: lines.length - 1 }[event.key];
    const target = lines[to]?.cells[cell.cellIndex]?.querySelector("button, input");
    if (!target) return;
    event.preventDefault();
    target.focus();
  }
  return { element: h("section", { class: "models-section", "aria-label": "Models" }, toolbar, problem, hint, bulk, table, nothing), update };
}
