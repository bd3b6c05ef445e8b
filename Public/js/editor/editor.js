// A text editor: a real textarea over one text node that the CSS Custom Highlight API paints. What the browser does
// well, undo, IME, selection and assistive technology, stays the browser's.
import { h } from "../lib/h.js";
import { Completion } from "./completion.js";
import { commonEnd, commonStart } from "./difference.js";
import { handleKey } from "./keys.js";
import { Mirror } from "./mirror.js";
import { Painter } from "./paint.js";

let count = 0;

/** Whether Tab indents rather than moving the focus; one choice for all editors. */
export const tabIndents = { value: false };

/**
 * An editor. `language` has `read(text)`, whose result has `tokens` to paint, and may have `complete(tree, offset)`,
 * `comment` and `indent`. `changed` is called after each change of the text, `moved` after each move of the caret.
 */
export class Editor {
  constructor({ label, language, changed = () => {}, moved = () => {}, say = () => {}, placeholder = "" }) {
    count += 1;
    const id = `editor-${count}`;
    Object.assign(this, { language, changed, moved, say, id, problems: [] });
    this.under = h("pre", { class: "under", inert: true, "aria-hidden": "true" });
    this.textarea = h("textarea", {
      id, class: "over", autocapitalize: "off", autocorrect: "off", autocomplete: "off", spellcheck: "false",
      translate: "no", wrap: "off", placeholder, "aria-label": label, "aria-describedby": `${id}-state`,
    });
    this.numbers = h("div", { class: "numbers" }, "1");
    this.dots = h("div", { class: "dots" });
    this.gutter = h("div", { class: "gutter", "aria-hidden": "true" }, this.numbers, this.dots);
    this.stack = h("div", { class: "stack" }, this.under, this.textarea);
    this.scroller = h("div", { class: "scroll" }, this.gutter, this.stack);
    this.element = h("div", { class: "editor" }, this.scroller);
    this.lines = 1;
    this.mirrored = "";
    this.mirror = new Mirror(this);
    this.tree = language.read("");
    this.painter = new Painter(this);
    this.completion = new Completion(this);
    this.listen();
  }

  get value() { return this.textarea.value; }
  get caret() { return this.textarea.selectionEnd; }

  listen() {
    const { textarea } = this;
    // A command of ours has an event for each of its lines; `edit` mirrors what came of it, once.
    textarea.addEventListener("input", (event) => this.isEditing || this.update(event));
    textarea.addEventListener("keydown", (event) => {
      if (event.isComposing || event.keyCode === 229) return;
      if (this.completion.handleKey(event) || handleKey(this, event)) {
        event.preventDefault();
        event.stopPropagation();
      }
    });
    textarea.addEventListener("compositionend", () => this.update(null));
    textarea.addEventListener("selectionchange", () => this.caretMoved());
    textarea.addEventListener("blur", () => this.completion.close());
    this.scroller.addEventListener("scroll", () => {
      if (this.mirror.scrolled()) this.painter.paint();
      if (this.completion.isOpen && !this.completion.isInView()) this.completion.close();
    }, { passive: true });
    new ResizeObserver(() => {
      this.mirror.resized();
      this.painter.paint();
    }).observe(this.scroller);
    // A press beside the text is meant for it.
    this.scroller.addEventListener("pointerdown", (event) => {
      if (event.target !== this.scroller && !this.gutter.contains(event.target)) return;
      event.preventDefault();
      textarea.focus({ preventScroll: true });
    });
  }

  /** Mirrors the textarea; the event, where there is one, says whether somebody is typing. */
  update(event) {
    const text = this.textarea.value;
    this.mirrored = text;
    this.tree = this.language.read(text);
    this.countLines(text);
    this.mirror.update();
    this.painter.paint();
    if (event && !event.isComposing) this.completion.typed(event);
    this.changed(this);
    // At once rather than when the browser tells of it, which would cost a second frame.
    this.caretMoved();
  }

  countLines(text) {
    let lines = 1;
    for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) lines += 1;
    if (lines === this.lines) return;
    this.lines = lines;
    this.numbers.textContent = Array.from({ length: lines }, (_, index) => index + 1).join("\n");
  }

  caretMoved() {
    if (this.caret === this.lastCaret) return;
    this.lastCaret = this.caret;
    if (!this.isEditing) this.completion.moved();
    this.moved(this);
  }

  /**
   * Another document: its undo begins anew. Browsers have one list of undo steps for a whole page, so a text area for each
   * document would not keep them apart: undo would change a document that is not in view.
   */
  setText(text) {
    if (text === this.textarea.value) return;
    this.completion.close();
    this.textarea.value = text;
    this.textarea.setSelectionRange(0, 0);
    this.scroller.scrollTo(0, 0);
    this.update(null);
  }

  /**
   * Replaces a range so that the browser's own undo takes it back. What stays the same at both ends is left alone, so the
   * view does not jump. The caret ends at `caret`, else behind the text.
   */
  edit(from, to, text, caret = from + text.length, caretEnd = caret) {
    const { textarea } = this;
    const active = document.activeElement;
    const old = textarea.value.slice(from, to);
    const start = commonStart(old, text);
    const end = commonEnd(old, text, start);
    const inserted = text.slice(start, text.length - end);
    if (old !== text) {
      this.isEditing = true;
      textarea.focus({ preventScroll: true });
      textarea.setSelectionRange(from + start, to - end);
      const isDone = document.execCommand(inserted === "" ? "delete" : "insertText", false, inserted);
      if (!isDone) textarea.setRangeText(inserted, from + start, to - end, "end");
      this.update(null);
      this.isEditing = false;
    }
    textarea.setSelectionRange(caret, caretEnd);
    if (active && active !== textarea && active !== document.body && active.isConnected) active.focus({ preventScroll: true });
    this.caretMoved();
  }

  /** Replaces all of the text as one step of undo, and keeps the caret at about its place. */
  replaceAll(text) {
    if (text === this.value) return;
    const { line, column } = this.place();
    const lines = text.split("\n");
    const row = Math.min(line, lines.length);
    const start = lines.slice(0, row - 1).reduce((sum, each) => sum + each.length + 1, 0);
    this.edit(0, this.value.length, text, start + Math.min(column - 1, lines[row - 1].length));
  }

  /** Line and column of the caret, from 1. */
  place(offset = this.caret) {
    const text = this.mirrored;
    let line = 1;
    let start = 0;
    for (let end; (end = text.indexOf("\n", start)) >= 0 && end < offset; start = end + 1) line += 1;
    return { line, column: offset - start + 1 };
  }

  /** Where an offset is painted, relative to the window. */
  rectOf(offset) { return this.mirror.rectOf(offset); }

  /** The lines that are painted. */
  get rows() { return this.mirror.rows.list; }

  /** The offsets between which they are. */
  visible() { return [this.rows[0].start, this.rows.at(-1).start + this.rows.at(-1).text.length]; }

  /** Selects a range, and scrolls it into view. */
  reveal(start, end = start, focus = true) {
    if (focus) this.textarea.focus({ preventScroll: true });
    this.textarea.setSelectionRange(start, end);
    let at = this.rectOf(start);
    const box = this.scroller.getBoundingClientRect();
    const margin = 40;
    if (at.top < box.top + margin) this.scroller.scrollTop += at.top - box.top - margin;
    else if (at.bottom > box.bottom - margin) this.scroller.scrollTop += at.bottom - box.bottom + margin;
    if (this.mirror.scrolled()) {
      this.painter.paint();
      at = this.rectOf(start);
    }
    const left = box.left + this.gutter.offsetWidth;
    if (at.left < left) this.scroller.scrollLeft += at.left - left - margin;
    else if (at.left > box.right - margin) this.scroller.scrollLeft += at.left - box.right + margin;
  }

  /** Shows problems by lines under the text and dots beside it. */
  setProblems(problems) {
    this.problems = problems;
    this.painter.paint();
    const lines = new Map();
    for (const each of problems) {
      const { line } = this.place(each.start);
      if (lines.get(line) !== "error") lines.set(line, each.severity);
    }
    this.dots.replaceChildren(...[...lines].map(([line, severity]) => {
      const dot = h("span", { class: `dot is-${severity}` });
      dot.style.setProperty("--line", line - 1);
      return dot;
    }));
    if (problems.some((each) => each.severity === "error")) this.textarea.setAttribute("aria-invalid", "true");
    else this.textarea.removeAttribute("aria-invalid");
  }

  /** Goes to the next or the previous problem, and says it. */
  visitProblem(step) {
    const list = this.problems;
    if (list.length === 0) return this.say("No problems.");
    const caret = this.textarea.selectionStart;
    const next = step > 0 ? list.find((each) => each.start > caret) ?? list[0] : list.findLast((each) => each.start < caret) ?? list.at(-1);
    this.reveal(next.start, next.end);
    this.say(`Line ${this.place(next.start).line}: ${next.message}`);
  }
}
