// A schema as the language kit reads it: maps by name, made from an introspection result.

const reference = Array.from({ length: 9 }).reduce((inner) => `kind name ofType { ${inner} }`, "kind name");
const input = `name description defaultValue isDeprecated deprecationReason type { ${reference} }`;

/** Asks for all that a schema says of itself, deprecated things too. */
export const introspectionQuery = `query Schema {
  __schema {
    description queryType { name } mutationType { name } subscriptionType { name }
    types {
      kind name description specifiedByURL isOneOf
      fields(includeDeprecated: true) {
        name description isDeprecated deprecationReason type { ${reference} }
        args(includeDeprecated: true) { ${input} }
      }
      inputFields(includeDeprecated: true) { ${input} }
      interfaces { name } possibleTypes { name }
      enumValues(includeDeprecated: true) { name description isDeprecated deprecationReason }
    }
    directives { name description isRepeatable locations args(includeDeprecated: true) { ${input} } }
  }
}`;

/** The schema of an introspection result's `data`; throws a TypeError where it is none. */
export function readSchema(data) {
  const source = data.__schema;
  const types = new Map(source.types.map((type) => [type.name, readType(type)]));
  const typeName = { name: "__typename", description: "The name of the object’s type.", args: new Map(), type: string };
  const root = types.get(source.queryType.name);
  const named = (name) => ({ kind: "OBJECT", name, ofType: null });
  const meta = new Map([["__typename", typeName]]);
  const rootMeta = new Map(meta);
  rootMeta.set("__schema", field("__schema", "What the server offers.", nonNull(named("__Schema"))));
  rootMeta.set("__type", field("__type", "One type of the schema.", named("__Type"), [
    { name: "name", description: "Its name.", type: nonNull(string), defaultValue: null },
  ]));
  return {
    description: source.description ?? "",
    roots: {
      query: source.queryType.name,
      mutation: source.mutationType?.name ?? null,
      subscription: source.subscriptionType?.name ?? null,
    },
    types,
    directives: new Map(source.directives.map((directive) => [directive.name, {
      ...directive, args: byName(directive.args), locations: new Set(directive.locations),
    }])),
    meta, rootMeta, root,
  };
}

const string = { kind: "SCALAR", name: "String", ofType: null };
const nonNull = (ofType) => ({ kind: "NON_NULL", name: null, ofType });
const field = (name, description, type, args = []) => ({ name, description, type, args: byName(args) });

function readType(type) {
  const fields = (type.fields ?? []).map((each) => ({ ...each, args: byName(each.args) }));
  return {
    ...type,
    fields: byName(fields),
    inputFields: byName(type.inputFields ?? []),
    enumValues: byName(type.enumValues ?? []),
    interfaces: (type.interfaces ?? []).map((each) => each.name),
    possibleTypes: (type.possibleTypes ?? []).map((each) => each.name),
  };
}

const byName = (list) => new Map(list.map((each) => [each.name, each]));

/** A field of a composite type, `__typename` and the root's own included; undefined where there is none. */
export function fieldOf(schema, type, name) {
  if (!type) return undefined;
  return type.fields.get(name) ?? (type === schema.root ? schema.rootMeta : schema.meta).get(name);
}

/** The name at the heart of a type reference. */
export function namedType(type) {
  let inner = type;
  while (inner?.ofType) inner = inner.ofType;
  return inner?.name ?? null;
}

/** A type reference as GraphQL writes it, `[Provider!]!`. */
export function showType(type) {
  if (!type) return "";
  if (type.kind === "NON_NULL") return `${showType(type.ofType)}!`;
  return type.kind === "LIST" ? `[${showType(type.ofType)}]` : type.name;
}

/** Whether a value must be given: non-null, and without a default. */
export const isRequired = (input) => input.type.kind === "NON_NULL" && input.defaultValue == null;

export const isComposite = (type) => type?.kind === "OBJECT" || type?.kind === "INTERFACE" || type?.kind === "UNION";
export const isInput = (type) => type?.kind === "SCALAR" || type?.kind === "ENUM" || type?.kind === "INPUT_OBJECT";

/** The object types that a composite type may turn out to be. */
export function possibleTypes(type) {
  return type.kind === "OBJECT" ? [type.name] : type.possibleTypes;
}

/** Whether an object can be of both types. */
export function overlap(a, b) {
  const others = new Set(possibleTypes(b));
  return possibleTypes(a).some((name) => others.has(name));
}

/** The type reference that a parsed type stands for; null where a name is unknown. */
export function resolveType(schema, node) {
  if (!node) return null;
  if (node.kind === "named") {
    const type = schema.types.get(node.name);
    return type ? { kind: type.kind, name: type.name, ofType: null } : null;
  }
  const ofType = resolveType(schema, node.of);
  return ofType && { kind: node.kind === "list" ? "LIST" : "NON_NULL", name: null, ofType };
}
