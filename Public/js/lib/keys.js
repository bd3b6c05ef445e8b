// Commands, the keys that run them, and the palette that lists them. No bare letters, nothing the browser needs.

const commands = new Map();
const mac = /Mac|iPhone|iPad/.test(navigator.platform);

/**
 * Adds a command: `{ id, label, keys, run, when, group }`. `keys` is for example `Mod+Alt+K`, where Mod is Ctrl or ⌘; a
 * command without `keys` is in the palette alone, one with `run: null` is only told of there. Returns what removes it.
 */
export function command(definition) {
  commands.set(definition.id, definition);
  return () => commands.delete(definition.id);
}

/** All commands that can be run now. */
export function availableCommands() {
  return [...commands.values()].filter((each) => each.when?.() ?? true);
}

/** Whether an event is this key with exactly these modifiers. */
export function matches(event, keys) {
  const parts = keys.split("+");
  const key = parts.pop();
  const wants = (part) => parts.includes(part);
  const ctrl = wants("Ctrl") || (wants("Mod") && !mac);
  const meta = wants("Mod") && mac;
  return (
    event.ctrlKey === ctrl &&
    event.metaKey === meta &&
    event.altKey === wants("Alt") &&
    event.shiftKey === wants("Shift") &&
    (event.key.toLowerCase() === key.toLowerCase() || event.code === `Key${key.toUpperCase()}`)
  );
}

/** Keys as people read them here. */
export function keyNames(keys) {
  return keys.split("+").map((part) => {
    if (part === "Mod") return mac ? "⌘" : "Ctrl";
    if (part === "Alt" && mac) return "⌥";
    return { ArrowUp: "↑", ArrowDown: "↓", Escape: "Esc" }[part] ?? part;
  });
}

addEventListener("keydown", (event) => {
  if (event.isComposing || event.keyCode === 229 || event.defaultPrevented) return;
  const modal = document.querySelector("dialog:modal");
  for (const each of availableCommands()) {
    if (!each.keys || !each.run || each.local || !matches(event, each.keys)) continue;
    if (modal && !each.inDialogs) continue;
    event.preventDefault();
    each.run();
    return;
  }
});
