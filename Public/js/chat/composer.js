// Where a message is written. What is typed is kept as a draft until it is sent.

import { h } from "../lib/h.js";
import { icon } from "../lib/icons.js";

/** `value` is what stands there; `busy(true)` makes Send a Stop; `reason(words)` says why sending is not possible. */
export function composer({ picker, send, stop, changed }) {
  const input = h("textarea", { id: "message", rows: 1, placeholder: "Ask something", "aria-label": "Message", "aria-describedby": "composer-reason", "aria-keyshortcuts": "Enter", oninput: () => (grow(), changed(input.value), update()) });
  const sendButton = h("button", { type: "submit", class: "button primary send" }, icon("send"), "Send");
  const stopButton = h("button", { type: "button", class: "button send", hidden: true, onclick: () => stop() }, icon("stop"), "Stop");
  const why = h("p", { class: "reason", id: "composer-reason" });
  let isBusy = false;
  let reason = "";

  input.addEventListener("keydown", (event) => {
    if (event.isComposing || event.keyCode === 229) return;
    if (event.key === "Enter" && !event.shiftKey && !event.altKey) {
      event.preventDefault();
      submit();
    } else if (event.key === "Escape" && isBusy) {
      event.preventDefault();
      stop();
    }
  });
  const element = h(
    "form",
    { class: "composer", "aria-label": "Message", onsubmit: (event) => (event.preventDefault(), submit()) },
    h("div", { class: "box" }, input, h("div", { class: "row" }, picker, h("span", { class: "grow" }), sendButton, stopButton)),
    why,
  );

  function submit() {
    const words = input.value.trim();
    if (isBusy || reason || !words) return;
    set("");
    send(words);
  }
  function set(words) {
    input.value = words;
    grow();
    changed(words);
    update();
  }
  /** As high as its text, up to two fifths of the window. */
  function grow() {
    input.style.blockSize = "auto";
    input.style.blockSize = `${Math.min(input.scrollHeight + 2, innerHeight * 0.4)}px`;
  }
  function update() {
    sendButton.hidden = isBusy;
    stopButton.hidden = !isBusy;
    sendButton.setAttribute("aria-disabled", String(Boolean(reason) || !input.value.trim()));
    why.replaceChildren(...[reason].flat().filter(Boolean));
  }
  update();
  return {
    element,
    get value() {
      return input.value;
    },
    set,
    focus: () => input.focus(),
    busy(now) {
      const hadFocus = document.activeElement === (isBusy ? stopButton : sendButton);
      isBusy = now;
      update();
      if (hadFocus) (now ? stopButton : input).focus();
    },
    reason(words) {
      reason = words;
      update();
    },
  };
}
