// The lines that are painted, each an element of its own: a browser paints anew only those that change.
import { h } from "../lib/h.js";

export class Rows {
  constructor(parent) {
    this.parent = parent;
    this.list = [];
    this.first = 0;
    this.lines = 1;
  }

  /** Shows lines; `first` is the number of the first in the document, from 0, which has so many `lines` and begins at `base`. */
  show(texts, { first, lines, base }) {
    this.splice(0, first - this.first, texts.length);
    const { list } = this;
    let same = 0;
    while (same < list.length && list[same].text === texts[same]) same += 1;
    // Lines that came or went move those below them, which stay the same elements.
    this.splice(same, this.lines - lines, texts.length);
    this.splice(texts.length, list.length - texts.length, Infinity);
    if (list.length < texts.length) this.splice(list.length, list.length - texts.length, texts.length);
    let start = base;
    for (const [index, text] of texts.entries()) {
      const row = list[index];
      row.start = start;
      if (row.text !== text) {
        row.text = text;
        row.node.data = `${text}\n`;
      }
      start += text.length + 1;
    }
    Object.assign(this, { first, lines });
  }

  /** Takes out so many rows at a place; or, where the number is negative, puts in so many, but no more than `most`. */
  splice(at, count, most) {
    const { list, parent } = this;
    if (count > 0) for (const row of list.splice(at, count)) row.element.remove();
    if (count >= 0) return;
    const made = Array.from({ length: Math.min(-count, most) }, row);
    const fragment = document.createDocumentFragment();
    fragment.append(...made.map((each) => each.element));
    parent.insertBefore(fragment, list[at]?.element ?? null);
    list.splice(at, 0, ...made);
  }

  /** The row that an offset is in, if it is there. */
  at(offset) {
    return this.list.find((row) => row.start <= offset && offset <= row.start + row.text.length);
  }
}

function row() {
  // The line end gives an empty line its height.
  const node = document.createTextNode("\n");
  return { element: h("div", null, node), node, text: "", start: 0 };
}
