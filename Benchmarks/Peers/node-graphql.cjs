// The same phases on the same files as `Benchmarks engine`, by Debian's node-graphql.
// Usage: node node-graphql.cjs FOLDER; prints workload, phase, median nanoseconds, "-", units.
'use strict';
const { readFileSync } = require('node:fs');
const { join } = require('node:path');
const { assertValidSchema, buildSchema, execute, getNamedType, isListType, isNonNullType, parse, validate } = require('graphql');

const folder = process.argv[2];
const text = (name) => readFileSync(join(folder, name), 'utf8');

/** Calls `body` for about a second after a warm-up, in samples of at least a millisecond, as the other side does. */
function median(body) {
  let calls = 1;
  const time = () => {
    const start = process.hrtime.bigint();
    for (let call = 0; call < calls; call++) body();
    return Number(process.hrtime.bigint() - start);
  };
  while (time() < 1e6) calls *= 2;
  const samples = [];
  const end = Date.now() + 1000;
  while (Date.now() < end || samples.length < 5) samples.push(time() / calls);
  return Math.round(samples.sort((a, b) => a - b)[samples.length >> 1]);
}

function report(work, phase, body) {
  console.log([work.name, phase, median(body), '-', work.units].join('\t'));
}

function execution(work, schema, options, phase = 'execute') {
  const document = parse(work.text);
  const run = () => execute({ schema, document, operationName: work.operation, variableValues: work.variables, ...options });
  const result = run();
  if (result.errors) throw result.errors[0];
  report(work, phase, () => JSON.stringify(run()));
}

function documents(work, options) {
  const schema = buildSchema(text(`${work.name}.schema.graphql`));
  const document = parse(work.text);
  if (validate(schema, document).length > 0) throw new Error(`${work.name} is not valid`);
  report(work, 'parse', () => parse(work.text));
  report(work, 'validate', () => validate(schema, document));
  // It makes no plans: what corresponds is done in each execution.
  report(work, 'prepare', () => validate(schema, parse(work.text)));
  execution(work, schema, options);
}

const known = {
  name: 'Pioneer', aliases: 'P', place: 'ORBIT', instruments: 'lens', age: 41, weight: 71.5,
  since: '1972-03-02T00:00:00Z', me: { __typename: 'Person' }, crew: { __typename: 'Person' },
};

function value(type, field) {
  if (isNonNullType(type)) return value(type.ofType, field);
  if (isListType(type)) return Array(3).fill(value(type.ofType, field));
  return known[field] ?? { __typename: 'Probe' };
}

const item = (number) => ({
  id: number,
  name: `Item number ${number}`,
  price: number + 0.5,
  inStock: number % 3 === 0,
  note: number % 2 === 0 ? null : 'Handle with care',
});
const items = Array.from({ length: 10_000 }, (_, number) => item(number));

const work = (name, units, more) => ({ name, units, text: text(`${name}.graphql`), ...more });

documents(work('kitchen-sink', 49, { operation: 'Overview', variables: { by: { id: '7' } } }), {
  fieldResolver: (source, args, context, info) => value(info.returnType, info.fieldName),
  typeResolver: (source) => source.__typename,
});
documents(work('1000-fields', 1001), { rootValue: { item: items[7] } });
const shop = buildSchema(text('10000-items.schema.graphql'));
execution(work('10000-items', 50_000), shop, { rootValue: { items } });
const large = work('2000-types', 2001);
const sdl = text('2000-types.schema.graphql');
const build = () => {
  const schema = buildSchema(sdl);
  assertValidSchema(schema);
  return schema;
};
report(large, 'build', build);
execution(large, build(), {}, 'introspect');
