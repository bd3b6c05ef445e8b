// The problems of an editor as a list of buttons, each of which leads to its place.
import { fill, h } from "../lib/h.js";
import { icon } from "../lib/icons.js";

const shownAtMost = 30;

/** A list that stands under its editor, and is not there while nothing is wrong. */
export function problemList(editor, label) {
  const element = h("ul", { class: "problems", "aria-label": label, hidden: true });
  let shown = "";
  return {
    element,
    show(problems) {
      const state = JSON.stringify(problems.map((each) => [editor.place(each.start).line, each.message, each.fix]));
      if (state === shown) return;
      shown = state;
      element.hidden = problems.length === 0;
      fill(element, problems.slice(0, shownAtMost).map((each, index) => h("li", { class: `is-${each.severity}` },
        h("button", { type: "button", class: "problem", onclick: () => visit(index) },
          icon(each.severity === "error" ? "bad" : "warn"),
          h("span", { class: "visually-hidden" }, each.severity === "error" ? "Error, " : "Warning, "),
          h("span", { class: "place" }, `Line ${editor.place(each.start).line}`), h("span", null, each.message)),
        each.fix ? h("button", { type: "button", class: "button link", onclick: () => mend(index) }, `Change to ${each.fix}`) : null)),
      problems.length > shownAtMost ? h("li", { class: "of" }, `${problems.length - shownAtMost} more`) : null);
    },
  };

  function visit(index) {
    const each = editor.problems[index];
    if (each) editor.reveal(each.start, each.end);
  }

  function mend(index) {
    const each = editor.problems[index];
    if (!each?.fix) return;
    editor.textarea.focus();
    editor.edit(each.start, each.end, each.fix);
  }
}
