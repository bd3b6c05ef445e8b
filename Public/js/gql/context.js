// Where in a document an offset is: a walk over the tokens before it that keeps a stack of what is open.
import { fieldOf, namedType } from "./schema.js";

const operations = new Set(["query", "mutation", "subscription"]);
const opens = { "(": ")", "{": "}", "[": "]" };

/**
 * The innermost frame at an offset, and the token that an edit there would replace.
 * Tokens that end at the offset count as still being typed if they are names.
 * @returns {{frame: object, prefix: import("./lex.js").Token | null, next: import("./lex.js").Token | undefined, inside: boolean}}
 */
export function contextAt(tokens, schema, offset) {
  const stack = [{ kind: "document" }];
  let prefix = null;
  let next;
  for (const token of tokens) {
    if (token.start >= offset) {
      if (token.kind === "comment") continue;
      next = token;
      break;
    }
    const isOpen = token.end > offset || (token.end === offset && (token.kind === "name" || !token.closed || token.kind === "comment"));
    if (isOpen && token.kind === "name") {
      prefix = token;
      continue;
    }
    if (isOpen && token.kind !== "...") return { frame: { kind: token.kind === "comment" ? "comment" : "text" }, prefix: null, next, inside: true };
    if (token.kind !== "comment") step(stack, token, schema);
  }
  return { frame: stack.at(-1), stack, prefix, next, inside: false };
}

/** What the name under an offset stands for: a field, argument, type, directive or value with its definition. */
export function symbolAt(tokens, schema, offset) {
  const token = tokens.find((each) => each.kind === "name" && each.start <= offset && offset <= each.end);
  if (!token || !schema) return null;
  const { frame } = contextAt(tokens, schema, token.start === offset ? offset + 1 : offset);
  const following = tokens.find((each) => each.start >= token.end && each.kind !== "comment");
  const name = token.value;
  switch (frame.kind) {
    case "selection":
      if (frame.phase === "on") return type(name);
      if (frame.phase !== "field" || following?.kind === ":") return null;
      return found("field", fieldOf(schema, frame.type, name), frame.type);
    case "arguments":
      if (frame.phase === "name") return found("argument", frame.defs?.get(name), frame.type, frame.owner);
      return type(namedType(frame.expected), name);
    case "object":
      if (frame.phase === "name") return found("input", frame.defs?.get(name), frame.type);
      return type(namedType(frame.expected), name);
    case "variables": return frame.phase === "type" ? type(name) : null;
    case "fragment": return frame.phase === "type" ? type(name) : null;
    case "directive": return found("directive", schema.directives.get(name));
    default: return null;
  }

  function type(typeName, value) {
    return found("type", schema.types.get(typeName), undefined, undefined, value);
  }
  function found(kind, definition, parent, owner, value) {
    return definition ? { kind, definition, parent, owner, value, token } : null;
  }
}

function step(stack, token, schema) {
  const frame = stack.at(-1);
  switch (frame.kind) {
    case "document": return document(stack, token, schema);
    case "operation": case "fragment": return head(stack, frame, token, schema);
    case "variables": return variables(stack, frame, token, schema);
    case "selection": return selection(stack, frame, token, schema);
    case "directive": return directive(stack, frame, token, schema);
    case "arguments": case "object": return pairs(stack, frame, token, schema);
    case "list": return list(stack, frame, token, schema);
    case "skipped": return skipped(stack, frame, token);
  }
}

function document(stack, token, schema) {
  if (token.kind === "{") stack.push(selectionOf(schema, schema?.types.get(schema.roots.query)));
  else if (operations.has(token.value)) stack.push({ kind: "operation", operation: token.value, phase: "name" });
  else if (token.value === "fragment") stack.push({ kind: "fragment", phase: "name" });
}

function head(stack, frame, token, schema) {
  if (token.kind === "@") {
    const location = frame.kind === "fragment" ? "FRAGMENT_DEFINITION" : frame.operation.toUpperCase();
    return stack.push({ kind: "directive", location });
  }
  if (token.kind === "{") {
    stack.pop();
    const type = frame.kind === "fragment" ? frame.on : schema?.roots[frame.operation];
    return stack.push(selectionOf(schema, schema?.types.get(type)));
  }
  if (token.kind === "(") return stack.push({ kind: "variables", phase: "name" });
  if (token.kind !== "name") return;
  if (frame.kind === "operation") frame.phase = "head";
  else if (frame.phase === "name") frame.phase = "on";
  else if (frame.phase === "on" && token.value === "on") frame.phase = "type";
  else if (frame.phase === "type") Object.assign(frame, { on: token.value, phase: "head" });
}

function variables(stack, frame, token, schema) {
  if (token.kind === ")") return stack.pop();
  if (token.kind === "@") return stack.push({ kind: "directive", location: "VARIABLE_DEFINITION" });
  if (token.kind === "$") return Object.assign(frame, { phase: "dollar", written: "" });
  if (token.kind === ":") return Object.assign(frame, { phase: "type", written: "" });
  if (token.kind === "=") {
    frame.phase = "value";
    frame.expected = typeFromText(schema, frame.written);
    return;
  }
  if (frame.phase === "value") return value(stack, frame, token, schema, "after");
  if (frame.phase === "dollar" && token.kind === "name") frame.phase = "colon";
  else if (frame.phase === "type" || frame.phase === "after") {
    frame.written += token.value;
    if (token.kind === "name") frame.phase = "after";
  }
}

function selection(stack, frame, token, schema) {
  switch (token.kind) {
    case "...": return Object.assign(frame, { phase: "spread", field: null, inner: frame.type });
    case "}": return stack.pop();
    case ":":
      frame.field = null;
      frame.phase = "field";
      return;
    case "(": return stack.push({
      kind: "arguments", phase: "name", defs: frame.field?.args, owner: frame.field, type: frame.type, used: new Set(),
    });
    case "@": return stack.push({ kind: "directive", location: frame.location ?? "FIELD", frame });
    case "{": {
      const inner = frame.field ? schema?.types.get(namedType(frame.field.type)) : frame.inner;
      Object.assign(frame, { phase: "field", field: null, inner: null, location: "FIELD" });
      return stack.push(selectionOf(schema, inner));
    }
    case "name":
      if (frame.phase === "spread" && token.value === "on") Object.assign(frame, { phase: "on", location: "INLINE_FRAGMENT" });
      else if (frame.phase === "spread") Object.assign(frame, { phase: "field", location: "FRAGMENT_SPREAD", inner: null });
      else if (frame.phase === "on") Object.assign(frame, { phase: "field", inner: schema?.types.get(token.value) });
      else {
        frame.field = schema ? fieldOf(schema, frame.type, token.value) : undefined;
        Object.assign(frame, { location: "FIELD", inner: null });
      }
  }
}

const selectionOf = (schema, type) => ({ kind: "selection", phase: "field", type, field: null, inner: null, location: "FIELD" });

function directive(stack, frame, token, schema) {
  if (token.kind === "name" && !frame.named) {
    frame.named = true;
    frame.definition = schema?.directives.get(token.value);
    return;
  }
  stack.pop();
  if (token.kind === "(" && frame.named) {
    return stack.push({ kind: "arguments", phase: "name", defs: frame.definition?.args, owner: frame.definition, used: new Set() });
  }
  step(stack, token, schema);
}

/** Arguments and the fields of input objects: names with values. */
function pairs(stack, frame, token, schema) {
  const closer = frame.kind === "arguments" ? ")" : "}";
  if (token.kind === closer) return stack.pop();
  if (token.kind === ":") {
    frame.phase = "value";
    frame.expected = frame.current?.type;
    return;
  }
  if (frame.phase === "value") return value(stack, frame, token, schema, "name");
  if (token.kind === "name") {
    if (frame.phase !== "name") {
      frame.phase = "name";
      return;
    }
    frame.current = frame.defs?.get(token.value);
    frame.used.add(token.value);
  } else if (token.kind === "}" || token.kind === "{") {
    stack.pop();
    step(stack, token, schema);
  }
}

function value(stack, frame, token, schema, after) {
  if (token.kind === "$") {
    frame.phase = "variable";
    return;
  }
  frame.phase = after;
  open(stack, token, schema, nullable(frame.expected));
}

function open(stack, token, schema, expected) {
  if (token.kind === "[") {
    stack.push({ kind: "list", phase: "value", expected: expected?.kind === "LIST" ? expected.ofType : null });
  } else if (token.kind === "{") {
    const type = schema?.types.get(namedType(expected));
    stack.push({ kind: "object", phase: "name", defs: type?.inputFields, type, used: new Set() });
  } else if (token.kind === "(") stack.push({ kind: "skipped", open: ["("] });
}

function list(stack, frame, token, schema) {
  if (token.kind === "]") return stack.pop();
  if (token.kind === "$") frame.phase = "variable";
  else if (token.kind === "name") frame.phase = "value";
  else if (token.kind === ")" || token.kind === "}") {
    stack.pop();
    step(stack, token, schema);
  } else open(stack, token, schema, nullable(frame.expected));
}

function skipped(stack, frame, token) {
  if (opens[token.kind]) frame.open.push(token.kind);
  else if (opens[frame.open.at(-1)] === token.kind) frame.open.pop();
  if (frame.open.length === 0) stack.pop();
}

const nullable = (type) => (type?.kind === "NON_NULL" ? type.ofType : type);

function typeFromText(schema, written) {
  let text = written;
  if (text.endsWith("!")) text = text.slice(0, -1);
  if (text.startsWith("[") && text.endsWith("]")) return { kind: "LIST", name: null, ofType: typeFromText(schema, text.slice(1, -1)) };
  return { kind: schema?.types.get(text)?.kind ?? "SCALAR", name: text, ofType: null };
}
