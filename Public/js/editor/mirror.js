// The text under a textarea, which is what is painted. Of a long document only the lines in view are there, with some
// above and below.
import { Rows } from "./rows.js";

const longFrom = 200;
const margin = 16;
// The width grows by steps, for all lines are laid out anew whenever it changes.
const columnStep = 80;

export class Mirror {
  constructor(editor) {
    this.editor = editor;
    this.rows = new Rows(editor.under);
    this.top = 0;
    this.height = 0;
    this.lineHeight = 20;
    this.styles = new Map();
    this.rows.show([""], { first: 0, lines: 1, base: 0 });
  }

  get isLong() { return this.editor.lines >= longFrom; }

  /** Takes over the editor's text. */
  update() {
    const { editor, isLong } = this;
    const { mirrored: text, lines } = editor;
    const count = Math.ceil(this.height / this.lineHeight);
    const top = Math.min(lines - 1, Math.floor(this.top / this.lineHeight));
    const first = isLong ? Math.max(0, top - margin) : 0;
    const base = lineStart(text, first, 0);
    const end = isLong ? lineStart(text, top + count + margin - first, base) - 1 : text.length;
    editor.element.classList.toggle("is-long", isLong);
    this.style(editor.stack, "block-size", isLong ? `calc(${lines} * var(--row, 1.25rem) + 1rem)` : "");
    this.style(editor.stack, "inline-size", isLong ? `calc(${Math.ceil(columns(text) / columnStep) * columnStep}ch + 1.75rem)` : "");
    this.style(editor.under, "margin-block-start", isLong ? `calc(${first} * var(--row, 1.25rem))` : "");
    this.rows.show(text.slice(base, end).split("\n"), { first, lines, base });
  }

  /** Sets a property where it is another than before. */
  style(element, name, value) {
    if ((this.styles.get(name) ?? "") === value) return;
    this.styles.set(name, value);
    element.style.setProperty(name, value);
  }

  /** After scrolling: whether other lines are there now. */
  scrolled() {
    const { scrollTop } = this.editor.scroller;
    const isNear = Math.abs(scrollTop - this.top) < (margin / 2) * this.lineHeight;
    if (!this.isLong) this.top = scrollTop;
    if (!this.isLong || isNear) return false;
    this.top = scrollTop;
    this.update();
    return true;
  }

  /** After a change of size. */
  resized() {
    const { editor } = this;
    this.height = editor.scroller.clientHeight;
    this.lineHeight = Number.parseFloat(getComputedStyle(editor.under).lineHeight) || 20;
    this.top = editor.scroller.scrollTop;
    this.update();
  }

  /** Where an offset is painted; about where, if its line is not there. */
  rectOf(offset) {
    const row = this.rows.at(offset);
    if (row) {
      const range = document.createRange();
      range.setStart(row.node, offset - row.start);
      range.collapse(true);
      const rects = range.getClientRects();
      if (rects.length > 0) return rects[rects.length - 1];
    }
    const { editor } = this;
    const { line } = editor.place(offset);
    const box = editor.stack.getBoundingClientRect();
    const { paddingLeft, paddingTop } = getComputedStyle(editor.under);
    return new DOMRect(box.left + Number.parseFloat(paddingLeft), box.top + Number.parseFloat(paddingTop) + (line - 1) * this.lineHeight, 0, this.lineHeight);
  }
}

/** The offset where a line begins that is so many lines behind an offset; behind the last one, one more than the text has. */
function lineStart(text, lines, from) {
  let at = from;
  for (let line = 0; line < lines; line += 1) {
    const end = text.indexOf("\n", at);
    if (end < 0) return text.length + 1;
    at = end + 1;
  }
  return at;
}

/** At most so many columns wide: what is not ASCII counts as two. */
function columns(text) {
  let most = 0;
  let now = 0;
  for (let at = 0; at < text.length; at += 1) {
    const c = text.charCodeAt(at);
    if (c === 10) {
      if (now > most) most = now;
      now = 0;
    } else now += c < 127 && c !== 9 ? 1 : 2;
  }
  return Math.max(most, now);
}
