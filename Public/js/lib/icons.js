// Icons: lines on a grid of 16, each a symbol of one file.

import { svg } from "./h.js";

/** An icon, hidden from assistive technology: a word always stands beside it, or in its button's label. */
export function icon(name) {
  return svg("svg", { class: "icon", "aria-hidden": "true" }, svg("use", { href: `/icons.svg#${name}` }));
}
