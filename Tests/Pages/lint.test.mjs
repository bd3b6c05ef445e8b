// The linter against the engine's own cases: what the engine calls valid has no error, and what it refuses is said in
// the same words, on the same line.
import assert from "node:assert/strict";
import { test } from "node:test";
import { position } from "../../Public/js/gql/lex.js";
import { lint } from "../../Public/js/gql/lint.js";
import { cases, chapterSchema, rosterSchema } from "./support/cases.mjs";

// What needs a look at all of a document at once, or whose report differs, is left to the server.
const leftToServer = new Set(["5.2.4-subscriptions.cases", "5.3.2-field-selection-merging.cases"]);
const reportsMore = new Set(["5.5.2-fragment-spreads.cases"]);
const schemas = {};
const schemaOf = (chapter) => (schemas[chapter] ??= chapterSchema(chapter));
const stem = (message) => message.split(" Did you mean")[0];

const own = cases().filter((each) => each.parts.document !== undefined && each.parts.schema === undefined);

test("No valid document of the engine's cases has an error", () => {
  const valid = own.filter(({ parts }) => parts.valid !== undefined || (parts.response && !parts.response.includes('"errors"')));
  assert.ok(valid.length > 250, `${valid.length} cases`);
  for (const { parts, title, chapter } of valid) {
    assert.deepEqual(lint(parts.document, schemaOf(chapter)).filter((each) => each.severity === "error"), [], title);
  }
});

test("What the engine's validation refuses is refused in its words, on its line", () => {
  let count = 0;
  for (const { parts, title, chapter, file } of own) {
    if (parts.errors === undefined || chapter !== "5-validation" || leftToServer.has(file)) continue;
    const found = lint(parts.document, schemaOf(chapter))
      .map((each) => `${position(parts.document, each.start).line} ${stem(each.message)}`);
    const errors = parts.errors.split("\n").filter(Boolean).map((line) => {
      const [, places, message] = /^((?:\d+:\d+ )+)(.*)$/.exec(line);
      return { message: stem(message), lines: places.trim().split(" ").map((place) => place.split(":")[0]) };
    });
    for (const { message, lines } of errors) {
      if (message.includes('input field named "a"')) continue;
      count += 1;
      assert.ok(found.some((one) => lines.some((line) => one === `${line} ${message}`)), `${title}: ${message}\n${found.join("\n")}`);
    }
    if (reportsMore.has(file)) continue;
    for (const one of found) {
      assert.ok(errors.some(({ message }) => one.endsWith(` ${message}`)), `${title}: nobody else says ${one}`);
    }
  }
  assert.ok(count > 120, `${count} errors`);
});

test("What the engine's parser refuses is an error, except a document without anything", () => {
  let count = 0;
  for (const { parts, title, chapter } of own) {
    if (!parts.errors?.includes("Syntax Error") || parts.errors.includes("Unicode escape")) continue;
    if (parts.document.replace(/[\s,\uFEFF]|#.*/g, "") === "") continue;
    count += 1;
    assert.notEqual(lint(parts.document, schemaOf(chapter)).length, 0, `${title}: ${parts.document}`);
  }
  assert.ok(count > 60, `${count} cases`);
});

const schema = rosterSchema();
const said = [
  ["{ regstry { version } }", 'Cannot query field "regstry" on type "Query". Did you mean "registry"?', "registry"],
  ["{ providers(frist: 1) { totalCount } }", 'Unknown argument "frist" on field "Query.providers". Did you mean "first"?', "first"],
  ["{ registry @inclued(if: true) { version } }", 'Unknown directive "@inclued". Did you mean "@include"?', "include"],
  ["{ node(id: 1) { ... on Provder { id } } }", 'Unknown type "Provder". Did you mean "Provider"?', "Provider"],
];
for (const [document, message, fix] of said) {
  test(`A slip of the pen is understood: ${fix}`, () => {
    const [problem] = lint(document, schema);
    assert.equal(problem.message, message);
    const mended = document.slice(0, problem.start) + problem.fix + document.slice(problem.end);
    assert.deepEqual(lint(mended, schema), []);
  });
}

test("Something deprecated is a warning with its reason", () => {
  const old = structuredClone(schema.types.get("Registry").fields.get("version"));
  const changed = { ...schema, types: new Map(schema.types) };
  const registry = schema.types.get("Registry");
  changed.types.set("Registry", { ...registry, fields: new Map(registry.fields).set("version", { ...old, isDeprecated: true, deprecationReason: "Count yourself." }) });
  const [problem] = lint("{ registry { version } }", changed);
  assert.equal(problem.severity, "warning");
  assert.match(problem.message, /Count yourself\./);
});

test("Without a schema there are still syntax, names, fragments and variables", () => {
  const messages = lint("query A { ...F b(a: $x) } query A { b }", null).map((each) => each.message);
  assert.deepEqual(messages.sort(), [
    'There can be only one operation named "A".', 'Unknown fragment "F".', 'Variable "$x" is not defined by operation "A".',
  ]);
});

test("Nothing is thrown by any prefix of any case", () => {
  for (const { parts, chapter } of own) {
    const text = parts.document;
    const step = Math.max(1, Math.floor(text.length / 60));
    for (let length = 0; length <= Math.min(text.length, 4000); length += step) lint(text.slice(0, length), schemaOf(chapter));
  }
});

test("Depth and length of a stranger's text throw nothing and cost little", () => {
  for (const text of ["{a".repeat(50_000), "{a(b:" + "[".repeat(100_000), "query($a:" + "[".repeat(100_000), '"'.repeat(100_001),
    "... ".repeat(50_000), "{".repeat(100_000), "}".repeat(100_000), "{ a " + "@x".repeat(50_000), "é".repeat(100_000)]) {
    assert.notEqual(lint(text, schema).length, 0);
  }
});
