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
