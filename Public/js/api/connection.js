// Whether the server can be reached, and whether it knows who is asking.

import { signal } from "../lib/signal.js";

/** `connecting`, `online`, `offline` or `signed-out`. */
export const connection = signal("connecting");

const FIRST_WAIT = 1000;
const LONGEST_WAIT = 10_000;
let probing = null;

/** To be called when a request could not reach the server; from then on the server is asked until it answers. */
export function wentOffline() {
  connection.value = "offline";
  probing ??= probe();
}

/** To be called when the server answered anything. */
export function answered() {
  if (connection.value === "offline" || connection.value === "connecting") connection.value = "online";
}

// What the browser says of its network is not what counts: a server on this machine is there without one, and it may
// say so a moment before requests fail.
addEventListener("offline", async () => {
  let wait = FIRST_WAIT;
  do {
    if (!(await isThere())) return wentOffline();
    await sleep(wait);
    wait = longer(wait);
  } while (!navigator.onLine);
});

const longer = (wait) => Math.min(wait * 1.6, LONGEST_WAIT);

async function probe() {
  for (let wait = FIRST_WAIT; connection.value === "offline"; wait = longer(wait)) {
    await sleep(wait);
    if ((await isThere()) && connection.value === "offline") connection.value = "online";
  }
  probing = null;
}

async function isThere() {
  try {
    return (await fetch("/livez", { cache: "no-store", signal: AbortSignal.timeout(5000) })).ok;
  } catch {
    return false;
  }
}

/** Ends after so many milliseconds, or at once when the browser says that the network is back. */
function sleep(milliseconds) {
  return new Promise((resolve) => {
    const timer = setTimeout(done, milliseconds);
    addEventListener("online", done, { once: true });
    function done() {
      clearTimeout(timer);
      removeEventListener("online", done);
      resolve();
    }
  });
}
