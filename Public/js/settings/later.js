// Dialogs and panes that are fetched when they are first needed, so that the page itself is there sooner.

import { h } from "../lib/h.js";
import { alarm } from "../lib/status.js";

const form = () => import("./provider-form.js");
const model = () => import("./model-form.js");

export const addProvider = () => needing(form, (found) => found.addProvider());
export const editProvider = (id) => needing(form, (found) => found.editProvider(id));
export const duplicateProvider = (id) => needing(form, (found) => found.duplicateProvider(id));
export const addModel = (providerId) => needing(model, (found) => found.addModel(providerId));
export const editModel = (id, providerId) => needing(model, (found) => found.editModel(id, providerId));
export const fetchModels = (...given) => needing(() => import("./discovery.js"), (found) => found.fetchModels(...given));
export const tokensPane = () => pane(() => import("./tokens.js"), (found) => found.tokensPane());
export const historyPane = (entity) => pane(() => import("./history.js"), (found) => found.historyPane(entity));

async function needing(load, run) {
  let found;
  try {
    found = await load();
  } catch {
    alarm("This part of the page could not be loaded. Try again when the server answers.");
    return;
  }
  run(found);
}

/** A pane that fills itself once it is there. */
function pane(load, make) {
  const element = h("div", { class: "later" });
  let made = null;
  needing(load, (found) => {
    made = make(found);
    element.append(made.element);
  });
  return { element, update: () => made?.update?.() };
}
