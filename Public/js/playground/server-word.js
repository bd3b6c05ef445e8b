// The server's word on a document, a moment after the last change: it knows rules that the page does not.
import { send } from "../api/client.js";
import { connection } from "../api/connection.js";
import { offsetOf } from "../gql/lex.js";

const delay = 700;
const stem = (message) => message.split(" Did you mean")[0].replace(/\.$/, "");

/**
 * Asks by `extensions: {"validateOnly": true}`. `found(text, problems)` gets what the server says of the text that was
 * asked about. Nothing is sent until the server has shown that it only validates.
 */
export class ServerWord {
  constructor(found) {
    this.found = found;
    this.timer = null;
    this.control = null;
    this.isKnown = null;
  }

  cancel() {
    clearTimeout(this.timer);
    this.control?.abort();
  }

  /** To be called after each change. `isClean` says that the page itself found no error. */
  changed(text, isClean) {
    this.cancel();
    if (!isClean || text.trim() === "" || connection.value !== "online") return;
    this.timer = setTimeout(() => this.ask(text).catch(() => {}), delay);
  }

  async ask(text) {
    this.control = new AbortController();
    const { signal } = this.control;
    if (this.isKnown === null) this.isKnown = (await validate("{ __typename }", signal))?.extensions?.validateOnly === true;
    if (!this.isKnown) return;
    const answer = await validate(text, signal);
    if (signal.aborted || !answer) return;
    const errors = Array.isArray(answer.errors) ? answer.errors : [];
    this.found(text, errors.filter((error) => isAboutDocument(error)).slice(0, 50).map((error) => {
      const start = error.locations?.[0] ? offsetOf(text, error.locations[0]) : 0;
      const word = /^(\.\.\.|[$@]?\w+|.)?/.exec(text.slice(start))[0] ?? "";
      return { start, end: start + Math.max(1, word.length), severity: "error", code: "server", message: String(error.message) };
    }));
  }
}

// Which operation, and which variables, is settled when it is run.
const isAboutDocument = (error) => ["GRAPHQL_PARSE_FAILED", "GRAPHQL_VALIDATION_FAILED"].includes(error.extensions?.code);

async function validate(query, signal) {
  const response = await send("/graphql", {
    body: { query, extensions: { validateOnly: true } }, signal, signIn: false,
    headers: { Accept: "application/graphql-response+json, application/json" },
  });
  return response.status === 401 ? null : response.json();
}

/** Both lists as one, the page's own first; what both say on the same line is said once. */
export function together(own, server, lineOf) {
  const known = new Set(own.map((each) => `${lineOf(each.start)} ${stem(each.message)}`));
  return [...own, ...server.filter((each) => !known.has(`${lineOf(each.start)} ${stem(each.message)}`))].sort((a, b) => a.start - b.start);
}
