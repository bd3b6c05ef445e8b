// The start page: says at which address this server is, whether it is ready, and what a sign-in link's token is good for.

const address = new URL("graphql", document.baseURI).href;
for (const id of ["endpoint", "curl-address"]) document.getElementById(id).textContent = address;

showReadiness();
takeToken();

async function showReadiness() {
  const state = document.getElementById("readiness");
  const show = (kind, word) => {
    state.dataset.state = kind;
    state.querySelector(".word").textContent = word;
  };
  try {
    const response = await fetch("readyz");
    const { checks } = await response.json();
    const problem = Object.values(checks).find((text) => text !== "ok");
    response.ok ? show("ok", "Ready") : show("warn", problem ?? "Not ready");
  } catch {
    show("bad", "Offline");
  }
}

// The link that the first start prints ends in #token=…: it is taken out of the address before anything else is done.
async function takeToken() {
  const token = new URLSearchParams(location.hash.slice(1)).get("token");
  if (!token) return;
  history.replaceState(null, "", location.pathname);
  const note = document.getElementById("arrival");
  try {
    const response = await fetch("graphql", {
      method: "POST",
      headers: { "Content-Type": "application/json", Authorization: `Bearer ${token}` },
      body: JSON.stringify({ query: "{ viewer { name role } }" }),
    });
    const { data } = await response.json();
    note.textContent = data
      ? `The token of this link is valid: it is ${data.viewer.name}, with the role ${data.viewer.role}. Its text is in admin.token.`
      : "The token of this link is not valid here. The right one is in admin.token, in the server’s data directory.";
    note.classList.toggle("is-bad", !data);
  } catch {
    note.textContent = "The server did not answer, so the token of this link could not be checked. Open the link again.";
    note.classList.add("is-bad");
  }
  note.hidden = false;
}
