// System, light or dark.

import { icon } from "./icons.js";
import { command } from "./keys.js";
import { menuButton } from "./menu.js";
import { stored } from "./store.js";

const NAMES = { system: "System", light: "Light", dark: "Dark" };
const theme = stored("theme", "system", (value) => value in NAMES);

theme.subscribe((value) => {
  if (value === "system") delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = value;
});

for (const [value, name] of Object.entries(NAMES)) {
  command({ id: `theme:${value}`, group: "Theme", label: `Theme: ${name.toLowerCase()}`, run: () => (theme.value = value) });
}

/** The button with the menu. */
export function themeMenu() {
  return menuButton({
    label: "Theme",
    content: icon("theme"),
    items: () => Object.entries(NAMES).map(([value, label]) => ({ label, checked: theme.value === value, run: () => (theme.value = value) })),
  }).element;
}
