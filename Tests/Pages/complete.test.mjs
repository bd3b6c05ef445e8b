// Completion: in each place what can be written there, and nothing else. The caret is at ▮.
import assert from "node:assert/strict";
import { test } from "node:test";
import { complete } from "../../Public/js/gql/complete.js";
import { parse } from "../../Public/js/gql/parse.js";
import { chapterSchema, rosterSchema } from "./support/cases.mjs";

const roster = rosterSchema();
const orchestra = chapterSchema("5-validation");

function at(marked, schema = roster) {
  const offset = marked.indexOf("▮");
  const text = marked.replace("▮", "");
  const result = complete(parse(text), schema, offset);
  const labels = result.suggestions.map((each) => each.label);
  const accept = (label) => {
    const one = result.suggestions.find((each) => each.label === label);
    assert.ok(one, `${label} in ${labels}`);
    const at = result.from + one.caret;
    const done = text.slice(0, result.from) + one.insert + text.slice(result.to);
    return `${done.slice(0, at)}▮${done.slice(at)}`;
  };
  return { ...result, labels, accept };
}

const offers = [
  ["definitions in an empty document", "▮", ["query", "mutation", "fragment", "{"], ["registry"]],
  ["the root's fields", "{ ▮ }", ["registry", "providers", "__schema", "__typename", "..."], ["createProvider"]],
  ["the mutation's fields", "mutation { ▮ }", ["createProvider", "__typename"], ["registry", "__schema"]],
  ["fields of what a field answers", "{ registry { ▮ } }", ["version", "providers"], ["viewer"]],
  ["fields through connections", "{ providers { nodes { apiKey { ▮ } } } }", ["status", "hint"], ["name"]],
  ["fields in a document that is not closed", "{ providers { nodes { na▮", ["name"], ["status"]],
  ["fields behind an alias", "{ registry { v: ▮ } }", ["version"], []],
  ["fields behind a field with arguments", "{ providers(first: 1) { ▮ } }", ["nodes"], []],
  ["fields behind a directive", "{ registry @include(if: true) { ▮ } }", ["version"], ["if"]],
  ["fields behind comments", "{ # all {\n registry { ▮ } }", ["version"], ["registry"]],
  ["fields of a named operation with variables", "query Q($a: Int = 1 @x) { ▮ }", ["registry"], ["Int"]],
  ["fields of a later operation", "query A { registry { version } } mutation B { ▮ }", ["deleteModel"], ["registry"]],
  ["fields of a fragment", "fragment F on Provider { ▮ }", ["baseUrl"], ["registry"]],
  ["fields of an inline fragment", "{ node(id: 1) { ... on Model { ▮ } } }", ["modelSdkId"], ["baseUrl"]],
  ["an inline fragment without a type has its parent's", "{ registry { ... { ▮ } } }", ["version"], ["viewer"]],
  ["on and fragments behind a spread", "{ registry { ...▮ } } fragment F on Registry { version } fragment P on Provider { id }", ["on", "F"], ["P", "version"]],
  ["types that are possible behind on", "{ node(id: 1) { ... on ▮ } }", ["Provider", "Model", "Node"], ["Registry"]],
  ["types for a fragment", "fragment F on ▮", ["Provider", "Node"], ["ID", "ProviderPatch", "__Type"]],
  ["on for a fragment", "fragment F ▮", ["on"], ["Provider"]],
  ["arguments of a field", "{ providers(▮) { nodes { id } } }", ["first", "filter"], ["id"]],
  ["only arguments that are not there", "{ providers(first: 1, ▮, last: 2) }", ["filter"], ["first", "last"]],
  ["arguments of a directive", "{ registry @include(▮) { version } }", ["if"], ["version"]],
  ["directives of a field", "{ registry @▮ { version } }", ["include", "skip"], ["requires", "deprecated", "oneOf"]],
  ["no directive that is not of the place", "query Q @▮ { registry { version } }", [], ["include", "skip"]],
  ["values of an enum", "{ violin { plays(stroke: ▮) } }", ["BOW", "PLUCK"], ["null"], orchestra],
  ["booleans", "{ registry @include(if: ▮) { version } }", ["true", "false"], ["null"]],
  ["variables of the type", "query Q($a: Int, $b: String) { providers(first: ▮) { totalCount } }", ["$a", "null"], ["$b"]],
  ["variables behind a dollar", "query Q($a: Int, $b: String) { providers(first: $▮) { totalCount } }", ["$a"], ["$b", "null"]],
  ["a brace for an input object", "mutation { createProvider(input: ▮) { id } }", ["{"], ["["]],
  ["input fields", "mutation { createProvider(input: { ▮ }) { id } }", ["name", "providerSdkId", "apiKey"], ["input"]],
  ["input fields in a list", "mutation { createProvider(input: { models: [{ ▮ }] }) { id } }", ["modelSdkId"], ["apiKey"]],
  ["input fields behind a nested one", "mutation { createProvider(input: { models: [{ name: \"a\" }], ▮ }) { id } }", ["apiKey"], ["modelSdkId", "models"]],
  ["one field of a oneOf", "{ provider(by: { ▮ }) { id } }", ["id", "name"], []],
  ["no second field of a oneOf", "{ provider(by: { id: 1, ▮ }) { id } }", [], ["name"]],
  ["input types for a variable", "query Q($a: ▮) { registry { version } }", ["Int", "ProviderFilter", "ID"], ["Provider", "Node"]],
  ["input types in a list", "query Q($a: [▮", ["Int"], ["Provider"]],
  ["variables that are used and not defined", "query Q($▮) { providers(first: $many) { totalCount } }", ["many"], []],
  ["values of a variable's default", "query Q($a: Boolean = ▮) { registry { version } }", ["true"], ["$a"]],
  ["input fields of a variable's default", "query Q($a: ProviderFilter = { ▮ }) { registry { version } }", ["search"], []],
  ["nothing in a comment", "{ # reg▮\n }", [], ["registry"]],
  ["nothing in a string", "{ providers(after: \"▮\") }", [], ["first"]],
  ["nothing in an open string", "{ providers(after: \"▮", [], ["first"]],
  ["nothing for an operation's name", "query ▮ { registry { version } }", [], ["registry"]],
  ["nothing below an unknown field", "{ unknown { ▮ } }", [], ["registry"]],
  ["introspection", "{ __schema { types { ▮ } } }", ["kind", "fields"], []],
];

for (const [title, document, some, none, schema] of offers) {
  test(`Offered: ${title}`, () => {
    const { labels } = at(document, schema);
    for (const label of some) assert.ok(labels.includes(label), `${label} is in ${labels}`);
    for (const label of none) assert.ok(!labels.includes(label), `${label} is not in ${labels}`);
    if (some.length === 0) assert.deepEqual(labels.filter((label) => none.includes(label)), []);
  });
}

test("What begins with the typed text comes before what contains it, in any case", () => {
  const { labels } = at("{ providers { nodes { ID▮ } } }");
  assert.equal(labels[0], "id");
  assert.ok(labels.indexOf("providerSdkId") > 0);
});

test("Required arguments come first", () => {
  assert.equal(at("mutation { updateProvider(▮) { id } }").labels.slice(0, 2).sort().join(), "id,patch");
});

const accepted = [
  ["A field with fields opens its braces", "{ reg▮ }", "registry", "{ registry {\n  ▮\n} }"],
  ["The braces are indented as their line is", "{\n  reg▮\n}", "registry", "{\n  registry {\n    ▮\n  }\n}"],
  ["Required arguments are put in", "{\n  pro▮\n}", "provider", "{\n  provider(by: ▮) {\n    \n  }\n}"],
  ["What is there already is not put in again", "{ reg▮ { version } }", "registry", "{ registry▮ { version } }"],
  ["The whole word under the caret is replaced", "{ reg▮abc }", "registry", "{ registry {\n  ▮\n} }"],
  ["A leaf is only its name", "{ registry { ver▮ } }", "version", "{ registry { version▮ } }"],
  ["An argument has its colon", "{ providers(fi▮) { totalCount } }", "first", "{ providers(first: ▮) { totalCount } }"],
  ["A colon that is there is kept", "{ providers(fi▮: 1) { totalCount } }", "first", "{ providers(first▮: 1) { totalCount } }"],
  ["A directive has its required argument", "{ registry @in▮ { version } }", "include", "{ registry @include(if: ▮) { version } }"],
  ["A variable behind its dollar", "query Q($a: Int) { providers(first: $▮) { totalCount } }", "$a", "query Q($a: Int) { providers(first: $a▮) { totalCount } }"],
];

for (const [title, document, label, result] of accepted) {
  test(title, () => assert.equal(at(document).accept(label), result));
}

test("Nothing is thrown at any place of any prefix", () => {
  const text = 'query Q($a: [Int!] = [1] @x) { a: providers(first: $a, filter: { search: "x" }) @include(if: true) { nodes { ... on Provider { ...F } } } } fragment F on Provider { id }';
  for (let length = 0; length <= text.length; length += 1) {
    const tree = parse(text.slice(0, length));
    for (let offset = 0; offset <= length; offset += 3) complete(tree, roster, offset);
    complete(tree, null, length);
  }
});
