// Server-sent events out of a response's body, by the rules of the HTML standard.

/** Yields `{ event, data, id }`. `onBytes` is called whenever anything arrives, a comment too. */
export async function* events(response, onBytes = () => {}) {
  const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
  let rest = "";
  let event = empty();
  try {
    for (;;) {
      const { value, done } = await reader.read();
      if (done) return;
      onBytes();
      rest += value;
      // A carriage return at the very end may be the first half of a line's end.
      const complete = rest.endsWith("\r") ? rest.slice(0, -1) : rest;
      const lines = complete.split(/\r\n|\n|\r/);
      rest = lines.pop() + rest.slice(complete.length);
      for (const line of lines) {
        if (line !== "") take(line, event);
        else {
          if (event.data.length || event.event !== "message") yield { ...event, data: event.data.join("\n") };
          event = empty();
        }
      }
    }
  } finally {
    await reader.cancel().catch(() => {});
  }
}

const empty = () => ({ event: "message", data: [], id: null });

function take(line, event) {
  const colon = line.indexOf(":");
  const field = colon < 0 ? line : line.slice(0, colon);
  const value = colon < 0 ? "" : line.slice(colon + 1).replace(/^ /, "");
  if (field === "data") event.data.push(value);
  else if (field === "event") event.event = value;
  else if (field === "id") event.id = value;
}
