// Merges fragments into the operations that use them, and fields that are asked for twice into one.
import { format } from "./format.js";
import { fieldOf, namedType } from "./schema.js";

const sizeLimit = 200_000;

/**
 * The document without fragment definitions; null where it has problems, a cycle, or would grow too large. With a schema,
 * fragments on the very type that they are spread on leave no trace.
 */
export function merge(tree, schema = null) {
  if (tree.problems.length > 0 || tree.definitions.some((each) => each.kind === "typeSystem")) return null;
  const { text } = tree;
  const fragments = new Map(tree.definitions.filter((each) => each.kind === "fragment").map((each) => [each.name.value, each]));
  const slice = (node) => (node ? text.slice(node.start, node.end) : "");
  let size = 0;
  try {
    const operations = tree.definitions.filter((each) => each.kind === "operation").map((each) => {
      const head = text.slice(each.start, each.selections.start);
      return `${head} ${written(merged([each.selections], [], schema?.types.get(schema.roots[each.operation])))}`;
    });
    return operations.length > 0 ? format(operations.join("\n\n")) : null;
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }

  /** Selections by what they ask for: equal heads share one selection set. */
  function merged(sets, path, type) {
    const heads = new Map();
    const take = (set, inner = path) => {
      for (const item of set?.items ?? []) {
        if (item.kind === "spread") takeSpread(item, inner);
        else if (item.kind === "inline" && item.on && item.on.value === type?.name && item.directives.length === 0) take(item.selections, inner);
        else add(headOf(item), item.selections ?? null, inner, typeBelow(item, type));
      }
    };
    const takeSpread = (item, inner) => {
      const name = item.name.value;
      const fragment = fragments.get(name);
      if (!fragment) return add(slice(item), null, inner);
      if (inner.includes(name)) throw new RangeError("a cycle");
      const directives = [...item.directives, ...fragment.directives].map(slice).join(" ");
      const below = [...inner, name];
      if (directives === "" && fragment.on.value === type?.name) return take(fragment.selections, below);
      add(`... on ${fragment.on.value} ${directives}`.trimEnd(), fragment.selections, below, schema?.types.get(fragment.on.value));
    };
    const add = (head, selections, inner, innerType) => {
      size += head.length;
      if (size > sizeLimit) throw new RangeError("too large");
      const known = heads.get(head) ?? { sets: [], path: inner, type: innerType };
      if (selections) known.sets.push(selections);
      heads.set(head, known);
    };
    for (const set of sets) take(set);
    return [...heads].map(([head, { sets: inner, path: innerPath, type: innerType }]) => [head, inner.length > 0 ? merged(inner, innerPath, innerType) : null]);
  }

  function typeBelow(item, type) {
    if (!schema) return undefined;
    if (item.kind === "inline") return item.on ? schema.types.get(item.on.value) : type;
    const field = fieldOf(schema, type, item.name.value);
    return field && schema.types.get(namedType(field.type));
  }

  function headOf(item) {
    const end = item.selections ? item.selections.start : item.end;
    return text.slice(item.start, end).replace(/#.*/g, "").trim();
  }

  function written(list) {
    return `{ ${list.map(([head, inner]) => (inner ? `${head} ${written(inner)}` : head)).join("\n")} }`;
  }
}

/** Whether merging changes anything. */
export const canMerge = (tree) => tree.definitions.some((each) => each.kind === "fragment");
