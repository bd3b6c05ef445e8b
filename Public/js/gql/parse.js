// An error-recovering parser for executable documents (September 2025, section 2): whatever the text, there is a tree.
// Definitions of the type system are passed over as wholes. Parsing also gives each token the role it is painted with.
import { badEscape, lex } from "./lex.js";

const depthLimit = 150;
const problemLimit = 50;
const operations = new Set(["query", "mutation", "subscription"]);
const typeSystem = new Set(
  ["schema", "scalar", "type", "interface", "union", "enum", "input", "directive", "extend"],
);

/** @returns {{text: string, tokens: import("./lex.js").Token[], definitions: object[], problems: object[]}} */
export function parse(text) {
  return new Parser(text).document();
}

class Parser {
  constructor(text) {
    this.text = text;
    this.all = lex(text);
    this.tokens = this.all.filter((token) => token.kind !== "comment");
    this.at = 0;
    this.depth = 0;
    this.problems = [];
    for (const token of this.tokens) this.checkLexeme(token);
    const count = (kind) => this.tokens.reduce((sum, token) => sum + (token.kind === kind), 0);
    this.unbalanced = count("{") > count("}");
  }

  get token() { return this.tokens[this.at]; }
  get kind() { return this.tokens[this.at]?.kind; }
  get lastEnd() { return this.tokens[this.at - 1]?.end ?? 0; }

  is(kind) { return this.kind === kind; }
  isKeyword(word) { return this.kind === "name" && this.token.value === word; }

  take(role) {
    const token = this.tokens[this.at];
    if (role && token) token.role = role;
    this.at += 1;
    return token;
  }

  accept(kind, role) { return this.is(kind) ? this.take(role) : null; }

  report(message, start = this.token?.start ?? this.text.length, end = this.token?.end ?? this.text.length) {
    if (this.problems.length < problemLimit && this.problems.at(-1)?.start !== start) {
      this.problems.push({ start, end, severity: "error", code: "syntax", message });
    }
  }

  expected(what) { this.report(`Syntax error: expected ${what}, found ${this.found()}.`); }

  found() {
    if (!this.token) return "the end of the document";
    return this.kind === "name" ? "a name" : this.kind === "bad" ? "an unknown character" : nameOfKind(this.kind);
  }

  name(role, what = "a name") {
    if (this.is("name")) {
      const token = this.take(role);
      return { value: token.value, start: token.start, end: token.end };
    }
    this.expected(what);
    return null;
  }

  checkLexeme(token) {
    if (token.kind === "bad") {
      this.report(/\d/.test(token.value) ? "Syntax error: not a number." : "Syntax error: a character that has no meaning here.", token.start, token.end);
    } else if (!token.closed) {
      this.report("Syntax error: a string without its closing quotes.", token.start, token.end);
    } else if (token.kind === "string") {
      const escape = badEscape(token);
      if (escape >= 0) this.report("Syntax error: not an escape.", escape, Math.min(escape + 2, token.end));
    }
  }

  // ---- Documents

  document() {
    const definitions = [];
    while (this.token) {
      const before = this.at;
      const definition = this.definition();
      if (definition) definitions.push(definition);
      if (this.at === before) {
        this.expected("a definition");
        this.take();
      }
    }
    this.problems.sort((a, b) => a.start - b.start);
    return { text: this.text, tokens: this.all, definitions, problems: this.problems };
  }

  definition() {
    const start = this.token.start;
    if (this.is("string") || this.is("block")) {
      this.take("description");
      if (this.is("{")) this.report("Syntax error: a short-hand query takes no description.", start, this.lastEnd);
      else if (this.kind !== "name") this.expected("a definition");
    }
    if (this.is("{")) return this.operation(start);
    if (this.kind !== "name") return null;
    const word = this.token.value;
    if (operations.has(word)) return this.operation(start);
    if (word === "fragment") return this.fragment(start);
    if (typeSystem.has(word)) return this.typeSystemDefinition(start);
    return null;
  }

  operation(start) {
    const keyword = this.accept("name", "keyword");
    const node = { kind: "operation", operation: keyword?.value ?? "query", keyword, start };
    if (keyword && this.is("name")) node.name = this.name("operation");
    node.variables = this.is("(") && keyword ? this.variables() : [];
    node.directives = this.directives();
    node.selections = this.selectionSet();
    node.end = this.lastEnd;
    return node;
  }

  fragment(start) {
    this.take("keyword");
    const node = { kind: "fragment", start, name: null };
    if (this.isKeyword("on")) this.report("Syntax error: expected a name, found “on”.");
    else node.name = this.name("fragment");
    node.on = null;
    if (this.isKeyword("on")) {
      this.take("keyword");
      node.on = this.name("type", "a type");
    } else this.expected("“on”");
    node.directives = this.directives();
    node.selections = this.selectionSet();
    node.end = this.lastEnd;
    return node;
  }

  /** Passed over up to where the next definition begins, at the same depth. */
  typeSystemDefinition(start) {
    let keyword = this.take("keyword");
    if (keyword.value === "extend" && this.is("name")) keyword = this.take("keyword");
    if (keyword.value === "directive") this.accept("@");
    const name = this.is("name") && keyword.value !== "schema" ? this.take("type") : null;
    let depth = 0;
    while (this.token && !(depth === 0 && this.beginsDefinition())) {
      if ("({[".includes(this.kind)) depth += 1;
      if (")}]".includes(this.kind)) depth = Math.max(0, depth - 1);
      const token = this.take();
      if (token.kind === "name") token.role = this.roleInTypeSystem(token);
    }
    return { kind: "typeSystem", keyword, name, start, end: this.lastEnd };
  }

  beginsDefinition() {
    const previous = this.tokens[this.at - 1];
    const joined = previous && ["@", ":", "=", "|", "&"].includes(previous.kind);
    const begins = (token) => token?.kind === "name" && (operations.has(token.value) || token.value === "fragment" ||
      typeSystem.has(token.value));
    if (joined || previous?.value === "implements" || previous?.value === "on") return false;
    if (this.is("string") || this.is("block")) return begins(this.tokens[this.at + 1]);
    return begins(this.token);
  }

  roleInTypeSystem(token) {
    const previous = this.tokens[this.at - 2]?.kind;
    if (previous === "@") return "directive";
    if (token.value === "implements" || token.value === "on" || token.value === "repeatable") return "keyword";
    return this.is(":") || this.is("(") ? "field" : "type";
  }

  // ---- Selections

  selectionSet() {
    if (!this.is("{")) {
      this.expected("“{”");
      return null;
    }
    const node = { kind: "selections", start: this.token.start, items: [] };
    if (this.depth >= depthLimit) {
      this.report("Nested too deeply.");
      this.skipGroup();
      node.end = this.lastEnd;
      return node;
    }
    this.take();
    this.depth += 1;
    while (this.token && !this.is("}")) {
      if (this.leavesUnclosed()) break;
      if (this.is("name")) node.items.push(this.field());
      else if (this.is("...")) node.items.push(this.spread());
      else this.skipUnexpected("a field");
    }
    this.depth -= 1;
    node.closed = this.is("}");
    if (node.closed) {
      if (node.items.length === 0) this.expected("a field");
      this.take();
    } else this.expected("“}”");
    node.end = this.lastEnd;
    return node;
  }

  /** Where a brace is missing, a definition at the start of a line ends what is open. */
  leavesUnclosed() {
    const { kind, start, end, value } = this.token;
    if (!this.unbalanced || kind !== "name" || !(operations.has(value) || value === "fragment")) return false;
    const next = this.tokens[this.at + 1];
    const startsLine = start === 0 || this.text[start - 1] === "\n" || this.text[start - 1] === "\r";
    return startsLine && next !== undefined && ["name", "{", "("].includes(next.kind) &&
      !/[\n\r]/.test(this.text.slice(end, next.start));
  }

  field() {
    const first = this.name("field");
    const node = { kind: "field", start: first.start, alias: null, name: first };
    if (this.accept(":")) {
      this.tokens[this.at - 2].role = "alias";
      node.alias = first;
      node.name = this.name("field", "a field");
    }
    node.arguments = this.arguments();
    node.directives = this.directives();
    node.selections = this.is("{") ? this.selectionSet() : null;
    node.end = this.lastEnd;
    return node;
  }

  spread() {
    const start = this.take().start;
    if (this.is("name") && !this.isKeyword("on")) {
      const name = this.name("fragment");
      const directives = this.directives();
      return { kind: "spread", start, name, directives, end: this.lastEnd };
    }
    const node = { kind: "inline", start, on: null };
    if (this.isKeyword("on")) {
      this.take("keyword");
      node.on = this.name("type", "a type");
    }
    node.directives = this.directives();
    node.selections = this.selectionSet();
    node.end = this.lastEnd;
    return node;
  }

  arguments() {
    if (!this.is("(")) return [];
    this.take();
    const list = [];
    while (this.token && !this.is(")") && !this.is("}") && !this.is("{")) {
      if (!this.is("name")) {
        this.skipUnexpected("an argument");
        continue;
      }
      const name = this.name("argument");
      let value = null;
      if (this.accept(":")) value = this.value();
      else this.expected("“:”");
      list.push({ name, value, start: name.start, end: this.lastEnd });
    }
    if (this.is(")") && list.length === 0) this.expected("an argument");
    if (!this.accept(")")) this.expected("“)”");
    return list;
  }

  directives() {
    const list = [];
    while (this.is("@")) {
      const start = this.take("directive").start;
      const name = this.name("directive", "a directive");
      list.push({ name, start, arguments: name ? this.arguments() : [], end: this.lastEnd });
    }
    return list;
  }

  // ---- Variables, types, values

  variables() {
    this.take();
    const list = [];
    while (this.token && !this.is(")") && !this.is("{")) {
      const start = this.token.start;
      if (this.is("string") || this.is("block")) this.take("description");
      if (!this.is("$")) {
        this.skipUnexpected("a variable");
        continue;
      }
      const variable = this.variable();
      const node = { kind: "variable", ...variable, start, variable, type: null, value: null };
      if (this.accept(":")) node.type = this.type();
      else this.expected("“:”");
      if (this.accept("=")) node.value = this.value();
      node.directives = this.directives();
      node.end = this.lastEnd;
      list.push(node);
    }
    if (this.is(")") && list.length === 0) this.expected("a variable");
    if (!this.accept(")")) this.expected("“)”");
    return list;
  }

  variable() {
    const start = this.take("variable").start;
    const name = this.name("variable", "a variable’s name");
    return { kind: "variable", name: name?.value ?? null, start, end: this.lastEnd };
  }

  type() {
    const start = this.token?.start ?? this.text.length;
    let node = null;
    if (this.is("[")) {
      if (this.depth >= depthLimit) {
        this.report("Nested too deeply.");
        this.skipGroup();
        return null;
      }
      this.take();
      this.depth += 1;
      const of = this.type();
      this.depth -= 1;
      if (!this.accept("]")) this.expected("“]”");
      node = of && { kind: "list", of, start, end: this.lastEnd };
    } else {
      const name = this.name("type", "a type");
      node = name && { kind: "named", name: name.value, start, end: name.end };
    }
    if (this.accept("!") && node) node = { kind: "nonNull", of: node, start, end: this.lastEnd };
    return node;
  }

  value() {
    const token = this.token;
    const simple = (kind, role) => {
      this.take(role);
      return { kind, value: token.value, start: token.start, end: token.end };
    };
    switch (this.kind) {
      case "$": return this.variable();
      case "int": case "float": return simple(this.kind, "number");
      case "string": case "block": return simple("string", "string");
      case "name":
        if (token.value === "true" || token.value === "false") return simple("boolean", "enum");
        return token.value === "null" ? simple("null", "enum") : simple("enum", "enum");
      case "[": case "{": return this.group();
      default:
        this.expected("a value");
        if (this.is("bad")) this.take();
        return null;
    }
  }

  group() {
    if (this.depth >= depthLimit) {
      this.report("Nested too deeply.");
      this.skipGroup();
      return null;
    }
    this.depth += 1;
    const node = this.is("[") ? this.list() : this.object();
    this.depth -= 1;
    node.end = this.lastEnd;
    return node;
  }

  list() {
    const node = { kind: "list", start: this.take().start, items: [] };
    while (this.token && !this.is("]")) {
      if (this.is(")") || this.is("}")) break;
      const before = this.at;
      const item = this.value();
      if (item) node.items.push(item);
      if (this.at === before) this.take();
    }
    if (!this.accept("]")) this.expected("“]”");
    return node;
  }

  object() {
    const node = { kind: "object", start: this.take().start, fields: [] };
    while (this.token && !this.is("}")) {
      if (this.is(")") || this.is("]")) break;
      if (!this.is("name")) {
        this.skipUnexpected("an input field");
        continue;
      }
      const name = this.name("argument");
      let value = null;
      if (this.accept(":")) value = this.value();
      else this.expected("“:”");
      node.fields.push({ name, value, start: name.start, end: this.lastEnd });
    }
    if (!this.accept("}")) this.expected("“}”");
    return node;
  }

  // ---- Recovery

  skipUnexpected(what) {
    this.expected(what);
    if (this.is("(") || this.is("[") || this.is("{")) this.skipGroup();
    else this.take();
  }

  /** Passes over a bracket and everything up to the one that closes it. */
  skipGroup() {
    let depth = 0;
    do {
      const { kind } = this.take();
      if ("({[".includes(kind)) depth += 1;
      if (")}]".includes(kind)) depth -= 1;
    } while (depth > 0 && this.token);
  }
}

function nameOfKind(kind) {
  const words = { int: "a number", float: "a number", string: "a string", block: "a string" };
  return words[kind] ?? `“${kind}”`;
}
