// The runs of all tabs: each tab has its last one, and goes on while another tab is looked at.
import { run } from "./request.js";
import { Stream } from "./stream-view.js";

/** How long to wait before a stream is opened again, by how often that has failed. */
const waits = [500, 1000, 2000, 4000, 8000, 15_000];

export class Runner {
  /** `changed(tabID)` is called whenever a run's state changed. */
  constructor(changed) {
    this.changed = changed;
    this.runs = new Map();
  }

  of(id) { return this.runs.get(id) ?? null; }
  isRunning(id) { return this.runs.get(id)?.state === "running"; }

  /** All runs that are streams, with their tabs' ids. */
  get streams() { return [...this.runs].filter(([, each]) => each.stream !== null); }

  /** Starts a run, in place of the tab's last; resolves to it when it is over. */
  async start(id, request) {
    this.stop(id);
    const control = new AbortController();
    const one = { state: "running", request, control, start: performance.now(), at: Date.now(), result: null, error: null, stream: null };
    this.runs.set(id, one);
    const tell = () => this.runs.get(id) === one && this.changed(id);
    tell();
    try {
      await follow(one, tell);
      if (one.stream) one.stream.end = one.result.kind === "stream" ? "complete" : `the server answered ${one.result.status}`;
    } catch (error) {
      if (one.stream) one.stream.end = control.signal.aborted ? "stopped" : error.message;
      else one.error = error.code ? error : Object.assign(error, { code: control.signal.aborted ? "ABORTED" : "BAD_ANSWER", message: "The server’s answer could not be read." });
    }
    one.state = "over";
    if (one.stream) one.stream.isOver = true;
    tell();
    return one;
  }

  stop(id) { this.runs.get(id)?.control.abort(); }

  drop(id) {
    this.stop(id);
    this.runs.delete(id);
  }
}

/** Runs it to its end. A stream whose connection is lost is opened again, which is safe, for a subscription only reads. */
async function follow(one, tell) {
  const { control: { signal }, request } = one;
  const onStart = (head) => {
    one.result = head;
    one.stream ??= new Stream();
    one.stream.isLost = false;
    tell();
  };
  const onEvent = (data) => {
    losses = 0;
    one.stream.add(data, performance.now() - one.start);
    tell();
  };
  let losses = 0;
  for (;;) {
    try {
      one.result = await run(request, { signal, onStart, onEvent });
      if (!one.stream || one.result.isComplete || (one.result.kind === "answer" && one.result.status !== 503)) return;
    } catch (error) {
      const isRefused = error.code !== undefined && !["OFFLINE", "TIMEOUT"].includes(error.code);
      if (!one.stream || signal.aborted || isRefused) throw error;
    }
    if (!one.stream.isLost) one.stream.losses += 1;
    one.stream.isLost = true;
    tell();
    await pause(waits[Math.min(losses, waits.length - 1)], signal);
    losses += 1;
  }
}

function pause(milliseconds, signal) {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(resolve, milliseconds);
    signal.addEventListener("abort", () => {
      clearTimeout(timer);
      reject(signal.reason);
    }, { once: true });
  });
}

/** How a run ended: `ok`, `errors` or `failed`. */
export function outcomeOf({ result, error, stream }) {
  if (error || (!stream && result.status >= 300)) return "failed";
  return !stream && result.json?.errors ? "errors" : "ok";
}
