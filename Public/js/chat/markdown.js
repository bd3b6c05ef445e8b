// A useful part of Markdown as DOM: headings, paragraphs, lists, quotes, tables, code, emphasis, links. Text only ever
// becomes text nodes; images are not loaded, and links lead only to http, https and mail addresses.

import { inline } from "./inline.js";
import { codeBlock } from "./code-block.js";
import { h } from "../lib/h.js";

const FENCE = /^( {0,3})(`{3,}|~{3,})\s*([^`]*)$/;
const HEADING = /^ {0,3}(#{1,6})\s+(.*?)\s*#*\s*$/;
const ITEM = /^( *)([-*+]|\d{1,9}[.)])\s+(.*)$/;
const RULE = /^ {0,3}([-*_])(?:\s*\1){2,}\s*$/;
const ROW = /^\s*\|?(.+?)\|?\s*$/;
const DIVIDER = /^\s*\|?\s*:?-+:?\s*(\|\s*:?-+:?\s*)*\|?\s*$/;
const DEEPEST = 8;

/** The blocks of a text: `{ source, draw }` each; `draw` makes the element. Equal sources make equal elements. */
export function blocks(text, depth = 0) {
  const lines = text.replace(/\r\n?/g, "\n").split("\n");
  const found = [];
  let at = 0;
  while (at < lines.length) {
    const start = at;
    const draw = block();
    if (draw) found.push({ source: lines.slice(start, at).join("\n"), draw });
  }
  return found;

  function block() {
    const line = lines[at];
    if (line.trim() === "") return void (at += 1);
    let match;
    if ((match = FENCE.exec(line))) return fence(match);
    if ((match = HEADING.exec(line))) {
      const [, marks, words] = match;
      at += 1;
      return () => h(`h${Math.min(marks.length + 2, 6)}`, null, inline(words));
    }
    if (RULE.test(line)) {
      at += 1;
      return () => h("hr");
    }
    if (/^ {0,3}>/.test(line)) return quote();
    if (ITEM.test(line) && depth < DEEPEST) return list();
    if (line.includes("|") && at + 1 < lines.length && lines[at + 1].includes("-") && DIVIDER.test(lines[at + 1])) return table();
    return paragraph();
  }
  function fence([, indent, marks, info]) {
    const body = [];
    at += 1;
    const closing = new RegExp(`^ {0,3}${marks[0]}{${marks.length},}\\s*$`);
    while (at < lines.length && !closing.test(lines[at])) body.push(lines[at++].replace(new RegExp(`^ {0,${indent.length}}`), ""));
    at += 1;
    return () => codeBlock(body.join("\n"), info.trim().split(/\s+/)[0]);
  }
  function quote() {
    const body = [];
    while (at < lines.length && /^ {0,3}>/.test(lines[at])) body.push(lines[at++].replace(/^ {0,3}> ?/, ""));
    return () => h("blockquote", null, depth < DEEPEST ? render(body.join("\n"), depth + 1) : h("p", null, body.join("\n")));
  }
  function list() {
    const [, indent, mark] = ITEM.exec(lines[at]);
    const ordered = /\d/.test(mark);
    const items = [];
    while (at < lines.length) {
      const match = ITEM.exec(lines[at]);
      if (match && match[1].length <= indent.length + 1 && /\d/.test(match[2]) === ordered) {
        items.push([match[3]]);
        at += 1;
      } else if (lines[at].trim() === "") {
        // A blank line stays in the list if what follows it does.
        const next = lines[at + 1] ?? "";
        if (!/^\s{2,}\S/.test(next) && !ITEM.test(next)) break;
        items.at(-1).push("");
        at += 1;
      } else if (/^\s{2,}/.test(lines[at]) || (!RULE.test(lines[at]) && !FENCE.test(lines[at]) && !HEADING.test(lines[at]) && !match && items.at(-1).at(-1) !== "")) {
        items.at(-1).push(lines[at].replace(/^ {1,4}/, ""));
        at += 1;
      } else break;
    }
    const start = ordered ? Number.parseInt(mark, 10) : 1;
    return () => h(ordered ? "ol" : "ul", ordered && start !== 1 ? { start } : null, items.map((each) => h("li", null, each.filter((line) => line.trim()).length === 1 ? inline(each[0]) : render(each.join("\n"), depth + 1))));
  }
  function table() {
    const head = cells(lines[at]);
    at += 2;
    const rows = [];
    while (at < lines.length && lines[at].includes("|") && lines[at].trim()) rows.push(cells(lines[at++]));
    return () =>
      h(
        "div",
        { class: "table-scroll", tabindex: "0", role: "region", "aria-label": "Table" },
        h("table", null, h("thead", null, h("tr", null, head.map((each) => h("th", { scope: "col" }, inline(each))))), h("tbody", null, rows.map((row) => h("tr", null, head.map((_, index) => h("td", null, inline(row[index] ?? ""))))))),
      );
  }
  function paragraph() {
    const body = [];
    while (at < lines.length && lines[at].trim() !== "" && (body.length === 0 || !(FENCE.test(lines[at]) || HEADING.test(lines[at]) || /^ {0,3}>/.test(lines[at]) || RULE.test(lines[at]) || ITEM.test(lines[at])))) body.push(lines[at++]);
    return () => h("p", null, inline(body.join("\n")));
  }
}

const cells = (line) => ROW.exec(line)[1].split(/(?<!\\)\|/).map((each) => each.trim().replaceAll("\\|", "|"));

/** The elements of a text. */
export function render(text, depth = 0) {
  return blocks(text, depth).map(({ draw }) => draw());
}

/** Shows a growing text in an element: only the blocks that changed are made anew. */
export function growing(element) {
  let shown = [];
  return (text) => {
    const next = blocks(text);
    for (const [index, { source, draw }] of next.entries()) {
      if (shown[index] === source) continue;
      const made = draw();
      const old = element.children[index];
      if (old) old.replaceWith(made);
      else element.append(made);
    }
    while (element.children.length > next.length) element.lastElementChild.remove();
    shown = next.map(({ source }) => source);
  };
}
