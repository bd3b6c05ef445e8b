// The start page: leads to the chat, or to the settings while nothing is configured. Who is not signed in stays here.

import { connection } from "../api/connection.js";
import { readRegistry } from "../api/registry.js";
import { may, signIn, viewer } from "../api/session.js";
import { button } from "../lib/button.js";
import { fill } from "../lib/h.js";
import { startShell } from "../lib/shell.js";

const address = new URL("/graphql", location.origin).href;
for (const id of ["endpoint", "curl-address"]) document.getElementById(id).textContent = address;
const place = document.getElementById("arrival");

await startShell({ ask: false });
viewer.subscribe(lead);
connection.subscribe((state) => state === "online" && lead());

async function lead() {
  if (connection.value === "offline") return fill(place, "The server does not answer. This page goes on when it does.");
  if (!viewer.value) return;
  if (!viewer.value.role) return fill(place, button("Sign in", () => signIn(), { className: "primary" }), " with an access token, or open the link that the server printed.");
  try {
    const { providers } = await readRegistry();
    const isReady = providers.some((each) => each.models.length > 0);
    location.replace(isReady || !may("EDITOR") ? "/chat" : "/settings");
  } catch (error) {
    fill(place, error.message, " ", button("Retry", lead));
  }
}
