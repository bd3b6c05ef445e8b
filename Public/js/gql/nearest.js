// The name that somebody may have meant.

/** The option closest to what was written, where one is close; null otherwise. */
export function nearest(written, options) {
  let best = null;
  let least = Math.floor(written.length * 0.4) + 1;
  for (const option of options) {
    if (Math.abs(option.length - written.length) > least) continue;
    const cost = option.toLowerCase() === written.toLowerCase() ? 0.5 : distance(written, option);
    if (cost < least || (cost === least && best === null)) [best, least] = [option, cost];
  }
  return best;
}

/** How many characters to insert, delete, change or swap with their neighbour. */
function distance(a, b) {
  let beforeLast = [];
  let last = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= b.length; j += 1) {
      row[j] = Math.min(last[j] + 1, row[j - 1] + 1, last[j - 1] + (a[i - 1] !== b[j - 1]));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) row[j] = Math.min(row[j], beforeLast[j - 2] + 1);
    }
    [beforeLast, last] = [last, row];
  }
  return last[b.length];
}
