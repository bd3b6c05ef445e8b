// Adding and changing a provider: a dialog that keeps what was typed until it is saved or given up.

import { checkProvider, createProvider, readProvider, updateProvider } from "../api/provider-changes.js";
import { button, perform, showProblem } from "../lib/button.js";
import { confirm, openDialog } from "../lib/dialog.js";
import { fill, h } from "../lib/h.js";
import { icon } from "../lib/icons.js";
import { KNOWN } from "../lib/pictures.js";
import { announce } from "../lib/status.js";
import { showConflict } from "./conflict.js";
import { field, showErrors } from "./fields.js";
import { imageField } from "./image-field.js";
import { keyField } from "./key-field.js";
import { ownAddress, requestUrl, showResult } from "./provider-pane.js";
import { providerOf, put, checks, registry, reload } from "./state.js";

const TEXTS = ["name", "providerSdkId", "baseUrl", "imageUrl"];

export const addProvider = () => open({ title: "Add provider", initial: {} });

export function editProvider(id) {
  const provider = providerOf(id);
  open({ title: `Edit ${provider.name}`, provider, initial: provider });
}

/** A new provider with the same address, picture and models; the key is not copied, for nobody can read it. */
export function duplicateProvider(id) {
  const { name, providerSdkId, baseUrl, imageUrl, models } = providerOf(id);
  open({ title: `Duplicate ${name}`, initial: { name: `${name} copy`, providerSdkId: `${providerSdkId}-copy`, baseUrl, imageUrl }, models });
}

function open({ title, provider = null, initial, models = [] }) {
  let base = provider;
  const fields = {
    name: field({ id: "p-name", label: "Name", required: true, value: initial.name, hint: "What people see." }),
    providerSdkId: field({ id: "p-sdk", label: "SDK id", required: true, mono: true, value: initial.providerSdkId, list: "sdk-ids", placeholder: "openai", hint: "" }),
    baseUrl: field({ id: "p-url", label: "Base URL", sometimes: true, mono: true, value: initial.baseUrl, type: "url", hint: "" }),
    imageUrl: imageField(initial.imageUrl, () => values()),
  };
  const key = keyField(provider?.apiKey);
  const suggestions = h("datalist", { id: "sdk-ids" }, Object.entries(KNOWN).map(([id, [name]]) => h("option", { value: id, label: name })));
  const notice = h("div", { class: "problem" });
  const problem = h("div", { class: "problem" });
  const result = h("div", { class: "check-result", hidden: true });
  const copied = models.length ? h("p", { class: "note" }, `Its ${models.length === 1 ? "model is" : `${models.length} models are`} copied with it. The API key is not.`) : null;
  const form = h("form", { id: "provider-form", class: "form", novalidate: true, onsubmit: (event) => (event.preventDefault(), save()) }, fields.name.element, fields.providerSdkId.element, fields.baseUrl.element, key.element, fields.imageUrl.element, suggestions);
  const saveButton = button("Save", null, { className: "primary", writes: true });
  saveButton.type = "submit";
  saveButton.setAttribute("form", "provider-form");
  const checkButton = button("Check", check, { className: "start", writes: true });
  const cancel = button("Cancel", () => dialog.attempt());
  const dialog = openDialog({ title, wide: true, body: [notice, problem, copied, form, result], actions: [checkButton, cancel, saveButton], mayClose: leave });
  const before = JSON.stringify([values(), key.change]);

  form.addEventListener("input", explain);
  const unfollow = registry.subscribe(() => {
    const now = provider && providerOf(provider.id);
    if (provider && base && registry.value.providers && !now) tell("This provider was deleted elsewhere. Saving will be refused.");
    else if (now && now.version > base.version && !saving) tell("This provider was changed elsewhere. When you save, both sides are shown.");
  });
  let saving = false;
  dialog.closed.then(() => {
    unfollow();
    key.forget();
  });
  explain();

  function tell(words) {
    fill(notice, h("div", { class: "note is-warn" }, icon("warn"), h("p", null, words)));
  }
  function values() {
    return Object.fromEntries(TEXTS.map((name) => [name, fields[name].input.value.trim()]));
  }
  /** Says what the SDK id means and where requests will go. */
  function explain() {
    const { providerSdkId, baseUrl } = values();
    const known = Object.hasOwn(KNOWN, providerSdkId) ? KNOWN[providerSdkId] : null;
    fields.providerSdkId.say(providerSdkId.includes(":") ? "A colon ends the SDK id in a model’s id, so there can be none in it." : `${known ? `${known[0]}. ` : ""}Its models are called ${providerSdkId || "openai"}:…`);
    fields.baseUrl.input.placeholder = known?.[1] ?? known?.[2] ?? "https://api.example.com/v1";
    const address = baseUrl || ownAddress(providerSdkId);
    fields.baseUrl.say(address ? [baseUrl ? "" : "Optional. ", "Requests go to ", h("code", null, requestUrl(address))] : known?.[2] ? `Where it runs, for example ${known[2]}.` : "Where its OpenAI-compatible API is.");
    fields.imageUrl.refresh();
  }
  async function leave() {
    if (JSON.stringify([values(), key.change]) === before) return true;
    return confirm({ title: "Leave without saving?", text: "What you typed here is not saved.", action: "Leave", cancel: "Stay", danger: true });
  }

  async function check() {
    const { providerSdkId, baseUrl } = values();
    const draft = { providerSdkId, baseUrl: baseUrl || null, ...key.change };
    if (provider) draft.id = provider.id;
    if (!provider && !providerSdkId) return showErrors(fields, key, [{ field: "providerSdkId", message: "An SDK id is needed." }], problem);
    if (checkButton.getAttribute("aria-busy") === "true") return undefined;
    showResult(result, { busy: true });
    checkButton.setAttribute("aria-busy", "true");
    try {
      const said = await checkProvider(draft);
      showResult(result, said);
      announce(said.message, { quietly: true });
    } catch (error) {
      result.hidden = true;
      if (!showErrors(fields, key, error.all, problem)) showProblem(problem, error, check);
    } finally {
      checkButton.removeAttribute("aria-busy");
    }
    result.scrollIntoView({ block: "nearest" });
    return undefined;
  }

  /** Only what differs from what the form began with. */
  function patch(from) {
    const now = values();
    const changed = TEXTS.filter((name) => now[name] !== (from[name] ?? ""));
    return { ...Object.fromEntries(changed.map((name) => [name, now[name] === "" ? null : now[name]])), ...key.change };
  }

  async function save() {
    if (saving) return undefined;
    showErrors(fields, key, [], problem);
    const now = values();
    const missing = [
      now.name ? null : { field: "name", message: "A name is needed." },
      now.providerSdkId ? null : { field: "providerSdkId", message: "An SDK id is needed." },
    ].filter(Boolean);
    if (missing.length) return showErrors(fields, key, missing, problem);
    saving = true;
    await perform(problem, () => (base ? updateProvider(base.id, patch(base), base.version) : createProvider(input(now))), { busy: saveButton, handle }).then(async (saved) => {
      if (!saved) return;
      put(checks, saved.id, undefined);
      await reload();
      dialog.close(true);
      announce(`${saved.name} is saved.`);
      if (!base) location.hash = saved.id;
    });
    saving = false;
    return undefined;
  }
  function input(now) {
    const { name, providerSdkId, baseUrl, imageUrl } = now;
    const own = models.map((each) => ({ name: each.name, modelSdkId: `${providerSdkId}:${each.modelSdkId.slice(each.modelSdkId.indexOf(":") + 1)}`, isEnabled: each.isEnabled }));
    return { name, providerSdkId, baseUrl: baseUrl || null, imageUrl: imageUrl || null, ...key.change, models: own };
  }

  /** Errors that have a place in the form; true where that is so. */
  async function handle(error) {
    if (error.code === "CONFLICT") {
      const theirs = await readProvider(base.id).catch(() => null);
      fill(notice);
      if (theirs) showConflict(problem, { by: error.extensions.changedBy, mine: values(), theirs, ...sides(theirs) });
      return Boolean(theirs);
    }
    if (error.code === "KEY_REENTRY_REQUIRED") {
      key.replace();
      key.fail(error.message);
      return true;
    }
    return showErrors(fields, key, error.all, problem);
  }
  function sides(theirs) {
    return {
      takeTheirs() {
        base = theirs;
        for (const name of TEXTS) fields[name].input.value = theirs[name] ?? "";
        fill(problem);
        explain();
        fields.name.input.focus();
      },
      keepMine() {
        base = theirs;
        save();
      },
    };
  }
}
