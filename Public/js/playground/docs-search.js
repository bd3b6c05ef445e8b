// Finds types, fields, arguments and values by a part of their names.
import { showType } from "../gql/schema.js";

const shownAtMost = 60;

/** What matches: `{ name, path, about }`, the best first. `Type.field` looks in that type. */
export function find(schema, words) {
  const wanted = words.toLowerCase();
  const dot = wanted.lastIndexOf(".");
  const inType = dot > 0 ? wanted.slice(0, dot) : null;
  const part = dot > 0 ? wanted.slice(dot + 1) : wanted;
  const found = [];
  const add = (name, entry, weight = 0) => {
    const at = name.toLowerCase().indexOf(part);
    if (at >= 0) found.push({ name, ...entry, rank: weight + (name.length === part.length ? 0 : at === 0 ? 1 : 2) });
  };
  for (const type of schema.types.values()) {
    if (type.name.startsWith("__") && !wanted.startsWith("__")) continue;
    if (inType !== null && !type.name.toLowerCase().includes(inType)) continue;
    if (inType === null) add(type.name, { path: [{ type: type.name }], about: type.kind.toLowerCase().replace("_", " ") });
    for (const field of type.fields.values()) {
      const path = [{ type: type.name }, { type: type.name, field: field.name }];
      add(field.name, { path, about: `${type.name} → ${showType(field.type)}` }, 0.5);
      for (const input of field.args.values()) add(input.name, { path: [path[0], { ...path[1], input: input.name }], about: `of ${type.name}.${field.name}` }, 3);
    }
    for (const input of type.inputFields.values()) add(input.name, { path: [{ type: type.name, input: input.name }], about: `of ${type.name}` }, 1);
    for (const value of type.enumValues.values()) add(value.name, { path: [{ type: type.name }], about: `of ${type.name}` }, 1);
  }
  for (const directive of schema.directives.values()) add(directive.name, { name: `@${directive.name}`, path: [{ directive: directive.name }], about: "directive" });
  return found.sort((a, b) => a.rank - b.rank).slice(0, shownAtMost);
}
