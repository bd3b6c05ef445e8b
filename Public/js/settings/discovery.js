// What a provider offers, as a difference from what is configured: new, known, gone.

import { createModels, deleteModels, switchModels } from "../api/models.js";
import { discoverModels } from "../api/provider-changes.js";
import { button, perform } from "../lib/button.js";
import { openDialog } from "../lib/dialog.js";
import { fill, h, text } from "../lib/h.js";
import { icon } from "../lib/icons.js";
import { announce } from "../lib/status.js";
import { defaultModel, providerOf, registry, reload } from "./state.js";
import { tickList } from "./tick-list.js";

/** Asks the provider and shows the difference; `done` is called once there was an answer. */
export function fetchModels(providerId, done) {
  const provider = providerOf(providerId);
  const control = new AbortController();
  const problem = h("div", { class: "problem" });
  const body = h("div", { class: "discovery" });
  const actions = h("span", { class: "row" });
  const dialog = openDialog({ title: `Models of ${provider.name}`, wide: true, body: [problem, body], actions: [actions] });
  fill(actions, button("Cancel", () => dialog.close()));
  dialog.closed.then(() => control.abort());
  ask();

  async function ask() {
    fill(body, h("p", { class: "state" }, `Asking ${provider.name}…`));
    try {
      const found = await discoverModels(providerId, { signal: control.signal });
      done();
      show(found);
    } catch (error) {
      if (error.code === "ABORTED") return;
      fill(body, h("div", { class: "note is-bad" }, icon("warn"), h("p", null, error.message), button("Retry", ask, { picture: "retry" })));
    }
  }

  function show({ models, vanished }) {
    const fresh = models.filter((each) => !each.existing);
    const known = models.filter((each) => each.existing).map((each) => ({ ...each, ...now(each.existing) }));
    const filter = h("input", { type: "search", placeholder: "Filter", "aria-label": "Filter the models", oninput: draw });
    // What is fetched arrives switched off, but where nothing is on yet somebody is waiting for a first model.
    const turnOn = h("input", { type: "checkbox", checked: !registry.value.providers.some((each) => each.models.some((model) => model.isEnabled)) });
    const add = button("", addChosen, { className: "primary", writes: true });
    const lists = [
      tickList({ title: "New", what: "new", items: fresh, line, changed: count, below: [h("label", { class: "tick" }, turnOn, "Turn them on when they are added")] }),
      tickList({ title: "Known", what: "known", items: known, line, changed: count, below: [act("Turn on", known, (ids) => switchModels(ids, true), "turned on"), act("Turn off", known, turnOff, "turned off")] }),
      tickList({ title: "No longer offered", what: "no longer offered", items: vanished, line, changed: count, below: [act("Turn off", vanished, turnOff, "turned off"), act("Delete", vanished, (ids) => deleteModels(ids, hasDefault(ids)), "deleted", "danger")] }),
    ];
    const [news] = lists;

    fill(
      body,
      h("p", null, `${fresh.length} new, ${known.length} known already, ${vanished.length} no longer offered.`),
      models.length + vanished.length > 1 ? filter : null,
      lists.filter((each) => each.items.length).map((each) => each.element),
    );
    fill(actions, button("Close", () => dialog.close()), fresh.length ? add : null);
    draw();
    body.querySelector("input")?.focus();

    /** A button for those that are ticked in the list of `items`, named after how many they are. */
    function act(label, items, work, done, className = "") {
      const element = button("", run, { className, writes: true });
      const ticked = () => lists.find((each) => each.items === items).ticked;
      async function run() {
        const ids = [...ticked()].map((each) => each.id);
        if (await perform(problem, () => work(ids).then(() => true), { busy: element })) await finish(`${named(ids.length)} ${done}.`);
      }
      element.count = () => {
        text(element, `${label} ${ticked().size}`);
        element.hidden = ticked().size === 0;
      };
      return element;
    }
    function draw() {
      const words = filter.value.toLowerCase().split(/\s+/).filter(Boolean);
      for (const each of lists) each.filter(words);
      count();
    }
    function count() {
      for (const element of lists.flatMap((each) => each.below)) element.count?.();
      text(add, news.ticked.size ? `Add ${named(news.ticked.size)}` : "Select models to add");
      add.disabled = news.ticked.size === 0;
    }
    async function addChosen() {
      const chosen = [...news.ticked].map(({ name, modelSdkId }) => ({ name, modelSdkId, isEnabled: turnOn.checked, isDefault: false }));
      const isFirst = turnOn.checked && chosen.length === 1 && defaultModel() === null;
      if (isFirst) chosen[0].isDefault = true;
      if (await perform(problem, () => createModels(providerId, chosen).then(() => true), { busy: add })) await finish(`${named(chosen.length)} added${isFirst ? "; it is the default" : ""}.`);
    }
  }

  async function finish(words) {
    await reload();
    dialog.close();
    announce(words);
  }
  /** An id as the provider knows it, the name where that is another, and whether it is on. */
  function line({ modelSdkId, name, isEnabled }) {
    const own = modelSdkId.slice(provider.providerSdkId.length + 1);
    return [h("span", { class: "words" }, h("code", null, own), name === own ? null : h("span", { class: "said" }, ` ${name}`)), isEnabled === undefined ? null : h("span", { class: isEnabled ? "badge" : "badge is-off" }, isEnabled ? "On" : "Off")];
  }
}

const named = (count) => `${count} ${count === 1 ? "model" : "models"}`;
const hasDefault = (ids) => ids.includes(defaultModel()?.model.id);
const turnOff = (ids) => switchModels(ids, false, hasDefault(ids));

/** A model as it is configured now. */
const now = ({ id, isEnabled }) => registry.value.providers.flatMap((each) => each.models).find((each) => each.id === id) ?? { id, isEnabled };
