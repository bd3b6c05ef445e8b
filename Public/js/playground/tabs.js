// The documents of the playground: kept in the browser, the same in all windows. Headers and secrets are never stored.
import { stored } from "../lib/store.js";
import { secretVariables, withoutSecretLiterals, withoutSecretVariables } from "../gql/secrets.js";
import { lex } from "../gql/lex.js";
import { sample } from "./sample.js";

const closedAtMost = 10;
const prefix = "roster.playground.tab.";
const isName = (value) => typeof value === "string";
const isNames = (value) => Array.isArray(value) && value.every(isName);
const order = stored("playground.tabs", [], isNames);

/**
 * The open tabs. A tab is `{ id, name, query, variables, headers, ranText, missing }`; `name` is null where the operation's
 * name is to be used, `missing` has for each part the names of what it held before the page was loaded anew. `changed(kind)` is called with "list", when tabs came or went, or "content", when another window wrote
 * into the active tab.
 */
export class Tabs {
  constructor(changed) {
    this.changed = changed;
    this.open = new Map();
    this.closed = [];
    for (const id of order.value) this.open.set(id, read(id));
    if (this.open.size === 0) this.add({ query: sample });
    const wanted = session("active");
    this.activeID = this.open.has(wanted) ? wanted : [...this.open.keys()][0];
    addEventListener("storage", (event) => this.takeOver(event));
  }

  get active() { return this.open.get(this.activeID); }
  get list() { return [...this.open.values()]; }

  add(content = {}) {
    const id = crypto.randomUUID();
    const tab = { ...empty(id), ...content };
    this.open.set(id, tab);
    this.save(tab);
    this.saveOrder();
    this.activeID ??= id;
    return tab;
  }

  activate(id) {
    this.activeID = id;
    session("active", id);
  }

  close(id) {
    const ids = [...this.open.keys()];
    const at = ids.indexOf(id);
    const tab = this.open.get(id);
    this.open.delete(id);
    if (tab.query.trim() !== "" || tab.variables.trim() !== "") this.closed = [tab, ...this.closed].slice(0, closedAtMost);
    localStorage.removeItem(prefix + id);
    if (this.open.size === 0) this.add();
    if (this.activeID === id) this.activate(ids[at + 1] ?? ids[at - 1] ?? [...this.open.keys()][0]);
    this.saveOrder();
  }

  /** Brings back what was closed last. */
  reopen() {
    const tab = this.closed.shift();
    if (!tab) return null;
    this.open.set(tab.id, tab);
    this.save(tab);
    this.saveOrder();
    this.activate(tab.id);
    return tab;
  }

  /** Moves a tab by so many places. */
  move(id, by) {
    const ids = [...this.open.keys()];
    const at = ids.indexOf(id);
    const to = Math.max(0, Math.min(ids.length - 1, at + by));
    ids.splice(to, 0, ...ids.splice(at, 1));
    this.open = new Map(ids.map((each) => [each, this.open.get(each)]));
    this.saveOrder();
  }

  saveOrder() { order.value = [...this.open.keys()]; }

  save(tab) {
    const { query, variables, removed, removedFrom } = publicPart(tab);
    const ranText = publicPart({ query: tab.ranText, variables: "" });
    tab.removed = removed;
    const both = (part, now) => [...new Set([...tab.missing[part], ...now])];
    const missing = {
      query: both("query", removedFrom.query), variables: both("variables", removedFrom.variables),
      headers: both("headers", tab.headers.trim() === "" ? [] : ["headers"]),
    };
    try {
      localStorage.setItem(prefix + tab.id, JSON.stringify({ name: tab.name, query, variables, ranText: ranText.query, missing }));
    } catch {
      // Full or forbidden: the tab lives as long as the page.
    }
  }

  /** What another window wrote holds, unless somebody is writing here. */
  takeOver(event) {
    if (event.key === "roster.playground.tabs") {
      const before = this.open;
      this.open = new Map(order.value.map((id) => [id, before.get(id) ?? read(id)]));
      if (this.open.size === 0) this.add();
      if (!this.open.has(this.activeID)) this.activate([...this.open.keys()][0]);
      this.changed("list");
    } else if (event.key?.startsWith(prefix) && event.newValue !== null) {
      const tab = this.open.get(event.key.slice(prefix.length));
      if (!tab) return;
      const { headers } = tab;
      const result = tab.removed?.length > 0 && document.hasFocus() ? {} : read(tab.id);
      Object.assign(tab, result, { headers });
      this.changed(tab.id === this.activeID ? "content" : "list");
    }
  }
}

/** What of a tab may be stored or shared, and the names of the secrets that were left out. */
export function publicPart({ query, variables }) {
  const tokens = lex(query).filter((token) => token.kind !== "comment");
  const literals = withoutSecretLiterals(query, tokens);
  const values = withoutSecretVariables(variables, secretVariables(tokens));
  return {
    query: literals.text, variables: values.text, removed: [...new Set([...literals.removed, ...values.removed])],
    removedFrom: { query: literals.removed, variables: values.removed },
  };
}

const empty = (id) => ({
  id, name: null, query: "", variables: "", headers: "", ranText: "", missing: { query: [], variables: [], headers: [] },
});

function read(id) {
  const tab = empty(id);
  try {
    const found = JSON.parse(localStorage.getItem(prefix + id)) ?? {};
    for (const key of ["query", "variables", "ranText"]) if (isName(found[key])) tab[key] = found[key];
    if (isName(found.name)) tab.name = found.name;
    for (const part of Object.keys(tab.missing)) if (isNames(found.missing?.[part])) tab.missing[part] = found.missing[part];
  } catch {
    // What cannot be read is an empty tab.
  }
  return tab;
}

function session(name, value) {
  try {
    if (value !== undefined) sessionStorage.setItem(`roster.playground.${name}`, value);
    return sessionStorage.getItem(`roster.playground.${name}`);
  } catch {
    return null;
  }
}
