// A schema in SDL as an introspection result, so that the kit is tested on schemas that are files.
import { lex } from "../../../Public/js/gql/lex.js";

const builtIn = `
scalar Int scalar Float scalar String scalar Boolean scalar ID
directive @skip(if: Boolean!) on FIELD | FRAGMENT_SPREAD | INLINE_FRAGMENT
directive @include(if: Boolean!) on FIELD | FRAGMENT_SPREAD | INLINE_FRAGMENT
directive @deprecated(reason: String! = "No longer supported") on FIELD_DEFINITION | ARGUMENT_DEFINITION | INPUT_FIELD_DEFINITION | ENUM_VALUE
directive @specifiedBy(url: String!) on SCALAR
directive @oneOf on INPUT_OBJECT
type __Schema { description: String types: [__Type!]! queryType: __Type! mutationType: __Type subscriptionType: __Type directives: [__Directive!]! }
type __Type { kind: __TypeKind! name: String description: String specifiedByURL: String fields(includeDeprecated: Boolean! = false): [__Field!] interfaces: [__Type!] possibleTypes: [__Type!] enumValues(includeDeprecated: Boolean! = false): [__EnumValue!] inputFields(includeDeprecated: Boolean! = false): [__InputValue!] ofType: __Type isOneOf: Boolean }
enum __TypeKind { SCALAR OBJECT INTERFACE UNION ENUM INPUT_OBJECT LIST NON_NULL }
type __Field { name: String! description: String args(includeDeprecated: Boolean! = false): [__InputValue!]! type: __Type! isDeprecated: Boolean! deprecationReason: String }
type __InputValue { name: String! description: String type: __Type! defaultValue: String isDeprecated: Boolean! deprecationReason: String }
type __EnumValue { name: String! description: String isDeprecated: Boolean! deprecationReason: String }
type __Directive { name: String! description: String isRepeatable: Boolean! locations: [String!]! args(includeDeprecated: Boolean! = false): [__InputValue!]! }
`;

export function introspect(sdl) {
  const tokens = lex(sdl + builtIn).filter((token) => token.kind !== "comment");
  let at = 0;
  const is = (kind) => tokens[at]?.kind === kind || (tokens[at]?.kind === "name" && tokens[at].value === kind);
  const take = () => tokens[at++].value;
  const accept = (kind) => (is(kind) ? take() : null);
  const isString = () => ["string", "block"].includes(tokens[at]?.kind);
  const description = () => (isString() ? take().replace(/^"+\s*|\s*"+$/g, "") : null);
  const schema = { queryType: { name: "Query" }, mutationType: null, subscriptionType: null };
  const types = [];
  const directives = [];

  function directivesOn() {
    const found = {};
    while (accept("@")) {
      const name = take();
      found[name] = is("(") ? group() : "";
    }
    return found;
  }
  function group() {
    let depth = 0;
    const start = tokens[at].start;
    do {
      if ("([{".includes(tokens[at].kind)) depth += 1;
      if (")]}".includes(tokens[at].kind)) depth -= 1;
      at += 1;
    } while (depth > 0);
    return (sdl + builtIn).slice(start, tokens[at - 1].end);
  }
  function type() {
    let result;
    if (accept("[")) {
      result = { kind: "LIST", name: null, ofType: type() };
      take();
    } else result = { kind: null, name: take(), ofType: null };
    return accept("!") ? { kind: "NON_NULL", name: null, ofType: result } : result;
  }
  const deprecation = (on) => ({
    isDeprecated: "deprecated" in on,
    deprecationReason: "deprecated" in on ? /"(.*)"/.exec(on.deprecated)?.[1] ?? "No longer supported" : null,
  });
  function inputs(close) {
    const list = [];
    while (!accept(close)) {
      const text = description();
      const name = take();
      take();
      const input = { name, description: text, type: type(), defaultValue: null };
      if (accept("=")) input.defaultValue = "([{".includes(tokens[at].kind) ? group() : take();
      list.push({ ...input, ...deprecation(directivesOn()) });
    }
    return list;
  }
  function fields() {
    const list = [];
    while (!accept("}")) {
      const text = description();
      const name = take();
      const args = accept("(") ? inputs(")") : [];
      take();
      list.push({ name, description: text, args, type: type(), ...deprecation(directivesOn()) });
    }
    return list;
  }
  function names(separator) {
    const list = [];
    accept(separator);
    do list.push({ name: take() }); while (accept(separator));
    return list;
  }

  while (at < tokens.length) {
    const text = description();
    const keyword = take();
    if (keyword === "schema") {
      directivesOn();
      take();
      schema.queryType = null;
      while (!accept("}")) {
        const operation = take();
        take();
        schema[`${operation}Type`] = { name: take() };
      }
      continue;
    }
    if (keyword === "directive") {
      take();
      const name = take();
      const args = accept("(") ? inputs(")") : [];
      const isRepeatable = accept("repeatable") !== null;
      take();
      directives.push({ name, description: text, isRepeatable, locations: names("|").map((each) => each.name), args });
      continue;
    }
    const kind = { scalar: "SCALAR", type: "OBJECT", interface: "INTERFACE", union: "UNION", enum: "ENUM", input: "INPUT_OBJECT" }[keyword];
    if (!kind) throw new Error(`not a definition: ${keyword}`);
    const made = { kind, name: take(), description: text, fields: null, inputFields: null, interfaces: [], possibleTypes: null, enumValues: null };
    if (accept("implements")) made.interfaces = names("&");
    made.isOneOf = "oneOf" in directivesOn();
    if (kind === "UNION" && accept("=")) made.possibleTypes = names("|");
    else if (kind === "ENUM" && accept("{")) {
      made.enumValues = [];
      while (!accept("}")) {
        const about = description();
        made.enumValues.push({ name: take(), description: about, ...deprecation(directivesOn()) });
      }
    } else if (kind === "INPUT_OBJECT" && accept("{")) made.inputFields = inputs("}");
    else if (accept("{")) made.fields = fields();
    types.push(made);
  }
  const kinds = new Map(types.map((each) => [each.name, each.kind]));
  JSON.stringify(types.concat(directives), (key, value) => {
    if (value && value.kind === null) value.kind = kinds.get(value.name) ?? "SCALAR";
    return value;
  });
  for (const each of types.filter((one) => one.kind === "INTERFACE")) {
    each.possibleTypes = types.filter((one) => one.kind === "OBJECT" && one.interfaces.some(({ name }) => name === each.name));
  }
  if (!schema.mutationType && kinds.has("Mutation")) schema.mutationType = { name: "Mutation" };
  if (!schema.subscriptionType && kinds.has("Subscription")) schema.subscriptionType = { name: "Subscription" };
  return { __schema: { ...schema, description: null, types, directives } };
}
