// Variables as JSON: completion and checks; merging; and what must not leave the page.
import assert from "node:assert/strict";
import { test } from "node:test";
import { parseJSON } from "../../Public/js/gql/json.js";
import { merge } from "../../Public/js/gql/merge.js";
import { parse } from "../../Public/js/gql/parse.js";
import { secretVariables, withoutSecretLiterals, withoutSecretVariables } from "../../Public/js/gql/secrets.js";
import { checkVariables, completeVariables } from "../../Public/js/gql/variables.js";
import { cases, rosterSchema } from "./support/cases.mjs";

const schema = rosterSchema();
const [operation] = parse(`mutation M($input: CreateProviderInput!, $on: Boolean = true, $role: Role, $ids: [ID!], $n: Int) { a }`).definitions;

const offers = [
  ["all variables in an empty text", "▮", ["input", "on", "role"]],
  ["all variables in an object", "{ ▮ }", ["input", "on", "role"]],
  ["what is not there yet", '{ "on": true, ▮ }', ["input", "role"], ["on"]],
  ["by a quote and letters", '{ "ro▮', ["role"], ["on"]],
  ["by a quote that is closed", '{ "ro▮" }', ["role"], ["on"]],
  ["input fields", '{ "input": { ▮ } }', ["name", "apiKey"], ["role"]],
  ["input fields in lists", '{ "input": { "models": [{ ▮ }] } }', ["modelSdkId"], ["apiKey"]],
  ["fields behind a nested object", '{ "input": { "models": [{}], ▮ } }', ["apiKey"], ["models"]],
  ["values of an enum", '{ "role": ▮ }', ["ADMIN"], ["role"]],
  ["values of an enum by a quote", '{ "role": "AD▮" }', ["ADMIN"], ["VIEWER"]],
  ["booleans", '{ "on": t▮ }', ["true"], ["role"]],
];
for (const [title, marked, some, none = []] of offers) {
  test(`Offered: ${title}`, () => {
    const offset = marked.indexOf("▮");
    const { suggestions } = completeVariables(parseJSON(marked.replace("▮", "")), offset, operation, schema);
    const labels = suggestions.map((each) => each.label);
    for (const label of some) assert.ok(labels.includes(label), `${label} is in ${labels}`);
    for (const label of none) assert.ok(!labels.includes(label), `${label} is not in ${labels}`);
  });
}

test("A variable that is put in has its quotes, its colon and the start of its value", () => {
  const [first] = completeVariables(parseJSON(""), 0, operation, schema).suggestions;
  const at = first.caret;
  assert.equal(`${first.insert.slice(0, at)}▮${first.insert.slice(at)}`, '{\n  "input": {▮}\n}');
});

const checks = [
  ["", ['Variable "$input" of type "CreateProviderInput!" is required.']],
  ["{", ["Not JSON: expected “}”, found the end."]],
  ["{'a': 1}", ["Not JSON: expected a name in quotes, found something else."]],
  ["[]", ["Variables are a JSON object."]],
  ['{"input": {"name": "a", "providerSdkId": "b"}}', []],
  ['{"input": {"name": "a", "providerSdkId": "b"}, "on": 1}', ['Expected a value of type "Boolean", found a number.']],
  ['{"input": {"name": 1}}', ['Expected a value of type "String", found a number.', 'Field "CreateProviderInput.providerSdkId" of type "String!" is required.']],
  ['{"input": null}', ['Expected a value of type "CreateProviderInput!", found null.']],
  ['{"input": {"name": "a", "providerSdkId": "b", "nme": 1}}', ['There is no field "nme" in "CreateProviderInput".']],
  ['{"input": {"name": "a", "providerSdkId": "b"}, "role": "BOSS", "ids": ["a", 1, null], "n": 1.5, "else": 1}',
    ['There is no such value in the enum "Role".', 'Expected a value of type "ID!", found null.', 'Expected a value of type "Int", found a number.', 'The operation has no variable "$else".']],
];
for (const [text, messages] of checks) {
  test(`Checked: ${text}`, () => assert.deepEqual(checkVariables(text, operation, schema).map((each) => each.message), messages));
}

test("The JSON reader agrees with the language's own on what is JSON", () => {
  const texts = ["{}", "[]", '{"a":[1,2,{"b":null}]}', "tru", "{,}", "[1,]", '{"a":1,}', "1 2", '"\\x"', "{} {}", "-", "01", '{"a" 1}', "nulll"];
  for (const text of texts) {
    let isJSON = true;
    try { JSON.parse(text); } catch { isJSON = false; }
    if (text === '"\\x"' || text === "01") continue;
    assert.equal(parseJSON(text).problems.length === 0, isJSON, text);
  }
});

test("Nothing is thrown by prefixes and depth", () => {
  const text = '{"input": {"name": "a\\n", "models": [{"name": null}]}, "n": -1.5e3}';
  for (let length = 0; length <= text.length; length += 1) {
    const tree = parseJSON(text.slice(0, length));
    checkVariables(text.slice(0, length), operation, schema);
    for (let offset = 0; offset <= length; offset += 1) completeVariables(tree, offset, operation, schema);
  }
  assert.notEqual(parseJSON("[".repeat(100_000)).problems.length, 0);
});

test("Fragments are merged into what uses them, and fields asked for twice become one", () => {
  assert.equal(merge(parse("query Q { a { b ...F } a { c } } fragment F on T { b d { e } ...G } fragment G on U { f }")),
    "query Q {\n  a {\n    b\n    ... on T {\n      b\n      d {\n        e\n      }\n      ... on U {\n        f\n      }\n    }\n    c\n  }\n}\n");
  assert.equal(merge(parse("{ ...F } fragment F on T { ...F }")), null);
  assert.equal(merge(parse("{ a ")), null);
});

test("Merging throws nothing on any case, and gives documents", () => {
  for (const { parts } of cases()) {
    const result = parts.document === undefined ? null : merge(parse(parts.document));
    if (result !== null) assert.deepEqual(parse(result).problems, [], parts.document);
  }
});

test("A fan of fragments is not expanded without end", () => {
  const fan = Array.from({ length: 30 }, (_, i) => `fragment F${i} on T { a${i} { ...F${i + 1} } b${i} { ...F${i + 1} } }`).join(" ");
  assert.equal(merge(parse(`{ ...F0 } ${fan} fragment F30 on T { x }`)), null);
});

test("Secrets are taken out by their names and by what they are used for", () => {
  const { tokens, text } = parse('mutation M($k: String) { createProvider(input: { name: "a", apiKey: $k }) { id } updateProvider(id: 1, patch: { apiKey: "made-up" }) { id } }');
  assert.deepEqual([...secretVariables(tokens)], ["k"]);
  const literals = withoutSecretLiterals(text, tokens);
  assert.ok(!literals.text.includes("made-up"));
  assert.ok(literals.text.includes('name: "a"'));
  assert.deepEqual(literals.removed, ["apiKey"]);
  const variables = withoutSecretVariables('{"k": "made-up", "input": {"apiKey": "made-up", "name": "a"}, "token": "made-up"}', new Set(["k"]));
  assert.equal(variables.text, '{"k": "", "input": {"apiKey": "", "name": "a"}, "token": ""}');
  assert.deepEqual(variables.removed, ["k", "apiKey", "token"]);
});

test("With a schema, a fragment on the type that it is spread on leaves no trace", () => {
  assert.equal(merge(parse("{ registry { ...F version } } fragment F on Registry { version providers { ... on ModelProvider { name } ... on ModelProvider @include(if: true) { id } } }"), schema),
    "{\n  registry {\n    version\n    providers {\n      name\n      ... on ModelProvider @include(if: true) {\n        id\n      }\n    }\n  }\n}\n");
});
