// What a provider offers, as a difference from what is configured: new, known, gone.

import { createModels, deleteModels, switchModels } from "../api/models.js";
import { discoverModels } from "../api/providers.js";
import { button, perform } from "../lib/button.js";
import { openDialog } from "../lib/dialog.js";
import { fill, h, text } from "../lib/h.js";
import { icon } from "../lib/icons.js";
import { announce } from "../lib/status.js";
import { defaultModel, providerOf, reload } from "./state.js";

/** Asks the provider and shows the difference; `done` is called once there was an answer. */
export function fetchModels(providerId, done) {
  const provider = providerOf(providerId);
  const control = new AbortController();
  const problem = h("div", { class: "problem" });
  const body = h("div", { class: "discovery" }, h("p", { class: "state" }, `Asking ${provider.name}…`));
  const actions = h("span", { class: "row" });
  const dialog = openDialog({ title: `Models of ${provider.name}`, wide: true, body: [problem, body], actions: [actions] });
  fill(actions, button("Cancel", () => dialog.close()));
  dialog.closed.then(() => control.abort());
  ask();

  async function ask() {
    try {
      const found = await discoverModels(providerId, { signal: control.signal });
      done();
      show(found);
    } catch (error) {
      if (error.code === "ABORTED") return;
      fill(body, h("div", { class: "note is-bad" }, icon("warn"), h("p", null, error.message), button("Retry", () => (fill(body, h("p", { class: "state" }, `Asking ${provider.name}…`)), ask()), { picture: "retry" })));
    }
  }

  function show({ models, vanished }) {
    const fresh = models.filter((each) => !each.existing);
    const known = models.length - fresh.length;
    const filter = h("input", { type: "search", placeholder: "Filter", "aria-label": "Filter the models", oninput: draw });
    const turnOn = h("input", { type: "checkbox", checked: true });
    const pick = new Set();
    const gone = new Set();
    const list = h("ul", { class: "ticks" });
    const chooser = h("input", { type: "checkbox", onchange: chooseAll });
    const some = h("span");
    const add = button("", () => addChosen(), { className: "primary", writes: true });
    const drop = button("", () => dropGone(), { className: "danger", writes: true });
    const off = button("", () => switchGone(), { writes: true });
    const lines = fresh.map((each) => [each, tick(each, pick)]);

    fill(
      body,
      h("p", null, summary(fresh.length, known, vanished.length)),
      fresh.length ? [h("h3", null, "New"), h("div", { class: "row" }, h("div", { class: "grow" }, filter), h("label", { class: "tick" }, chooser, some)), list, h("label", { class: "tick" }, turnOn, "Turn them on when they are added")] : null,
      vanished.length ? [h("h3", null, "No longer offered"), h("ul", { class: "ticks" }, vanished.map((each) => tick(each, gone))), h("div", { class: "row" }, off, drop)] : null,
    );
    fill(actions, button("Close", () => dialog.close()), fresh.length ? add : null);
    draw();
    (fresh.length ? filter : actions.querySelector("button")).focus();

    function tick(each, set) {
      const box = h("input", { type: "checkbox", onchange: () => (box.checked ? set.add(each) : set.delete(each), count()) });
      return h("li", null, h("label", { class: "tick" }, box, h("code", null, each.modelSdkId.slice(provider.providerSdkId.length + 1)), each.name !== each.modelSdkId.slice(provider.providerSdkId.length + 1) ? h("span", { class: "said" }, each.name) : null));
    }
    function shown() {
      const words = filter.value.toLowerCase().split(/\s+/).filter(Boolean);
      return lines.filter(([each]) => words.every((word) => `${each.name} ${each.modelSdkId}`.toLowerCase().includes(word)));
    }
    function draw() {
      const now = shown();
      fill(list, now.length ? now.map(([, line]) => line) : h("li", { class: "none" }, "No model has these words."));
      text(some, `Select all ${now.length}`);
      count();
    }
    function chooseAll() {
      for (const [each, line] of shown()) {
        line.querySelector("input").checked = chooser.checked;
        if (chooser.checked) pick.add(each);
        else pick.delete(each);
      }
      count();
    }
    function count() {
      const now = shown();
      const picked = now.filter(([each]) => pick.has(each)).length;
      chooser.checked = picked > 0 && picked === now.length;
      chooser.indeterminate = picked > 0 && picked < now.length;
      text(add, pick.size ? `Add ${pick.size} ${pick.size === 1 ? "model" : "models"}` : "Select models to add");
      add.disabled = pick.size === 0;
      text(drop, `Delete ${gone.size}`);
      text(off, `Turn off ${gone.size}`);
      drop.hidden = off.hidden = gone.size === 0;
    }
    async function addChosen() {
      const models = [...pick].map(({ name, modelSdkId }) => ({ name, modelSdkId, isEnabled: turnOn.checked, isDefault: false }));
      const first = turnOn.checked && pick.size === 1 && defaultModel() === null;
      if (first) models[0].isDefault = true;
      const result = await perform(problem, () => createModels(providerId, models).then(() => true), { busy: add });
      if (result) await finish(`${models.length} ${models.length === 1 ? "model" : "models"} added${first ? "; it is the default" : ""}.`);
    }
    async function dropGone() {
      const ids = [...gone].map((each) => each.id);
      const result = await perform(problem, () => deleteModels(ids, [...gone].some((each) => each.isDefault)).then(() => true), { busy: drop });
      if (result) await finish(`${ids.length} deleted.`);
    }
    async function switchGone() {
      const ids = [...gone].map((each) => each.id);
      const result = await perform(problem, () => switchModels(ids, false, [...gone].some((each) => each.isDefault)).then(() => true), { busy: off });
      if (result) await finish(`${ids.length} turned off.`);
    }
    async function finish(words) {
      await reload();
      dialog.close();
      announce(words);
    }
  }
}

function summary(fresh, known, gone) {
  return `${fresh} new, ${known} known already, ${gone} no longer offered.`;
}
