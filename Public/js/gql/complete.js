// What can be written at an offset, best first.
import { contextAt } from "./context.js";
import { isComposite, isInput, isRequired, namedType, overlap, showType } from "./schema.js";

/**
 * A `suggestion` replaces `from…to` by `insert`, and puts the caret `caret` characters behind `from`.
 * @typedef {{label: string, insert: string, caret: number, kind: string, detail: string, description: string, deprecated: boolean}} Suggestion
 * @returns {{from: number, to: number, suggestions: Suggestion[]}}
 */
export function complete(tree, schema, offset) {
  const { frame, prefix, next, inside } = contextAt(tree.tokens, schema, offset);
  const from = prefix?.start ?? offset;
  const to = prefix ? Math.max(prefix.end, offset) : offset;
  if (inside) return { from: offset, to: offset, suggestions: [] };
  const typed = prefix ? tree.text.slice(from, offset) : "";
  const following = prefix && next === undefined ? nextAfter(tree.tokens, to) : next;
  const place = { tree, schema, frame, offset, from, next: following, indent: indentAt(tree.text, from) };
  const all = (candidates[frame.kind]?.(place) ?? []).map(finished);
  return { from, to, suggestions: ranked(all, typed) };
}

const nextAfter = (tokens, offset) => tokens.find((token) => token.start >= offset && token.kind !== "comment");
const indentAt = (text, offset) => /^[ \t]*/.exec(text.slice(text.lastIndexOf("\n", offset - 1) + 1, offset))[0];
const finished = (one) => ({
  insert: one.label, detail: "", description: "", deprecated: false, ...one, caret: one.caret ?? (one.insert ?? one.label).length,
});

const keywords = {
  query: "Reads", mutation: "Changes", subscription: "Follows events", fragment: "Selections with a name",
};

const candidates = {
  document: ({ schema }) => [
    ...Object.entries(keywords).filter(([word]) => word === "fragment" || !schema || schema.roots[word])
      .map(([label, description]) => ({ label, insert: `${label} `, kind: "keyword", description })),
    { label: "{", insert: "{\n  \n}", caret: 4, kind: "keyword", description: "A query without a name" },
  ],
  fragment: ({ schema, frame }) => {
    if (frame.phase === "on") return [{ label: "on", insert: "on ", kind: "keyword" }];
    return frame.phase === "type" ? types(schema, isComposite) : [];
  },
  variables: (place) => {
    const { schema, frame } = place;
    if (frame.phase === "type") return types(schema, isInput);
    if (frame.phase === "dollar") return undefinedVariables(place);
    return frame.phase === "value" ? values({ ...place, withoutVariables: true }) : [];
  },
  selection: (place) => {
    const { frame } = place;
    if (frame.phase === "on") return conditions(place);
    if (frame.phase === "spread") {
      return [{ label: "on", insert: "on ", kind: "keyword", description: "A selection for one type" }, ...fragments(place)];
    }
    return fields(place);
  },
  arguments: (place) => (place.frame.phase === "name" ? names(place) : values(place)),
  object: (place) => (place.frame.phase === "name" ? names(place) : values(place)),
  list: (place) => values(place),
  directive: ({ schema, frame, next }) => (frame.named ? [] : [...schema?.directives.values() ?? []]
    .filter((each) => each.locations.has(frame.location))
    .map((each) => {
      const required = [...each.args.values()].filter(isRequired);
      const withParentheses = required.length > 0 && next?.kind !== "(";
      const insert = withParentheses ? `${each.name}(${required[0].name}: )` : each.name;
      return { label: each.name, insert, caret: insert.length - (withParentheses ? 1 : 0), kind: "directive", description: each.description ?? "" };
    })),
};

function fields({ schema, frame, next, indent }) {
  if (!isComposite(frame.type)) return [];
  const meta = frame.type === schema.root ? schema.rootMeta : schema.meta;
  const list = [...frame.type.fields.values(), ...meta.values()].map((field) => {
    const required = [...field.args.values()].filter(isRequired);
    const inner = schema.types.get(namedType(field.type));
    let insert = field.name;
    let caret = null;
    if (next?.kind !== "(" && next?.kind !== ":" && next?.kind !== "{") {
      if (required.length > 0) {
        insert += `(${required.map((each) => `${each.name}: `).join(", ")})`;
        caret = field.name.length + required[0].name.length + 3;
      }
      if (isComposite(inner)) {
        insert += ` {\n${indent}  \n${indent}}`;
        caret ??= insert.length - indent.length - 2;
      }
    }
    return {
      label: field.name, insert, caret: caret ?? insert.length, kind: "field", detail: showType(field.type),
      description: field.description ?? "", deprecated: field.isDeprecated === true, reason: field.deprecationReason,
    };
  });
  return [...list, { label: "...", insert: "...", kind: "keyword", description: "A fragment" }];
}

function fragments({ tree, schema, frame }) {
  return tree.definitions.filter((each) => each.kind === "fragment" && each.name).flatMap((each) => {
    const type = schema?.types.get(each.on?.value);
    if (type && isComposite(frame.type) && isComposite(type) && !overlap(frame.type, type)) return [];
    return [{ label: each.name.value, kind: "fragment", detail: each.on ? `on ${each.on.value}` : "" }];
  });
}

function conditions({ schema, frame, next, indent }) {
  const opens = next?.kind !== "{";
  return types(schema, (type) => isComposite(type) && (!isComposite(frame.type) || overlap(frame.type, type)))
    .map((each) => (opens
      ? { ...each, insert: `${each.label} {\n${indent}  \n${indent}}`, caret: each.label.length + indent.length + 5 }
      : each));
}

function types(schema, accepts) {
  return [...schema?.types.values() ?? []].filter((type) => accepts(type) && !type.name.startsWith("__"))
    .map((type) => ({ label: type.name, kind: "type", detail: type.kind.toLowerCase().replace("_", " "), description: type.description ?? "" }));
}

/** The arguments or input fields that are not written yet, before the caret or behind it. */
function names({ tree, frame, offset, from, next }) {
  const later = namesBehind(tree.tokens, offset);
  const isFree = (name) => !later.has(name) && !frame.used.has(name);
  if (frame.type?.isOneOf && frame.kind === "object" && (frame.used.size > 0 || later.size > 0)) return [];
  return [...frame.defs?.values() ?? []].filter((each) => isFree(each.name)).map((each) => ({
    label: each.name, insert: next?.kind === ":" ? each.name : `${each.name}: `, kind: "argument", detail: showType(each.type),
    description: each.description ?? "", deprecated: each.isDeprecated === true, first: isRequired(each),
  }));
}

/** Names before a colon from an offset to where its brackets close. */
function namesBehind(tokens, offset) {
  const found = new Set();
  let depth = 0;
  for (let index = tokens.findIndex((each) => each.start >= offset); index >= 0 && index < tokens.length; index += 1) {
    const { kind, value } = tokens[index];
    if ("([{".includes(kind)) depth += 1;
    else if (")]}".includes(kind)) depth -= 1;
    if (depth < 0) break;
    if (depth === 0 && kind === "name" && tokens[index + 1]?.kind === ":") found.add(value);
  }
  return found;
}

function values({ tree, schema, frame, offset, withoutVariables }) {
  const expected = frame.expected;
  const type = schema?.types.get(namedType(expected));
  const variables = withoutVariables ? [] : operationAt(tree, offset)?.variables ?? [];
  const isVariable = frame.phase === "variable";
  const list = variables.filter((each) => each.name && (!type || namedOf(each.type) === type.name || !each.type))
    .map((each) => ({ label: `$${each.name}`, insert: isVariable ? each.name : `$${each.name}`, kind: "variable", detail: each.type ? tree.text.slice(each.type.start, each.type.end) : "" }));
  if (isVariable) return list;
  if (frame.phase !== "value") return [];
  if (type?.kind === "ENUM") {
    list.push(...[...type.enumValues.values()].map((each) => ({
      label: each.name, kind: "enum", detail: type.name, description: each.description ?? "", deprecated: each.isDeprecated === true,
    })));
  }
  if (type?.name === "Boolean") list.push(...["true", "false"].map((label) => ({ label, kind: "enum", detail: "Boolean" })));
  const isList = (expected?.kind === "NON_NULL" ? expected.ofType : expected)?.kind === "LIST";
  if (isList) list.push({ label: "[", insert: "[]", caret: 1, kind: "keyword", detail: showType(expected) });
  else if (type?.kind === "INPUT_OBJECT") list.push({ label: "{", insert: "{  }", caret: 2, kind: "keyword", detail: type.name });
  if (type && expected.kind !== "NON_NULL") list.push({ label: "null", kind: "enum", detail: "" });
  return list;
}

/** Variables that the operation around an offset uses and does not define, at its head. */
function undefinedVariables({ tree, offset }) {
  const operation = operationAt(tree, offset);
  if (!operation) return [];
  const defined = new Set(operation.variables.map((each) => each.name));
  const used = new Set();
  tree.tokens.forEach((token, index) => {
    if (token.kind === "$" && token.start >= (operation.selections?.start ?? Infinity) && token.end <= operation.end) {
      const name = tree.tokens[index + 1];
      if (name?.kind === "name" && !defined.has(name.value)) used.add(name.value);
    }
  });
  return [...used].map((label) => ({ label, insert: `${label}: `, kind: "variable", description: "Used below" }));
}

/** The operation that an offset is in, the one it stands behind, or else the first. */
export function operationAt(tree, offset) {
  const operations = tree.definitions.filter((each) => each.kind === "operation");
  return operations.find((each) => each.start <= offset && offset <= each.end) ??
    operations.findLast((each) => each.start <= offset) ?? operations[0] ?? null;
}

function namedOf(node) {
  let inner = node;
  while (inner?.of) inner = inner.of;
  return inner?.name ?? null;
}

/** Exact before prefix before the start of a word inside before anywhere; what is deprecated last. */
export function ranked(list, typed) {
  const wanted = typed.toLowerCase();
  const rank = ({ label }) => {
    const text = label.replace(/^\$/, "").toLowerCase();
    if (text === wanted) return 0;
    if (text.startsWith(wanted)) return 1;
    const at = text.indexOf(wanted);
    if (at < 0) return isSubsequence(wanted, text) && wanted.length > 1 ? 4 : 5;
    return /[a-z0-9][A-Z]|_./.test(label.slice(at - 1, at + 1)) ? 2 : 3;
  };
  return list.map((each, index) => ({ each, index, rank: rank(each) }))
    .filter((one) => one.rank < 5)
    .sort((a, b) => a.each.deprecated - b.each.deprecated || a.rank - b.rank ||
      (b.each.first === true) - (a.each.first === true) || a.index - b.index)
    .map(({ each }) => each);
}

function isSubsequence(wanted, text) {
  let at = 0;
  for (const c of text) if (c === wanted[at]) at += 1;
  return at === wanted.length;
}
