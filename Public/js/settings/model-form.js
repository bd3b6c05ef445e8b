// Adding and changing a model.

import { createModels, readModel, updateModel } from "../api/models.js";
import { button, perform } from "../lib/button.js";
import { confirm, openDialog } from "../lib/dialog.js";
import { fill, h } from "../lib/h.js";
import { announce } from "../lib/status.js";
import { showConflict } from "./conflict.js";
import { field, showErrors } from "./fields.js";
import { defaultModel, providerOf, reload } from "./state.js";

export const addModel = (providerId) => open(providerId, null);

export const editModel = (id, providerId) => open(providerId, providerOf(providerId).models.find((each) => each.id === id));

function open(providerId, model) {
  const provider = providerOf(providerId);
  const prefix = `${provider.providerSdkId}:`;
  let base = model;
  const fields = {
    modelSdkId: field({ id: "m-id", label: "Model id", required: true, mono: true, value: model?.modelSdkId.slice(prefix.length), placeholder: "gpt-4o-mini", hint: "" }),
    name: field({ id: "m-name", label: "Name", required: true, value: model?.name, hint: "What people see in the picker." }),
  };
  const enabled = h("input", { type: "checkbox", checked: true });
  const isDefault = h("input", { type: "checkbox", checked: defaultModel() === null });
  const ticks = model ? null : h("div", { class: "field" }, h("label", { class: "tick" }, enabled, "Enabled"), h("label", { class: "tick" }, isDefault, "Default model"));
  const problem = h("div", { class: "problem" });
  const form = h("form", { id: "model-form", class: "form", novalidate: true, onsubmit: (event) => (event.preventDefault(), save()) }, fields.modelSdkId.element, fields.name.element, ticks);
  const saveButton = button("Save", null, { className: "primary", writes: true });
  saveButton.type = "submit";
  saveButton.setAttribute("form", "model-form");
  const dialog = openDialog({ title: model ? `Edit ${model.name}` : `Add a model of ${provider.name}`, body: [problem, form], actions: [button("Cancel", () => dialog.attempt()), saveButton], mayClose: leave });
  const before = JSON.stringify(values());
  form.addEventListener("input", explain);
  explain();

  function values() {
    return { name: fields.name.input.value.trim(), modelSdkId: fields.modelSdkId.input.value.trim() };
  }
  function explain() {
    fields.modelSdkId.say(["As the provider calls it. Clients use ", h("code", null, prefix + (values().modelSdkId || "…"))]);
  }
  async function leave() {
    if (JSON.stringify(values()) === before) return true;
    return confirm({ title: "Leave without saving?", text: "What you typed here is not saved.", action: "Leave", cancel: "Stay", danger: true });
  }
  async function save() {
    const now = values();
    const missing = [
      now.modelSdkId ? null : { field: "modelSdkId", message: "The model’s id is needed." },
      now.name ? null : { field: "name", message: "A name is needed." },
    ].filter(Boolean);
    if (showErrors(fields, null, missing, problem)) return;
    const result = await perform(problem, () => write(now), { busy: saveButton, handle: (error) => handle(error, now) });
    if (!result) return;
    await reload();
    dialog.close(true);
    announce(`${now.name} is saved.`);
  }
  async function write({ name, modelSdkId }) {
    const full = prefix + modelSdkId;
    if (!base) {
      await createModels(providerId, [{ name, modelSdkId: full, isEnabled: enabled.checked || isDefault.checked, isDefault: isDefault.checked }]);
      return true;
    }
    const patch = { ...(name === base.name ? {} : { name }), ...(full === base.modelSdkId ? {} : { modelSdkId: full }) };
    await updateModel(base.id, patch, base.version);
    return true;
  }
  async function handle(error, mine) {
    if (error.code !== "CONFLICT") return showErrors(fields, null, error.all, problem);
    const theirs = await readModel(base.id).catch(() => null);
    if (!theirs) return false;
    showConflict(problem, {
      by: error.extensions.changedBy,
      mine: { name: mine.name, modelSdkId: prefix + mine.modelSdkId },
      theirs,
      takeTheirs() {
        base = theirs;
        fields.name.input.value = theirs.name;
        fields.modelSdkId.input.value = theirs.modelSdkId.slice(prefix.length);
        fill(problem);
        fields.name.input.focus();
      },
      keepMine() {
        base = theirs;
        save();
      },
    });
    return true;
  }
}
