// Two people changed the same thing: both sides, beside each other, and a choice.

import { button } from "../lib/button.js";
import { fill, h } from "../lib/h.js";
import { icon } from "../lib/icons.js";
import { alarm } from "../lib/status.js";

const NAMES = { name: "Name", providerSdkId: "SDK id", modelSdkId: "SDK id", baseUrl: "Base URL", imageUrl: "Image" };

/** Shows what differs; `keepMine` and `takeTheirs` are what the buttons do. */
export function showConflict(host, { by, mine, theirs, takeTheirs, keepMine }) {
  const differing = Object.keys(mine).filter((name) => (theirs[name] ?? "") !== mine[name]);
  const words = `${by ? `${by} changed` : "Someone changed"} this since you opened it. Nothing was saved yet.`;
  const table = h(
    "table",
    { class: "conflict" },
    h("thead", null, h("tr", null, ["", "Yours", "Now"].map((each) => h("th", { scope: "col" }, each)))),
    h("tbody", null, differing.map((name) => h("tr", null, h("th", { scope: "row" }, NAMES[name] ?? name), h("td", null, mine[name] || "empty"), h("td", null, theirs[name] || "empty")))),
  );
  fill(
    host,
    h(
      "div",
      { class: "note is-bad conflict-note", role: "group", "aria-label": "Conflict" },
      icon("warn"),
      h("p", null, words, differing.length ? "" : " What you see in the form is the same on both sides."),
      differing.length ? table : null,
      h("div", { class: "row" }, button("Save mine over it", keepMine, { writes: true }), button("Take theirs", takeTheirs)),
    ),
  );
  host.scrollIntoView({ block: "nearest" });
  host.querySelector(".button").focus();
  alarm(words, { quietly: true });
}
