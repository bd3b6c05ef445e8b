// What can be done to a provider as a whole: check, switch, delete, with the consequences said before.

import { checkProvider, deleteProvider, switchProvider } from "../api/provider-changes.js";
import { confirm } from "../lib/dialog.js";
import { alarm, announce } from "../lib/status.js";
import { checks, optimistically, providerOf, put, registry, reload } from "./state.js";

/** Checks what is stored; the result stands in the list and on the pane. */
export async function checkNow(id) {
  const provider = providerOf(id);
  put(checks, id, { busy: true });
  try {
    const result = await checkProvider({ id });
    put(checks, id, result);
    announce(`${provider.name}: ${result.message}`);
  } catch (error) {
    put(checks, id, { ok: false, message: error.message, stage: null });
    alarm(`${provider.name}: ${error.message}`);
  }
}

/** Switches a provider; where its model is the default, that is asked about first. */
export async function switchOnOff(id, isEnabled) {
  const provider = providerOf(id);
  const theDefault = provider.models.find((each) => each.isDefault);
  if (!isEnabled && theDefault) {
    const agreed = await confirm({
      title: `Turn ${provider.name} off?`,
      text: `Its model ${theDefault.name} is the default. With the provider off there is no default, until you choose another.`,
      action: "Turn off, clear the default",
      danger: true,
    });
    if (!agreed) return;
  }
  await optimistically([id], isEnabled, () => switchProvider(id, isEnabled, !isEnabled && Boolean(theDefault)));
  announce(`${provider.name} is ${isEnabled ? "on" : "off"}.`);
}

/** Asks, deletes, and puts the focus on what is next in the list. */
export async function removeProvider(id) {
  const provider = providerOf(id);
  const agreed = await confirm({ title: `Delete ${provider.name}?`, text: consequences(provider), action: "Delete provider", danger: true });
  if (!agreed) return;
  const { providers } = registry.value;
  const at = providers.findIndex((each) => each.id === id);
  try {
    await deleteProvider(id, provider.version, provider.models.some((each) => each.isDefault));
  } catch (error) {
    await confirm({ title: `${provider.name} was not deleted`, text: error.message, action: "Close", cancel: "Back" });
    await reload();
    return;
  }
  await reload();
  announce(`${provider.name} was deleted.`);
  const next = registry.value.providers?.[Math.min(at, registry.value.providers.length - 1)];
  if (location.hash === `#${id}`) location.hash = next ? next.id : "";
  (document.querySelector(next ? `.providers a[href="#${next.id}"]` : ".sidebar header .button") ?? document.getElementById("main")).focus();
}

function consequences({ models, apiKey }) {
  const on = models.filter((each) => each.isEnabled).length;
  const theDefault = models.find((each) => each.isDefault);
  return [
    models.length === 0
      ? "It has no models."
      : `Its ${models.length === 1 ? "model goes" : `${models.length} models go`} with it, ${on === 0 ? "none of which is" : on === 1 ? "one of which is" : `${on} of which are`} offered now.`,
    theDefault ? `${theDefault.name} is the default: there will be no default, until you choose another.` : null,
    apiKey.status === "MISSING" ? null : "Its API key is destroyed; it cannot be read back.",
  ].filter(Boolean);
}
