// Text to read, painted like the editors: an answer.
import { h } from "../lib/h.js";
import { lexJSON } from "../gql/json.js";
import { Painter } from "../editor/paint.js";

const margin = 40;
const paintedAtMost = 3_000_000;

export class Viewer {
  constructor(label) {
    this.row = { node: document.createTextNode(""), start: 0, text: "" };
    this.under = h("pre", { class: "answer-text" }, this.row.node);
    this.scroller = h("div", { class: "answer-scroll", role: "region", "aria-label": label, tabindex: "0" }, this.under);
    this.element = this.scroller;
    this.problems = [];
    this.mirrored = "";
    this.lines = 1;
    this.tree = { tokens: [] };
    this.painter = new Painter(this);
    this.scroller.addEventListener("scroll", () => this.painter.schedule(), { passive: true });
    new ResizeObserver(() => this.painter.schedule()).observe(this.scroller);
  }

  get rows() { return [this.row]; }

  /** The offsets of the lines in view, with some above and below. */
  visible() {
    const { scroller, lines, mirrored } = this;
    if (lines < 300) return [0, mirrored.length];
    const height = this.under.offsetHeight / lines || 20;
    const first = Math.max(0, Math.floor(scroller.scrollTop / height) - margin);
    const last = first + Math.ceil(scroller.clientHeight / height) + 2 * margin;
    let at = 0;
    let from = 0;
    for (let line = 0; line < last; line += 1) {
      if (line === first) from = at;
      const end = mirrored.indexOf("\n", at);
      if (end < 0) return [from, mirrored.length];
      at = end + 1;
    }
    return [from, at];
  }

  show(text, isJSON) {
    if (text === this.mirrored) return;
    this.mirrored = text;
    this.row.node.data = text;
    this.row.text = text;
    this.lines = text.split("\n").length;
    this.tree = { tokens: isJSON && text.length < paintedAtMost ? lexJSON(text) : [] };
    this.scroller.scrollTo(0, 0);
    this.painter.paint();
  }
}
