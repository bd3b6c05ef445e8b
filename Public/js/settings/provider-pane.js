// One provider: what is configured, and its models.

import { button, chip, showProblem, toggle } from "../lib/button.js";
import { fill, h } from "../lib/h.js";
import { icon } from "../lib/icons.js";
import { menuButton } from "../lib/menu.js";
import { KNOWN, picture } from "../lib/pictures.js";
import { ago, fullTime } from "../lib/time.js";
import { checkNow, duplicateProvider, editProvider, removeProvider, switchOnOff } from "./later.js";
import { modelsTable } from "./models-table.js";
import { showCheck } from "./sidebar.js";
import { checks, pending, providerOf } from "./state.js";

/** The pane of a provider; `update` shows it as it is now, `end` lets it go. */
export function providerPane(id) {
  const head = h("div", { class: "provider-head" });
  const problem = h("div", { class: "problem" });
  const check = h("div", { class: "check-result", hidden: true });
  const models = modelsTable(id);
  const onOff = toggle("Provider on", true, flip);
  const title = h("h2");
  const face = h("span");
  const facts = h("dl", { class: "facts" });
  const sdkId = h("span");
  const state = h("span", { class: "switch-word" });
  const menu = menuButton({
    label: "More actions",
    className: "button square",
    items: () => [
      { label: "Duplicate", writes: true, run: () => duplicateProvider(id) },
      { label: "History", run: () => (location.hash = `history/${id}`) },
      null,
      { label: "Delete…", danger: true, writes: true, run: () => removeProvider(id) },
    ],
  });
  fill(
    head,
    h("a", { class: "button quiet back", href: "#" }, icon("back"), "All providers"),
    h("div", { class: "title" }, face, title, sdkId),
    h(
      "div",
      { class: "actions" },
      h("label", { class: "tick" }, onOff, state),
      button("Edit", () => editProvider(id), { picture: "edit", writes: true }),
      button("Check", () => checkNow(id), { picture: "ok", writes: true }),
      menu.element,
    ),
  );
  let drawn = "";

  function flip(isOn) {
    fill(problem);
    switchOnOff(id, isOn).catch((error) => showProblem(problem, error, () => flip(isOn)));
  }
  function update() {
    const now = providerOf(id);
    if (!now) return;
    const isOn = pending.value.get(id) ?? now.isEnabled;
    onOff.setAttribute("aria-checked", String(isOn));
    fill(state, isOn ? "On" : "Off");
    const look = JSON.stringify([now, Math.floor(Date.now() / 60_000)]);
    if (look !== drawn) {
      drawn = look;
      fill(face, picture(now));
      fill(title, now.name);
      fill(sdkId, chip(now.providerSdkId, "SDK id"));
      fill(facts, fact("Base URL", address(now)), fact("API key", keyState(now.apiKey)), fact("Changed", h("time", { datetime: now.updatedAt, title: fullTime(now.updatedAt) }, ago(now.updatedAt))));
    }
    showResult(check, checks.value.get(id));
    models.update(now);
  }
  const ends = [checks.subscribe(() => showResult(check, checks.value.get(id))), pending.subscribe(update)];
  return {
    element: h("div", { class: "provider" }, head, problem, check, facts, models.element),
    update,
    end: () => ends.forEach((end) => end()),
  };
}

const fact = (name, value) => h("div", null, h("dt", null, name), h("dd", null, value));

function address({ baseUrl, providerSdkId }) {
  const address = baseUrl ?? ownAddress(providerSdkId);
  if (!address) return "Not set: models cannot be reached through Roster";
  return [h("code", null, address), h("small", null, baseUrl ? "" : "The usual one. ", "Requests go to ", h("code", null, requestUrl(address)))];
}

/** Where a provider is called that is known by its SDK id; null where that has to be said. */
export const ownAddress = (sdkId) => (Object.hasOwn(KNOWN, sdkId) ? KNOWN[sdkId][1] : null);

/** Where requests for a base URL go. */
export const requestUrl = (address) => `${address.replace(/\/+$/, "")}/chat/completions`;

/** What may be known of a key, in words. */
export function keyState({ status, hint, setAt }) {
  if (status === "MISSING") return "Not set";
  if (status === "UNREADABLE") return h("span", { class: "state", dataset: { state: "bad" } }, icon("warn"), "Cannot be opened with this server’s master key; set it again");
  return ["Set", hint ? [" ····", hint] : null, setAt ? [", ", h("time", { datetime: setAt, title: fullTime(setAt) }, ago(setAt))] : null];
}

/** The whole result of a check. */
export function showResult(host, check) {
  host.hidden = !check;
  if (!check) return;
  const word = h("span", { class: "state" });
  showCheck(word, check);
  host.className = `check-result note ${check.busy ? "" : check.ok ? "is-ok" : "is-bad"}`;
  fill(host, word, check.busy ? null : h("p", null, check.message, check.requestUrl ? h("small", null, ` ${check.requestUrl}${check.httpStatus ? ` · ${check.httpStatus}` : ""} · ${check.latencyMs} ms`) : null));
}
