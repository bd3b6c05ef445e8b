// Sharing a document, and taking one in.
import { openDialog } from "../lib/dialog.js";
import { fill, h } from "../lib/h.js";
import { announce } from "../lib/status.js";
import { publicPart } from "./tabs.js";
import { contentOf, linkOf } from "./share.js";

/** Shows a document's link. The dialog is there at once, and the link a moment later. */
export function shareDialog(tab, operationName) {
  const { query, variables, removed } = publicPart(tab);
  const link = linkOf({ query, variables, operationName });
  const field = h("textarea", { class: "mono share-link", readonly: true, rows: "3", "aria-label": "Link", placeholder: "Making the link…", onfocus: () => field.select() });
  link.then((address) => (field.value = address));
  const copy = h("button", { type: "button", class: "button primary", onclick: async () => {
    await navigator.clipboard.writeText(await link);
    dialog.close();
    announce("Link copied. Headers are not included.");
  } }, "Copy the link");
  const dialog = openDialog({
    title: "Share this document",
    wide: true,
    body: [
      h("p", null, "The link holds the query and its variables. Headers are not included. What stands behind # is never sent to a server."),
      removed.length > 0 ? h("p", { class: "note" }, `Left out, because they look like secrets: ${removed.join(", ")}.`) : null,
      field, ...preview(query, variables),
    ].filter(Boolean),
    actions: [h("button", { type: "button", class: "button", onclick: () => dialog.close() }, "Close"), copy],
    focus: copy,
  });
}

/** Takes a link's document out of the address; `open(content)` is called if somebody wants it. */
export async function takeShared(open) {
  if (!location.hash.startsWith("#q=")) return;
  const { hash } = location;
  history.replaceState(null, "", location.pathname);
  const accept = h("button", { type: "button", class: "button primary", onclick: () => dialog.close(true) }, "Open in a new tab");
  const dismiss = h("button", { type: "button", class: "button", onclick: () => dialog.close(false) }, "Discard");
  // It is there at once: what opens late takes away the keys of somebody who writes already.
  const body = h("div", { class: "shared" }, h("p", null, "Reading the link…"));
  const dialog = openDialog({ title: "A shared document", wide: true, body, actions: [dismiss, accept], focus: accept });
  const read = contentOf(hash);
  read.then((content) => {
    accept.hidden = content === null;
    if (content) return fill(body, h("p", null, "Somebody shared this with you. It is not run until you run it. Headers are not included."), preview(content.query, content.variables));
    dismiss.focus();
    return fill(body, h("p", null, "This link is damaged: what it holds could not be read. Ask for it again; it may have been cut off."));
  });
  if (!(await dialog.closed)) return;
  const content = await read;
  if (content) open(content);
}

function preview(query, variables) {
  return [
    h("pre", { class: "code share-preview", tabindex: "0", "aria-label": "Query" }, query),
    variables.trim() === "" ? null : h("pre", { class: "code share-preview", tabindex: "0", "aria-label": "Variables" }, variables),
  ].filter(Boolean);
}
