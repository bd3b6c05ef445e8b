// JSON's tokens, tolerant, with places and with the roles they are painted with.

const pattern = /([ \t\r\n]+)|("(?:[^"\\\n\r]|\\.)*"?)|(-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?)|(true|false|null)|([{}[\],:])|([\s\S])/y;

/** Tokens whose `kind` is "string", "number", "word", "bad", or the punctuator; a string before `:` has the role "field". */
export function lexJSON(text) {
  const tokens = [];
  pattern.lastIndex = 0;
  for (let found; pattern.lastIndex < text.length && (found = pattern.exec(text));) {
    if (found[1]) continue;
    const value = found[0];
    const token = { kind: "bad", start: found.index, end: pattern.lastIndex, value, closed: true };
    if (found[2]) {
      token.closed = value.length > 1 && value.endsWith('"');
      token.kind = "string";
    } else if (found[3]) token.kind = "number";
    else if (found[4]) [token.kind, token.role] = ["word", "enum"];
    else if (found[5]) token.kind = value;
    if (token.kind === ":" && tokens.at(-1)?.kind === "string") tokens.at(-1).role = "field";
    tokens.push(token);
  }
  return tokens;
}

const depthLimit = 150;

/**
 * JSON as a tree with places, whatever the text. Nodes have `kind` ("object", "list", "string", "number", "boolean",
 * "null"), `start` and `end`; objects `members` of `{ key, value, start, end }`, lists `items`.
 */
export function parseJSON(text) {
  const tokens = lexJSON(text);
  const problems = [];
  let at = 0;
  let depth = 0;
  const is = (kind) => tokens[at]?.kind === kind;
  const report = (what) => {
    if (problems.length > 0) return;
    const token = tokens[at];
    const end = text.trimEnd().length;
    problems.push({
      start: token?.start ?? Math.max(0, end - 1), end: token?.end ?? end, severity: "error", code: "syntax",
      message: `Not JSON: expected ${what}, found ${token ? (token.kind === "bad" ? "something else" : nameOfToken(token)) : "the end"}.`,
    });
  };
  const root = tokens.length > 0 ? value() : null;
  if (root && at < tokens.length) report("the end");
  return { text, tokens, root, problems };

  function value() {
    const token = tokens[at];
    if (!token) return report("a value");
    const simple = (kind) => {
      at += 1;
      return { kind, value: token.value, start: token.start, end: token.end };
    };
    if (token.kind === "string") {
      if (!token.closed) report("a text with its closing quote");
      return simple("string");
    }
    if (token.kind === "number") return simple("number");
    if (token.kind === "word") return simple(token.value === "null" ? "null" : "boolean");
    if (token.kind !== "{" && token.kind !== "[") return report("a value");
    if (depth >= depthLimit) return report("less depth");
    depth += 1;
    const node = token.kind === "{" ? object() : list();
    depth -= 1;
    node.end = tokens[at - 1].end;
    return node;
  }

  function object() {
    const node = { kind: "object", start: tokens[at].start, members: [] };
    at += 1;
    while (at < tokens.length && !is("}")) {
      const token = tokens[at];
      if (token.kind !== "string") {
        report("a name in quotes");
        break;
      }
      at += 1;
      const member = { key: unquoted(token.value), start: token.start, end: token.end, value: null };
      node.members.push(member);
      if (!is(":")) {
        report("“:”");
        break;
      }
      at += 1;
      member.value = value() ?? null;
      if (!member.value) break;
      if (is(",")) {
        at += 1;
        if (is("}")) report("another name");
      } else if (!is("}")) {
        report("“,” or “}”");
        break;
      }
    }
    if (is("}")) at += 1;
    else report("“}”");
    return node;
  }

  function list() {
    const node = { kind: "list", start: tokens[at].start, items: [] };
    at += 1;
    while (at < tokens.length && !is("]")) {
      const item = value();
      if (!item) break;
      node.items.push(item);
      if (is(",")) {
        at += 1;
        if (is("]")) report("another value");
      } else if (!is("]")) {
        report("“,” or “]”");
        break;
      }
    }
    if (is("]")) at += 1;
    else report("“]”");
    return node;
  }
}

function nameOfToken({ kind }) {
  return { string: "a text", number: "a number", word: "a word" }[kind] ?? `“${kind}”`;
}

/** What a JSON string says; the text between the quotes where it is not one. */
export function unquoted(text) {
  try {
    return JSON.parse(text);
  } catch {
    return text.replace(/^"|"$/g, "");
  }
}
