// The picture of a provider: one of ours, or a path or https address, with a preview.

import { h, fill } from "../lib/h.js";
import { KNOWN, picture, pictureFor } from "../lib/pictures.js";
import { field } from "./fields.js";

/** Like a field; `refresh` draws the preview of what the form now says. */
export function imageField(value, form) {
  const made = field({ id: "p-image", label: "Image", mono: true, value, placeholder: "/images/providers/openai.svg", hint: "A path on this server or an https address. Without one the SDK id decides." });
  const preview = h("span", { class: "preview" });
  const choices = h(
    "div",
    { class: "pictures", role: "group", "aria-label": "Pictures" },
    Object.entries(KNOWN).map(([id, [name]]) =>
      h("button", { type: "button", class: "button quiet square", "aria-label": name.split(",")[0], title: name, onclick: () => choose(pictureFor(id)) }, picture({ providerSdkId: id, name }, "small")),
    ),
  );
  const more = h("details", { class: "picture-choice" }, h("summary", null, "Choose one of Roster’s"), choices);
  made.input.before(h("span", { class: "row image-row" }, preview, h("span", { class: "grow" })));
  made.element.querySelector(".grow").append(made.input);
  made.element.append(more);
  let drawn = null;

  function choose(address) {
    made.input.value = address;
    made.input.dispatchEvent(new Event("input", { bubbles: true }));
    made.input.focus();
  }
  return {
    ...made,
    refresh() {
      const { imageUrl, providerSdkId, name } = form();
      const look = JSON.stringify([imageUrl, providerSdkId, name]);
      if (look !== drawn) fill(preview, picture({ imageUrl, providerSdkId, name: name || "?" }));
      drawn = look;
    },
  };
}
