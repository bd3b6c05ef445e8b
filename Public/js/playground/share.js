// Links that hold a document in their fragment, which browsers never send anywhere.

const textLimit = 400_000;

/** The link of `{ query, variables, operationName }`. */
export async function linkOf(content) {
  const bytes = new TextEncoder().encode(JSON.stringify(content));
  const packed = await collect(new Blob([bytes]).stream().pipeThrough(new CompressionStream("deflate-raw")), Infinity);
  const address = new URL(location.pathname, location.origin);
  address.hash = `q=${toText(packed)}`;
  return address.href;
}

/** What a fragment holds: a document, or null for none, or a damaged one. */
export async function contentOf(hash) {
  const packed = /^#q=([\w-]+)$/.exec(hash)?.[1];
  if (!packed) return null;
  try {
    const stream = new Blob([fromText(packed)]).stream().pipeThrough(new DecompressionStream("deflate-raw"));
    const found = JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(await collect(stream, textLimit)));
    const text = (value) => (typeof value === "string" ? value : "");
    return typeof found === "object" && found !== null && typeof found.query === "string"
      ? { query: found.query, variables: text(found.variables), operationName: text(found.operationName) } : null;
  } catch {
    return null;
  }
}

async function collect(stream, limit) {
  const chunks = [];
  let size = 0;
  for await (const chunk of stream) {
    size += chunk.length;
    if (size > limit) throw new RangeError("too large");
    chunks.push(chunk);
  }
  return new Uint8Array(await new Blob(chunks).arrayBuffer());
}

function toText(bytes) {
  let binary = "";
  for (const byte of bytes) binary += String.fromCharCode(byte);
  return btoa(binary).replace(/\+/g, "-").replace(/\//g, "_").replace(/=+$/, "");
}

function fromText(text) {
  return Uint8Array.from(atob(text.replace(/-/g, "+").replace(/_/g, "/")), (c) => c.charCodeAt(0));
}
