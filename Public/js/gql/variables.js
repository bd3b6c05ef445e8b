// The variables of an operation as JSON: what can be written, and what is wrong with what is.
import { ranked } from "./complete.js";
import { parseJSON } from "./json.js";
import { isRequired, namedType, resolveType, showType } from "./schema.js";

/** The variables of an operation as inputs: by name, with type and default. */
function inputsOf(operation, schema) {
  const inputs = new Map();
  for (const each of operation?.variables ?? []) {
    const type = schema && resolveType(schema, each.type);
    if (each.name) inputs.set(each.name, { name: each.name, type, defaultValue: each.value ? "" : null, description: "" });
  }
  return inputs;
}

/** The problems of variables for an operation. An empty text is no variables. */
export function checkVariables(text, operation, schema) {
  const { root, problems } = parseJSON(text);
  if (problems.length > 0) return problems;
  if (root && root.kind !== "object") {
    return [{ start: root.start, end: root.end, severity: "error", code: "value", message: "Variables are a JSON object." }];
  }
  const found = [];
  const report = (node, message, severity = "error") => found.push({ start: node.start, end: node.end, severity, code: "value", message });
  const inputs = inputsOf(operation, schema);
  const given = new Set();
  for (const member of root?.members ?? []) {
    const input = inputs.get(member.key);
    given.add(member.key);
    if (!input) report(member, `The operation has no variable "$${member.key}".`, "warning");
    else if (input.type) checkValue(member.value, input.type, schema, report);
  }
  for (const { name, type, defaultValue } of inputs.values()) {
    if (type?.kind === "NON_NULL" && defaultValue === null && !given.has(name)) {
      const end = root?.end ?? 0;
      report({ start: Math.max(0, end - 1), end }, `Variable "$${name}" of type "${showType(type)}" is required.`);
    }
  }
  return found.slice(0, 50);
}

const kinds = { object: "an object", list: "a list", string: "a text", number: "a number", boolean: "true or false", null: "null" };

function checkValue(node, type, schema, report) {
  const wrong = () => report(node, `Expected a value of type "${showType(type)}", found ${kinds[node.kind]}.`);
  if (type.kind === "NON_NULL") return node.kind === "null" ? wrong() : checkValue(node, type.ofType, schema, report);
  if (node.kind === "null") return undefined;
  if (type.kind === "LIST") {
    for (const item of node.kind === "list" ? node.items : [node]) checkValue(item, type.ofType, schema, report);
    return undefined;
  }
  const definition = schema.types.get(type.name);
  if (type.kind === "INPUT_OBJECT") return node.kind === "object" ? checkObject(node, definition, schema, report) : wrong();
  if (type.kind === "ENUM") {
    if (node.kind !== "string") return wrong();
    const name = node.value.slice(1, -1);
    if (!definition.enumValues.has(name)) report(node, `There is no such value in the enum "${type.name}".`);
    return undefined;
  }
  const isWhole = node.kind === "number" && Number.isInteger(Number(node.value));
  const fits = {
    Int: isWhole && Math.abs(Number(node.value)) <= 2 ** 31, Float: node.kind === "number", String: node.kind === "string",
    Boolean: node.kind === "boolean", ID: node.kind === "string" || isWhole,
  }[type.name];
  return fits === false ? wrong() : undefined;
}

function checkObject(node, definition, schema, report) {
  const given = new Set(node.members.map((member) => member.key));
  for (const member of node.members) {
    const field = definition.inputFields.get(member.key);
    if (field) checkValue(member.value, field.type, schema, report);
    else report(member, `There is no field "${member.key}" in "${definition.name}".`);
  }
  for (const field of definition.inputFields.values()) {
    if (isRequired(field) && !given.has(field.name)) report(node, `Field "${definition.name}.${field.name}" of type "${showType(field.type)}" is required.`);
  }
  if (definition.isOneOf && given.size !== 1) report(node, `"${definition.name}" takes exactly one field.`);
}

/** What can be written at an offset of the variables' text. */
export function completeVariables(tree, offset, operation, schema) {
  const stack = [{ kind: "object", inputs: inputsOf(operation, schema), used: new Set(), isRoot: true }];
  let prefix = null;
  let expectsValue = false;
  let key = null;
  let isFirst = true;
  for (const token of tree.tokens) {
    if (token.start >= offset) break;
    const top = stack.at(-1);
    if (token.end > offset || (token.end === offset && (token.kind === "word" || token.kind === "bad" || token.kind === "number" || !token.closed))) {
      prefix = token;
      continue;
    }
    prefix = token.kind === "bad" ? token : null;
    if (isFirst && token.kind === "{") {
      isFirst = false;
      top.isOpen = true;
      continue;
    }
    isFirst = false;
    if (token.kind === "string" && top.kind === "object" && !expectsValue) {
      key = unquote(token.value);
      top.used.add(key);
    } else if (token.kind === ":") expectsValue = true;
    else if (token.kind === ",") [expectsValue, key] = [top.kind === "list", null];
    else if (token.kind === "{" || token.kind === "[") {
      const type = bare(top.kind === "list" ? top.type : top.inputs?.get(key)?.type);
      if (token.kind === "{") {
        const definition = schema?.types.get(namedType(type));
        stack.push({ kind: "object", inputs: definition?.inputFields, type: definition, used: new Set(), isOpen: true });
        expectsValue = false;
      } else {
        stack.push({ kind: "list", type: type?.kind === "LIST" ? type.ofType : null });
        expectsValue = true;
      }
    } else if ((token.kind === "}" || token.kind === "]") && stack.length > 1) {
      stack.pop();
      expectsValue = stack.at(-1).kind === "list";
    } else if (expectsValue && top.kind === "object") expectsValue = false;
  }
  const from = prefix?.start ?? offset;
  const to = prefix?.end ?? offset;
  const typed = tree.text.slice(from, offset).replace(/^"/, "");
  const top = stack.at(-1);
  if (expectsValue || top.kind === "list") {
    return { from, to, suggestions: ranked(values(bare(top.kind === "list" ? top.type : top.inputs?.get(key)?.type), schema), typed) };
  }
  const next = tree.tokens.find((token) => token.start >= to);
  for (const token of tree.tokens) if (token.start >= to && token.role === "field") top.used.add(unquote(token.value));
  const keys = [...top.inputs?.values() ?? []].filter((each) => !top.used.has(each.name)).map((each) => {
    const inner = bare(each.type);
    const text = opening(inner, schema);
    const member = next?.kind === ":" ? `"${each.name}"` : `"${each.name}": ${text}`;
    const insert = top.isOpen ? member : `{\n  ${member}\n}`;
    return finish(each.name, insert, member.length + (top.isOpen ? 0 : 4) - (text === "" || next?.kind === ":" ? 0 : Math.floor(text.length / 2)),
      "argument", each.type ? showType(each.type) : "", each.description ?? "", isRequired({ ...each, type: each.type ?? {} }));
  });
  return { from, to, suggestions: ranked(keys, typed) };
}

function values(type, schema) {
  const definition = schema?.types.get(namedType(type));
  if (type?.kind === "LIST") return [finish("[", "[]", 1, "keyword", showType(type))];
  if (definition?.kind === "ENUM") {
    return [...definition.enumValues.values()].map((each) => finish(each.name, `"${each.name}"`, each.name.length + 2, "enum", definition.name, each.description ?? ""));
  }
  if (definition?.name === "Boolean") return ["true", "false"].map((label) => finish(label, label, label.length, "enum", "Boolean"));
  if (definition?.kind === "INPUT_OBJECT") return [finish("{", "{  }", 2, "keyword", definition.name)];
  return [];
}

/** What a value of a type begins and ends with. */
function opening(type, schema) {
  if (type?.kind === "LIST") return "[]";
  const definition = schema?.types.get(namedType(type));
  if (definition?.kind === "INPUT_OBJECT") return "{}";
  return ["String", "ID"].includes(definition?.name) ? '""' : "";
}

const finish = (label, insert, caret, kind, detail, description = "", first = false) =>
  ({ label, insert, caret, kind, detail, description, first, deprecated: false });
const bare = (type) => (type?.kind === "NON_NULL" ? type.ofType : type);
const unquote = (text) => text.replace(/^"|"$/g, "");
