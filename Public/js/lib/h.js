// Builds the DOM. Text only ever enters as text nodes and attributes, never as markup.

const SVG = "http://www.w3.org/2000/svg";

/**
 * An element. Properties: `onclick` and the like are listeners; `dataset` and `style` are objects; `value`, `checked`
 * and `indeterminate` are set as properties, so that they never stand in the markup; all others are attributes, where
 * null, undefined and false leave the attribute out. Children: nodes, text, arrays; null and false are left out.
 */
export function h(tag, props, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(props ?? {})) set(element, name, value);
  element.append(...nodes(children));
  return element;
}

/** An element of SVG. */
export function svg(tag, attributes, ...children) {
  const element = document.createElementNS(SVG, tag);
  for (const [name, value] of Object.entries(attributes ?? {})) element.setAttribute(name, value);
  element.append(...children);
  return element;
}

/** Replaces all children. */
export function fill(element, ...children) {
  element.replaceChildren(...nodes(children));
  return element;
}

/** Sets the text of an element, and touches nothing if it is the same. */
export function text(element, value) {
  if (element.textContent !== value) element.textContent = value;
}

function set(element, name, value) {
  if (value === null || value === undefined || value === false) return;
  if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
  else if (name === "dataset") Object.assign(element.dataset, value);
  else if (name === "style") for (const [key, to] of Object.entries(value)) element.style.setProperty(key, to);
  else if (name === "value" || name === "checked" || name === "indeterminate") element[name] = value;
  else element.setAttribute(name, value === true ? "" : value);
}

function nodes(children) {
  return children.flat(Infinity).filter((child) => child !== null && child !== undefined && child !== false && child !== "");
}
