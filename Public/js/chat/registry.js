// The models that can be talked to, as they are now, and which one is chosen.

import { readRegistry } from "../api/registry.js";
import { signal } from "../lib/signal.js";
import { stored } from "../lib/store.js";

/** `providers` is null until they were read once. */
export const registry = signal({ providers: null, version: null, defaultModelId: null, error: null, at: null });

/** What the person chose; null follows the default. */
export const choice = stored("model", null, (value) => value === null || typeof value === "string");

/** Words about a chosen model that was turned off elsewhere, until the next send; else null. */
export const replaced = signal(null);

let names = new Map();

export async function reload() {
  try {
    const found = await readRegistry();
    const providers = found.providers.filter((each) => each.models.length > 0);
    registry.value = { ...found, providers, error: null, at: Date.now() };
  } catch (error) {
    registry.value = { ...registry.value, error };
    return;
  }
  const known = new Map(models().map((each) => [each.modelSdkId, each.name]));
  const missing = choice.value && !known.has(choice.value);
  if (missing && current()) {
    replaced.value = `${names.get(choice.value) ?? choice.value} was turned off – using ${current().isDefault ? "default " : ""}${current().name}.`;
    names.set(choice.value, names.get(choice.value) ?? choice.value);
  } else if (!missing) replaced.value = null;
  names = new Map([...names, ...known]);
}

/** Resolves once the models were read, or could not be. */
export function firstReading() {
  const { promise, resolve } = Promise.withResolvers();
  const end = registry.subscribe(({ providers, error }) => (providers || error) && resolve());
  return promise.finally(end);
}

/** All models, each with its provider. */
export function models() {
  return (registry.value.providers ?? []).flatMap((provider) => provider.models.map((model) => ({ ...model, provider })));
}

/** The model that the next message goes to: the chosen one, else the default, else the first; null where there is none. */
export function current() {
  const all = models();
  return all.find((each) => each.modelSdkId === choice.value) ?? all.find((each) => each.isDefault) ?? all[0] ?? null;
}

/** Chooses a model; the default is chosen as such, so that a later default is followed. */
export function choose(modelSdkId) {
  choice.value = modelSdkId === registry.value.defaultModelId ? null : modelSdkId;
  replaced.value = null;
}
