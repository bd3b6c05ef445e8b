// Prettify: nothing is lost, twice is once, and comments stay where they were.
import assert from "node:assert/strict";
import { test } from "node:test";
import { format, formatJSON } from "../../Public/js/gql/format.js";
import { lex } from "../../Public/js/gql/lex.js";
import { parse } from "../../Public/js/gql/parse.js";
import { cases } from "./support/cases.mjs";

/** What a text means: its tokens, block strings by their lines without indentation. */
const meaning = (text) => lex(text).map((token) => (token.kind === "block"
  ? token.value.replace(/\s+/g, " ") : token.kind === "comment" ? token.value.trimEnd() : token.value));
const corpus = cases().flatMap(({ parts, title }) => ["document", "schema"].filter((part) => parts[part])
  .map((part) => ({ title, text: parts[part] })));

test("Every case's document keeps all of its tokens, and formatted twice is formatted once", () => {
  let count = 0;
  for (const { text, title } of corpus) {
    const once = format(text);
    if (once === null) continue;
    count += 1;
    assert.deepEqual(meaning(once), meaning(text), title);
    assert.equal(format(once), once, `${title}\n${text}\n---\n${once}`);
  }
  assert.ok(count > 800, `${count} documents`);
});

test("What could be parsed can be parsed, and has the same problems", () => {
  for (const { text, title } of corpus) {
    const once = format(text);
    if (once !== null) assert.equal(parse(once).problems.length, parse(text).problems.length, `${title}\n${once}`);
  }
});

const examples = [
  ["{a b}", "{\n  a\n  b\n}\n"],
  ["{a{b}c}", "{\n  a {\n    b\n  }\n  c\n}\n"],
  ["query Q($a:Int=1,$b:[String!]!){x(a:$a,b:$b)@include(if:true)}", "query Q($a: Int = 1, $b: [String!]!) {\n  x(a: $a, b: $b) @include(if: true)\n}\n"],
  ["query($a:Int){x}", "query ($a: Int) {\n  x\n}\n"],
  ["{a:b ...F ...on T{x} ...@skip(if:false){y}} fragment F on T@d{a}",
    "{\n  a: b\n  ...F\n  ... on T {\n    x\n  }\n  ... @skip(if: false) {\n    y\n  }\n}\n\nfragment F on T @d {\n  a\n}\n"],
  ["{a(x:{b:1,c:[1,2]})}", "{\n  a(x: { b: 1, c: [1, 2] })\n}\n"],
  ["{ query(a: 1) on fragment }", "{\n  query(a: 1)\n  on\n  fragment\n}\n"],
  ["# top\n{ # open\n a # end\n # own\n b\n # last\n}\n# bottom", "# top\n{ # open\n  a # end\n  # own\n  b\n  # last\n}\n\n# bottom\n"],
  ["{\n a\n\n\n b\n}", "{\n  a\n\n  b\n}\n"],
  ['"Says." query Q{a}', '"Says."\nquery Q {\n  a\n}\n'],
  ['query Q("Says." $a:Int){a}', 'query Q("Says." $a: Int) {\n  a\n}\n'],
  ["{a}{b}", "{\n  a\n}\n\n{\n  b\n}\n"],
  ["", ""],
  ['type A implements B&C@d{"x" a(b:Int=1):[T!]! c:D}union U=A|B', 'type A implements B & C @d {\n  "x"\n  a(b: Int = 1): [T!]!\n  c: D\n}\n\nunion U = A | B\n'],
  ["mutation { createProvider(input: {name: \"OpenAI\", providerSdkId: \"openai\", baseUrl: \"https://a.example\"}) {id} }",
    'mutation {\n  createProvider(\n    input: {\n      name: "OpenAI"\n      providerSdkId: "openai"\n      baseUrl: "https://a.example"\n    }\n  ) {\n    id\n  }\n}\n'],
];
for (const [text, expected] of examples) {
  test(`Formatted: ${JSON.stringify(text)}`, () => {
    assert.equal(format(text), expected);
    assert.equal(format(expected), expected);
  });
}

test("What is not closed is left alone", () => {
  for (const text of ["{ a", "{ a(b: }", '{ a(b: "x) }', "{ § }", "}", "{ a ) }", '"""']) assert.equal(format(text), null);
});

test("JSON keeps its numbers and texts as they were written", () => {
  assert.equal(formatJSON('{"a":12345678901234567890,"b":[1.0,{"c":"\\u0041"}],"d":{},"e":[]}'),
    '{\n  "a": 12345678901234567890,\n  "b": [\n    1.0,\n    {\n      "c": "\\u0041"\n    }\n  ],\n  "d": {},\n  "e": []\n}');
  for (const text of ["{", "{a: 1}", "nul", '{"a" 1}', ""]) assert.equal(formatJSON(text), null);
});

test("Nothing is thrown by any prefix of any case, nor by depth", () => {
  for (const { text } of corpus) {
    const step = Math.max(1, Math.floor(text.length / 60));
    for (let length = 0; length < Math.min(text.length, 4000); length += step) format(text.slice(0, length));
  }
  assert.equal(format("{a".repeat(100_000) + "}".repeat(100_000)), null);
});
