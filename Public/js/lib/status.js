// The two live regions of a page: one polite, one urgent. Both also show what they say.

import { h } from "./h.js";

const polite = h("p", { role: "status", class: "announcement", "aria-live": "polite" });
const urgent = h("p", { role: "alert", class: "announcement is-bad" });
const SHOWN = 6000;
const timers = new Map();

const regions = h("div", { class: "announcements" }, polite, urgent);

/** Puts the regions into the page, or into the topmost modal dialog, outside of which nothing is read out. */
export function mountStatus() {
  ([...document.querySelectorAll("dialog:modal")].at(-1) ?? document.body).append(regions);
}

/** Says that something is done. `quietly` leaves out what the eye sees anyway. */
export function announce(words, how) {
  say(polite, words, how);
}

/** Says that something failed. Where it failed in a place of its own it stands there too, and this is said `quietly`. */
export function alarm(words, how) {
  say(urgent, words, how);
}

function say(region, words, { quietly = false } = {}) {
  region.classList.toggle("visually-hidden", quietly);
  clearTimeout(timers.get(region));
  region.textContent = region.textContent === words ? `${words}\u00a0` : words;
  timers.set(region, setTimeout(() => (region.textContent = ""), SHOWN));
}
