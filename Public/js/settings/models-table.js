// A provider's models: filter, switch, choose the default, and act on several at once.

import { button, chip, toggle } from "../lib/button.js";
import { fill, h, text } from "../lib/h.js";
import { keyed } from "../lib/keyed.js";
import { menuButton } from "../lib/menu.js";
import { stored } from "../lib/store.js";
import { ago } from "../lib/time.js";
import { addModel, clearDefault, editModel, fetchModels, makeDefault, removeModels, switchModels } from "./later.js";
import { defaultModel, pending, providerOf } from "./state.js";

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
    button("Turn on", () => switchModels(problem, [...chosen].map(find), true), { writes: true }),
    button("Turn off", () => switchModels(problem, [...chosen].map(find), false), { writes: true }),
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
    for (const { dataset: { id } } of body.rows) {
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
    const onOff = toggle("", true, (wanted) => switchModels(problem, [find(id)], wanted));
    const menu = menuButton({
      label: "Actions",
      items: () => [
        { label: "Edit", writes: true, run: () => editModel(id, providerId) },
        find(id)?.isDefault ? { label: "Clear the default", writes: true, run: () => clearDefault(problem) } : { label: "Set as default", writes: true, run: () => makeDefault(problem, find(id)) },
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

  /** Deletes, and puts the focus on the row that is in the place of the first. */
  async function removeMany(ids) {
    const order = [...body.rows].map((each) => each.dataset.id);
    const at = order.findIndex((id) => ids.includes(id));
    if (!(await removeModels(problem, ids.map(find).filter(Boolean)))) return;
    const left = order.filter((id) => !ids.includes(id));
    (body.querySelector(`tr[data-id="${left[Math.min(at, left.length - 1)]}"] .end button`) ?? filter).focus();
  }

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
