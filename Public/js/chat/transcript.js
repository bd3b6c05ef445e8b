// What was said: questions to the right, answers as they come, with what can be done to each.

import { may } from "../api/session.js";
import { button, copy } from "../lib/button.js";
import { fill, h } from "../lib/h.js";
import { icon } from "../lib/icons.js";
import { picture } from "../lib/pictures.js";
import { clockTime, fullTime } from "../lib/time.js";
import { growing } from "./markdown.js";

const NEAR = 48;

/** `show(turns)` draws a conversation; `retry(index)` and `edit(index)` are what the buttons do. */
export function transcript({ retry, edit }) {
  const log = h("div", { class: "log", role: "log", "aria-live": "off", "aria-label": "Conversation" });
  const jump = h("button", { type: "button", class: "button jump", hidden: true, onclick: () => toEnd() }, icon("arrowDown"), "Jump to latest");
  const scroller = h("div", { class: "scroller", tabindex: "0", role: "region", "aria-label": "Conversation, scrollable" }, log);
  let follows = true;
  scroller.addEventListener("scroll", () => {
    follows = scroller.scrollHeight - scroller.scrollTop - scroller.clientHeight < NEAR;
    jump.hidden = follows;
  });

  new ResizeObserver(() => follow()).observe(scroller);

  function toEnd() {
    follows = true;
    scroller.scrollTop = scroller.scrollHeight;
    jump.hidden = true;
  }
  function follow() {
    if (follows) scroller.scrollTop = scroller.scrollHeight;
  }
  function show(turns) {
    fill(log, turns.map((turn, index) => (turn.role === "user" ? question(turn, index) : answer(turn, index).element)));
    toEnd();
  }
  function question(turn, index) {
    return h(
      "article",
      { class: "turn question", "aria-label": "You" },
      h("div", { class: "bubble" }, turn.content),
      h("div", { class: "tools" }, tool("Edit", "edit", () => edit(index)), tool("Copy", "copy", () => copy(turn.content))),
    );
  }
  /** An answer's element with `grow(text)` while it comes and `end(turn)` once it is over. */
  function answer(turn, index) {
    const words = h("div", { class: "prose" });
    const foot = h("div", { class: "foot" });
    const byline = h("header", { class: "byline" }, picture(turn.provider ?? { name: "?" }, "small"), h("span", null, turn.provider?.name ?? "", " · ", turn.model?.name ?? turn.model?.modelSdkId ?? ""), h("time", { datetime: new Date(turn.at).toISOString(), title: fullTime(turn.at) }, clockTime(turn.at)));
    const element = h("article", { class: "turn answer", "aria-label": `Answer of ${turn.model?.name ?? "a model"}` }, byline, words, foot);
    const draw = growing(words);
    draw(turn.content);
    if (turn.going) element.classList.add("is-going");
    else end(turn);

    function grow(text) {
      draw(text);
      follow();
    }
    function end(now) {
      element.classList.remove("is-going");
      fill(
        foot,
        now.failed ? h("div", { class: "note is-bad" }, icon("warn"), h("p", null, now.failed), h("span", { class: "row" }, button("Retry", () => retry(index), { picture: "retry", writes: true }), button("Edit", () => edit(index - 1), { className: "quiet" }), may("EDITOR") && now.provider?.id ? h("a", { class: "button quiet", href: `/settings#${now.provider.id}` }, "Settings") : null)) : null,
        now.stopped ? h("p", { class: "stopped" }, "Stopped.") : null,
        now.failed && !now.content ? null : h("div", { class: "tools" }, tool("Copy", "copy", () => copy(now.content)), now.failed ? null : tool("Retry", "retry", () => retry(index))),
      );
      follow();
    }
    return { element, grow, end };
  }
  function add(turn, index) {
    const made = turn.role === "user" ? { element: question(turn, index) } : answer(turn, index);
    log.append(made.element);
    toEnd();
    return made;
  }
  return { element: h("div", { class: "transcript" }, scroller, jump), show, add, follow };
}

const tool = (label, name, run) => h("button", { type: "button", class: "button quiet small", onclick: run }, icon(name), label);
