// Names of request headers that are of use here.
import { ranked } from "../gql/complete.js";

const names = {
  Authorization: "Another token than that of the session: Bearer rst_…",
  "Roster-Min-Version": "Waits, for a while, until the server has that version.",
  Accept: "The type of the answer.",
  "If-None-Match": "An entity tag: the answer is 304 if nothing changed.",
  "Cache-Control": "What may be answered from caches.",
  "X-Request-ID": "A name for this request in the logs.",
};

/** Names at places where a name can be written. */
export function completeHeaders(tree, offset) {
  const token = tree.tokens.find((each) => each.start < offset && offset <= each.end && (each.kind === "string" || each.kind === "bad"));
  const before = tree.tokens.findLast((each) => each.end <= (token?.start ?? offset) && each !== token);
  if (before && before.kind !== "{" && before.kind !== ",") return { from: offset, to: offset, suggestions: [] };
  const from = token?.start ?? offset;
  const to = token?.end ?? offset;
  const typed = tree.text.slice(from, offset).replace(/^"/, "");
  const used = new Set((tree.root?.members ?? []).filter((each) => !(each.start <= offset && offset <= each.end)).map((each) => each.key));
  const next = tree.tokens.find((each) => each.start >= to);
  const list = Object.entries(names).filter(([name]) => !used.has(name)).map(([label, description]) => {
    const member = next?.kind === ":" ? `"${label}"` : `"${label}": ""`;
    const insert = before ? member : `{\n  ${member}\n}`;
    return { label, insert, caret: before ? member.length - (next?.kind === ":" ? 0 : 1) : member.length + 3, kind: "argument", detail: "", description, deprecated: false };
  });
  return { from, to, suggestions: ranked(list, typed) };
}
