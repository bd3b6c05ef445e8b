// What the settings page shows: the registry as it was last read, and what is being changed.

import { listProviders } from "../api/providers.js";
import { signal } from "../lib/signal.js";

/** `providers` is null until they were read once; `error` is why the last reading failed, while older data stay. */
export const registry = signal({ providers: null, version: null, at: null, stale: false, error: null });

/** States of switches that are on their way to the server, by id. */
export const pending = signal(new Map());

/** What checking a provider said last, by id, while the page lives. */
export const checks = signal(new Map());

let reading = null;
let again = false;

/** Reads everything anew; calls while one is under way make one more. */
export function reload() {
  if (reading) {
    again = true;
    return reading;
  }
  reading = read().finally(() => (reading = null));
  return reading;
}

async function read() {
  do {
    again = false;
    try {
      registry.value = { ...(await listProviders()), at: Date.now(), error: null };
    } catch (error) {
      registry.value = { ...registry.value, error };
    }
  } while (again);
}

export const providerOf = (id) => registry.value.providers?.find((each) => each.id === id);

/** The default model with its provider, or null. */
export function defaultModel() {
  for (const provider of registry.value.providers ?? []) {
    const model = provider.models.find((each) => each.isDefault);
    if (model) return { provider, model };
  }
  return null;
}

/** A copy of a map signal's value with one entry set, or removed where it is undefined. */
export function put(map, key, value) {
  const next = new Map(map.value);
  if (value === undefined) next.delete(key);
  else next.set(key, value);
  map.value = next;
}

/** Puts the wanted state into all switches at once, does the work, and takes it back if that fails. */
export async function optimistically(ids, isOn, work) {
  for (const id of ids) put(pending, id, isOn);
  try {
    await work();
    await reload();
  } finally {
    for (const id of ids) put(pending, id, undefined);
  }
}
