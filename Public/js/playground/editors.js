// The three editors of a document: its query above, its variables and headers in a drawer below.
import { h, text } from "../lib/h.js";
import { icon } from "../lib/icons.js";
import { stored } from "../lib/store.js";
import { Editor, tabIndents } from "../editor/editor.js";
import { complete, operationAt } from "../gql/complete.js";
import { parseJSON } from "../gql/json.js";
import { lint } from "../gql/lint.js";
import { parse } from "../gql/parse.js";
import { checkVariables, completeVariables } from "../gql/variables.js";
import { completeHeaders } from "./header-names.js";
import { headersOf } from "./request.js";
import { problemList } from "./problem-list.js";
import { schema } from "./schema-source.js";
import { ServerWord, together } from "./server-word.js";

const lintDelay = 120;
const isDrawerOpen = stored("playground.drawer", true, (value) => typeof value === "boolean");

/** `actions` has `changed(part, text)`, `moved()` and `say(words)`. */
export class Editors {
  constructor(actions) {
    this.actions = actions;
    this.serverProblems = [];
    const part = (name, label, language, placeholder) => new Editor({
      label, language, placeholder, say: actions.say,
      changed: (editor) => this.changed(name, editor), moved: (editor) => this.moved(editor),
    });
    this.query = part("query", "Query", {
      read: parse, comment: "#", opensOn: ["{", "("], complete: (tree, offset) => complete(tree, schema.value, offset),
    }, "");
    this.variables = part("variables", "Variables", {
      read: parseJSON, opensOn: ['"', "{"], complete: (tree, offset) => completeVariables(tree, offset, this.operation, schema.value),
    }, '{ "name": "value" }');
    this.headers = part("headers", "Headers", { read: parseJSON, opensOn: ['"'], complete: completeHeaders }, '{ "Name": "value" }');
    this.lists = {
      query: problemList(this.query, "Problems of the query"), variables: problemList(this.variables, "Problems of the variables"),
      headers: problemList(this.headers, "Problems of the headers"),
    };
    this.word = new ServerWord((asked, problems) => {
      if (asked !== this.query.value) return;
      this.serverProblems = problems;
      this.check();
    });
    this.drawer = "variables";
    this.build();
    schema.subscribe(() => this.check());
  }

  get operation() { return operationAt(this.query.tree, this.query.caret); }
  get operations() { return this.query.tree.definitions.filter((each) => each.kind === "operation"); }

  build() {
    this.state = { query: stateLine(this.query), variables: stateLine(this.variables), headers: stateLine(this.headers) };
    const tab = (name, label) => h("button", {
      type: "button", role: "tab", id: `drawer-${name}`, "aria-controls": `drawer-view-${name}`, onclick: () => this.choose(name, true),
    }, label, h("span", { class: "count" }), h("span", { class: "alert-dot" }));
    this.drawerTabs = { variables: tab("variables", "Variables"), headers: tab("headers", "Headers") };
    this.toggle = h("button", { type: "button", class: "button quiet square drawer-toggle", onclick: () => (isDrawerOpen.value = !isDrawerOpen.value) }, icon("chevron"));
    const list = h("div", { class: "drawer-tabs", role: "tablist", "aria-label": "With the query" }, Object.values(this.drawerTabs));
    list.addEventListener("keydown", (event) => {
      if (event.key !== "ArrowLeft" && event.key !== "ArrowRight") return;
      event.preventDefault();
      this.choose(this.drawer === "variables" ? "headers" : "variables", true);
      this.drawerTabs[this.drawer].focus();
    });
    this.notes = { query: note(), variables: note(), headers: note() };
    const view = (name) => h("div", { class: "drawer-view", id: `drawer-view-${name}`, role: "tabpanel", "aria-labelledby": `drawer-${name}` },
      this[name].element, this.lists[name].element, this.notes[name], this.state[name]);
    this.views = { variables: view("variables"), headers: view("headers") };
    this.queryElement = h("div", { class: "query-pane" }, this.query.element, this.lists.query.element, this.notes.query, this.state.query);
    this.drawerElement = h("div", { class: "drawer" }, h("div", { class: "drawer-head" }, list, this.toggle), this.views.variables, this.views.headers);
    isDrawerOpen.subscribe((isOpen) => {
      this.drawerElement.classList.toggle("is-closed", !isOpen);
      this.toggle.setAttribute("aria-expanded", String(isOpen));
      this.toggle.setAttribute("aria-label", isOpen ? "Close variables and headers" : "Open variables and headers");
      this.showDrawer();
    });
  }

  choose(name, opens = false) {
    this.drawer = name;
    if (opens) isDrawerOpen.value = true;
    this.showDrawer();
  }

  showDrawer() {
    for (const [name, element] of Object.entries(this.views)) {
      const isChosen = name === this.drawer;
      element.hidden = !isChosen || !isDrawerOpen.value;
      this.drawerTabs[name].setAttribute("aria-selected", String(isChosen && isDrawerOpen.value));
      this.drawerTabs[name].tabIndex = isChosen ? 0 : -1;
      if (!element.hidden) this[name].painter.schedule();
    }
  }

  focus(name) {
    if (name !== "query") this.choose(name, true);
    this[name].textarea.focus();
  }

  /** Another document. */
  load(tab) {
    this.serverProblems = [];
    this.showMissing(tab.missing);
    this.query.setText(tab.query);
    this.variables.setText(tab.variables);
    this.headers.setText(tab.headers);
    this.check();
    this.moved(this.query);
  }

  /** Says what was there before the page was loaded anew. */
  showMissing({ query, variables, headers }) {
    const words = (names) => (names.length === 0 ? "" : `Not stored, because of ${names.length === 1 ? "its name" : "their names"}: ${names.join(", ")}. Fill in again what is needed.`);
    text(this.notes.query, words(query));
    text(this.notes.variables, words(variables));
    text(this.notes.headers, headers.length > 0 ? "This tab had headers before the page was loaded anew. They are never stored: fill in again what is needed."
      : "Headers stay in this window: they are not stored, shared or kept in the history.");
  }

  changed(name, editor) {
    if (name === "query") {
      this.serverProblems = [];
      this.word.cancel();
    }
    this.actions.changed(name, editor.value);
    this.isStale = true;
    this.checkSoon();
  }

  checkSoon() {
    if (!this.isStale) return;
    clearTimeout(this.timer);
    this.timer = setTimeout(() => {
      this.isStale = this.query.completion.isOpen;
      this.check();
      this.word.changed(this.query.value, !this.query.problems.some((each) => each.severity === "error"));
    }, lintDelay);
  }

  moved(editor) {
    // While somebody types the place is told of with the problems, a moment later: a key paints its own line alone.
    if (!this.isStale) this.showState(editor);
    if (editor !== this.query) return;
    if (!editor.completion.isOpen) this.checkSoon();
    this.actions.moved();
    const { operation } = this;
    if (operation?.start !== this.checkedFor) this.checkVariables();
  }

  check() {
    const { query } = this;
    const own = lint(query.tree, schema.value).filter((each) => !this.isBeingWritten(each));
    const lineOf = (offset) => query.place(offset).line;
    query.setProblems(this.serverProblems.length > 0 ? together(own, this.serverProblems, lineOf) : own);
    this.lists.query.show(query.problems);
    this.checkVariables();
    this.headers.setProblems(headerProblems(this.headers.value));
    this.lists.headers.show(this.headers.problems);
    this.count("headers");
    for (const editor of [query, this.variables, this.headers]) this.showState(editor);
  }

  /** A name that suggestions are shown for is not wrong yet. */
  isBeingWritten(problem) {
    const { completion, caret } = this.query;
    return completion.isOpen && !completion.isExplicit && problem.start <= caret && caret <= problem.end;
  }

  checkVariables() {
    const { operation, variables } = this;
    this.checkedFor = operation?.start;
    variables.setProblems(checkVariables(variables.value, operation, schema.value));
    this.lists.variables.show(variables.problems);
    this.count("variables");
    this.showState(variables);
  }

  /** How many members, and whether something is wrong with them, on the drawer's tab. */
  count(name) {
    const members = this[name].tree.root?.members?.length ?? 0;
    const [count, dot] = this.drawerTabs[name].querySelectorAll("span");
    text(count, members > 0 ? String(members) : "");
    const errors = this[name].problems.filter((each) => each.severity === "error").length;
    dot.hidden = errors === 0;
    this.drawerTabs[name].title = errors > 0 ? `${errors} problem${errors === 1 ? "" : "s"}` : "";
    dot.setAttribute("aria-label", errors > 0 ? `${errors} problems` : "");
    dot.setAttribute("role", "img");
  }

  showState(editor) {
    const name = editor === this.query ? "query" : editor === this.variables ? "variables" : "headers";
    const { line, column } = editor.place();
    const count = editor.problems.length;
    const [place, tab] = this.state[name].children;
    text(place, `Line ${line}, column ${column}. ${count === 0 ? "No problems" : `${count} problem${count === 1 ? "" : "s"}, F8 to visit`}.`);
    text(tab, tabIndents.value ? "Tab indents" : "Tab moves focus");
  }
}

function headerProblems(text) {
  const { problems, root } = parseJSON(text);
  if (problems.length > 0) return problems;
  try {
    headersOf(text);
    return [];
  } catch (error) {
    return [{ start: root?.start ?? 0, end: root?.end ?? 0, severity: "error", code: "value", message: error.message }];
  }
}

const note = () => h("p", { class: "editor-note" });

function stateLine(editor) {
  return h("p", { class: "editor-state", id: `${editor.id}-state` }, h("span", null), h("span", { class: "tab-state", title: "Ctrl+M changes what Tab does" }));
}
