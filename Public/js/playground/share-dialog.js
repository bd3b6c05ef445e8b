// Sharing a document, and taking one in.
import { openDialog } from "../lib/dialog.js";
import { h } from "../lib/h.js";
import { announce } from "../lib/status.js";
import { publicPart } from "./tabs.js";
import { contentOf, linkOf } from "./share.js";

/** Shows a document's link. */
export async function shareDialog(tab, operationName) {
  const { query, variables, removed } = publicPart(tab);
  const link = await linkOf({ query, variables, operationName });
  const field = h("textarea", { class: "mono share-link", readonly: true, rows: "3", "aria-label": "Link", onfocus: () => field.select() });
  field.value = link;
  const copy = h("button", { type: "button", class: "button primary", onclick: async () => {
    await navigator.clipboard.writeText(link);
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
  const content = await contentOf(location.hash);
  history.replaceState(null, "", location.pathname);
  const accept = h("button", { type: "button", class: "button primary", onclick: () => dialog.close(true) }, "Open in a new tab");
  const dismiss = h("button", { type: "button", class: "button", onclick: () => dialog.close(false) }, content ? "Discard" : "Close");
  const dialog = openDialog({
    title: content ? "A shared document" : "This link is damaged",
    wide: content !== null,
    body: content
      ? [h("p", null, "Somebody shared this with you. It is not run until you run it. Headers are not included."), ...preview(content.query, content.variables)]
      : [h("p", null, "What the link holds could not be read. Ask for it again; it may have been cut off.")],
    actions: content ? [dismiss, accept] : [dismiss],
    focus: content ? accept : dismiss,
  });
  if (await dialog.closed) open(content);
}

function preview(query, variables) {
  return [
    h("pre", { class: "code share-preview", tabindex: "0", "aria-label": "Query" }, query),
    variables.trim() === "" ? null : h("pre", { class: "code share-preview", tabindex: "0", "aria-label": "Variables" }, variables),
  ].filter(Boolean);
}
