// What can be said of a document at once, without asking the server. Messages are the server's own words, so that
// whoever shows both can tell which of them are the same. Without a schema the rules that need none still hold.
import { parse } from "./parse.js";
import { fieldOf, isComposite, isInput, isRequired, namedType, overlap, resolveType, showType } from "./schema.js";
import { nearest } from "./nearest.js";
import { checkValue } from "./values.js";

const problemLimit = 100;

/**
 * The problems of a document, in the order of their places, errors of the syntax among them.
 * @returns {{start: number, end: number, severity: "error" | "warning", code: string, message: string, fix?: string}[]}
 */
export function lint(tree, schema) {
  const document = typeof tree === "string" ? parse(tree) : tree;
  const problems = [...document.problems, ...new Linter(document, schema).problems()];
  return problems.sort((a, b) => a.start - b.start).slice(0, problemLimit);
}

class Linter {
  constructor(document, schema) {
    this.schema = schema;
    this.definitions = document.definitions;
    this.operations = this.definitions.filter((each) => each.kind === "operation");
    this.fragments = new Map();
    this.found = [];
    for (const each of this.definitions) {
      if (each.kind === "fragment" && each.name && !this.fragments.has(each.name.value)) {
        this.fragments.set(each.name.value, each);
      }
    }
  }

  problems() {
    for (const each of this.definitions) this.definition(each);
    this.names();
    this.cycles();
    this.useOfFragments();
    for (const each of this.operations) this.useOfVariables(each);
    return this.found;
  }

  report(code, message, node, extra = {}) {
    this.found.push({ start: node.start, end: node.end, severity: "error", code, message, ...extra });
  }

  meant(code, message, node, options, show = (name) => `"${name}"`) {
    const fix = nearest(node.value ?? node.name, options);
    this.report(code, fix ? `${message} Did you mean ${show(fix)}?` : message, node, fix ? { fix } : {});
  }

  unique(list, what, nameOf = (each) => each.name, show = (name) => name) {
    const seen = new Set();
    for (const each of list) {
      const name = nameOf(each);
      if (!name?.value) continue;
      if (seen.has(name.value)) this.report("duplicate", `There can be only one ${what} named "${show(name.value)}".`, name);
      seen.add(name.value);
    }
  }

  // ---- Definitions

  definition(node) {
    node.spreads = [];
    node.uses = [];
    this.current = node;
    if (node.kind === "operation") this.operation(node);
    else if (node.kind === "fragment") this.fragment(node);
    else this.report("definition", node.keyword.value === "schema" || !node.name
      ? "The schema definition is not executable."
      : `The "${node.name.value}" definition is not executable.`, node.keyword);
  }

  operation(node) {
    const root = this.schema?.roots[node.operation];
    if (this.schema && !root) {
      this.report("operation", `The ${node.operation} operation is not supported by the schema.`, node.keyword);
    }
    this.unique(node.variables, "variable", (each) => ({ ...each.variable, value: each.name }), (name) => `$${name}`);
    for (const each of node.variables) this.variable(each);
    this.directives(node.directives, node.operation.toUpperCase());
    this.selections(node.selections, this.schema?.types.get(root));
  }

  variable(node) {
    this.directives(node.directives, "VARIABLE_DEFINITION");
    const type = this.knownType(innermost(node.type));
    if (!type) return;
    if (!isInput(type)) {
      this.report("variable", `Variable "$${node.name}" cannot be non-input type "${written(node.type)}".`, node.type);
    } else if (node.value) {
      this.value(node.value, resolveType(this.schema, node.type));
      for (const each of this.current.uses.splice(0)) {
        this.report("variable", `Unexpected variable "$${each.name}" in constant value.`, each);
      }
    }
  }

  fragment(node) {
    this.directives(node.directives, "FRAGMENT_DEFINITION");
    const type = this.condition(node.on, node.name ? `Fragment "${node.name.value}"` : "Fragment");
    this.selections(node.selections, type);
  }

  knownType(node) {
    if (!this.schema || !node) return undefined;
    const name = node.value ?? node.name;
    const type = this.schema.types.get(name);
    if (!type) this.meant("type", `Unknown type "${name}".`, node, this.schema.types.keys());
    return type;
  }

  condition(node, what) {
    const type = this.knownType(node);
    if (!type || isComposite(type)) return type;
    this.report("type", `${what} cannot condition on non composite type "${type.name}".`, node);
    return undefined;
  }

  // ---- Selections

  selections(set, type) {
    for (const item of set?.items ?? []) {
      if (item.kind === "field") this.field(item, type);
      else if (item.kind === "spread") this.spread(item, type);
      else this.inline(item, type);
    }
  }

  field(node, parent) {
    const definition = node.name && fieldOf(this.schema, parent, node.name.value);
    this.directives(node.directives, "FIELD");
    if (!definition) {
      if (parent && node.name) this.unknownField(node, parent);
      this.unique(node.arguments, "argument");
      for (const each of node.arguments) this.value(each.value, null);
      return this.selections(node.selections, undefined);
    }
    const coordinate = `${parent.name}.${definition.name}`;
    if (definition.isDeprecated) {
      this.report("deprecated", `The field ${coordinate} is deprecated. ${definition.deprecationReason ?? ""}`.trim(),
        node.name, { severity: "warning" });
    }
    this.arguments(node, definition, `field "${coordinate}"`, `Field "${definition.name}"`);
    const type = this.schema.types.get(namedType(definition.type));
    if (isComposite(type) && !node.selections) {
      const message = `Field "${definition.name}" of type "${showType(definition.type)}" must have a selection of subfields.`;
      this.report("leaf", `${message} Did you mean "${definition.name} { ... }"?`, node.name);
    } else if (type && !isComposite(type) && node.selections) {
      this.report("leaf", `Field "${definition.name}" must not have a selection since type "${showType(definition.type)}" has no subfields.`,
        { start: node.selections.start, end: node.selections.start + 1 });
    } else this.selections(node.selections, type);
  }

  unknownField(node, parent) {
    const message = `Cannot query field "${node.name.value}" on type "${parent.name}".`;
    const owners = parent.possibleTypes.filter((name) => this.schema.types.get(name)?.fields.has(node.name.value));
    if (owners.length > 0) {
      this.report("field", `${message} Did you mean to use an inline fragment on "${owners[0]}"?`, node.name);
    } else this.meant("field", message, node.name, parent.fields.keys());
  }

  spread(node, parent) {
    this.directives(node.directives, "FRAGMENT_SPREAD");
    if (!node.name) return;
    this.current.spreads.push(node);
    const fragment = this.fragments.get(node.name.value);
    if (!fragment) return this.meant("fragment", `Unknown fragment "${node.name.value}".`, node.name, this.fragments.keys());
    const type = this.schema?.types.get(fragment.on?.value);
    this.possible(node, `Fragment "${node.name.value}"`, parent, type);
  }

  inline(node, parent) {
    this.directives(node.directives, "INLINE_FRAGMENT");
    const type = node.on ? this.condition(node.on, "Fragment") : parent;
    if (node.on) this.possible(node.on, "Fragment", parent, type);
    this.selections(node.selections, type);
  }

  possible(node, what, parent, type) {
    if (!isComposite(parent) || !isComposite(type) || overlap(parent, type)) return;
    this.report("fragment", `${what} cannot be spread here as objects of type "${parent.name}" can never be of type "${type.name}".`, node);
  }

  // ---- Arguments, directives, values

  arguments(node, definition, onWhat, ofWhat) {
    this.unique(node.arguments, "argument");
    for (const each of node.arguments) {
      const argument = definition.args.get(each.name.value);
      if (!argument) {
        this.meant("argument", `Unknown argument "${each.name.value}" on ${onWhat}.`, each.name, definition.args.keys());
      } else if (argument.isDeprecated) {
        this.report("deprecated", `The argument "${argument.name}" is deprecated. ${argument.deprecationReason ?? ""}`.trim(),
          each.name, { severity: "warning" });
      }
      this.value(each.value, argument ?? null);
    }
    for (const argument of definition.args.values()) {
      if (!isRequired(argument) || node.arguments.some((each) => each.name.value === argument.name)) continue;
      this.report("argument", `${ofWhat} argument "${argument.name}" of type "${showType(argument.type)}" is required, but it was not provided.`,
        node.name);
    }
  }

  directives(list, location) {
    const seen = new Set();
    for (const node of list) {
      const definition = node.name && this.schema?.directives.get(node.name.value);
      if (!definition) {
        if (node.name && this.schema) {
          this.meant("directive", `Unknown directive "@${node.name.value}".`, node.name, this.schema.directives.keys(), (name) => `"@${name}"`);
        }
        for (const each of node.arguments) this.value(each.value, null);
        continue;
      }
      if (!definition.locations.has(location)) {
        this.report("directive", `Directive "@${definition.name}" may not be used on ${location}.`, node);
      }
      if (seen.has(definition.name) && !definition.isRepeatable) {
        this.report("directive", `The directive "@${definition.name}" can only be used once at this location.`, node);
      }
      seen.add(definition.name);
      this.arguments(node, definition, `directive "@${definition.name}"`, `Directive "@${definition.name}"`);
    }
  }

  /** A literal where an argument or a type, or null for something unknown, is expected. */
  value(node, expected) {
    checkValue(this, node, expected?.type ?? expected, { hasDefault: expected?.defaultValue != null });
  }

  // ---- The document as a whole

  names() {
    this.unique(this.operations, "operation");
    this.unique(this.definitions.filter((each) => each.kind === "fragment"), "fragment");
    if (this.operations.length < 2) return;
    for (const each of this.operations.filter((operation) => !operation.name)) {
      this.report("operation", "This anonymous operation must be the only defined operation.",
        each.keyword ?? { start: each.start, end: each.start + 1 });
    }
  }

  /** Every fragment that a definition's spreads lead to. */
  reached(node) {
    const names = new Set();
    const open = [node];
    while (open.length > 0) {
      for (const spread of open.pop().spreads) {
        const next = this.fragments.get(spread.name.value);
        if (next && !names.has(spread.name.value)) {
          names.add(spread.name.value);
          open.push(next);
        }
      }
    }
    return names;
  }

  cycles() {
    for (const [name, fragment] of this.fragments) {
      const spread = fragment.spreads.find((each) => {
        const next = this.fragments.get(each.name.value);
        return each.name.value === name || (next && this.reached(next).has(name));
      });
      if (!spread) continue;
      const via = spread.name.value === name ? "" : ` via "${spread.name.value}"`;
      this.report("fragment", `Cannot spread fragment "${name}" within itself${via}.`, spread);
    }
  }

  useOfFragments() {
    const used = new Set();
    for (const each of this.operations) for (const name of this.reached(each)) used.add(name);
    for (const [name, fragment] of this.fragments) {
      if (!used.has(name)) this.report("unused", `Fragment "${name}" is never used.`, fragment.name);
    }
  }

  useOfVariables(operation) {
    const inOperation = operation.name ? ` in operation "${operation.name.value}"` : "";
    const byOperation = operation.name ? ` by operation "${operation.name.value}"` : "";
    const uses = [operation, ...[...this.reached(operation)].map((name) => this.fragments.get(name))]
      .flatMap((each) => each.uses);
    const used = new Set(uses.map((each) => each.name));
    const defined = new Map(operation.variables.toReversed().map((each) => [each.name, each]));
    for (const each of operation.variables) {
      if (each.name && !used.has(each.name)) {
        this.report("unused", `Variable "$${each.name}" is never used${inOperation}.`, each.variable);
      }
    }
    for (const each of uses) {
      const variable = defined.get(each.name);
      if (!variable) this.report("variable", `Variable "$${each.name}" is not defined${byOperation}.`, each);
      else this.useOfVariable(variable, each);
    }
  }

  /** Whether a variable of its type may stand where it stands (section 5.8.5). */
  useOfVariable(variable, use) {
    const type = this.schema && resolveType(this.schema, variable.type);
    if (!type || !use.type) return;
    const isNonNull = type.kind === "NON_NULL";
    if (use.oneOf && !isNonNull) {
      this.report("variable", `Variable "$${use.name}" is of type "${showType(type)}" but must be non-nullable to be used for OneOf Input Object "${use.oneOf}".`, use);
      return;
    }
    const hasDefault = use.hasDefault || (variable.value && variable.value.kind !== "null");
    const expected = use.type.kind === "NON_NULL" && !isNonNull && hasDefault ? use.type.ofType : use.type;
    if (!fits(type, expected)) {
      this.report("variable", `Variable "$${use.name}" of type "${showType(type)}" used in position expecting type "${showType(use.type)}".`, use);
    }
  }
}

/** Whether all values of a type are values of another. */
function fits(type, expected) {
  if (expected.kind === "NON_NULL") return type.kind === "NON_NULL" && fits(type.ofType, expected.ofType);
  if (type.kind === "NON_NULL") return fits(type.ofType, expected);
  if (expected.kind === "LIST" || type.kind === "LIST") return expected.kind === type.kind && fits(type.ofType, expected.ofType);
  return expected.name === type.name;
}

function innermost(node) {
  let inner = node;
  while (inner?.of) inner = inner.of;
  return inner;
}

function written(node) {
  if (node.kind === "named") return node.name;
  return node.kind === "list" ? `[${written(node.of)}]` : `${written(node.of)}!`;
}
