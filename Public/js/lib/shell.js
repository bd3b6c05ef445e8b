// What all pages share: the top bar, the live regions, signing in, the palette.

import { connection } from "../api/connection.js";
import { handOver, prompt, signIn, signOut, tokenOfLink, viewer, whoAmI } from "../api/session.js";
import { fill, h } from "./h.js";
import { icon } from "./icons.js";
import { command } from "./keys.js";
import { menuButton } from "./menu.js";
import { togglePalette } from "./palette.js";
import { part } from "./part.js";
import { alarm, announce, mountStatus } from "./status.js";
import { themeMenu } from "./theme-menu.js";

const PAGES = [
  ["Chat", "/chat"],
  ["Settings", "/settings"],
  ["Playground", "/playground"],
];

const STATES = {
  connecting: ["unknown", "Connecting", ""],
  online: ["ok", "Online", "ok"],
  offline: ["offline", "Offline", "bad"],
  "signed-out": ["user", "Signed out", "warn"],
};

// The dialog is fetched when it is first needed: most visits have a session.
prompt.open = async (fault) => Boolean(await (await part(() => import("./sign-in.js")))?.askForToken(fault));

/**
 * Fills `<header class="bar">`, takes a sign-in link's token, and finds out who is asking. Resolves once that is known;
 * `viewer` says who. Where nobody is signed in, a dialog asks, unless `ask` is false.
 */
export async function startShell({ ask = true } = {}) {
  const token = tokenOfLink();
  mountStatus();
  mountBar();
  for (const [label, path] of PAGES) {
    if (path !== location.pathname) command({ id: `go:${path}`, group: "Go to", label: `Go to ${label}`, run: () => location.assign(path) });
  }
  command({ id: "focus-main", group: "Focus", label: "Focus the content", run: () => document.getElementById("main")?.focus() });
  await enter(token, ask);
}

async function enter(token, ask) {
  try {
    if (token !== null) {
      const result = await handOver(token);
      if (result.ok) announce(`Signed in as ${viewer.value.name}.`);
      else await prompt.open("The token of this link is not valid here; it may have been revoked. Another one will do.");
      return;
    }
    const { role } = await whoAmI();
    if (!role && ask) await signIn();
  } catch (error) {
    if (error.code !== "OFFLINE") alarm(error.message);
    else whenOnline(() => enter(token, ask));
  }
}

function whenOnline(run) {
  const end = connection.subscribe((state) => {
    if (state !== "online") return;
    queueMicrotask(() => end());
    run();
  });
}

function mountBar() {
  const bar = document.querySelector("header.bar");
  const nav = h(
    "nav",
    { "aria-label": "Pages", class: "pages" },
    PAGES.map(([label, path]) => h("a", { href: path, "aria-current": path === location.pathname ? "page" : null }, label)),
  );
  fill(
    bar,
    h("a", { class: "wordmark", href: "/", "aria-label": "Roster, start" }, "Roster"),
    nav,
    h("div", { class: "bar-end" }, connectionPill(), themeMenu(), shortcutsButton()),
  );
}

function connectionPill() {
  const content = h("span", { class: "state" });
  const pill = menuButton({
    label: "Connection and account",
    className: "button quiet pill",
    content,
    items: () => [
      { label: accountLine(), disabled: true, run() {} },
      null,
      viewer.value?.role && viewer.value.name !== "anonymous"
        ? { label: "Sign out", run: () => signOut().then(() => announce("Signed out."), (error) => alarm(error.message)) }
        : { label: "Sign in…", run: () => signIn() },
    ],
  });
  connection.subscribe((value) => {
    const [picture, word, kind] = STATES[value];
    fill(content, icon(picture), h("span", null, word));
    content.dataset.state = kind;
    pill.button.setAttribute("aria-label", `${word}. Connection and account`);
    document.documentElement.dataset.connection = value;
    for (const control of document.querySelectorAll("[data-writes]")) control.disabled = value === "offline";
  });
  return pill.element;
}

function accountLine() {
  const who = viewer.value;
  return who?.role ? `${who.name}, ${who.role.toLowerCase()}` : "Nobody is signed in";
}

function shortcutsButton() {
  return h("button", { type: "button", class: "button quiet shortcuts", onclick: togglePalette, "aria-label": "Shortcuts, F1" }, h("span", { class: "word" }, "Shortcuts"), h("kbd", null, "F1"));
}
