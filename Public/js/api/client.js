// Requests to this server: time-outs, stopping, signing in where that is asked for, and errors of one type.

import { answered, wentOffline } from "./connection.js";
import { ApiError, errorOf } from "./errors.js";

const TIMEOUT = 20_000;

/** How a 401 is met: set by the session, which asks for a token and says whether one was given. */
export const access = { ask: async () => false };

/**
 * Sends a request and returns the response once its head is there. `timeout` in milliseconds is for the head, and for
 * the body where it is read by `query`; 0 is none. A 401 asks to sign in and then repeats the request, unless `signIn`
 * is false. Throws ApiError: OFFLINE, TIMEOUT, ABORTED.
 */
export async function send(path, { method = "POST", body, headers = {}, signal, timeout = TIMEOUT, signIn = true } = {}) {
  for (;;) {
    const response = await attempt(path, { method, body, headers, signal, timeout });
    if (response.status !== 401 || !signIn) return response;
    await response.body?.cancel();
    if (!(await access.ask())) throw new ApiError("UNAUTHENTICATED", { status: 401 });
    if (signal?.aborted) throw new ApiError("ABORTED");
  }
}

async function attempt(path, { method, body, headers, signal, timeout }) {
  const deadline = new AbortController();
  const timer = timeout > 0 ? setTimeout(() => deadline.abort(), timeout) : null;
  try {
    const response = await fetch(path, {
      method,
      body: body === undefined ? undefined : JSON.stringify(body),
      headers: body === undefined ? headers : { "Content-Type": "application/json", ...headers },
      signal: signal ? AbortSignal.any([signal, deadline.signal]) : deadline.signal,
      cache: "no-store",
      credentials: "same-origin",
    });
    answered();
    return response;
  } catch (cause) {
    if (signal?.aborted) throw new ApiError("ABORTED", { cause });
    if (deadline.signal.aborted) throw new ApiError("TIMEOUT", { cause });
    wentOffline();
    throw new ApiError("OFFLINE", { cause });
  } finally {
    clearTimeout(timer);
  }
}

/**
 * Runs a GraphQL operation and returns its `data`, with `stale` true where the server answered from memory while its
 * database is away. Throws ApiError with the server's code, message and field.
 */
export async function query(document, variables = {}, options = {}) {
  const response = await send("/graphql", {
    ...options,
    body: { query: document, variables },
    headers: { Accept: "application/graphql-response+json, application/json", ...options.headers },
  });
  let answer;
  try {
    answer = await response.json();
  } catch (cause) {
    if (options.signal?.aborted) throw new ApiError("ABORTED", { cause });
    throw new ApiError("BAD_ANSWER", { status: response.status, cause });
  }
  if (answer.errors?.length) throw errorOf(answer.errors, response.status);
  if (!answer.data) throw problemOf(answer, response.status);
  return { data: answer.data, stale: answer.extensions?.stale === true };
}

/** The error of an answer that is a problem document, OpenAI's error object, or neither. */
export function problemOf(answer, status) {
  const message = answer?.error?.message ?? answer?.detail ?? answer?.title;
  const code = answer?.error?.code ?? answer?.code ?? (status === 401 ? "UNAUTHENTICATED" : "BAD_ANSWER");
  return new ApiError(String(code), { message: typeof message === "string" ? message : undefined, status });
}
