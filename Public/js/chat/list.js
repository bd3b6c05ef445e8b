// The list of conversations, and the way to a new one.

import { h, text } from "../lib/h.js";
import { icon } from "../lib/icons.js";
import { keyed } from "../lib/keyed.js";
import { confirm } from "../lib/dialog.js";
import { announce } from "../lib/status.js";
import { conversations, remove } from "./conversations.js";

/** `mark(id)` shows which one is open. */
export function conversationList() {
  const list = h("ul", { class: "conversations" });
  const rows = keyed(list, row);
  const fresh = h("a", { class: "button new", href: "#" }, icon("add"), "New chat");
  const none = h("p", { class: "none" }, "What you talk about is kept in this browser only.");
  const nav = h("nav", { class: "side", "aria-label": "Conversations" }, fresh, list, none);
  const drawer = h("details", { class: "drawer", open: matchMedia("(min-width: 45.01rem)").matches }, h("summary", null, icon("history"), "Conversations"), nav);
  let open = null;
  conversations.subscribe(draw);
  matchMedia("(min-width: 45.01rem)").addEventListener("change", (event) => (drawer.open = event.matches));
  nav.addEventListener("click", (event) => {
    if (event.target.closest("a") && !matchMedia("(min-width: 45.01rem)").matches) drawer.open = false;
  });

  function draw() {
    rows(conversations.value);
    none.hidden = conversations.value.length > 0;
    mark(open);
  }
  function mark(id) {
    open = id;
    for (const link of list.querySelectorAll("a")) {
      if (link.hash === `#${id}`) link.setAttribute("aria-current", "true");
      else link.removeAttribute("aria-current");
    }
  }
  return {
    element: drawer,
    mark,
    focus() {
      drawer.open = true;
      fresh.focus();
    },
  };
}

function row({ id }) {
  const link = h("a", { href: `#${id}` });
  const drop = h("button", { type: "button", class: "button quiet square", onclick: ask }, icon("trash"));
  async function ask() {
    const agreed = await confirm({ title: "Delete this conversation?", text: "It is only in this browser, and cannot be brought back.", action: "Delete", danger: true });
    if (!agreed) return;
    remove(id);
    if (location.hash === `#${id}`) location.hash = "";
    announce("The conversation was deleted.");
    document.querySelector(".side .new")?.focus();
  }
  return {
    element: h("li", null, link, drop),
    update({ title }) {
      text(link, title || "Conversation");
      drop.setAttribute("aria-label", `Delete ${title || "conversation"}`);
    },
  };
}
