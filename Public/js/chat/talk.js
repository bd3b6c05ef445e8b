// One answer: asked for, shown while it comes, and ended in exactly one way.

import { complete } from "../api/completions.js";

/** Streams an answer into `turn.content` and calls `grew` at most once a frame. Sets `failed` or `stopped` on the turn. */
export async function talk({ turn, messages, signal, grew }) {
  let frame = null;
  const soon = () =>
    (frame ??= requestAnimationFrame(() => {
      frame = null;
      grew();
    }));
  try {
    for await (const piece of complete({ model: turn.model.modelSdkId, messages, signal })) {
      turn.content += piece;
      soon();
    }
    if (!turn.content) turn.failed = "The model answered with nothing.";
  } catch (error) {
    if (error.code === "ABORTED") turn.stopped = true;
    else turn.failed = error.message;
  } finally {
    if (frame) cancelAnimationFrame(frame);
    delete turn.going;
    grew();
  }
}
