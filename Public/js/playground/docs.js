// The schema to read: search first, then from type to field to argument, and along with the caret where that is wanted.
import { fill, h } from "../lib/h.js";
import { icon } from "../lib/icons.js";
import { stored } from "../lib/store.js";
import { namedType, showType } from "../gql/schema.js";
import { schema, schemaFault, schemaState, loadSchema } from "./schema-source.js";
import { find } from "./docs-search.js";

const follow = stored("playground.follow", true, (value) => typeof value === "boolean");

/** The panel. `insert(type, field)` puts a field into the document. */
export class Docs {
  constructor(insert) {
    this.insert = insert;
    this.path = [];
    this.search = h("input", { type: "search", placeholder: "Search the schema", "aria-label": "Search the schema", spellcheck: "false", oninput: () => this.show() });
    this.follows = h("input", { type: "checkbox", onchange: () => (follow.value = this.follows.checked) });
    follow.subscribe((value) => (this.follows.checked = value));
    this.crumbs = h("nav", { class: "crumbs", "aria-label": "Path in the schema" });
    this.body = h("div", { class: "docs-body", tabindex: "-1" });
    this.element = h("div", { class: "docs" },
      h("div", { class: "docs-head" }, this.search, h("label", { class: "tick", title: "Show what the caret is on" }, this.follows, "Follow the caret")),
      this.crumbs, this.body);
    this.search.addEventListener("keydown", (event) => {
      if (event.key === "ArrowDown" || (event.key === "Enter" && !event.isComposing)) {
        const first = this.body.querySelector("button");
        if (!first) return;
        event.preventDefault();
        event.key === "Enter" ? first.click() : first.focus();
      } else if (event.key === "Escape" && this.search.value !== "") {
        event.stopPropagation();
        this.search.value = "";
        this.show();
      }
    });
    this.body.addEventListener("keydown", (event) => this.key(event));
    schema.subscribe(() => this.show());
    schemaState.subscribe(() => this.show());
  }

  focus() { this.search.focus(); }

  /** Up and down go through what can be opened. */
  key(event) {
    if (event.key !== "ArrowDown" && event.key !== "ArrowUp") return;
    const all = [...this.body.querySelectorAll("button.name")];
    const at = all.indexOf(document.activeElement);
    if (at < 0 && document.activeElement !== this.body) return;
    event.preventDefault();
    (all[at + (event.key === "ArrowDown" ? 1 : -1)] ?? (event.key === "ArrowUp" ? this.search : all[at] ?? this.body)).focus();
  }

  /** Shows what the caret is on, where that is wanted and something is. */
  followTo(symbol) {
    if (!follow.value || !symbol || this.search.value !== "" || this.element.contains(document.activeElement)) return;
    const { kind, definition, parent, owner } = symbol;
    if (kind === "field") this.go([{ type: parent.name }, { type: parent.name, field: definition.name }], false);
    else if (kind === "argument" && parent && owner) this.go([{ type: parent.name }, { type: parent.name, field: owner.name, input: definition.name }], false);
    else if (kind === "input") this.go([{ type: parent.name, input: definition.name }], false);
    else if (kind === "type") this.go([{ type: definition.name }], false);
    else if (kind === "directive") this.go([{ directive: definition.name }], false);
  }

  go(path, focuses = true) {
    if (JSON.stringify(path) === JSON.stringify(this.path) && this.search.value === "") return;
    this.path = path;
    this.search.value = "";
    this.show();
    this.body.scrollTop = 0;
    this.body.querySelector(".is-here")?.scrollIntoView({ block: "nearest" });
    if (focuses) this.body.focus({ preventScroll: true });
  }

  open(entry) { this.go([...this.path.slice(-4), entry]); }

  show() {
    const current = schema.value;
    if (!current) {
      fill(this.crumbs);
      return fill(this.body, schemaState.value === "failed" ? this.failed() : skeleton());
    }
    if (this.search.value.trim() !== "") {
      fill(this.crumbs);
      return fill(this.body, this.results(current));
    }
    fill(this.crumbs, this.path.length === 0 ? null : [
      h("button", { type: "button", class: "button link", onclick: () => this.go([]) }, "Schema"),
      this.path.slice(0, -1).map((entry, index) => ["›", h("button", { type: "button", class: "button link", onclick: () => this.go(this.path.slice(0, index + 1)) }, titleOf(entry))]),
      h("span", { "aria-current": "location" }, `› ${titleOf(this.path.at(-1))}`),
    ]);
    const kept = schemaState.value === "kept"
      ? h("p", { class: "note" }, `This is the schema of your last visit: ${schemaFault} `, h("button", { type: "button", class: "button link", onclick: () => loadSchema() }, "Try again")) : null;
    return fill(this.body, kept, this.page(current));
  }

  failed() {
    return h("div", { class: "none" }, h("p", null, `The schema could not be read. ${schemaFault}`),
      h("button", { type: "button", class: "button", onclick: () => loadSchema() }, "Retry"));
  }

  results(current) {
    const found = find(current, this.search.value.trim());
    if (found.length === 0) return h("p", { class: "none" }, "Nothing in the schema has this name.");
    return h("ul", { class: "members" }, found.map((each) => h("li", null, h("div", { class: "member" },
      h("button", { type: "button", class: "name is-field", onclick: () => this.go(each.path) }, each.name),
      h("span", { class: "of" }, each.about)))));
  }

  page(current) {
    const entry = this.path.at(-1);
    if (!entry) return this.start(current);
    if (entry.directive) return this.directive(current.directives.get(entry.directive));
    const type = current.types.get(entry.type);
    if (!type) return h("p", { class: "none" }, "The schema has no such type any more.");
    if (!entry.field) return this.type(type, entry.input);
    const field = type.fields.get(entry.field) ?? current.rootMeta.get(entry.field);
    return field ? this.field(type, field, entry.input) : h("p", { class: "none" }, "The schema has no such field any more.");
  }

  start(current) {
    const roots = Object.entries(current.roots).filter(([, name]) => name);
    const rootNames = new Set(roots.map(([, name]) => name));
    const others = [...current.types.values()].filter((type) => !rootNames.has(type.name) && !type.name.startsWith("__"))
      .sort((a, b) => a.name.localeCompare(b.name));
    return [
      current.description ? described(current.description) : null,
      h("h3", null, "Operations"),
      h("ul", { class: "members" }, roots.map(([operation, name]) => h("li", null, h("div", { class: "member" },
        h("span", { class: "of" }, operation), this.typeLink(name)), described(current.types.get(name).description)))),
      h("h3", null, "Types"),
      h("ul", { class: "members is-dense" }, others.map((type) => h("li", null, h("div", { class: "member" }, this.typeLink(type.name), h("span", { class: "of" }, kindOf(type)))))),
      h("h3", null, "Directives"),
      h("ul", { class: "members is-dense" }, [...current.directives.keys()].map((name) => h("li", null,
        h("button", { type: "button", class: "name is-directive", onclick: () => this.open({ directive: name }) }, `@${name}`)))),
    ];
  }

  type(type, here) {
    const fields = [...type.fields.values()];
    const inputs = [...type.inputFields.values()];
    const values = [...type.enumValues.values()];
    return [
      h("h3", { class: "title" }, h("span", { class: "of" }, kindOf(type)), h("span", { class: "name is-type" }, type.name)),
      described(type.description),
      type.isOneOf ? h("p", { class: "of" }, "Exactly one of its fields is given.") : null,
      type.specifiedByURL ? h("p", null, h("a", { href: safeLink(type.specifiedByURL), rel: "noopener noreferrer", target: "_blank" }, "How it is written")) : null,
      type.interfaces.length > 0 ? h("p", null, "Implements ", listed(type.interfaces.map((name) => this.typeLink(name)))) : null,
      type.kind !== "OBJECT" && type.possibleTypes.length > 0 ? h("p", null, "One of ", listed(type.possibleTypes.map((name) => this.typeLink(name)))) : null,
      fields.length > 0 ? h("ul", { class: "members" }, fields.map((field) => this.member(type, field))) : null,
      inputs.length > 0 ? h("ul", { class: "members" }, inputs.map((input) => this.inputRow(input, here))) : null,
      values.length > 0 ? h("ul", { class: "members" }, values.map((value) => h("li", null,
        h("span", { class: `name is-value${value.isDeprecated ? " is-deprecated" : ""}` }, value.name), deprecation(value), described(value.description)))) : null,
    ];
  }

  member(type, field) {
    return h("li", null, h("div", { class: "member" },
      h("span", { class: "signature" },
        h("button", { type: "button", class: `name is-field${field.isDeprecated ? " is-deprecated" : ""}`, onclick: () => this.open({ type: type.name, field: field.name }) }, field.name),
        field.args.size > 0 ? h("span", { class: "of" }, "(…)") : null, ": ", this.reference(field.type)),
      this.insertButton(type, field)),
    deprecation(field), described(field.description));
  }

  insertButton(type, field) {
    if (type.kind === "INPUT_OBJECT") return null;
    return h("button", { type: "button", class: "button quiet insert", "aria-label": `Insert ${field.name}`, onclick: () => this.insert(type, field) }, "Insert");
  }

  field(type, field, here) {
    return [
      h("h3", { class: "title" }, h("span", { class: `name is-field${field.isDeprecated ? " is-deprecated" : ""}` }, field.name), this.insertButton(type, field)),
      h("p", { class: "answers" }, "Answers ", this.reference(field.type), " on ", this.typeLink(type.name)),
      deprecation(field), described(field.description),
      field.args.size > 0 ? [h("h4", null, "Arguments"), h("ul", { class: "members" }, [...field.args.values()].map((input) => this.inputRow(input, here)))] : null,
    ];
  }

  directive(directive) {
    if (!directive) return h("p", { class: "none" }, "The schema has no such directive any more.");
    return [
      h("h3", { class: "title" }, h("span", { class: "name is-directive" }, `@${directive.name}`)),
      described(directive.description),
      h("p", { class: "of" }, `On ${[...directive.locations].map((each) => each.toLowerCase().replaceAll("_", " ")).join(", ")}.${directive.isRepeatable ? " Repeatable." : ""}`),
      directive.args.size > 0 ? [h("h4", null, "Arguments"), h("ul", { class: "members" }, [...directive.args.values()].map((input) => this.inputRow(input)))] : null,
    ];
  }

  inputRow(input, here) {
    return h("li", { class: input.name === here ? "is-here" : null },
      h("span", { class: "signature" }, h("span", { class: `name is-argument${input.isDeprecated ? " is-deprecated" : ""}` }, input.name), ": ", this.reference(input.type),
        input.defaultValue != null ? h("span", { class: "of" }, ` = ${input.defaultValue}`) : null),
      deprecation(input), described(input.description));
  }

  typeLink(name) {
    return h("button", { type: "button", class: "name is-type", onclick: () => this.open({ type: name }) }, name);
  }

  reference(type) {
    const [before, after] = showType(type).split(namedType(type));
    return h("span", { class: "reference" }, before, this.typeLink(namedType(type)), after);
  }
}

const titleOf = (entry) => (entry.directive ? `@${entry.directive}` : entry.field ?? entry.type);
const kindOf = (type) => (type.kind === "INPUT_OBJECT" ? "input" : type.kind.toLowerCase());
const listed = (nodes) => nodes.flatMap((node, index) => (index === 0 ? [node] : [", ", node]));
const safeLink = (address) => (/^https?:\/\//i.test(address) ? address : null);
const skeleton = () => h("div", { class: "skeleton", "aria-label": "Loading the schema", role: "img" }, Array.from({ length: 9 }, () => h("span", null)));

function described(text) {
  if (!text) return null;
  const parts = text.split(/`([^`\n]+)`/);
  return h("p", { class: "description" }, parts.map((part, index) => (index % 2 === 1 ? h("code", null, part) : part)));
}

function deprecation(each) {
  return each.isDeprecated ? h("p", { class: "deprecation" }, icon("warn"), h("span", null, `Deprecated. ${each.deprecationReason ?? ""}`.trim())) : null;
}
