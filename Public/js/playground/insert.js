// Puts a field from the docs into the document: at the caret where it belongs there, else where it may stand.
import { announce } from "../lib/status.js";
import { contextAt } from "../gql/context.js";
import { fieldOf, isComposite, isRequired, namedType } from "../gql/schema.js";
import { schema } from "./schema-source.js";

/** `page` has `editors` and `side`. */
export function insertField(page, type, field) {
  const { query, operations } = page.editors;
  const current = schema.value;
  const { frame } = contextAt(query.tree.tokens, current, query.caret);
  if (frame.kind === "selection" && frame.phase === "field" && fieldOf(current, frame.type, field.name) === field) {
    return put(page, query.caret, written(field, current, indentAt(query.value, query.caret)), field);
  }
  const kind = Object.entries(current.roots).find(([, name]) => name === type.name)?.[0];
  if (kind) {
    const operation = operations.find((each) => each.operation === kind && each.selections?.closed);
    if (operation) return put(page, operation.selections.end - 1, written(field, current, "  "), field);
    return append(page, `${kind} {\n  ${written(field, current, "  ").text}\n}`, field);
  }
  const selections = query.tree.definitions.flatMap((each) => selectionsOf(each.selections));
  const place = selections.find((set) => set.closed && contextAt(query.tree.tokens, current, set.end - 1).frame.type === type);
  if (place) return put(page, place.end - 1, written(field, current, `${indentAt(query.value, place.start)}  `), field);
  return announce(`Nothing here selects from ${type.name} yet. Put in a field that answers it first.`);
}

function put(page, at, { text, caret }, field) {
  const { query } = page.editors;
  const { value } = query;
  const lineStart = value.lastIndexOf("\n", at - 1) + 1;
  const before = value.slice(lineStart, at);
  const after = value.slice(at);
  const closes = /^[ \t]*\}/.test(after);
  const indent = closes && before.trim() === "" ? `${before}  ` : indentAt(value, at);
  let lead = "";
  let tail = "";
  let from = at;
  if (before.trim() === "") {
    lead = indent;
    from = lineStart;
    tail = closes ? `\n${before}` : after.startsWith("\n") || after === "" ? "" : "\n";
  } else {
    lead = /[{\s]$/.test(before) ? (before.endsWith(" ") ? "" : " ") : " ";
    tail = /^[\s}]/.test(after) && !after.startsWith("}") ? "" : " ";
  }
  page.side.pane("query");
  query.textarea.focus();
  query.edit(from, at, lead + text + tail, from + lead.length + caret);
  query.completion.open(false);
  announce(`${field.name} put in.`);
}

function append(page, text, field) {
  const { query } = page.editors;
  const trimmed = query.value.trimEnd();
  const lead = trimmed === "" ? "" : `${trimmed}\n\n`;
  page.side.pane("query");
  query.textarea.focus();
  query.edit(0, query.value.length, `${lead}${text}\n`, lead.length + text.length - 2);
  announce(`${field.name} put in.`);
}

/** A field with what it needs, and where the caret goes. */
function written(field, current, indent) {
  const required = [...field.args.values()].filter(isRequired).map((each) => `${each.name}: `);
  let text = field.name + (required.length > 0 ? `(${required.join(", ")})` : "");
  let caret = required.length > 0 ? field.name.length + 1 + required[0].length : text.length;
  if (isComposite(current.types.get(namedType(field.type)))) {
    if (required.length === 0) caret = text.length + 4 + indent.length + 1 - 1;
    text += ` {\n${indent}  \n${indent}}`;
  }
  return { text, caret };
}

function selectionsOf(set) {
  if (!set) return [];
  return [set, ...set.items.flatMap((item) => selectionsOf(item.selections))];
}

const indentAt = (text, offset) => /^[ \t]*/.exec(text.slice(text.lastIndexOf("\n", offset - 1) + 1))[0];
