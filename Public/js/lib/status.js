// The two live regions of a page: one polite, one urgent. Both also show what they say.

import { h } from "./h.js";

const polite = h("p", { role: "status", class: "announcement", "aria-live": "polite" });
const urgent = h("p", { role: "alert", class: "announcement is-bad" });
const SHOWN = 6000;
const timers = new Map();

/** Puts the regions into the page, empty. */
export function mountStatus() {
  document.body.append(h("div", { class: "announcements" }, polite, urgent));
}

/** Says that something is done. `quietly` leaves out what the eye sees anyway. */
export function announce(words, { quietly = false } = {}) {
  polite.classList.toggle("visually-hidden", quietly);
  say(polite, words);
}

/** Says that something failed. It also has to stand where it failed: this alone is not enough. */
export function alarm(words) {
  say(urgent, words);
}

function say(region, words) {
  clearTimeout(timers.get(region));
  region.textContent = region.textContent === words ? `${words}\u00a0` : words;
  timers.set(region, setTimeout(() => (region.textContent = ""), SHOWN));
}
