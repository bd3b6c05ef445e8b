// What can go wrong between a page and the server, as one type.

/** The words for what the server itself could not say. */
const OWN_WORDS = {
  OFFLINE: "The server cannot be reached.",
  TIMEOUT: "The server took too long to answer.",
  ABORTED: "Stopped.",
  BAD_ANSWER: "The server’s answer could not be read.",
  UNAUTHENTICATED: "Sign in to continue.",
};

/** A failed request: `code` to decide by, `message` to show, `field` of the input it is about, `status` of HTTP. */
export class ApiError extends Error {
  constructor(code, { message, field, status, extensions, errors, cause } = {}) {
    super(message ?? OWN_WORDS[code] ?? "The server refused this.", { cause });
    this.name = "ApiError";
    this.code = code;
    this.field = field ?? null;
    this.status = status ?? null;
    this.extensions = extensions ?? {};
    /** All errors of the answer, each an ApiError; never empty. */
    this.all = errors ?? [this];
  }

  /** Whether trying again as it is may help. */
  get isPassing() {
    return ["OFFLINE", "TIMEOUT", "UNAVAILABLE", "BAD_ANSWER", "INTERNAL"].includes(this.code);
  }
}

/** The error of a GraphQL answer: the first, with all others beside it. */
export function errorOf(errors, status) {
  const all = errors.map(
    ({ message, extensions = {} }) => new ApiError(extensions.code ?? "INTERNAL", { message, field: extensions.field, extensions, status }),
  );
  all[0].all = all;
  return all[0];
}
