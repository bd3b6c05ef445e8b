// The text under a textarea, which is what is painted. Of a long document only the lines in view are there, with some
// above and below: a browser lays out and paints all of a text at each keystroke.
import { commonEnd, commonStart } from "./difference.js";

const longFrom = 200;
const margin = 16;

export class Mirror {
  constructor(editor) {
    this.editor = editor;
    // It has a line end more than the text, so that an empty last line has its height.
    this.node = document.createTextNode("\n");
    this.base = 0;
    this.first = 0;
    this.last = Infinity;
    this.top = 0;
    this.height = 0;
    this.row = 20;
  }

  get isLong() { return this.editor.lines >= longFrom; }

  /** Takes over the editor's text. */
  update() {
    const { editor } = this;
    const { mirrored: text } = editor;
    if (this.wasLong !== this.isLong) editor.element.classList.toggle("is-long", this.isLong);
    this.wasLong = this.isLong;
    if (this.isLong) {
      this.set(editor.stack, "--lines", editor.lines);
      this.set(editor.stack, "--columns", columns(text));
    }
    this.choose();
    const end = this.isLong ? lineStart(text, this.last - this.first, this.base) : text.length;
    this.show(text.slice(this.base, end) + (text[end - 1] === "\n" && end < text.length ? "" : "\n"));
    this.set(editor.under, "--first", this.first);
  }

  /** Sets a property where it is another than before. */
  set(element, name, value) {
    if (this[name] === value) return;
    this[name] = value;
    element.style.setProperty(name, value);
  }

  /** Which lines are there. */
  choose() {
    const count = Math.ceil(this.height / this.row);
    const top = Math.max(0, Math.floor(this.top / this.row));
    this.first = this.isLong ? Math.max(0, top - margin) : 0;
    this.last = this.isLong ? top + count + margin : Infinity;
    this.base = lineStart(this.editor.mirrored, this.first, 0);
  }

  show(data) {
    const old = this.node.data;
    const from = commonStart(old, data);
    const end = commonEnd(old, data, from);
    if (from < data.length || from < old.length) this.node.replaceData(from, old.length - end - from, data.slice(from, data.length - end));
  }

  /** After scrolling: whether other lines are there now. */
  scrolled() {
    const { scrollTop } = this.editor.scroller;
    const isNear = Math.abs(scrollTop - this.top) < (margin / 2) * this.row;
    if (!this.isLong) this.top = scrollTop;
    if (!this.isLong || isNear) return false;
    this.top = scrollTop;
    this.update();
    return true;
  }

  /** After a change of size: whether other lines are there now. */
  resized() {
    const { editor } = this;
    this.height = editor.scroller.clientHeight;
    this.row = Number.parseFloat(getComputedStyle(editor.under).lineHeight) || 20;
    this.top = editor.scroller.scrollTop;
    this.update();
    return true;
  }

  /** Where an offset is painted; about where, if its line is not there. */
  rectOf(offset) {
    const { editor, node, base } = this;
    if (offset >= base && offset - base < node.length) {
      const range = document.createRange();
      range.setStart(node, offset - base);
      range.collapse(true);
      const rects = range.getClientRects();
      if (rects.length > 0) return rects[rects.length - 1];
    }
    const { line, column } = editor.place(offset);
    const box = editor.stack.getBoundingClientRect();
    const style = getComputedStyle(editor.under);
    const left = box.left + Number.parseFloat(style.paddingLeft) + (line === 1 || offset >= base ? 0 : column - 1) * 7.8;
    return new DOMRect(left, box.top + Number.parseFloat(style.paddingTop) + (line - 1) * this.row, 0, this.row);
  }
}

/** The offset where a line begins that is so many lines behind an offset. */
function lineStart(text, lines, from) {
  let at = from;
  for (let line = 0; line < lines; line += 1) {
    const end = text.indexOf("\n", at);
    if (end < 0) return lines === Infinity || line < lines ? text.length : at;
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
