// Runs an operation, and tells what came of it: the answer as it was sent, how long it took, and how large it is.
import { send } from "../api/client.js";
import { events } from "../api/events.js";

/**
 * Sends a request. Resolves to an answer, `{ kind: "answer", status, text, json, headers, size, at, times }`, `json` being
 * undefined where the text is none; or, for a stream, calls `onEvent(text)` for each event, and resolves once it ended.
 * `times` has milliseconds from the start: `head`, `end`. Throws ApiError where there was no answer.
 */
export async function run({ query, variables, operationName, headers, isSubscription }, { signal, onStart, onEvent }) {
  const start = performance.now();
  const since = () => performance.now() - start;
  const response = await send("/graphql", {
    body: { query, ...(variables === undefined ? {} : { variables }), ...(operationName ? { operationName } : {}) },
    headers: {
      Accept: isSubscription ? "text/event-stream, application/graphql-response+json, application/json" : "application/graphql-response+json, application/json",
      ...headers,
    },
    signal, timeout: 0,
  });
  const head = {
    status: response.status, headers: [...response.headers], at: Date.now(), times: { head: since(), end: null },
  };
  const isStream = response.headers.get("Content-Type")?.startsWith("text/event-stream") === true;
  if (isStream && response.ok) {
    onStart({ kind: "stream", ...head });
    let size = 0;
    let isComplete = false;
    for await (const { event, data } of events(response)) {
      size += data.length;
      if (event === "complete") {
        isComplete = true;
        break;
      }
      if (event === "next") onEvent(data);
    }
    return { kind: "stream", ...head, size, isComplete, times: { ...head.times, end: since() } };
  }
  const bytes = await response.arrayBuffer();
  const text = new TextDecoder().decode(bytes);
  return { kind: "answer", ...head, text, json: parsed(text), size: bytes.byteLength, times: { ...head.times, end: since() } };
}

function parsed(text) {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** The headers of the headers editor; throws a SyntaxError or TypeError in words where they are none. */
export function headersOf(text) {
  if (text.trim() === "") return {};
  let found;
  try {
    found = JSON.parse(text);
  } catch {
    throw new SyntaxError("The headers are not JSON.");
  }
  if (typeof found !== "object" || found === null || Array.isArray(found)) throw new TypeError("The headers are not a JSON object.");
  for (const [name, value] of Object.entries(found)) {
    if (!/^[!#$%&'*+.^_`|~\w-]+$/.test(name)) throw new TypeError("A header’s name has a character that no name has.");
    if (typeof value !== "string" || /[^\t\x20-\x7e]/.test(value)) throw new TypeError(`The header ${name} is not plain text in quotes.`);
  }
  return found;
}

/** "1.2 KB". */
export function sizeOf(bytes) {
  if (bytes < 1000) return `${bytes} B`;
  return bytes < 1_000_000 ? `${(bytes / 1000).toFixed(1)} KB` : `${(bytes / 1_000_000).toFixed(1)} MB`;
}

/** "38 ms". */
export function timeOf(milliseconds) {
  return milliseconds < 1000 ? `${Math.max(1, Math.round(milliseconds))} ms` : `${(milliseconds / 1000).toFixed(2)} s`;
}
