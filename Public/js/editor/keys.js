// What an editor's keys do beyond what the browser does by itself. Nothing here happens while an input method composes.
import { tabIndents } from "./editor.js";

const pairs = { "(": ")", "[": "]", "{": "}", '"': '"' };
const closers = new Set(Object.values(pairs));
const mac = /Mac|iPhone|iPad/.test(navigator.platform);
const unit = "  ";

/** Handles a key, and says whether it did. */
export function handleKey(editor, event) {
  const command = mac ? event.metaKey : event.ctrlKey;
  if (command && !event.altKey && event.key === "/") return toggleComment(editor);
  if ((event.ctrlKey && event.key === " ") || (command && !event.altKey && !event.shiftKey && event.key.toLowerCase() === "i")) {
    editor.completion.open(true);
    return true;
  }
  if (event.key === "F8" && !command && !event.altKey) {
    editor.visitProblem(event.shiftKey ? -1 : 1);
    return true;
  }
  if (event.ctrlKey && !event.metaKey && !event.altKey && event.shiftKey === mac && event.key.toLowerCase() === "m") return toggleTab(editor);
  if (event.ctrlKey || event.metaKey) return false;
  if (event.key === "Tab") return tab(editor, event);
  if (event.key === "Escape") {
    editor.leavesByTab = true;
    return false;
  }
  if (event.key !== "Shift") editor.leavesByTab = false;
  if (event.altKey && event.key.length > 1) return false;
  if (event.key === "Enter" && !event.shiftKey) return newLine(editor);
  if (event.key === "Backspace") return deletePair(editor);
  return event.key.length === 1 ? bracket(editor, event.key) : false;
}

function selection(editor) {
  const { selectionStart: start, selectionEnd: end, value } = editor.textarea;
  return { start, end, value };
}

function toggleTab(editor) {
  tabIndents.value = !tabIndents.value;
  editor.leavesByTab = false;
  editor.say(tabIndents.value ? "Tab indents. Escape, then Tab, leaves the editor." : "Tab moves the focus.");
  editor.moved(editor);
  return true;
}

function tab(editor, event) {
  if (!tabIndents.value || editor.leavesByTab) return false;
  const { start, end, value } = selection(editor);
  if (start === end && !event.shiftKey) {
    editor.edit(start, end, unit);
    return true;
  }
  return changeLines(editor, (line) => (event.shiftKey ? line.replace(/^( {1,2}|\t)/, "") : line && unit + line));
}

/** Applies a change to each line of the selection, and keeps it selected. */
function changeLines(editor, change) {
  const { start, end, value } = selection(editor);
  const from = value.lastIndexOf("\n", start - 1) + 1;
  const until = value.indexOf("\n", end > start && value[end - 1] === "\n" ? end - 1 : end);
  const to = until < 0 ? value.length : until;
  const lines = value.slice(from, to).split("\n");
  const changed = lines.map(change);
  const first = changed[0].length - lines[0].length;
  const text = changed.join("\n");
  const total = text.length - (to - from);
  editor.edit(from, to, text, Math.max(from, start + first), Math.max(from, end + total));
  return true;
}

function toggleComment(editor) {
  const mark = editor.language.comment;
  if (!mark) return false;
  const { start, end, value } = selection(editor);
  const from = value.lastIndexOf("\n", start - 1) + 1;
  const lines = value.slice(from, end).split("\n").filter((line) => line.trim() !== "");
  const isCommented = lines.length > 0 && lines.every((line) => line.trimStart().startsWith(mark));
  const least = Math.min(...lines.map((line) => line.length - line.trimStart().length));
  return changeLines(editor, (line) => {
    if (isCommented) return line.replace(new RegExp(`^(\\s*)${mark} ?`), "$1");
    return line.trim() === "" ? line : `${line.slice(0, least)}${mark} ${line.slice(least)}`;
  });
}

function newLine(editor) {
  const { start, end, value } = selection(editor);
  const lineStart = value.lastIndexOf("\n", start - 1) + 1;
  const indent = /^[ \t]*/.exec(value.slice(lineStart, start))[0];
  const before = value.slice(lineStart, start).trimEnd().at(-1);
  const isOpen = before !== undefined && before !== '"' && before in pairs;
  const inner = isOpen ? indent + unit : indent;
  const closes = isOpen && value[end] === pairs[before];
  editor.edit(start, end, `\n${inner}${closes ? `\n${indent}` : ""}`, start + 1 + inner.length);
  return true;
}

/** Pairs of brackets and quotes: opened together, closed by typing over, deleted together. */
function bracket(editor, key) {
  const { start, end, value } = selection(editor);
  if (start !== end) {
    if (!(key in pairs)) return false;
    editor.edit(start, end, key + value.slice(start, end) + pairs[key], start + 1, end + 1);
    return true;
  }
  if (closers.has(key) && value[start] === key && (key !== '"' || value[start - 1] !== "\\")) {
    editor.textarea.setSelectionRange(start + 1, start + 1);
    return true;
  }
  if (key in pairs) return openPair(editor, key, start, value);
  return closers.has(key) && dedent(editor, key, start, value);
}

function openPair(editor, key, start, value) {
  const next = value[start];
  const isFree = next === undefined || /[\s)\]},:]/.test(next);
  const isText = editor.tree.tokens.some((token) => token.start < start && start < token.end + (token.kind === "comment" || !token.closed ? 1 : 0) &&
    ["comment", "string", "block"].includes(token.kind));
  if (!isFree || isText || (key === '"' && /[\w"]/.test(value[start - 1] ?? ""))) return false;
  editor.edit(start, start, key + pairs[key], start + 1);
  editor.completion.typed({ data: key });
  return true;
}

/** A closing bracket at the start of its line goes back to where its line's opener is. */
function dedent(editor, key, start, value) {
  const lineStart = value.lastIndexOf("\n", start - 1) + 1;
  const before = value.slice(lineStart, start);
  if (before === "" || before.trim() !== "") return false;
  const indent = before.endsWith(unit) ? before.slice(0, -unit.length) : "";
  editor.edit(lineStart, start, indent + key);
  return true;
}

function deletePair(editor) {
  const { start, end, value } = selection(editor);
  if (start !== end || start === 0) return false;
  if (pairs[value[start - 1]] === value[start] && value[start] !== undefined) {
    editor.edit(start - 1, start + 1, "");
    return true;
  }
  const lineStart = value.lastIndexOf("\n", start - 1) + 1;
  const before = value.slice(lineStart, start);
  if (before.trim() !== "" || before.length < 2 || before.length % 2 === 1 || before.includes("\t")) return false;
  editor.edit(start - 2, start, "");
  return true;
}
