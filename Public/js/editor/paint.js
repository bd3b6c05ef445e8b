// Paints tokens by the CSS Custom Highlight API: colours and underlines only, so that no letter ever moves. The lines in
// view are painted and no others; that keeps a keystroke cheap however long the document is.

const roles = {
  keyword: "keyword", operation: "type", fragment: "type", field: "field", alias: "argument", argument: "argument",
  type: "type", variable: "variable", directive: "keyword", enum: "number", number: "number", string: "string",
  description: "comment",
};
const kinds = { string: "string", block: "string", int: "number", float: "number", number: "number", comment: "comment" };

/** One registry for all editors of a document: each puts in and takes out its own ranges. */
function highlight(name) {
  if (!CSS.highlights.has(name)) {
    const made = new Highlight();
    // Problems are drawn over colours.
    made.priority = name === "gql-error" || name === "gql-warning" ? 2 : 1;
    CSS.highlights.set(name, made);
  }
  return CSS.highlights.get(name);
}

// Where a person chose the colours, browsers paint highlights as if they were selected text.
const forced = matchMedia("(forced-colors: active)");
const canPaint = typeof Highlight === "function" && CSS.highlights !== undefined;

/**
 * Paints a surface: an object with `element`, `tree`, `problems`, `mirrored`, which is its text, `visible()`, the offsets
 * between which there is something to paint, and `rows`, a list of `{ node, start, text }`.
 */
export class Painter {
  constructor(surface) {
    this.surface = surface;
    this.painted = new Map();
    this.isScheduled = false;
    forced.addEventListener("change", () => this.schedule());
    if (!canPaint) surface.element.classList.add("is-plain");
  }

  /** Paints before the next frame. */
  schedule() {
    if (this.isScheduled) return;
    this.isScheduled = true;
    requestAnimationFrame(() => this.paint());
  }

  paint() {
    this.isScheduled = false;
    if (!canPaint) return;
    const rows = forced.matches ? [] : this.surface.rows;
    const marks = rows.map(() => []);
    let at = 0;
    for (const { name, start, end } of this.pieces()) {
      while (at < rows.length && rows[at].start + rows[at].text.length < start) at += 1;
      for (let index = at; index < rows.length && rows[index].start < end; index += 1) mark(marks[index], name, start, end, rows[index]);
    }
    for (const { name, start, end } of this.problems()) {
      for (const [index, row] of rows.entries()) mark(marks[index], name, start, end, row);
    }
    const gone = new Set(this.painted.keys());
    for (const [index, row] of rows.entries()) {
      gone.delete(row);
      this.paintRow(row, marks[index]);
    }
    for (const row of gone) this.clear(row);
  }

  /** The tokens that have a colour, in order. Punctuation has that of the text under it, for every range has its cost. */
  *pieces() {
    const { tree: { tokens } } = this.surface;
    const [from, to] = this.surface.visible();
    for (let index = firstEndingBehind(tokens, from); index < tokens.length && tokens[index].start < to; index += 1) {
      const { role, kind, start, end } = tokens[index];
      const name = roles[role] ?? kinds[kind];
      if (name) yield { name: `gql-${name}`, start, end };
    }
  }

  /** The problems; what is at the end of the text is shown at its last character. */
  problems() {
    const { mirrored: { length }, problems } = this.surface;
    const [from, to] = this.surface.visible();
    return problems.filter((each) => each.end >= from && each.start <= to).map((each) => {
      const start = Math.max(0, Math.min(each.start, length - 1));
      return { name: `gql-${each.severity}`, start, end: Math.max(start + 1, Math.min(each.end, length)) };
    });
  }

  /** A row that is painted so already is left alone. */
  paintRow(row, marks) {
    const key = marks.join();
    if (this.painted.get(row)?.key === key) return;
    this.clear(row);
    const ranges = marks.map(([name, start, end]) => {
      const range = new StaticRange({ startContainer: row.node, startOffset: start, endContainer: row.node, endOffset: end });
      highlight(name).add(range);
      return [name, range];
    });
    this.painted.set(row, { key, ranges });
  }

  clear(row) {
    for (const [name, range] of this.painted.get(row)?.ranges ?? []) CSS.highlights.get(name).delete(range);
    this.painted.delete(row);
  }
}

/** Notes the part of a piece that is in a row. */
function mark(marks, name, start, end, row) {
  const from = Math.max(start, row.start) - row.start;
  const to = Math.min(end - row.start, row.text.length);
  if (from < to) marks.push([name, from, to]);
}

function firstEndingBehind(tokens, offset) {
  let low = 0;
  let high = tokens.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (tokens[middle].end <= offset) low = middle + 1;
    else high = middle;
  }
  return low;
}
