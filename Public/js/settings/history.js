// What was changed: when, by whom, from what to what. Newest first.

import { listChanges } from "../api/changes.js";
import { button, showProblem } from "../lib/button.js";
import { fill, h } from "../lib/h.js";
import { icon } from "../lib/icons.js";
import { clockTime, date, fullTime } from "../lib/time.js";
import { providerOf, registry } from "./state.js";

const KINDS = { CREATED: "Created", UPDATED: "Changed", DELETED: "Deleted", DEFAULT_SET: "Default set", DEFAULT_CLEARED: "Default cleared" };

/** All changes, or those of one thing. */
export function historyPane(entity) {
  const problem = h("div", { class: "problem" });
  const list = h("ol", { class: "changes" });
  const skeleton = h("div", { class: "skeleton", "aria-hidden": "true" }, h("i"), h("i"), h("i"));
  const older = button("Older changes", () => load(), { hidden: true });
  const title = entity ? `History of ${providerOf(entity)?.name ?? "this"}` : "History";
  let after = null;
  let seen = registry.value.version;
  let lastDay = "";
  load();

  async function load(fresh = false) {
    try {
      const { changes, more } = await listChanges({ entity, after: fresh ? null : after });
      if (fresh || after === null) {
        fill(list);
        lastDay = "";
      }
      for (const change of changes) list.append(...entries(change));
      if (!list.children.length) list.append(h("li", { class: "empty" }, "Nothing has been changed yet."));
      after = more;
      older.hidden = more === null;
      fill(problem);
    } catch (error) {
      showProblem(problem, error, () => load(fresh));
    }
    skeleton.remove();
  }
  function entries(change) {
    const day = date(change.at);
    const heading = day === lastDay ? [] : [h("li", { class: "day" }, h("h3", null, day))];
    lastDay = day;
    return [...heading, row(change)];
  }
  return {
    element: h("div", { class: "plain-pane" }, h("header", null, h("a", { class: "button quiet back", href: entity ? `#${entity}` : "#" }, icon("back"), "Back"), h("h2", null, title)), problem, list, skeleton, older),
    update() {
      if (registry.value.version === seen) return;
      seen = registry.value.version;
      load(true);
    },
  };
}

const NAMES = { name: "Name", providerSdkId: "SDK id", modelSdkId: "SDK id", baseUrl: "Base URL", apiKey: "API key", imageUrl: "Image", isEnabled: "Enabled", isDefault: "Default", provider: "Provider", role: "Role", expiresAt: "Expires", revokedAt: "Revoked" };

function row(change) {
  const whole = change.kind === "CREATED" || change.kind === "DELETED";
  return h(
    "li",
    { class: "change" },
    h("time", { datetime: change.at, title: fullTime(change.at) }, clockTime(change.at)),
    h("div", null, h("p", null, change.summary || KINDS[change.kind]), whole ? h("p", { class: "values" }, values(change)) : h("ul", null, change.fields.map(difference)), h("p", { class: "by" }, `${change.actor} · version ${change.version}`)),
  );
}

/** What something was made with, or had when it went, in one line. */
function values({ fields }) {
  const said = fields.map(({ field, before, after }) => {
    const value = after ?? before;
    if (field === "name" || field === "provider" || value === null) return null;
    if (field === "isEnabled") return value === "true" ? null : "off";
    if (field === "isDefault") return value === "true" ? "default" : null;
    return field === "apiKey" ? `API key ${value}` : field === "expiresAt" ? `expires ${told(field, value)}` : told(field, value);
  });
  return said.filter(Boolean).join(" · ");
}

function difference({ field, before, after }) {
  const name = h("span", null, NAMES[field] ?? field);
  return h("li", null, name, " ", before === null ? null : [h("del", null, told(field, before)), " → "], h("ins", null, told(field, after)));
}

/** A value as people say it. */
function told(field, value) {
  if (value === null) return "nothing";
  if (field === "isEnabled" || field === "isDefault") return value === "true" ? "yes" : "no";
  if (field === "expiresAt" || field === "revokedAt") return date(value);
  return field === "role" ? value.toLowerCase() : value || "empty";
}
