// F1: every command of the page, found by typing, run by Enter; it is also the list of shortcuts.

import { openDialog } from "./dialog.js";
import { fill, h } from "./h.js";
import { availableCommands, command, keyNames } from "./keys.js";

// What every page has comes after what is this page's own, and what is only told of comes last.
const LAST = ["Focus", "Go to", "Theme", "Help", "In lists", "In the message", "In dialogs"];
let open = null;

/** Opens the palette, or closes it. */
export function togglePalette() {
  if (open) return open.close();
  const groups = [...new Set(availableCommands().map((each) => each.group ?? ""))].sort((one, other) => LAST.indexOf(one) - LAST.indexOf(other));
  const all = groups.flatMap((group) => availableCommands().filter((each) => (each.group ?? "") === group));
  let shown = [];
  let at = 0;
  const list = h("ul", { class: "palette", role: "listbox", id: "palette-list", "aria-label": "Commands" });
  const input = h("input", {
    type: "search",
    role: "combobox",
    autocomplete: "off",
    spellcheck: "false",
    placeholder: "Find a command",
    "aria-label": "Find a command",
    "aria-controls": "palette-list",
    "aria-expanded": "true",
    "aria-autocomplete": "list",
    oninput: () => show(),
    onkeydown: (event) => key(event),
  });
  const dialog = openDialog({ title: "Commands and shortcuts", body: [input, list], focus: input });
  open = dialog;
  dialog.closed.then(() => (open = null));
  show();

  function show() {
    const words = input.value.toLowerCase().split(/\s+/).filter(Boolean);
    shown = all.filter((each) => words.every((word) => `${each.group ?? ""} ${each.label}`.toLowerCase().includes(word)));
    at = 0;
    fill(list, shown.length ? shown.map(row) : h("li", { class: "none", role: "option", "aria-disabled": "true" }, "No command has these words."));
    mark();
  }
  function row(each, index) {
    return h(
      "li",
      { role: "option", id: `command-${index}`, class: each.run ? null : "told", onclick: () => run(each) },
      h("span", null, each.label, each.run ? null : h("small", null, each.group)),
      each.keys ? h("span", { class: "keys" }, keyNames(each.keys).map((name) => h("kbd", null, name))) : null,
    );
  }
  function mark() {
    for (const [index, item] of [...list.children].entries()) item.setAttribute("aria-selected", String(index === at && shown.length > 0));
    list.children[at]?.scrollIntoView({ block: "nearest" });
    if (shown.length) input.setAttribute("aria-activedescendant", `command-${at}`);
    else input.removeAttribute("aria-activedescendant");
  }
  function key(event) {
    const last = shown.length - 1;
    const to = { ArrowDown: at === last ? 0 : at + 1, ArrowUp: at === 0 ? last : at - 1, Home: 0, End: last }[event.key];
    if (event.key === "Enter" && shown[at]) run(shown[at]);
    else if (to !== undefined && shown.length) at = to;
    else return;
    event.preventDefault();
    mark();
  }
  function run(each) {
    if (!each.run) return;
    dialog.close();
    each.run();
  }
}

command({ id: "submit", group: "In dialogs", label: "Save, or do what the dialog is for", keys: "Mod+Enter", run: null });
command({ id: "close", group: "In dialogs", label: "Close what is open", keys: "Escape", run: null });
command({ id: "palette", group: "Help", label: "Commands and shortcuts", keys: "F1", run: togglePalette, inDialogs: true });
