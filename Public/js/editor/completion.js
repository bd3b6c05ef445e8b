// The list of suggestions at the caret: arrows choose, Enter and Tab accept, Escape closes it and nothing else.
import { fill, h, text } from "../lib/h.js";

const shownAtMost = 100;
const marks = { field: "f", argument: "a", type: "T", variable: "$", enum: "e", keyword: "k", fragment: "F", directive: "@" };

export class Completion {
  constructor(editor) {
    this.editor = editor;
    this.id = `${editor.id}-list`;
    this.list = h("ul", { class: "suggestions", role: "listbox", id: this.id, "aria-label": "Suggestions" });
    this.about = h("p", { class: "about" });
    this.element = h("div", { class: "completion", popover: "manual" }, this.list, this.about);
    this.element.addEventListener("pointerdown", (event) => event.preventDefault());
    editor.element.append(this.element);
    const { textarea } = editor;
    textarea.setAttribute("aria-autocomplete", "list");
    textarea.setAttribute("aria-haspopup", "listbox");
    textarea.setAttribute("aria-controls", this.id);
    this.shown = [];
    this.at = -1;
    this.isOpen = false;
  }

  /** After typing: opens where a name begins, follows while it goes on. */
  typed(event) {
    const data = event.data ?? "";
    if (/^[A-Za-z_@$]$/.test(data) || (data === "." && this.editor.value.slice(0, this.editor.caret).endsWith("...")) ||
      (this.editor.language.opensOn?.includes(data) && data !== "")) this.open(false);
    else if (this.isOpen && (/^\w$/.test(data) || event.inputType?.startsWith("delete"))) this.open(this.isExplicit);
    else this.close();
  }

  /** After the caret moved by itself: closed, unless it is still in the same word. */
  moved() {
    if (!this.isOpen) return;
    const { caret } = this.editor;
    if (caret < this.found.from || caret > this.found.to + 1) this.close();
  }

  open(isExplicit) {
    const { editor } = this;
    if (editor.textarea.selectionStart !== editor.textarea.selectionEnd) return this.close();
    const found = editor.language.complete?.(editor.tree, editor.caret, isExplicit) ?? { suggestions: [] };
    this.found = found;
    this.isExplicit = isExplicit;
    this.shown = found.suggestions.slice(0, shownAtMost);
    if (this.shown.length === 0) {
      if (isExplicit) editor.say("No suggestions here.");
      return this.close();
    }
    const typed = editor.value.slice(found.from, editor.caret);
    const [first] = this.shown;
    const isDone = first.insert === editor.value.slice(found.from, found.to);
    if (isDone && this.shown.length === 1) return this.close();
    const wasOpen = this.isOpen;
    fill(this.list, this.shown.map((each, index) => this.row(each, index, typed)));
    this.isOpen = true;
    if (!this.element.matches(":popover-open")) this.element.showPopover();
    // Enter is a line end as long as nothing was typed that a suggestion completes.
    this.choose(isExplicit || (typed !== "" && !isDone) ? 0 : -1);
    this.place();
    if (!wasOpen) {
      editor.say(`${found.suggestions.length} suggestion${found.suggestions.length === 1 ? "" : "s"}. ${first.label}, ${first.kind}${first.detail ? `, ${first.detail}` : ""}`);
    }
  }

  row(each, index, typed) {
    const at = each.label.toLowerCase().indexOf(typed.toLowerCase());
    const label = typed === "" || at < 0 ? each.label
      : [each.label.slice(0, at), h("b", null, each.label.slice(at, at + typed.length)), each.label.slice(at + typed.length)];
    return h("li", {
      role: "option", id: `${this.id}-${index}`, class: each.deprecated ? "is-deprecated" : null,
      onclick: () => this.accept(index), onpointermove: () => this.choose(index, false),
    },
    h("span", { class: `mark is-${each.kind}`, "aria-hidden": "true" }, marks[each.kind] ?? ""),
    h("span", { class: "label" }, label), h("span", { class: "detail" }, each.detail));
  }

  choose(index, scroll = true) {
    this.list.children[this.at]?.removeAttribute("aria-selected");
    this.at = index;
    const row = this.list.children[index];
    const { textarea } = this.editor;
    const each = this.shown[index] ?? this.shown[0];
    text(this.about, [each.deprecated ? `Deprecated. ${each.reason ?? ""}` : "", each.description].filter(Boolean).join(" "));
    this.about.hidden = this.about.textContent === "";
    if (!row) return textarea.removeAttribute("aria-activedescendant");
    row.setAttribute("aria-selected", "true");
    textarea.setAttribute("aria-activedescendant", row.id);
    if (scroll) row.scrollIntoView({ block: "nearest" });
  }

  place() {
    const at = this.editor.rectOf(this.found.from);
    const { style } = this.element;
    style.setProperty("max-block-size", "");
    const size = this.element.getBoundingClientRect();
    const above = at.bottom + 4 + size.height > innerHeight && at.top > innerHeight - at.bottom;
    style.setProperty("inset-inline-start", `${Math.max(8, Math.min(at.left - 28, innerWidth - size.width - 8))}px`);
    style.setProperty("inset-block-start", `${above ? Math.max(8, at.top - 4 - size.height) : at.bottom + 4}px`);
  }

  isInView() {
    const { top, bottom } = this.editor.rectOf(this.found.from);
    const box = this.editor.scroller.getBoundingClientRect();
    if (bottom < box.top || top > box.bottom) return false;
    this.place();
    return true;
  }

  close() {
    if (!this.isOpen) return;
    this.isOpen = false;
    this.editor.textarea.removeAttribute("aria-activedescendant");
    if (this.element.matches(":popover-open")) this.element.hidePopover();
    this.list.replaceChildren();
    this.editor.moved(this.editor);
  }

  accept(index = this.at) {
    const each = this.shown[index];
    const { from, to } = this.found;
    this.close();
    this.editor.edit(from, to, each.insert, from + each.caret);
    this.editor.say(`${each.label} put in.`);
    if (each.insert !== each.label && !/\w$/.test(each.insert.slice(0, each.caret))) this.open(false);
  }

  handleKey(event) {
    if (!this.isOpen || event.ctrlKey || event.metaKey || event.altKey) return false;
    const last = this.shown.length - 1;
    const move = {
      ArrowDown: this.at >= last ? 0 : this.at + 1, ArrowUp: this.at <= 0 ? last : this.at - 1,
      PageDown: Math.min(last, this.at + 8), PageUp: Math.max(0, this.at - 8),
    }[event.key];
    if (move !== undefined) {
      this.choose(move);
      return true;
    }
    if ((event.key === "Enter" || event.key === "Tab") && !event.shiftKey) {
      if (this.at < 0) {
        this.close();
        return false;
      }
      this.accept();
      return true;
    }
    if (event.key !== "Escape") return false;
    this.close();
    return true;
  }
}
