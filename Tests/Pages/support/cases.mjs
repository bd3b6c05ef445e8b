// The engine's cases, read for the language kit: the same documents, the same words.
import { readdirSync, readFileSync } from "node:fs";
import { introspect } from "./introspect.mjs";
import { readSchema } from "../../../Public/js/gql/schema.js";

const folder = new URL("../../GraphQLTests/Cases/Chapters/", import.meta.url);

/** Every case: its title, its chapter's file, and its parts by heading. */
export function cases(chapters = readdirSync(folder).filter((name) => /^\d/.test(name))) {
  return chapters.flatMap((chapter) => readdirSync(new URL(`${chapter}/`, folder))
    .filter((file) => file.endsWith(".cases"))
    .flatMap((file) => split(readFileSync(new URL(`${chapter}/${file}`, folder), "utf8"))
      .map((each) => ({ ...each, chapter, file }))));
}

/** What schema.graphql of a chapter describes. */
export function chapterSchema(chapter) {
  return readSchema(introspect(readFileSync(new URL(`${chapter}/schema.graphql`, folder), "utf8")));
}

/** The schema of Roster's own API. */
export function rosterSchema() {
  return readSchema(introspect(readFileSync(new URL("../../../schema/schema.graphql", import.meta.url), "utf8")));
}

function split(text) {
  return text.split(/^== /m).slice(1).map((part) => {
    const [title, ...lines] = part.split("\n");
    const parts = {};
    let heading = "document";
    for (const line of lines) {
      const found = /^-- (\w+)/.exec(line);
      if (found) heading = found[1];
      if (found) parts[heading] = "";
      else parts[heading] = `${parts[heading] ?? ""}${line}\n`;
    }
    for (const key of Object.keys(parts)) {
      parts[key] = parts[key].replace(/⟨U\+([0-9A-F]+)⟩/g, (_, code) => String.fromCodePoint(parseInt(code, 16))).replace(/\n+$/, "");
    }
    return { title, parts };
  });
}
