// The chat page: conversations beside the one that is open, which the address's hash says.

import { connection } from "../api/connection.js";
import { followRegistry } from "../api/live.js";
import { may, signIn, viewer } from "../api/session.js";
import { fill, h } from "../lib/h.js";
import { icon } from "../lib/icons.js";
import { command } from "../lib/keys.js";
import { part } from "../lib/part.js";
import { startShell } from "../lib/shell.js";
import { announce } from "../lib/status.js";
import { composer } from "./composer.js";
import { conversationOf, draftOf, keep, newConversation, saveDraft, titleOf } from "./conversations.js";
import { conversationList } from "./list.js";
import { modelPicker } from "./picker.js";
import { choice, current, firstReading, registry, reload, replaced } from "./registry.js";
import { talk } from "./talk.js";

const main = document.getElementById("main");
const picker = modelPicker();
const banner = h("div", { class: "banner", role: "group", "aria-label": "About the models", hidden: true });
const welcome = h("div", { class: "welcome" });
const input = composer({ picker: picker.element, send, stop: () => going?.control.abort(), changed: (words) => saveDraft(draftKey(), words) });
const list = conversationList();
/** The transcript, once there is something to show in it. */
let paper = null;
let conversation = newConversation();
let going = null;

fill(main, h("h1", { class: "visually-hidden" }, "Chat"), list.element, h("section", { class: "talk", "aria-label": "Conversation" }, welcome, banner, input.element));
addEventListener("hashchange", openHash);
command({ id: "new-chat", label: "New chat", keys: "Mod+Alt+N", run: startNew });
command({ id: "focus-message", group: "Focus", label: "Focus the message", run: () => input.focus() });
command({ id: "focus-conversations", group: "Focus", label: "Focus the conversations", run: () => list.focus() });
command({ id: "send", group: "In the message", label: "Send", keys: "Enter", run: null });
command({ id: "newline", group: "In the message", label: "New line", keys: "Shift+Enter", run: null });
command({ id: "stop", label: "Stop generating", keys: "Escape", run: () => going?.control.abort(), when: () => going !== null });

// This takes the token of a sign-in link out of the address at once, before the address is read here.
startShell();
openHash();
let role;
let lastDefault = null;
registry.subscribe(({ defaultModelId }) => {
  if (lastDefault && defaultModelId && lastDefault !== defaultModelId && choice.value === null) announce(`The default is ${current().name} now.`);
  lastDefault = defaultModelId;
  render();
});
connection.subscribe(render);
choice.subscribe(() => picker.update());
replaced.subscribe(render);
viewer.subscribe((now) => {
  if (now?.role && now.role !== role) reload();
  role = now?.role;
  render();
});
registry.subscribe(followRegistry(() => registry.value.version, reload));
connection.subscribe((state) => state === "online" && registry.value.error && viewer.value?.role && reload());
// What has come of an answer is kept where the page is left before its end.
addEventListener("pagehide", () => {
  if (!going) return;
  going.control.abort();
  store(going.conversation);
});
input.focus();

function render() {
  picker.update();
  const { error, providers } = registry.value;
  banner.hidden = !replaced.value;
  if (replaced.value) fill(banner, h("div", { class: "note is-warn" }, icon("warn"), h("p", null, replaced.value)));
  input.reason(whyNot({ error, providers }));
  renderWelcome();
}

/** Why nothing can be sent now, in words or nodes; empty where it can. */
function whyNot({ error, providers }) {
  if (connection.value === "offline") return "Offline: what you type is kept, and can be sent once the server answers again.";
  if (!viewer.value?.role) return connection.value === "connecting" ? "" : [h("button", { type: "button", class: "button link", onclick: () => signIn() }, "Sign in"), " to talk to a model."];
  if (error && !providers) return [`${error.message} `, h("button", { type: "button", class: "button link", onclick: reload }, "Retry")];
  if (!providers) return "";
  if (!current()) return ["No model is enabled. ", may("EDITOR") ? h("a", { href: "/settings" }, "Go to the settings") : "Ask whoever configures this server."];
  if (!may("MEMBER")) return `You are signed in as ${viewer.value.name}, who may see the models but not talk to them.`;
  return "";
}

function renderWelcome() {
  const isEmpty = conversation.turns.length === 0;
  welcome.hidden = !isEmpty;
  if (paper) paper.element.hidden = isEmpty;
  const model = current();
  fill(
    welcome,
    h("p", { class: "greeting" }, model || !registry.value.providers ? "What would you like to know?" : "No model is enabled."),
    h("p", null, model || !registry.value.providers ? `${model ? `${model.name} of ${model.provider.name} answers. ` : ""}Conversations stay in this browser.` : registry.value.providers && may("EDITOR") ? h("a", { class: "button primary", href: "/settings" }, "Add a provider") : null),
  );
}

async function withPaper() {
  const found = paper ?? (await part(() => import("./transcript.js")))?.transcript({ retry, edit });
  paper ??= found ?? null;
  if (paper && !paper.element.isConnected) welcome.after(paper.element);
  return paper;
}

function openHash() {
  const id = location.hash.slice(1);
  if (going && going.conversation.id !== id) going.control.abort();
  conversation = conversationOf(id) ?? newConversation();
  if (id && conversation.id !== id) history.replaceState(null, "", location.pathname);
  if (paper || conversation.turns.length) withPaper().then(() => paper?.show(conversation.turns));
  input.set(draftOf(draftKey()));
  list.mark(conversation.id);
  document.title = conversation.title ? `${conversation.title} – Chat – Roster` : "Chat – Roster";
  renderWelcome();
}

function startNew() {
  if (location.hash) location.hash = "";
  else openHash();
  input.focus();
}

function draftKey() {
  return conversation.turns.length ? conversation.id : "new";
}

async function send(words) {
  input.busy(true);
  await Promise.all([firstReading(), withPaper()]);
  if (!current() || !paper) return input.busy(false), input.set(words);
  saveDraft(draftKey(), "");
  if (conversation.turns.length === 0) {
    conversation.title = titleOf(words);
    saveDraft("new", "");
  }
  const turn = { role: "user", content: words, at: Date.now() };
  conversation.turns.push(turn);
  renderWelcome();
  paper.add(turn, conversation.turns.length - 1);
  if (location.hash !== `#${conversation.id}`) history.pushState(null, "", `#${conversation.id}`);
  return answer();
}

async function answer() {
  const model = current();
  if (!model || going) return;
  replaced.value = null;
  const here = conversation;
  const { id, name, providerSdkId, imageUrl } = model.provider;
  const turn = { role: "assistant", content: "", at: Date.now(), model: { name: model.name, modelSdkId: model.modelSdkId }, provider: { id, name, providerSdkId, imageUrl }, going: true };
  const messages = here.turns.filter((each) => each.content).map(({ role, content }) => ({ role, content }));
  here.turns.push(turn);
  const shown = paper.add(turn, here.turns.length - 1);
  store(here);
  const control = new AbortController();
  const { promise: ended, resolve } = Promise.withResolvers();
  going = { control, conversation: here, ended };
  input.busy(true);
  announce("Generating.", { quietly: true });
  await talk({ turn, messages, signal: control.signal, grew: () => shown.grow(turn.content) });
  going = null;
  input.busy(false);
  shown.end(turn);
  store(here);
  resolve();
  announce(turn.failed ? `Failed: ${turn.failed}` : turn.stopped ? "Stopped." : "Done.", { quietly: true });
}

function store(which) {
  which.at = Date.now();
  keep({ ...which, turns: which.turns.map(({ going: unfinished, ...turn }) => (unfinished ? { ...turn, stopped: true } : turn)) });
  list.mark(conversation.id);
}

/** Stops what is being generated, if anything is, and waits for its end. */
async function halt() {
  going?.control.abort();
  await going?.ended;
}

/** Asks again for the answer at this place; what followed it goes. */
async function retry(index) {
  await halt();
  conversation.turns.splice(index);
  paper.show(conversation.turns);
  answer();
}

/** Takes a question back into the composer, with everything after it out of the conversation. */
async function edit(index) {
  await halt();
  const { content } = conversation.turns[index];
  conversation.turns.splice(index);
  paper.show(conversation.turns);
  input.set(content);
  if (conversation.turns.length) store(conversation);
  renderWelcome();
  input.focus();
}
