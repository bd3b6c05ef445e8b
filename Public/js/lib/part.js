// Parts of a page that are fetched when they are first needed, so that the page itself is there sooner.

import { alarm } from "./status.js";

/** What `load` imports; null where it cannot be had, which is said. */
export async function part(load) {
  try {
    return await load();
  } catch {
    alarm("This part of the page could not be loaded. Try again when the server answers.");
    return null;
  }
}
