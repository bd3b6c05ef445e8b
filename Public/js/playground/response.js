// What came of a run: its status line, the answer, its headers and times, and its errors; or a stream's events.
import { fill, h, text } from "../lib/h.js";
import { icon } from "../lib/icons.js";
import { formatJSON } from "../gql/format.js";
import { StreamView } from "./stream-view.js";
import { sizeOf, timeOf } from "./request.js";
import { Viewer } from "./viewer.js";

const clock = new Intl.DateTimeFormat("en-GB", { hour: "2-digit", minute: "2-digit", second: "2-digit" });
const views = [["body", "Response"], ["headers", "Headers"], ["timeline", "Timeline"]];

/** The pane. `actions` has `retry()`, `stop()`, `visit(location)` and `copied(words)`. */
export class ResponsePane {
  constructor(actions) {
    this.actions = actions;
    this.view = "body";
    this.viewer = new Viewer("Response text");
    this.stream = new StreamView(actions);
    this.line = h("p", { class: "status-line" });
    this.tabs = h("div", { class: "drawer-tabs", role: "tablist", "aria-label": "Parts of the response" }, views.map(([id, label]) => h("button", {
      type: "button", role: "tab", id: `response-${id}`, "aria-controls": "response-view", onclick: () => this.choose(id),
    }, label, id === "headers" ? h("span", { class: "count" }) : null)));
    this.copy = h("button", { type: "button", class: "button quiet square", "aria-label": "Copy the response", title: "Copy the response", onclick: () => this.copyText() }, icon("copy"));
    this.body = h("div", { class: "response-body", id: "response-view", role: "tabpanel" });
    this.errors = h("div", { class: "response-errors", role: "group", "aria-label": "Errors", tabindex: "0" });
    this.element = h("section", { class: "response", "aria-label": "Response", id: "response", tabindex: "-1" },
      h("div", { class: "response-head" }, this.tabs, this.copy), this.line, this.body, this.errors);
    this.tabs.addEventListener("keydown", (event) => {
      const to = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
      if (!to) return;
      event.preventDefault();
      const at = views.findIndex(([id]) => id === this.view);
      this.choose(views[(at + to + views.length) % views.length][0], true);
    });
  }

  choose(view, focuses = false) {
    this.view = view;
    this.show(this.run);
    if (focuses) this.tabs.querySelector("[aria-selected=true]").focus();
  }

  /** Shows a run: null before the first, else `{ state, result, error, stream }`. */
  show(run) {
    if (run !== this.run && run?.state === "running") this.view = "body";
    this.run = run;
    for (const button of this.tabs.children) {
      const isChosen = button.id === `response-${this.view}`;
      button.setAttribute("aria-selected", String(isChosen));
      button.tabIndex = isChosen ? 0 : -1;
    }
    text(this.tabs.querySelector(".count"), run?.result ? String(run.result.headers.length) : "");
    this.body.setAttribute("aria-labelledby", `response-${this.view}`);
    this.copy.hidden = !run?.result || run.stream !== null;
    fill(this.line, this.statusLine(run));
    this.showBody(run);
    fill(this.errors, this.errorList(run));
    this.errors.hidden = this.errors.childElementCount === 0;
  }

  statusLine(run) {
    if (!run) return h("span", { class: "of" }, "Nothing was run in this tab yet.");
    if (run.stream) return this.stream.statusLine(run);
    if (run.state === "running") return h("span", { class: "state" }, h("span", { class: "spinner" }), "Running");
    if (run.error) return [h("span", { class: "state", dataset: { state: "bad" } }, icon("bad"), run.error.code === "ABORTED" ? "Stopped" : "Failed"), " · ", clock.format(run.at)];
    const { status, times, size, at, json } = run.result;
    const isGood = status < 300 && !json?.errors;
    const kind = isGood ? "ok" : status < 300 ? "warn" : "bad";
    return [
      h("span", { class: "state", dataset: { state: kind } }, icon(isGood ? "ok" : kind), h("span", null, String(status))),
      ` · ${timeOf(times.end)} · ${sizeOf(size)} · `, h("time", { datetime: new Date(at).toISOString() }, clock.format(at)),
      json?.errors?.length ? ` · ${json.errors.length} error${json.errors.length === 1 ? "" : "s"}` : "",
      json?.extensions?.stale === true ? h("span", { class: "stale" }, " · from memory: the database is away") : "",
    ];
  }

  showBody(run) {
    if (this.view === "headers") return fill(this.body, this.headerTable(run));
    if (this.view === "timeline") return fill(this.body, this.timeline(run));
    if (run?.stream) {
      if (this.body.firstChild !== this.stream.element) fill(this.body, this.stream.element);
      return this.stream.show(run);
    }
    if (run?.error) return fill(this.body, this.failure(run));
    if (!run || (run.state === "running" && !run.result)) {
      return fill(this.body, run ? null : h("div", { class: "none" }, h("p", null, "The answer of the server appears here."), h("p", null, h("kbd", null, "Ctrl"), " ", h("kbd", null, "Enter"), " runs the operation at the caret.")));
    }
    const pretty = run.result.json === undefined ? null : formatJSON(run.result.text);
    this.viewer.show(pretty ?? run.result.text, pretty !== null);
    const note = run.result.json === undefined && run.result.text !== "" ? h("p", { class: "note is-bad" }, "The answer is not JSON. This is its text as it came.") : null;
    if (this.body.firstChild !== this.viewer.element || note) fill(this.body, note, this.viewer.element);
    this.viewer.painter.paint();
  }

  failure({ error }) {
    if (error.code === "ABORTED") return h("p", { class: "none" }, "Stopped before the server answered. What the server had begun it may have finished.");
    return h("div", { class: "none", role: "group", "aria-label": "Failure" }, h("p", { class: "fault" }, icon("bad"), h("span", null, error.message)),
      error.status ? h("p", null, `Status ${error.status}`) : null,
      h("button", { type: "button", class: "button", onclick: () => this.actions.retry() }, icon("retry"), "Retry"));
  }

  headerTable(run) {
    const list = run?.result?.headers;
    if (!list) return h("p", { class: "none" }, "There are no headers yet.");
    return h("div", { class: "table-scroll", tabindex: "0", role: "region", "aria-label": "Response headers" }, h("table", { class: "header-table" },
      h("thead", null, h("tr", null, h("th", { scope: "col" }, "Header"), h("th", { scope: "col" }, "Value"))),
      h("tbody", null, list.map(([name, value]) => h("tr", null, h("th", { scope: "row" }, name), h("td", null, value))))));
  }

  timeline(run) {
    const times = run?.result?.times;
    if (!times) return h("p", { class: "none" }, "There are no times yet.");
    const end = times.end ?? performance.now() - run.start;
    const row = (label, from, to) => {
      const bar = h("span", { class: "bar-line" });
      bar.style.setProperty("--from", from / end);
      bar.style.setProperty("--to", to / end);
      return h("div", { class: "time-row" }, h("dt", null, label), h("dd", null, h("span", { class: "bar-track", "aria-hidden": "true" }, bar), timeOf(to - from)));
    };
    const parts = [row("Waiting for the first byte", 0, times.head)];
    if (times.end !== null) parts.push(row("Receiving", times.head, times.end));
    const events = run.stream?.events.slice(-20).map((each) => h("div", { class: "time-row" }, h("dt", null, `Event ${each.number}`), h("dd", null, `after ${timeOf(each.since)}`)));
    return h("dl", { class: "timeline", tabindex: "0", role: "group", "aria-label": "Timeline" }, parts, h("div", { class: "time-row is-total" }, h("dt", null, "Altogether"), h("dd", null, timeOf(end))), events);
  }

  /** The errors of an answer: what, where in the answer, and a way to the place in the document. */
  errorList(run) {
    const errors = Array.isArray(run?.result?.json?.errors) && !run.stream ? run.result.json.errors.slice(0, 50) : [];
    if (errors.length === 0) return null;
    return [h("h3", { id: "errors-title" }, errors.length === 1 ? "1 error" : `${errors.length} errors`), h("ul", { "aria-labelledby": "errors-title" }, errors.map((error) => {
      const place = error.locations?.[0];
      return h("li", null, icon("bad"), h("div", null,
        h("p", { dir: "auto" }, String(error.message)),
        h("p", { class: "of parts" },
          error.extensions?.code ? h("code", null, String(error.extensions.code)) : null,
          Array.isArray(error.path) ? h("bdi", null, `at ${error.path.join(".")}`) : null,
          typeof error.extensions?.field === "string" ? h("bdi", null, `in ${error.extensions.field}`) : null,
          place ? h("button", { type: "button", class: "button link", onclick: () => this.actions.visit(place) }, `Line ${place.line}`) : null)));
    }))];
  }

  async copyText() {
    await navigator.clipboard.writeText(this.viewer.mirrored);
    this.actions.copied("Response copied.");
  }

  /** Says how long a run takes already. */
  tick(run) {
    if (run === this.run && run.state === "running" && !run.stream) text(this.line, `Running · ${((performance.now() - run.start) / 1000).toFixed(1)} s`);
  }
}
