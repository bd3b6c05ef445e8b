// GraphQL's tokens (September 2025, section 2.1), tolerant: every text has tokens, and nothing is thrown.

/**
 * A token's `kind` is "name", "int", "float", "string", "block", "comment", "bad", or the punctuator itself.
 * `closed` is false for strings that end with their line or with the text.
 * @typedef {{kind: string, start: number, end: number, value: string, closed: boolean, role?: string}} Token
 */

const name = /[A-Za-z_][A-Za-z0-9_]*/y;
const number = /-?\d+(\.\d+)?([eE][+-]?\d+)?/y;
const numberTail = /[A-Za-z0-9_.]+/y;
const line = /[^\n\r]*/y;
const punctuators = new Set("!$&()[]{}:=@|");

/** All tokens of a text, comments among them, in order. Commas and blanks are between tokens. @returns {Token[]} */
export function lex(text) {
  const tokens = [];
  let at = 0;
  const add = (kind, end, closed = true) => {
    tokens.push({ kind, start: at, end, value: text.slice(at, end), closed });
    at = end;
  };
  while (at < text.length) {
    const c = text.charCodeAt(at);
    if (c === 32 || c === 10 || c === 44 || c === 9 || c === 13 || c === 0xfeff) at += 1;
    else if (isNameStart(c)) add("name", match(name, text, at));
    else if (c === 35) add("comment", match(line, text, at));
    else if (c === 34) text.startsWith('"""', at) ? addBlock() : addString();
    else if (c === 45 || (c >= 48 && c <= 57)) addNumber();
    else if (c === 46 && text.startsWith("...", at)) add("...", at + 3);
    else if (punctuators.has(text[at])) add(text[at], at + 1);
    else add("bad", at + (text.codePointAt(at) > 0xffff ? 2 : 1));
  }
  return tokens;

  function addNumber() {
    const end = match(number, text, at);
    const tail = end === at ? at + 1 : match(numberTail, text, end);
    const digits = text.slice(at, end);
    if (tail > end || /^-?0\d/.test(digits)) return add("bad", Math.max(tail, end));
    add(/[.eE]/.test(digits) ? "float" : "int", end);
  }

  function addString() {
    let end = at + 1;
    while (end < text.length) {
      const c = text.charCodeAt(end);
      if (c === 34) return add("string", end + 1);
      if (c === 10 || c === 13) break;
      end += c === 92 && end + 1 < text.length && !isLineEnd(text.charCodeAt(end + 1)) ? 2 : 1;
    }
    add("string", end, false);
  }

  function addBlock() {
    let end = at + 3;
    for (;;) {
      end = text.indexOf('"""', end);
      if (end < 0) return add("block", text.length, false);
      if (text[end - 1] !== "\\") return add("block", end + 3);
      end += 3;
    }
  }
}

/** Line and column of an offset, both from 1. */
export function position(text, offset) {
  let row = 1;
  let start = 0;
  const ends = /\r\n|\n|\r/g;
  for (let end; (end = ends.exec(text)) && end.index + end[0].length <= offset;) {
    row += 1;
    start = end.index + end[0].length;
  }
  return { line: row, column: offset - start + 1 };
}

/** The offset of a line and column, kept inside of the text. */
export function offsetOf(text, { line: row, column }) {
  const ends = /\r\n|\n|\r/g;
  let start = 0;
  for (let i = 1; i < row; i += 1) {
    const end = ends.exec(text);
    if (!end) break;
    start = end.index + end[0].length;
  }
  return Math.min(start + column - 1, text.length);
}

/** How a string may be written wrong: an escape that is none. */
export function badEscape(token) {
  if (token.kind !== "string") return -1;
  const found = /\\(?!["\\/bfnrt]|u[0-9A-Fa-f]{4}|u\{[0-9A-Fa-f]{1,8}\})/.exec(token.value.replace(/\\\\/g, "//"));
  return found ? token.start + found.index : -1;
}

function match(pattern, text, at) {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : at;
}

const isLineEnd = (c) => c === 10 || c === 13;
const isNameStart = (c) => (c >= 97 && c <= 122) || (c >= 65 && c <= 90) || c === 95;
