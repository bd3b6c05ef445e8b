// A line between two panes that can be moved, by pointer and by keys.
import { h } from "../lib/h.js";
import { stored } from "../lib/store.js";

const step = 16;

/**
 * A separator that sets the custom property `name` of `root`, in pixels. `measure` is the pane's size now, `direction` is
 * 1 where moving right or down makes it larger. Double-click gives back what the style sheet says.
 */
export function splitter({ root, name, label, orientation, direction, least, most, measure }) {
  const size = stored(`playground.${name}`, null, (value) => typeof value === "number");
  const element = h("div", {
    class: `splitter is-${orientation}`, role: "separator", tabindex: "0", "aria-orientation": orientation, "aria-label": label,
    "aria-valuemin": String(least), "aria-valuemax": "100", "aria-valuenow": "0", title: "Drag, or use the arrow keys. Double-click resets.",
  });
  const clamp = (value) => Math.round(Math.max(least, Math.min(most(), value)));
  const apply = (value) => {
    if (value === null) root.style.removeProperty(`--${name}`);
    else root.style.setProperty(`--${name}`, `${clamp(value)}px`);
    requestAnimationFrame(tell);
  };
  const tell = () => {
    element.setAttribute("aria-valuemax", String(Math.round(most())));
    element.setAttribute("aria-valuenow", String(Math.round(measure())));
  };
  const keep = (value) => (size.value = value === null ? null : clamp(value));
  size.subscribe(apply);
  new ResizeObserver(tell).observe(root);

  element.addEventListener("pointerdown", (event) => {
    if (event.button !== 0) return;
    event.preventDefault();
    element.focus();
    element.setPointerCapture(event.pointerId);
    const at = orientation === "vertical" ? "clientX" : "clientY";
    const from = event[at];
    const before = measure();
    let now = before;
    const move = (moved) => apply((now = before + direction * (moved[at] - from)));
    element.addEventListener("pointermove", move);
    element.addEventListener("lostpointercapture", () => {
      element.removeEventListener("pointermove", move);
      if (now !== before) keep(now);
    }, { once: true });
  });
  element.addEventListener("dblclick", () => keep(null));
  element.addEventListener("keydown", (event) => {
    const keys = orientation === "vertical" ? ["ArrowLeft", "ArrowRight"] : ["ArrowUp", "ArrowDown"];
    const by = event.key === keys[0] ? -step : event.key === keys[1] ? step : 0;
    const to = by !== 0 ? measure() + direction * by : event.key === "Home" ? least : event.key === "End" ? most() : null;
    if (to === null || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    keep(to);
  });
  return element;
}
