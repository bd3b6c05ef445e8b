// Prettifies documents by their tokens, so comments survive and nothing is ever lost; and JSON likewise.
import { lex } from "./lex.js";
import { lexJSON } from "./json.js";

const width = 80;
const depthLimit = 150;
const closers = { "(": ")", "[": "]", "{": "}" };
const starters = new Set(["query", "mutation", "subscription", "fragment", "schema", "scalar", "type", "interface",
  "union", "enum", "input", "directive", "extend"]);

/** The document in canonical layout, or null where its brackets or strings are not closed. */
export function format(text) {
  const root = nest(text, lex(text));
  return root && new Printer(text).document(root);
}

/** Tokens as a tree of brackets: a bracket is a node with its `open` token and `items`. */
function nest(text, tokens) {
  const root = { items: [] };
  const stack = [root];
  for (const token of tokens) {
    if (token.kind === "bad" || !token.closed) return null;
    const top = stack.at(-1);
    if (closers[token.kind]) {
      const node = { kind: token.kind, open: token, start: token.start, items: [] };
      top.items.push(node);
      stack.push(node);
      if (stack.length > depthLimit) return null;
    } else if (token.kind === ")" || token.kind === "]" || token.kind === "}") {
      if (closers[top.kind] !== token.kind) return null;
      top.end = token.end;
      stack.pop();
    } else top.items.push(token);
  }
  return stack.length === 1 ? root : null;
}

class Printer {
  constructor(text) { this.text = text; }

  /** How many line ends are between two items of the source. */
  gap(before, after) {
    let lines = 0;
    for (let at = before.end; at < after.start; at += 1) {
      if (this.text[at] === "\n" || (this.text[at] === "\r" && this.text[at + 1] !== "\n")) lines += 1;
    }
    return lines;
  }

  document(root) {
    const definitions = [];
    let previous = null;
    for (const item of root.items) {
      const trails = item.kind === "comment" && previous && this.gap(previous, item) === 0;
      if (!trails && this.beginsDefinition(item, previous, definitions.at(-1))) definitions.push([]);
      definitions.at(-1).push(item);
      previous = item;
    }
    let out = "";
    let before = null;
    for (const items of definitions) {
      const near = before?.at(-1).kind === "comment" && before.every((each) => each.kind === "comment") &&
        this.gap(before.at(-1), items[0]) < 2;
      out += (before ? (near ? "\n" : "\n\n") : "") + this.lines(items, "", true);
      before = items;
    }
    return out === "" ? "" : `${out}\n`;
  }

  beginsDefinition(item, previous, current) {
    if (!current) return true;
    const real = current.filter((each) => each.kind !== "comment");
    if (item.kind === "comment") {
      return real.length === 0 ? this.gap(previous, item) > 1 : isComplete(real) && !isDescription(real.at(-1));
    }
    if (real.length === 0) return this.gap(previous, item) > 1;
    const last = real.at(-1);
    if (isDescription(last) && real.length === 1) return false;
    if (isDescription(item)) return isComplete(real);
    if (item.kind === "{") return last.kind === "{" && !isValue(real, real.length - 1);
    if (item.kind !== "name" || !starters.has(item.value)) return false;
    if (["@", ":", "=", "|", "&", "$"].includes(last.kind)) return false;
    const first = real.findIndex((each) => !isDescription(each));
    if (last.kind !== "name") return true;
    const isKeyword = real.length - 1 === first || (real.length - 2 === first && real[first].value === "extend");
    return !isKeyword && last.value !== "on" && last.value !== "implements";
  }

  /** A run of items, as lines where the run is the inside of a block. */
  lines(items, indent, isTop = false) {
    let out = indent;
    let previous = null;
    let lineStart = true;
    const newLine = (blank) => {
      out = out.trimEnd() + (blank ? "\n\n" : "\n") + indent;
      lineStart = true;
    };
    items.forEach((item, index) => {
      if (item.kind === "comment") {
        if (previous && this.gap(previous, item) > 0) newLine(!isTop && this.gap(previous, item) > 1);
        else if (previous) out = `${out.trimEnd()} `;
        out += item.value.trimEnd();
        previous = item;
        return;
      }
      const before = previous?.kind === "comment" ? items.slice(0, index).findLast((each) => each.kind !== "comment") : previous;
      if (previous?.kind === "comment") newLine(!isTop && this.gap(previous, item) > 1);
      else if (previous && (isTop ? isDescription(previous) && index === 1 : startsItem(item, before, items, index))) {
        newLine(!isTop && this.gap(previous, item) > 1 && !isDescription(previous));
      }
      const isAnonymous = isTop && item.kind === "(" && ["query", "mutation", "subscription"].includes(before?.value) &&
        items.filter((each) => each.kind !== "comment" && !isDescription(each)).indexOf(item) === 1;
      if (!lineStart) out += isAnonymous ? " " : space(before, item);
      out += this.item(item, indent, out.length - out.lastIndexOf("\n") - 1, isValue(items, index));
      lineStart = false;
      previous = item;
    });
    return out.trimEnd();
  }

  item(item, indent, column, value) {
    if (!item.open) return item.kind === "block" ? this.block(item, indent) : item.value;
    if (item.kind === "{" && !value) return this.braces(item, indent);
    const inline = this.inline(item);
    if (inline !== null && column + inline.length <= width) return inline;
    return item.items.length === 0 ? item.kind + closers[item.kind] : this.spreadOut(item, indent);
  }

  braces(node, indent) {
    if (node.items.length === 0) return "{}";
    const [first, ...rest] = node.items;
    const trails = first.kind === "comment" && this.gap({ end: node.open.end }, first) === 0;
    const head = trails ? `{ ${first.value.trimEnd()}` : "{";
    const inside = trails ? rest : node.items;
    return `${head}${inside.length > 0 ? `\n${this.lines(inside, `${indent}  `)}` : ""}\n${indent}}`;
  }

  /** On one line: null where a comment or a block string forbids it. */
  inline(node) {
    const parts = [];
    for (const [index, item] of node.items.entries()) {
      if (item.kind === "comment" || item.kind === "block") return null;
      const text = item.open ? this.inline(item) : item.value;
      if (text === null) return null;
      const before = node.items[index - 1];
      const begins = before && startsArgument(item, before, node.items, index);
      parts.push(begins ? ", " : before ? space(before, item) : "", text);
    }
    const inside = parts.join("");
    if (node.kind === "{") return inside === "" ? "{}" : `{ ${inside} }`;
    return node.kind + inside + closers[node.kind];
  }

  /** An argument, item or field a line. */
  spreadOut(node, indent) {
    const inner = `${indent}  `;
    let out = node.kind;
    let previous = null;
    let before = null;
    for (const [index, item] of node.items.entries()) {
      if (item.kind === "comment") {
        out += previous && this.gap(previous, item) > 0 ? `\n${inner}` : previous ? " "
          : this.gap({ end: node.open.end }, item) > 0 ? `\n${inner}` : " ";
        out += item.value.trimEnd();
        previous = item;
        continue;
      }
      const begins = !before || startsArgument(item, before, node.items, index);
      if (begins || previous?.kind === "comment") out += `\n${inner}`;
      else out += space(before, item);
      out += this.item(item, inner, out.length - out.lastIndexOf("\n") - 1, true);
      previous = item;
      before = item;
    }
    return `${out}\n${indent}${closers[node.kind]}`;
  }

  /** A block string's lines move with their place; what it means stays. */
  block(token, indent) {
    const [first, ...lines] = token.value.slice(3, -3).split(/\r\n|\n|\r/);
    const isBlank = (line) => /^[ \t]*$/.test(line);
    const depths = lines.filter((line) => !isBlank(line)).map((line) => /^[ \t]*/.exec(line)[0].length);
    if (!isBlank(first) || depths.length === 0) return token.value;
    const common = Math.min(...depths);
    while (isBlank(lines.at(-1))) lines.pop();
    while (isBlank(lines[0])) lines.shift();
    const moved = lines.map((line) => (isBlank(line) ? "" : indent + line.slice(common)));
    return ['"""', ...moved, `${indent}"""`].join("\n");
  }
}

const isDescription = (item) => item.kind === "string" || item.kind === "block";
const isComplete = (real) => {
  const last = real.at(-1);
  return real.length > 1 ? !["@", ":", "=", "|", "&", "$"].includes(last.kind) : last.kind === "{";
};

/** Whether a bracket holds values: all parentheses and lists, and braces behind `:` or `=`. */
function isValue(items, index) {
  const item = items[index];
  if (item.kind !== "{") return true;
  const before = items.slice(0, index).findLast((each) => each.kind !== "comment");
  return before !== undefined && (before.kind === ":" || before.kind === "=");
}

/** Whether an item of a block begins a line. */
function startsItem(item, before, items, index) {
  if (!before) return false;
  if (item.kind === "...") return true;
  if (isDescription(item)) return before.kind !== ":" && before.kind !== "=";
  if (item.kind !== "name") return false;
  if ([":", "@", "...", "=", "|", "&", "$"].includes(before.kind)) return false;
  return !(before.value === "on" && items[index - 2]?.kind === "...") && !(item.value === "on" && before.kind === "...");
}

/** Whether an item inside of parentheses, lists or object values follows a comma. */
function startsArgument(item, before, items, index) {
  if ([":", "=", "@", "$", "...", "|", "&"].includes(before.kind)) return false;
  if ([":", "=", "@", "!", "|", "&"].includes(item.kind)) return false;
  if (item.kind === "(") return false;
  if (isDescription(before) && index >= 1 && (item.kind === "name" || item.kind === "$") && descriptionAt(items, index - 1)) return false;
  return true;
}

/** Whether the string at an index describes what follows, rather than being a value. */
function descriptionAt(items, index) {
  const before = items.slice(0, index).findLast((each) => each.kind !== "comment");
  if (before && (before.kind === ":" || before.kind === "=")) return false;
  const [first, second] = items.slice(index + 1).filter((each) => each.kind !== "comment");
  return first?.kind === "$" || (first?.kind === "name" && second?.kind === ":");
}

/** What stands between two items on a line. */
function space(before, item) {
  if (!before) return "";
  if (before.kind === "$" || before.kind === "@") return "";
  if (before.kind === "...") return item.kind === "name" && item.value !== "on" ? "" : " ";
  return item.kind === ":" || item.kind === "!" || item.kind === "(" ? "" : " ";
}

/** JSON with two spaces, its numbers and texts as they were written; null where it is not JSON. */
export function formatJSON(text) {
  const tokens = lexJSON(text);
  if (tokens.some((token) => token.kind === "bad")) return null;
  try {
    JSON.parse(text);
  } catch {
    return null;
  }
  let out = "";
  let depth = 0;
  tokens.forEach((token, index) => {
    const next = tokens[index + 1]?.kind;
    if (token.kind === "}" || token.kind === "]") depth -= 1;
    const isEmpty = (token.kind === "}" && tokens[index - 1].kind === "{") || (token.kind === "]" && tokens[index - 1].kind === "[");
    if ((token.kind === "}" || token.kind === "]") && !isEmpty) out += `\n${"  ".repeat(depth)}`;
    out += token.value;
    if (token.kind === ":") out += " ";
    if (token.kind === "{" || token.kind === "[") {
      depth += 1;
      if (next !== "}" && next !== "]") out += `\n${"  ".repeat(depth)}`;
    }
    if (token.kind === ",") out += `\n${"  ".repeat(depth)}`;
  });
  return out;
}
