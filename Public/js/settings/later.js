// What the page can do and does not need at its start: forms, panes, changes.

import { h } from "../lib/h.js";
import { part } from "../lib/part.js";

const form = () => import("./provider-form.js");
const model = () => import("./model-form.js");
const provider = () => import("./provider-actions.js");
const models = () => import("./model-actions.js");

export const addProvider = () => using(form, (found) => found.addProvider());
export const editProvider = (id) => using(form, (found) => found.editProvider(id));
export const duplicateProvider = (id) => using(form, (found) => found.duplicateProvider(id));
export const checkNow = (id) => using(provider, (found) => found.checkNow(id));
export const switchOnOff = (...given) => using(provider, (found) => found.switchOnOff(...given));
export const removeProvider = (id) => using(provider, (found) => found.removeProvider(id));
export const addModel = (providerId) => using(model, (found) => found.addModel(providerId));
export const editModel = (id, providerId) => using(model, (found) => found.editModel(id, providerId));
export const switchModels = (...given) => using(models, (found) => found.switchThese(...given));
export const makeDefault = (...given) => using(models, (found) => found.makeDefault(...given));
export const clearDefault = (...given) => using(models, (found) => found.clearDefault(...given));
export const removeModels = (...given) => using(models, (found) => found.remove(...given));
export const fetchModels = (...given) => using(() => import("./discovery.js"), (found) => found.fetchModels(...given));
export const tokensPane = () => pane(() => import("./tokens.js"), (found) => found.tokensPane());
export const historyPane = (entity) => pane(() => import("./history.js"), (found) => found.historyPane(entity));

async function using(load, run) {
  const found = await part(load);
  return found ? run(found) : undefined;
}

/** A pane that fills itself once it is there. */
function pane(load, make) {
  const element = h("div", { class: "later" });
  let made = null;
  using(load, (found) => {
    made = make(found);
    element.append(made.element);
  });
  return { element, update: () => made?.update?.() };
}
