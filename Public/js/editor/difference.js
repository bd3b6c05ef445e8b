// Where two texts differ.

/** How many characters at the starts are the same. */
export function commonStart(a, b) {
  const limit = Math.min(a.length, b.length);
  let at = 0;
  while (at < limit && a.charCodeAt(at) === b.charCodeAt(at)) at += 1;
  return at;
}

/** How many characters at the ends are the same, of those behind a start. */
export function commonEnd(a, b, start) {
  const limit = Math.min(a.length, b.length) - start;
  let at = 0;
  while (at < limit && a.charCodeAt(a.length - 1 - at) === b.charCodeAt(b.length - 1 - at)) at += 1;
  return at;
}
