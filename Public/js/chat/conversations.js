// Conversations: they live in this browser and nowhere else.

import { stored } from "../lib/store.js";

const MOST = 100;
/** In letters: browsers keep about five million for a site. */
const LARGEST = 4_000_000;
const all = stored("conversations", [], (value) => Array.isArray(value) && value.every((each) => typeof each?.id === "string" && Array.isArray(each.turns)));
const drafts = stored("drafts", {}, (value) => typeof value === "object");

/** `{ id, title, at, turns: [{ role, content, at, model, provider, failed, stopped }] }` each, newest first. */
export const conversations = all;

export const conversationOf = (id) => all.value.find((each) => each.id === id) ?? null;

/** Keeps a conversation, and moves it to the front. The oldest of too many are let go. */
export function keep(conversation) {
  const kept = [conversation, ...all.value.filter((each) => each.id !== conversation.id)].slice(0, MOST);
  let size = 0;
  const fits = kept.findIndex((each) => (size += JSON.stringify(each).length) > LARGEST);
  all.value = fits > 0 ? kept.slice(0, fits) : kept;
}

export function remove(id) {
  all.value = all.value.filter((each) => each.id !== id);
  saveDraft(id, "");
}

/** A new one, not kept before its first turn. */
export function newConversation() {
  return { id: crypto.randomUUID?.() ?? `c${Date.now()}${Math.random()}`, title: "", at: Date.now(), turns: [] };
}

/** What stands in the list: the beginning of the first question. */
export function titleOf(text) {
  const line = text.trim().split("\n")[0];
  return [...line].length > 60 ? `${[...line].slice(0, 57).join("")}…` : line;
}

/** What was typed and not sent, by conversation; "new" for one that does not exist yet. */
export const draftOf = (id) => (typeof drafts.value[id] === "string" ? drafts.value[id] : "");

export function saveDraft(id, text) {
  const { [id]: _, ...others } = drafts.value;
  drafts.value = text ? { ...others, [id]: text } : others;
}
