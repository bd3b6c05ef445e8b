// What a browser remembers: signals under a name in local storage, the same in all windows. Never for secrets.

import { signal } from "./signal.js";

const PREFIX = "roster.";

/** A stored signal. `check` says whether something that was read is fit to be used; without storage it lives as long as the page. */
export function stored(name, fallback, check = () => true) {
  const key = PREFIX + name;
  const state = signal(read(key, fallback, check));
  addEventListener("storage", (event) => {
    if (event.key === key || event.key === null) state.value = read(key, fallback, check);
  });
  return {
    get value() {
      return state.value;
    },
    set value(next) {
      try {
        localStorage.setItem(key, JSON.stringify(next));
      } catch {
        // Full or forbidden: the page goes on without.
      }
      state.value = next;
    },
    subscribe: state.subscribe,
  };
}

function read(key, fallback, check) {
  try {
    const text = localStorage.getItem(key);
    const value = text === null ? fallback : JSON.parse(text);
    return value !== null && check(value) ? value : fallback;
  } catch {
    return fallback;
  }
}
