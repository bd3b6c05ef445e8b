// What was run, newest first: without headers, secrets or answers.
import { stored } from "../lib/store.js";
import { fill, h, text } from "../lib/h.js";
import { icon } from "../lib/icons.js";
import { keyed } from "../lib/keyed.js";
import { confirm } from "../lib/dialog.js";
import { ago, fullTime } from "../lib/time.js";

const keptAtMost = 100;
const isEntry = (each) => typeof each === "object" && each !== null && typeof each.query === "string" && typeof each.at === "number";
const kept = stored("playground.history", [], (value) => Array.isArray(value) && value.every(isEntry));

/** Notes a run: `{ name, operation, query, variables, outcome, milliseconds }`. The same text again replaces the older entry. */
export function remember(entry) {
  const isSame = (each) => each.query === entry.query && each.variables === entry.variables && each.name === entry.name;
  const before = kept.value.find(isSame);
  const made = { ...entry, id: before?.id ?? crypto.randomUUID(), at: Date.now(), isStarred: before?.isStarred === true };
  const others = kept.value.filter((each) => !isSame(each));
  let plain = 0;
  kept.value = [made, ...others].filter((each) => each.isStarred || (plain += 1) <= keptAtMost);
}

const outcomes = { ok: ["ok", "ok", "Succeeded"], errors: ["warn", "warn", "With errors"], failed: ["bad", "bad", "Failed"] };

/** The panel. `open(entry)` puts an entry into a tab. */
export function historyPanel(open) {
  const list = h("ul", { class: "entries" });
  const search = h("input", { type: "search", "aria-label": "Search the history", placeholder: "Search", oninput: () => show(), spellcheck: "false" });
  const none = h("p", { class: "none" });
  const clear = h("button", { type: "button", class: "button quiet", onclick: () => clearAll(false) }, "Clear");
  const clearStars = h("button", { type: "button", class: "button quiet", onclick: () => clearAll(true) }, "Clear starred");
  const element = h("div", { class: "history" }, search, none, list, h("div", { class: "panel-foot" }, clear, clearStars));
  const rows = keyed(list, row);
  kept.subscribe(() => show());
  return { element, show, focus: () => search.focus() };

  function show() {
    const words = search.value.toLowerCase().split(/\s+/).filter(Boolean);
    const shown = kept.value.filter((each) => words.every((word) => `${each.name} ${each.query}`.toLowerCase().includes(word)));
    none.hidden = shown.length > 0;
    none.textContent = kept.value.length > 0 ? "Nothing that was run has these words." : "Nothing was run yet. What you run is listed here, without headers and secrets.";
    rows(shown);
    clear.hidden = !kept.value.some((each) => !each.isStarred);
    clearStars.hidden = !kept.value.some((each) => each.isStarred);
  }

  function row({ id }) {
    const name = h("span", { class: "entry-name" });
    const state = h("span", { class: "state" });
    const time = h("time", null);
    let each;
    const opener = h("button", { type: "button", class: "entry-open", onclick: () => open(each) }, name, h("span", { class: "entry-about" }, state, time));
    const star = h("button", { type: "button", class: "button quiet square star", onclick: () => keep(id, !each.isStarred) }, icon("star"));
    const remover = h("button", { type: "button", class: "button quiet square", title: "Remove", onclick: () => remove(id) }, icon("close"));
    const update = (entry) => {
      each = entry;
      const [picture, kind, word] = outcomes[each.outcome] ?? outcomes.failed;
      text(name, each.name || each.operation || "query");
      opener.title = each.query.slice(0, 400);
      state.dataset.state = kind;
      if (state.textContent !== word) fill(state, icon(picture), h("span", null, word));
      time.dateTime = new Date(each.at).toISOString();
      time.title = fullTime(each.at);
      text(time, ago(each.at));
      star.classList.toggle("is-on", each.isStarred === true);
      star.setAttribute("aria-pressed", String(each.isStarred === true));
      star.setAttribute("aria-label", `Keep ${each.name || "this"}`);
      star.title = each.isStarred ? "Kept" : "Keep";
      remover.setAttribute("aria-label", `Remove ${each.name || "this"} from the history`);
    };
    return { element: h("li", { class: "entry" }, opener, star, remover), update };
  }

  function keep(id, isStarred) {
    kept.value = kept.value.map((each) => (each.id === id ? { ...each, isStarred } : each));
  }

  function remove(id) {
    const at = [...list.children].indexOf(document.activeElement?.closest("li"));
    kept.value = kept.value.filter((each) => each.id !== id);
    (list.children[Math.min(at, list.children.length - 1)]?.querySelector("button") ?? search).focus();
  }

  async function clearAll(starred) {
    const count = kept.value.filter((each) => each.isStarred === starred).length;
    const text = `${count} ${starred ? "starred " : ""}${count === 1 ? "entry is" : "entries are"} removed from this browser. ${starred ? "" : "What has a star stays."}`.trim();
    if (await confirm({ title: starred ? "Clear the starred entries?" : "Clear the history?", text, action: "Clear", danger: true })) {
      kept.value = kept.value.filter((each) => each.isStarred !== starred);
    }
  }
}
