// Hears of every change of the registry while it happens, and of those it missed, by version.

import { send } from "./client.js";
import { connection } from "./connection.js";
import { errorOf } from "./errors.js";
import { events } from "./events.js";
import { viewer } from "./session.js";

const DOCUMENT = "subscription Changes($after: Int) { registryChanged(afterVersion: $after) { version } }";
/** A stream that is silent for so long is taken for dead; the server comments more often. */
const SILENCE = 60_000;
const WAITS = [500, 1000, 2000, 4000, 8000];

/**
 * Calls `changed(version)` whenever the registry is at another version than `known()`, which is null until it was read. The stream is closed while the
 * page is hidden, because browsers allow few connections to a server, and catches up when it is seen again. It begins
 * once a version is known: what is returned is to be called then.
 */
export function followRegistry(known, changed) {
  let running = null;
  let failures = 0;

  const wanted = () => !document.hidden && connection.value === "online" && Boolean(viewer.value?.role) && known() !== null;
  const consider = () => {
    if (wanted()) start();
    else if (document.hidden) stop();
  };
  document.addEventListener("visibilitychange", consider);
  connection.subscribe(consider);
  viewer.subscribe(consider);

  return consider;

  function start() {
    if (running) return;
    const control = (running = new AbortController());
    listen(control.signal)
      .catch(() => (failures += 1))
      .then(() => wait(control.signal))
      .finally(() => {
        if (running === control) running = null;
        consider();
      });
  }
  function stop() {
    running?.abort();
  }

  async function listen(signal) {
    const silence = new AbortController();
    let timer = setTimeout(() => silence.abort(), SILENCE);
    const alive = () => {
      clearTimeout(timer);
      timer = setTimeout(() => silence.abort(), SILENCE);
    };
    try {
      const response = await send("/graphql", {
        body: { query: DOCUMENT, variables: { after: known() } },
        headers: { Accept: "text/event-stream" },
        signal: AbortSignal.any([signal, silence.signal]),
        signIn: false,
      });
      if (response.status === 401) {
        viewer.value = null;
        connection.value = "signed-out";
      }
      if (!response.ok || !response.headers.get("Content-Type")?.startsWith("text/event-stream")) throw new Error("no stream");
      for await (const { event, data } of events(response, alive)) {
        if (event === "complete") return;
        if (event !== "next") continue;
        const answer = JSON.parse(data);
        if (answer.errors?.length) throw errorOf(answer.errors, 200);
        failures = 0;
        const { version } = answer.data.registryChanged;
        if (version !== known()) changed(version);
      }
    } finally {
      clearTimeout(timer);
    }
  }

  function wait(signal) {
    const time = WAITS[Math.min(failures, WAITS.length - 1)] * (0.8 + 0.4 * Math.random());
    return new Promise((resolve) => {
      if (signal.aborted) return resolve();
      setTimeout(resolve, time);
    });
  }
}
