// Icons: lines on a grid of 16. They stand here and in no file of their own, for that cannot be had while the server is away.

import { svg } from "./h.js";

const PATHS = {
  add: "M8 3v10M3 8h10",
  arrowDown: "M8 3v10m-4-4 4 4 4-4",
  back: "M10 3 5 8l5 5",
  bad: "m4 4 8 8m0-8-8 8",
  chevron: "m4 6 4 4 4-4",
  close: "m4 4 8 8m0-8-8 8",
  copy: "M6 6h7v7H6zM3 10V3h7",
  docs: "M8 4.5C6.5 3 4.5 3 2.5 3.5v9C4.5 12 6.5 12 8 13.5c1.5-1.5 3.5-1.5 5.5-1v-9C11.5 3 9.5 3 8 4.5zm0 0v9",
  edit: "m3 13 1-3 7-7 2 2-7 7zM9 5l2 2",
  fetch: "M8 2v8m-3-3 3 3 3-3M3 13h10",
  history: "M3 8a5 5 0 1 0 1.5-3.5L3 6m0-3v3h3m2-1v3l2 2",
  key: "M9 7a3 3 0 1 0-1 2l1 1h2v2h2v-2.5z",
  live: "M8 8h.01M5.2 5.2a4 4 0 0 0 0 5.6m5.6-5.6a4 4 0 0 1 0 5.6M3 3a7 7 0 0 0 0 10M13 3a7 7 0 0 1 0 10",
  menu: "M3 8h.01M8 8h.01M13 8h.01",
  offline: "M2 6a9 9 0 0 1 12 0M5 9a4.5 4.5 0 0 1 6 0M8 12.5v.01M3 14 13 2",
  ok: "m3 8.5 3.5 3.5L13 4.5",
  response: "M2.5 3.5h11v9h-11zM5 6.5l1.5 1.5L5 9.5m3 0h3",
  retry: "M13 8a5 5 0 1 1-1.5-3.5L13 6m0-3v3h-3",
  run: "M5 3v10l8-5z",
  search: "M11 11l3 3M2.5 7a4.5 4.5 0 1 0 9 0 4.5 4.5 0 0 0-9 0z",
  send: "M8 13V3M4 7l4-4 4 4",
  star: "m8 2 1.8 3.8 4.2.5-3.1 2.8.8 4.1L8 11.2l-3.7 2 .8-4.1L2 6.3l4.2-.5z",
  stop: "M4 4h8v8H4z",
  theme: "M8 2a6 6 0 1 0 0 12zM8 2a6 6 0 0 1 0 12",
  trash: "M3 4.5h10M6.5 4V2.5h3V4M4.5 4.5l.5 9h6l.5-9",
  unknown: "M8 2.5a5.5 5.5 0 1 0 0 11 5.5 5.5 0 0 0 0-11zM6.5 6.5a1.5 1.5 0 1 1 2 1.5c-.4.2-.5.5-.5 1m0 2v.01",
  user: "M8 8a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5zm-5 5.5c.5-2.5 2.5-3.5 5-3.5s4.5 1 5 3.5",
  warn: "M8 2 1.5 13.5h13zM8 6.5v3m0 2v.01",
};

/** An icon, hidden from assistive technology: a word always stands beside it, or in its button's label. */
export function icon(name) {
  return svg("svg", { viewBox: "0 0 16 16", class: "icon", "aria-hidden": "true" }, svg("path", { d: PATHS[name] }));
}
