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

export const canPaint = typeof Highlight === "function" && CSS.highlights !== undefined;

export class Painter {
  constructor(editor) {
    this.editor = editor;
    this.painted = [];
    this.isScheduled = false;
    if (!canPaint) editor.element.classList.add("is-plain");
  }

  /** Paints before the next frame. */
  schedule() {
    if (this.isScheduled) return;
    this.isScheduled = true;
    requestAnimationFrame(() => {
      this.isScheduled = false;
      this.paint();
    });
  }

  paint() {
    if (!canPaint) return;
    for (const [name, range] of this.painted) CSS.highlights.get(name).delete(range);
    this.painted = [];
    const [from, to] = this.editor.visible();
    const { tokens } = this.editor.tree;
    for (let index = firstEndingBehind(tokens, from); index < tokens.length && tokens[index].start < to; index += 1) {
      const token = tokens[index];
      // Punctuation has the colour of the text under it, for every range has its cost.
      const name = roles[token.role] ?? kinds[token.kind];
      if (name) this.add(`gql-${name}`, token.start, token.end);
    }
    const { length } = this.editor.mirrored;
    for (const problem of this.editor.problems) {
      const start = Math.min(problem.start, length);
      // What is at the end of the text is shown at its last character.
      const end = Math.max(start + 1, Math.min(problem.end, length));
      if (start <= to && end >= from) this.add(`gql-${problem.severity}`, end > length ? Math.max(0, length - 1) : start, Math.min(end, Math.max(length, 1)));
    }
  }

  add(name, start, end) {
    const { node } = this.editor;
    const [from, to] = this.editor.shown();
    const at = Math.max(start, from) - from;
    const until = Math.min(end, to) - from;
    if (at >= until) return;
    const range = new StaticRange({ startContainer: node, startOffset: at, endContainer: node, endOffset: Math.min(until, node.length) });
    highlight(name).add(range);
    this.painted.push([name, range]);
  }
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
