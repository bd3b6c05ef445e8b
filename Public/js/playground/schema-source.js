// The schema of this server: asked for once, kept in the browser for when the server is away.
import { query } from "../api/client.js";
import { introspectionQuery, readSchema } from "../gql/schema.js";
import { signal } from "../lib/signal.js";

const key = "roster.playground.schema";

/** The schema, or null. */
export const schema = signal(null);
/** `loading`, `ready`, `kept` for one of an earlier visit, or `failed`. */
export const schemaState = signal("loading");
/** Why there is none, in words. */
export let schemaFault = "";

/** Asks the server; on failure the one of the last visit holds. */
export async function loadSchema() {
  schema.value ??= kept();
  if (!schema.value) schemaState.value = "loading";
  try {
    const { data } = await query(introspectionQuery, {}, { signIn: false });
    schema.value = readSchema(data);
    schemaFault = "";
    schemaState.value = "ready";
    keep(data);
  } catch (error) {
    schemaFault = error.message;
    if (!schema.value) schema.value = kept();
    schemaState.value = schema.value ? "kept" : "failed";
  }
}

function keep(data) {
  try {
    localStorage.setItem(key, JSON.stringify(data));
  } catch {
    // Without room there is no completion while the server is away.
  }
}

function kept() {
  try {
    const text = localStorage.getItem(key);
    return text === null ? null : readSchema(JSON.parse(text));
  } catch {
    return null;
  }
}
