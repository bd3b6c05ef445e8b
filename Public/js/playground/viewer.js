// Text to read, painted like the editors: an answer.
import { h } from "../lib/h.js";
import { lexJSON } from "../gql/json.js";
import { Painter } from "../editor/paint.js";

const paintedAtMost = 3_000_000;

export class Viewer {
  constructor(label) {
    this.node = document.createTextNode("");
    this.under = h("pre", { class: "answer-text" }, this.node);
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

  show(text, isJSON) {
    if (text === this.mirrored) return;
    this.mirrored = text;
    this.node.data = text;
    this.lines = text.split("\n").length;
    this.tree = { tokens: isJSON && text.length < paintedAtMost ? lexJSON(text) : [] };
    this.scroller.scrollTo(0, 0);
    this.painter.paint();
  }
}
