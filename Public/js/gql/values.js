// Whether a literal can be a value of a type (section 5.6).
import { isRequired, showType } from "./schema.js";

const kinds = {
  int: "an integer", float: "a float", string: "a string", boolean: "a boolean", null: "null",
  enum: "an enum value", list: "a list", object: "an object",
};
const builtIn = {
  Int: ["int"], Float: ["int", "float"], String: ["string"], Boolean: ["boolean"], ID: ["string", "int"],
};

/** Reports on `linter` what is wrong with a literal. Without a type only its variables are noted. */
export function checkValue(linter, node, type, place = {}) {
  if (!node) return;
  if (node.kind === "variable") {
    if (node.name) linter.current.uses.push({ ...node, type, ...place });
    return;
  }
  if (!type) return inside(linter, node);
  const wrong = (shown = type) =>
    linter.report("value", `Expected value of type "${showType(shown)}", found ${kinds[node.kind]}.`, node);
  if (type.kind === "NON_NULL") return node.kind === "null" ? wrong() : checkIn(linter, node, type.ofType, type);
  return checkIn(linter, node, type, type);
}

function checkIn(linter, node, type, outer) {
  if (node.kind === "null") return;
  if (type.kind === "LIST") {
    const items = node.kind === "list" ? node.items : [node];
    for (const item of items) checkValue(linter, item, type.ofType);
    return;
  }
  const wrong = () => {
    linter.report("value", `Expected value of type "${showType(outer)}", found ${kinds[node.kind]}.`, node);
    inside(linter, node);
  };
  const definition = linter.schema?.types.get(type.name);
  if (type.kind === "INPUT_OBJECT") return node.kind === "object" ? checkObject(linter, node, definition) : wrong();
  if (type.kind === "ENUM") return node.kind === "enum" ? checkEnum(linter, node, definition) : wrong();
  const allowed = builtIn[type.name];
  if (allowed && !allowed.includes(node.kind)) return wrong();
  if (type.name === "Int" && (Number(node.value) > 2 ** 31 - 1 || Number(node.value) < -(2 ** 31))) return wrong();
  if (!allowed) inside(linter, node);
}

function checkEnum(linter, node, definition) {
  const value = definition?.enumValues.get(node.value);
  if (!value) {
    linter.meant("value", `Value "${node.value}" does not exist in "${definition?.name}" enum.`, node, definition?.enumValues.keys() ?? []);
  } else if (value.isDeprecated) {
    linter.report("deprecated", `The value "${value.name}" is deprecated. ${value.deprecationReason ?? ""}`.trim(), node, { severity: "warning" });
  }
}

function checkObject(linter, node, definition) {
  linter.unique(node.fields, "input field");
  for (const each of node.fields) {
    const field = definition?.inputFields.get(each.name.value);
    if (definition && !field) {
      linter.meant("value", `Field "${each.name.value}" is not defined by type "${definition.name}".`, each.name, definition.inputFields.keys());
    }
    checkValue(linter, each.value, field?.type ?? null, {
      hasDefault: field?.defaultValue != null, oneOf: definition?.isOneOf ? definition.name : undefined,
    });
  }
  const names = new Set(node.fields.map((each) => each.name.value));
  for (const field of definition?.inputFields.values() ?? []) {
    if (isRequired(field) && !names.has(field.name)) {
      linter.report("value", `Field "${definition.name}.${field.name}" of required type "${showType(field.type)}" was not provided.`, node);
    }
  }
  if (definition?.isOneOf && (names.size !== 1 || node.fields[0].value?.kind === "null")) {
    linter.report("value", `OneOf Input Object "${definition.name}" must specify exactly one key.`, node);
  }
}

/** Only the variables within, where nothing is known of the type. */
function inside(linter, node) {
  for (const item of node.items ?? []) checkValue(linter, item, null);
  for (const each of node.fields ?? []) checkValue(linter, each.value, null);
}
