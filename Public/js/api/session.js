// Who is asking: the session's cookie, which scripts cannot read, got by handing over a token once.

import { signal } from "../lib/signal.js";
import { access, query, send } from "./client.js";
import { connection } from "./connection.js";

/** `{ name, role }`; null while nobody is known. A role of null may do nothing. */
export const viewer = signal(null);

/** How a person is asked for a token: a function that resolves to true once `handOver` succeeded, false if given up. */
export const prompt = { open: async () => false };

let asking = null;

/** Asks to sign in, once however many requests need it. */
export function signIn() {
  connection.value = "signed-out";
  asking ??= prompt.open().finally(() => (asking = null));
  return asking;
}
access.ask = signIn;

/** Exchanges a token for a session. `ok`, or what was wrong in words. */
export async function handOver(token) {
  const response = await send("/session", { body: { token }, signIn: false });
  if (!response.ok) {
    const answer = await response.json().catch(() => null);
    return { ok: false, words: response.status === 401 ? "This token is not valid here." : (answer?.detail ?? answer?.title ?? "The server refused this token.") };
  }
  connection.value = "online";
  await whoAmI();
  return { ok: true };
}

/** Ends the session. */
export async function signOut() {
  await send("/session", { method: "DELETE", signIn: false });
  viewer.value = { name: "anonymous", role: null };
  connection.value = "signed-out";
}

/** Asks the server who is asking. */
export async function whoAmI() {
  const nobody = { name: "anonymous", role: null };
  const found = await query("query Viewer { viewer { name role } }", {}, { signIn: false }).catch((error) => {
    if (error.status === 401) return { data: { viewer: nobody } };
    throw error;
  });
  viewer.value = found.data.viewer;
  connection.value = viewer.value.role ? "online" : "signed-out";
  return viewer.value;
}

/** Takes the token of a sign-in link out of the address, before anything else is done with the address. */
export function tokenOfLink() {
  const fields = new URLSearchParams(location.hash.slice(1));
  const token = fields.get("token");
  if (token === null) return null;
  history.replaceState(history.state, "", location.pathname);
  return token;
}

/** Whether the viewer may do what needs that role. */
export function may(role) {
  const roles = ["VIEWER", "MEMBER", "EDITOR", "ADMIN"];
  return roles.indexOf(viewer.value?.role) >= roles.indexOf(role);
}
