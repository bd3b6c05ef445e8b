// A button with a menu: arrows, Home, End and first letters move, Escape closes, focus returns.

import { connection } from "../api/connection.js";
import { h } from "./h.js";
import { icon } from "./icons.js";

let count = 0;

/**
 * `items` is called at each opening: `{ label, run, danger, checked, disabled, reason, writes }`, or null for a line
 * between; what `writes` is disabled while the server is offline. `content` is what the button shows, `label` its name where that is no text.
 */
export function menuButton({ label, content, items, className = "button quiet square" }) {
  const id = `menu-${(count += 1)}`;
  const button = h(
    "button",
    { type: "button", class: className, "aria-haspopup": "menu", "aria-expanded": "false", "aria-controls": id, "aria-label": label },
    content ?? icon("menu"),
  );
  const list = h("div", { id, class: "menu", role: "menu", popover: "auto", tabindex: "-1", "aria-label": label });
  button.addEventListener("click", () => (list.matches(":popover-open") ? list.hidePopover() : open()));
  // A click on the button while the menu is open closes it by light dismissal first; without this it would open again.
  button.addEventListener("pointerdown", (event) => list.matches(":popover-open") && event.preventDefault());
  button.addEventListener("keydown", (event) => {
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      open(event.key === "ArrowUp" ? -1 : 0);
    }
  });
  list.addEventListener("keydown", (event) => move(event, list));
  list.addEventListener("focusout", (event) => {
    if (event.relatedTarget && !list.contains(event.relatedTarget) && event.relatedTarget !== button) list.hidePopover();
  });
  list.addEventListener("toggle", (event) => {
    button.setAttribute("aria-expanded", String(event.newState === "open"));
    if (event.newState === "closed") list.replaceChildren();
  });

  function open(at = 0) {
    list.replaceChildren(...items().map((item) => (item ? entry(item, list, button) : h("hr"))));
    list.showPopover();
    placeAt(list, button);
    list.querySelectorAll("button").item(at < 0 ? list.querySelectorAll("button").length - 1 : 0)?.focus();
  }
  return { button, list, open, element: h("span", { class: "menu-anchor" }, button, list) };
}

/** What was placed last: it follows its anchor when the window changes its size. */
let placed = null;
addEventListener("resize", () => placed?.[0].matches(":popover-open") && placeAt(...placed));

/** Puts a popover under what it belongs to, or above it where there is no room, within the window. */
export function placeAt(popover, anchor, alignEnd = true) {
  placed = [popover, anchor, alignEnd];
  const box = anchor.getBoundingClientRect();
  const size = popover.getBoundingClientRect();
  const left = alignEnd ? box.right - size.width : box.left;
  const below = box.bottom + 4;
  const top = below + size.height > innerHeight && box.top - 4 - size.height > 0 ? box.top - 4 - size.height : below;
  popover.style.insetInlineStart = `${Math.max(8, Math.min(left, innerWidth - size.width - 8))}px`;
  popover.style.insetBlockStart = `${Math.max(8, Math.min(top, innerHeight - size.height - 8))}px`;
}

function entry(item, list, button) {
  const isOff = item.writes && connection.value === "offline";
  const disabled = item.disabled || isOff;
  const reason = isOff ? "Not while the server is offline" : item.reason;
  const role = item.checked === undefined ? "menuitem" : "menuitemradio";
  return h(
    "button",
    {
      type: "button",
      role,
      tabindex: "-1",
      class: item.danger ? "is-bad" : null,
      "aria-checked": item.checked === undefined ? null : String(item.checked),
      "aria-disabled": disabled ? "true" : null,
      onclick: () => {
        if (disabled) return;
        list.hidePopover();
        button.focus();
        item.run();
      },
    },
    item.checked === undefined ? null : h("span", { class: "check" }, item.checked ? icon("ok") : null),
    h("span", null, item.label, reason ? h("small", null, reason) : null),
  );
}

function move(event, list) {
  const entries = [...list.querySelectorAll("button")];
  const at = entries.indexOf(document.activeElement);
  const step = { ArrowDown: at + 1, ArrowUp: at - 1 + entries.length, Home: 0, End: entries.length - 1 }[event.key];
  let next = step === undefined ? undefined : entries[step % entries.length];
  if (event.key.length === 1 && event.key !== " " && !event.ctrlKey && !event.metaKey && !event.altKey) {
    const ring = [...entries.slice(at + 1), ...entries.slice(0, at + 1)];
    next = ring.find((item) => item.textContent.trim().toLowerCase().startsWith(event.key.toLowerCase()));
  }
  if (event.key === "Escape") event.stopPropagation();
  if (!next) return;
  event.preventDefault();
  next.focus();
}
