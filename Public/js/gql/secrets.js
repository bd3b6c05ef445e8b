// Finds what must not leave the page: values whose names say that they are secrets.
import { lexJSON, unquoted } from "./json.js";

const secretName = /^(key|secret|token|password|passphrase|authorization)$|(api_?key|secret|token|password)$/i;

export const isSecretName = (name) => secretName.test(name);

/** Names of variables that the document gives to arguments and fields with secret names. */
export function secretVariables(tokens) {
  const names = new Set();
  tokens.forEach((token, index) => {
    if (token.kind === "$" && tokens[index - 1]?.kind === ":" && isSecretName(tokens[index - 2]?.value ?? "")) {
      names.add(tokens[index + 1]?.value);
    }
  });
  return names;
}

/** Variables' text without the values of secrets, and the names of what was taken out. */
export function withoutSecretVariables(text, names = new Set()) {
  const tokens = lexJSON(text);
  return without(text, tokens, (index) => {
    const key = tokens[index - 2];
    if (tokens[index].kind !== "string" || tokens[index - 1]?.kind !== ":" || key?.role !== "field") return null;
    const name = unquoted(key.value);
    return isSecretName(name) || names.has(name) ? name : null;
  });
}

/** A document without the literals of secrets, and the names of what was taken out. */
export function withoutSecretLiterals(text, tokens) {
  return without(text, tokens, (index) => {
    if (!["string", "block"].includes(tokens[index].kind) || tokens[index - 1]?.kind !== ":") return null;
    const name = tokens[index - 2]?.value ?? "";
    return isSecretName(name) ? name : null;
  });
}

function without(text, tokens, nameAt) {
  const removed = [];
  let out = "";
  let at = 0;
  tokens.forEach((token, index) => {
    const name = nameAt(index);
    if (name === null || token.value === '""') return;
    removed.push(name);
    out += `${text.slice(at, token.start)}""`;
    at = token.end;
  });
  return { text: out + text.slice(at), removed };
}
