// A block of code with its language and a button that copies it.

import { copy } from "../lib/button.js";
import { h } from "../lib/h.js";
import { icon } from "../lib/icons.js";

export function codeBlock(code, language) {
  const label = language && /^[\w+#.-]{1,30}$/.test(language) ? language : "text";
  return h(
    "figure",
    { class: "code-block" },
    h("figcaption", null, h("span", null, label), h("button", { type: "button", class: "button quiet small", onclick: () => copy(code) }, icon("copy"), "Copy")),
    h("pre", { tabindex: "0", "aria-label": `Code, ${label}` }, h("code", null, code)),
  );
}
