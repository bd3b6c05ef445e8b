// What can be done to models: switch, delete, choose the default, with the consequences said before.

import { clearDefaultModel, deleteModels, setDefaultModel, switchModels } from "../api/models.js";
import { perform, showProblem } from "../lib/button.js";
import { confirm } from "../lib/dialog.js";
import { fill } from "../lib/h.js";
import { announce } from "../lib/status.js";
import { optimistically, reload } from "./state.js";

/** Switches models at once, and back where that is refused, which `host` then tells. */
export async function switchThese(host, models, isOn) {
  const theDefault = !isOn && models.find((each) => each.isDefault);
  if (theDefault) {
    const agreed = await confirm({
      title: `Turn ${theDefault.name} off?`,
      text: "It is the default model. With it off there is no default, until you choose another.",
      action: "Turn off, clear the default",
      danger: true,
    });
    if (!agreed) return;
  }
  const ids = models.map((each) => each.id);
  const word = isOn ? "on" : "off";
  fill(host);
  try {
    await optimistically(ids, isOn, () => switchModels(ids, isOn, Boolean(theDefault)));
    announce(models.length === 1 ? `${models[0].name} is ${word}.` : `${models.length} models turned ${word}.`);
  } catch (error) {
    const what = models.length === 1 ? `${models[0].name} could not be turned ${word}` : `Nothing was turned ${word}`;
    showProblem(host, Object.assign(Object.create(error), { message: `${what}: ${error.message}` }), () => switchThese(host, models, isOn));
  }
}

export async function makeDefault(host, model) {
  await perform(host, () => setDefaultModel(model.id, !model.isEnabled).then(reload), { done: `${model.name} is the default now.` });
}

export async function clearDefault(host) {
  await perform(host, () => clearDefaultModel().then(reload), { done: "There is no default model now." });
}

/** Asks, and deletes. True where they are gone. */
export async function remove(host, models) {
  const theDefault = models.find((each) => each.isDefault);
  const isOne = models.length === 1;
  const agreed = await confirm({
    title: isOne ? `Delete ${models[0].name}?` : `Delete ${models.length} models?`,
    text: [
      `${isOne ? "It is" : "They are"} no longer offered, and what uses ${isOne ? "its SDK id" : "their SDK ids"} fails.`,
      theDefault ? `${theDefault.name} is the default: there will be no default, until you choose another.` : null,
    ].filter(Boolean),
    action: isOne ? "Delete model" : `Delete ${models.length} models`,
    danger: true,
  });
  if (!agreed) return false;
  const ids = models.map((each) => each.id);
  const work = () => deleteModels(ids, Boolean(theDefault)).then(reload).then(() => true);
  return (await perform(host, work, { done: isOne ? `${models[0].name} was deleted.` : `${models.length} models deleted.` })) === true;
}
