// What the playground can be told to do: the toolbar's actions, and the commands of the palette with their keys.
import { announce } from "../lib/status.js";
import { command } from "../lib/keys.js";
import { format, formatJSON } from "../gql/format.js";
import { canMerge, merge } from "../gql/merge.js";
import { curlOf } from "./curl.js";
import { loadSchema, schema } from "./schema-source.js";
import { shareDialog } from "./share-dialog.js";
import { publicPart } from "./tabs.js";

/** Adds the commands, and returns the actions of the toolbar. */
export function addCommands(page) {
  const actions = { prettify: () => prettify(page), merge: () => mergeFragments(page), curl: () => copyCurl(page), share: () => shareDialog(page.tabs.active, page.editors.operation?.name?.value) };
  const add = (group, list) => {
    for (const [id, label, run, keys, more] of list) command({ id: `playground:${id}`, group, label, run, keys, ...more });
  };
  const editor = () => [page.editors.query, page.editors.variables, page.editors.headers].find((each) => each.textarea === document.activeElement) ?? page.editors.query;
  const local = { local: true };
  add("Run", [["run", "Run the operation at the caret, or stop it", () => page.toggleRun(), "Mod+Enter"]]);
  add("Document", [
    ["prettify", "Prettify", actions.prettify, "Shift+Alt+F"],
    ["merge", "Merge fragments", actions.merge],
    ["curl", "Copy as cURL", actions.curl],
    ["share", "Share", actions.share],
    ["complete", "Complete", () => {
      editor().textarea.focus();
      editor().completion.open(true);
    }, "Ctrl+Space", local],
    ["comment", "Comment lines in or out", null, "Mod+/", local],
    ["tab", "Tab indents, or moves the focus", null, "Ctrl+M", local],
    ["next-problem", "Next problem", () => page.editors.query.visitProblem(1), "F8", local],
    ["previous-problem", "Previous problem", () => page.editors.query.visitProblem(-1), "Shift+F8", local],
  ]);
  add("Tabs", [
    ["new", "New tab", () => page.add()],
    ["close", "Close the tab", () => page.close(page.tabs.activeID)],
    ["reopen", "Reopen the last closed tab", () => page.reopen()],
    ["rename", "Rename the tab", () => page.strip.rename(page.tabs.active)],
  ]);
  add("Focus", [
    ["focus-query", "Focus the query", () => show(page, "query", () => page.editors.focus("query"))],
    ["focus-variables", "Focus the variables", () => show(page, "query", () => page.editors.focus("variables"))],
    ["focus-headers", "Focus the headers", () => show(page, "query", () => page.editors.focus("headers"))],
    ["focus-response", "Focus the response", () => show(page, "response", () => page.response.element.focus())],
    ["docs", "Search the docs", () => page.side.focus("docs"), "Mod+Alt+K"],
    ["history", "Focus the history", () => page.side.focus("history")],
    ["streams", "Focus the subscriptions", () => page.side.focus("streams")],
  ]);
  add("Schema", [["schema", "Read the schema again", () => loadSchema().then(() => announce(schema.value ? "The schema was read." : "The schema could not be read."))]]);
  return actions;
}

function show(page, pane, then) {
  page.side.pane(pane);
  then();
}

function prettify(page) {
  const { query, variables, headers } = page.editors;
  const text = query.value.trim() === "" ? query.value : format(query.value);
  if (text === null) return announce("The query cannot be prettified: a bracket or a text is not closed.");
  query.replaceAll(text);
  for (const editor of [variables, headers]) {
    const json = editor.value.trim() === "" ? null : formatJSON(editor.value);
    if (json !== null) editor.replaceAll(json);
  }
  return announce("Prettified.");
}

function mergeFragments(page) {
  const { query } = page.editors;
  if (!canMerge(query.tree)) return announce("There are no fragments to merge.");
  const text = merge(query.tree, schema.value);
  if (text === null) return announce("The fragments cannot be merged: the document has errors, or it would grow too large.");
  query.replaceAll(text);
  return announce("Fragments merged.");
}

async function copyCurl(page) {
  const request = page.request();
  if (request.fault) return announce(request.fault);
  const { query, variables, removed } = publicPart(page.tabs.active);
  const safe = { ...request, query, variables: variables.trim() === "" ? undefined : JSON.parse(variables) };
  await navigator.clipboard.writeText(curlOf(safe));
  return announce(`Copied. The token is $TOKEN.${removed.length > 0 ? ` Left out: ${removed.join(", ")}.` : ""}`);
}
