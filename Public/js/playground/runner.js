// The runs of all tabs: each tab has its last one, and goes on while another tab is looked at.
import { run } from "./request.js";
import { Stream } from "./stream-view.js";

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
      one.result = await run(request, {
        signal: control.signal,
        onStart: (head) => {
          one.result = head;
          one.stream = new Stream();
          tell();
        },
        onEvent: (data, since) => {
          one.stream.add(data, since);
          tell();
        },
      });
      if (one.stream) one.stream.end = one.result.isComplete ? "complete" : "the connection ended";
    } catch (error) {
      if (one.stream) one.stream.end = control.signal.aborted ? "stopped" : "the connection was lost";
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

/** How a run ended: `ok`, `errors` or `failed`. */
export function outcomeOf({ result, error, stream }) {
  if (error || (!stream && result.status >= 300)) return "failed";
  return !stream && result.json?.errors ? "errors" : "ok";
}
