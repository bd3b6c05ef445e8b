// The playground: puts its parts together, and tells each what concerns it.
import { connection } from "../api/connection.js";
import { viewer } from "../api/session.js";
import { fill, h } from "../lib/h.js";
import { startShell } from "../lib/shell.js";
import { announce } from "../lib/status.js";
import { symbolAt } from "../gql/context.js";
import { addCommands } from "./commands.js";
import { Docs } from "./docs.js";
import { insertField } from "./insert.js";
import { Editors } from "./editors.js";
import { historyPanel, remember } from "./history.js";
import { ResponsePane } from "./response.js";
import { headersOf } from "./request.js";
import { outcomeOf, Runner } from "./runner.js";
import { loadSchema, schema, schemaState } from "./schema-source.js";
import { takeShared } from "./share-dialog.js";
import { Side } from "./side.js";
import { splitter } from "./splitter.js";
import { streamsPanel } from "./streams.js";
import { nameOf, TabStrip } from "./tab-strip.js";
import { publicPart, Tabs } from "./tabs.js";
import { Toolbar } from "./toolbar.js";
import { offsetOf } from "../gql/lex.js";

const saveDelay = 250;

class Playground {
  constructor(main) {
    this.main = main;
    this.whispers = h("p", { class: "visually-hidden", "aria-live": "polite" });
    this.tabs = new Tabs((kind) => this.tabsChanged(kind));
    this.runner = new Runner((id) => this.runChanged(id));
    this.editors = new Editors({ changed: (part, text) => this.textChanged(part, text), moved: () => this.caretMoved(), say: (words) => this.whisper(words) });
    this.strip = new TabStrip({
      find: (id) => this.tabs.open.get(id), select: (id) => this.select(id), close: (id) => this.close(id), add: () => this.add(),
      rename: (id, name, keep) => this.rename(id, name, keep), move: (id, by) => {
        this.tabs.move(id, by);
        this.showTabs();
      },
    });
    this.commands = addCommands(this);
    this.toolbar = new Toolbar({ ...this.commands, run: () => this.run(), stop: () => this.stop(), pick: (index) => this.pick(index) });
    this.response = new ResponsePane({
      retry: () => this.retry(), stop: () => this.stop(), copied: announce, changed: () => this.runChanged(this.tabs.activeID),
      visit: (place) => {
        this.side.pane("query");
        this.editors.query.reveal(offsetOf(this.editors.query.value, place));
      },
    });
    this.docs = new Docs((type, field) => insertField(this, type, field));
    this.side = new Side(main, { docs: this.docs, history: historyPanel((entry) => this.openEntry(entry)), streams: streamsPanel(this) });
    this.mount();
    this.editors.load(this.tabs.active);
    this.showTabs();
    this.runChanged(this.tabs.activeID);
    connection.subscribe(() => this.showTools());
    schemaState.subscribe(() => this.showTools());
    addEventListener("pagehide", () => this.save());
    document.addEventListener("visibilitychange", () => document.hidden && this.save());
    setInterval(() => {
      const run = this.runner.of(this.tabs.activeID);
      if (run?.state === "running") this.response.tick(run);
    }, 100);
  }

  mount() {
    const { main, editors } = this;
    const work = h("section", { class: "work", "aria-label": "Query", id: "document", tabindex: "-1" },
      this.strip.element, this.toolbar.element, editors.queryElement,
      splitter({
        root: main, name: "drawer", label: "Height of variables and headers", orientation: "horizontal", direction: -1, least: 90,
        most: () => Math.max(90, editors.drawerElement.parentElement.clientHeight - 220), measure: () => editors.drawerElement.offsetHeight,
      }), editors.drawerElement);
    editors.query.textarea.id = "query";
    fill(main, h("h1", { class: "visually-hidden" }, "Playground"), this.side.rail, this.side.element,
      splitter({
        root: main, name: "side", label: "Width of the panel", orientation: "vertical", direction: 1, least: 200,
        most: () => Math.max(200, main.clientWidth * 0.4), measure: () => this.side.element.offsetWidth,
      }), work,
      splitter({
        root: main, name: "answer", label: "Width of the response", orientation: "vertical", direction: -1, least: 260,
        most: () => Math.max(260, main.clientWidth - (main.dataset.side && innerWidth >= 1100 ? this.side.element.offsetWidth : 0) - 360), measure: () => this.response.element.offsetWidth,
      }), this.response.element, this.whispers);
  }

  /** Says what the page shows anyway. */
  whisper(words) { this.whispers.textContent = words; }

  // ---- Tabs

  showTabs() {
    this.strip.show(this.tabs.list, this.tabs.activeID, (id) => this.runner.isRunning(id));
    document.title = `${nameOf(this.tabs.active)} – Playground – Roster`;
  }

  tabsChanged(kind) {
    if (kind === "content" || this.shownID !== this.tabs.activeID) this.showDocument();
    this.showTabs();
  }

  showDocument() {
    this.shownID = this.tabs.activeID;
    this.editors.load(this.tabs.active);
    this.runChanged(this.tabs.activeID);
  }

  select(id) {
    if (id === this.tabs.activeID && this.shownID === id) return;
    this.save();
    this.tabs.activate(id);
    this.showDocument();
    this.showTabs();
  }

  add(content = {}) {
    this.save();
    const tab = this.tabs.add(content);
    this.tabs.activate(tab.id);
    this.showDocument();
    this.showTabs();
    this.side.pane("query");
    this.editors.query.textarea.focus();
    return tab;
  }

  close(id) {
    const hadFocus = this.strip.element.contains(document.activeElement);
    this.save();
    const name = nameOf(this.tabs.open.get(id));
    this.runner.drop(id);
    this.tabs.close(id);
    this.showDocument();
    this.showTabs();
    if (hadFocus) this.strip.list.querySelector("[aria-selected=true]")?.focus();
    announce(`${name} closed. “Reopen the last closed tab” brings it back.`);
  }

  reopen() {
    if (!this.tabs.reopen()) return announce("No tab was closed.");
    this.showDocument();
    return this.showTabs();
  }

  rename(id, name, keep) {
    const tab = this.tabs.open.get(id);
    if (keep && tab) {
      tab.name = name === "" || name === nameOf({ ...tab, name: null }) ? null : name;
      this.tabs.save(tab);
    }
    this.showTabs();
  }

  openEntry(entry) {
    this.add({ query: entry.query, variables: entry.variables ?? "", ranText: entry.query });
  }

  // ---- Text

  textChanged(part, value) {
    const tab = this.tabs.active;
    if (tab[part] === value) return;
    tab[part] = value;
    tab.missing[part] = [];
    this.editors.showMissing(tab.missing);
    clearTimeout(this.timer);
    this.timer = setTimeout(() => {
      this.save();
      this.showTabs();
    }, saveDelay);
  }

  save() {
    clearTimeout(this.timer);
    if (this.tabs.active) this.tabs.save(this.tabs.active);
  }

  caretMoved() {
    clearTimeout(this.followTimer);
    this.followTimer = setTimeout(() => {
      const { query } = this.editors;
      this.showTools();
      if (document.activeElement === query.textarea) this.docs.followTo(symbolAt(query.tree.tokens, schema.value, query.caret));
    }, 150);
  }

  pick(index) {
    const operation = this.editors.operations[index];
    if (!operation) return;
    const at = operation.name?.start ?? operation.start;
    this.editors.query.reveal(at, at, false);
    this.editors.moved(this.editors.query);
  }

  // ---- Running

  /** Why nothing can be run now; empty where something can. */
  get reason() {
    if (connection.value === "offline") return "Offline: the server cannot be reached. Your text is kept.";
    return "";
  }

  showTools() {
    this.toolbar.show({
      isRunning: this.runner.isRunning(this.tabs.activeID), operations: this.editors.operations, chosen: this.editors.operation, reason: this.reason,
    });
  }

  runChanged(id) {
    if (id !== this.tabs.activeID) {
      this.showTabs();
    } else if (!this.isDrawing) {
      this.isDrawing = true;
      requestAnimationFrame(() => {
        this.isDrawing = false;
        const run = this.runner.of(this.tabs.activeID);
        this.response.show(run);
        this.showTools();
        if (run?.state !== this.lastState) this.showTabs();
        this.lastState = run?.state;
      });
    }
    if (this.side?.open === "streams") this.side.views.streams.show();
  }

  /** What would be sent: the document, the operation at the caret, variables and headers; or words about what is wrong. */
  request() {
    const { query, variables, headers, operation } = this.editors;
    if (query.value.trim() === "") return { fault: "There is nothing to run: the query is empty.", part: "query" };
    let values;
    let fields;
    try {
      values = variables.value.trim() === "" ? undefined : JSON.parse(variables.value);
    } catch {
      return { fault: "The variables are not JSON.", part: "variables" };
    }
    try {
      fields = headersOf(headers.value);
    } catch (error) {
      return { fault: error.message, part: "headers" };
    }
    return { query: query.value, variables: values, operationName: operation?.name?.value, headers: fields, isSubscription: operation?.operation === "subscription" };
  }

  async run() {
    if (this.reason) return announce(this.reason);
    const request = this.request();
    if (request.fault) {
      this.side.pane("query");
      this.editors.focus(request.part);
      return announce(request.fault);
    }
    this.save();
    return this.start(request);
  }

  async start(request) {
    const tab = this.tabs.active;
    tab.ranText = tab.query;
    this.side.pane("response");
    if (innerWidth < 1100 && !this.side.isNarrow()) this.side.show("");
    this.whisper("Running");
    const { operation } = this.editors;
    const text = { query: tab.query, variables: tab.variables };
    const run = await this.runner.start(tab.id, request);
    this.tabs.save(tab);
    if (run.error?.code !== "UNAUTHENTICATED" && run.error?.code !== "ABORTED") {
      const { query, variables } = publicPart(text);
      remember({
        name: request.operationName ?? nameOf({ ...tab, query }), operation: operation?.operation ?? "query", query, variables,
        outcome: outcomeOf(run), milliseconds: Math.round(run.result?.times.end ?? 0),
      });
    }
    this.whisper(run.error ? (run.error.code === "ABORTED" ? "Stopped" : `Failed. ${run.error.message}`) : run.stream ? `Ended: ${run.stream.end}` : `Done, status ${run.result.status}${run.result.json?.errors ? ", with errors" : ""}`);
  }

  retry() {
    const last = this.runner.of(this.tabs.activeID);
    if (last) this.start(last.request);
  }

  stop() { this.runner.stop(this.tabs.activeID); }

  toggleRun() { this.runner.isRunning(this.tabs.activeID) ? this.stop() : this.run(); }

  startSubscription() {
    this.add({ query: "subscription Changes {\n  registryChanged {\n    version\n    at\n    registry {\n      defaultModelId\n      providers {\n        name\n        models {\n          modelSdkId\n        }\n      }\n    }\n  }\n}\n" });
    this.run();
  }
}

const page = new Playground(document.getElementById("main"));
startShell().then(() => {
  loadSchema();
  let known = viewer.value?.role;
  viewer.subscribe((who) => {
    if (who?.role && who.role !== known) loadSchema();
    known = who?.role;
  });
});
takeShared((content) => page.add({ query: content.query, variables: content.variables }));
