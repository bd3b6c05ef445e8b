// Moments in words.

const relative = new Intl.RelativeTimeFormat("en", { numeric: "auto" });
const clock = new Intl.DateTimeFormat("en-GB", { hour: "2-digit", minute: "2-digit" });
const day = new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "short", year: "numeric" });
const full = new Intl.DateTimeFormat("en-GB", { dateStyle: "medium", timeStyle: "medium" });
const STEPS = [
  ["minute", 60],
  ["hour", 3600],
  ["day", 86400],
  ["month", 2_629_800],
  ["year", 31_557_600],
];

/** "3 days ago", "in 2 hours", "just now". */
export function ago(moment, now = Date.now()) {
  const seconds = (new Date(moment).getTime() - now) / 1000;
  const size = Math.abs(seconds);
  if (size < 60) return "just now";
  const [unit, length] = STEPS.findLast(([, from]) => size >= from);
  return relative.format(Math.trunc(seconds / length), unit);
}

/** "14:02". */
export const clockTime = (moment) => clock.format(new Date(moment));

/** "3 Mar 2026". */
export const date = (moment) => day.format(new Date(moment));

/** Day and time to the second. */
export const fullTime = (moment) => full.format(new Date(moment));
