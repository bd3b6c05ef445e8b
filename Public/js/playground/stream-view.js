// A subscription's events as a live list: pause, clear, stop, follow.
import { fill, h } from "../lib/h.js";
import { icon } from "../lib/icons.js";
import { formatJSON } from "../gql/format.js";

const clock = new Intl.DateTimeFormat("en-GB", { hour: "2-digit", minute: "2-digit", second: "2-digit", fractionalSecondDigits: 3 });
export const keptAtMost = 500;

/** The state of a stream: `add` takes an event. */
export class Stream {
  constructor() {
    Object.assign(this, { events: [], count: 0, dropped: 0, losses: 0, isLost: false, isPaused: false, isOver: false, end: "", held: 0 });
  }

  add(data, since) {
    this.count += 1;
    if (this.isPaused) this.held += 1;
    this.events.push({ number: this.count, at: Date.now(), since, text: formatJSON(data) ?? data });
    if (this.events.length > keptAtMost) {
      this.events.shift();
      this.dropped += 1;
    }
  }

  clear() {
    this.events = [];
    this.dropped = 0;
    this.held = 0;
  }
}

export class StreamView {
  constructor(actions) {
    this.actions = actions;
    const button = (label, run) => h("button", { type: "button", class: "button", onclick: run }, label);
    this.pause = button("Pause", () => this.togglePause());
    this.clear = button("Clear", () => {
      this.run.stream.clear();
      this.redraw();
    });
    this.stop = button("Stop", () => actions.stop());
    this.follow = h("input", { type: "checkbox", checked: true, onchange: () => this.scroll() });
    this.note = h("p", { class: "of stream-note" });
    this.list = h("ol", { class: "events", role: "log", "aria-live": "off", "aria-label": "Events", tabindex: "0" });
    this.element = h("div", { class: "stream" },
      h("div", { class: "stream-tools" }, this.pause, this.clear, this.stop, h("label", { class: "tick" }, this.follow, "Follow")),
      this.note, this.list);
    this.drawn = 0;
  }

  statusLine({ stream, result }) {
    return [showState(h("span", { class: "state pill-state" }), stream),
      ` · ${stream.count} event${stream.count === 1 ? "" : "s"}`, result ? ` · ${result.status}` : "", stream.end ? ` · ${stream.end}` : ""];
  }

  show(run) {
    if (this.run !== run) {
      this.run = run;
      return this.redraw();
    }
    const { stream } = run;
    if (!stream.isPaused) {
      const last = stream.events.at(-1)?.number ?? 0;
      for (const event of stream.events.slice(Math.max(0, stream.events.length - (last - this.drawn)))) if (event.number > this.drawn) this.list.append(row(event));
      while (this.list.childElementCount > stream.events.length) this.list.firstElementChild.remove();
      if (last > this.drawn) this.scroll();
      this.drawn = last;
    }
    return this.tools();
  }

  redraw() {
    const { stream } = this.run;
    fill(this.list, stream.events.map(row));
    this.drawn = stream.events.at(-1)?.number ?? stream.count;
    this.tools();
    this.scroll();
  }

  tools() {
    const { stream } = this.run;
    this.pause.textContent = stream.isPaused ? "Resume" : "Pause";
    this.pause.disabled = stream.isOver && !stream.isPaused;
    this.stop.disabled = stream.isOver;
    this.clear.disabled = stream.count === 0;
    this.note.textContent = [
      stream.isPaused && stream.held > 0 ? `${stream.held} more arrived while paused.` : "",
      stream.losses > 0 ? `The connection was lost${stream.losses > 1 ? ` ${stream.losses} times` : ""}; what happened meanwhile may be missing.` : "",
      stream.dropped > 0 ? `The ${stream.dropped} oldest were dropped; ${keptAtMost} are kept.` : "",
      stream.count === 0 ? (stream.isOver ? "No event came." : "Waiting for the first event.") : "",
    ].filter(Boolean).join(" ");
    this.note.hidden = this.note.textContent === "";
  }

  togglePause() {
    const { stream } = this.run;
    stream.isPaused = !stream.isPaused;
    stream.held = 0;
    if (!stream.isPaused) this.redraw();
    this.actions.changed();
  }

  scroll() {
    if (this.follow.checked) this.list.scrollTop = this.list.scrollHeight;
  }
}

/** Puts into an element whether a stream is live; touches nothing where it says so already. */
export function showState(element, { isOver, isLost, isPaused }) {
  const [kind, word, picture] = isOver ? ["", "Ended", "stop"] : isLost ? ["warn", "Reconnecting…", "retry"] : isPaused ? ["warn", "Paused", "warn"] : ["ok", "Live", "ok"];
  if (element.textContent !== word) fill(element, icon(picture), h("span", null, word));
  element.dataset.state = kind;
  return element;
}

function row(event) {
  return h("li", null, h("p", { class: "event-head" }, h("span", { class: "number" }, `#${event.number}`), h("time", { datetime: new Date(event.at).toISOString() }, clock.format(event.at))), h("pre", null, event.text));
}
