// Markdown inside a line: code, strong, emphasis, strikethrough, links, line breaks. Linear in its text.

import { h } from "../lib/h.js";

const TOKEN = /(?<escape>\\[\\`*_{}[\]()#+\-.!~|<>])|(?<code>(`{1,8})(?!`)([^]{1,4000}?[^`])\3(?!`))|(?<strong>(\*\*|__)(?=\S)([^]{1,2000}?\S)\6)|(?<strike>~~(?=\S)([^~]{1,2000})~~)|(?<emphasis>\*(?=[^\s*])([^*]{1,2000}?)\*(?!\*))|(?<under>(?<![\p{L}\p{N}_])_(?=[^\s_])([^_]{1,2000}?)_(?![\p{L}\p{N}_]))|(?<link>!?\[([^\]]{0,500})\]\(\s*<?([^\s)>]{1,2000})>?(?:\s+"[^"]{0,200}")?\s*\))|(?<bare>https?:\/\/[^\s<>"'`]{1,2000}[^\s<>"'`.,;:!?)\]])|(?<br> {2,}\n|\\\n)/gu;
const DEEPEST = 6;

/** The nodes of a line. */
export function inline(text, depth = 0) {
  if (depth > DEEPEST) return [text];
  const nodes = [];
  let last = 0;
  for (const match of text.matchAll(TOKEN)) {
    if (match.index > last) nodes.push(text.slice(last, match.index));
    last = match.index + match[0].length;
    nodes.push(node(match, depth + 1));
  }
  if (last < text.length) nodes.push(text.slice(last));
  return nodes;
}

function node(match, depth) {
  const { escape, code, strong, strike, emphasis, under, link, bare, br } = match.groups;
  if (escape) return escape.slice(1);
  if (code) return h("code", null, match[4].replace(/^ (.*\S.*) $/, "$1"));
  if (strong) return h("strong", null, inline(match[7], depth));
  if (strike) return h("s", null, inline(match[9], depth));
  if (emphasis) return h("em", null, inline(match[11], depth));
  if (under) return h("em", null, inline(match[13], depth));
  if (link) return anchor(match[16], link.startsWith("!") ? [match[15] || "Image"] : inline(match[15], depth), link);
  if (bare) return anchor(bare, [bare], bare);
  return br ? h("br") : match[0];
}

/** A link where its address is of a kind that is safe to follow; else its text as it was written. */
function anchor(address, content, source) {
  let url;
  try {
    url = new URL(address);
  } catch {
    return source;
  }
  if (!["http:", "https:", "mailto:"].includes(url.protocol)) return source;
  return h("a", { href: url.href, target: "_blank", rel: "noopener noreferrer", title: url.href }, content);
}
