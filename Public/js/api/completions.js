// Talking to a model through the gateway, word by word.

import { problemOf, send } from "./client.js";
import { ApiError } from "./errors.js";
import { events } from "./events.js";

/** Yields the pieces of an answer as they come. `messages` are `{ role, content }`. Throws ApiError. */
export async function* complete({ model, messages, signal }) {
  const response = await send("/v1/chat/completions", { body: { model, messages, stream: true }, headers: { Accept: "text/event-stream" }, signal, timeout: 120_000 });
  if (!response.ok) throw problemOf(await response.json().catch(() => null), response.status);
  if (!response.headers.get("Content-Type")?.startsWith("text/event-stream")) {
    const answer = await response.json().catch(() => null);
    yield answer?.choices?.[0]?.message?.content ?? "";
    return;
  }
  let ended = false;
  try {
    for await (const { data } of events(response)) {
      if (data === "[DONE]") {
        ended = true;
        break;
      }
      const piece = JSON.parse(data);
      if (piece.error) throw problemOf(piece, response.status);
      const choice = piece.choices?.[0];
      if (choice?.delta?.content) yield choice.delta.content;
      if (choice?.finish_reason) ended = true;
    }
  } catch (cause) {
    if (signal.aborted) throw new ApiError("ABORTED", { cause });
    if (cause instanceof ApiError) throw cause;
    throw new ApiError("BAD_ANSWER", { message: "The answer broke off.", cause });
  }
  if (!ended) throw new ApiError("BAD_ANSWER", { message: "The answer broke off." });
}
