// Times: as Discord shows them, in the reader's zone; and the rehearsal's own clock.

const FORMS = {
  t: { timeStyle: "short" },
  T: { timeStyle: "medium" },
  d: { dateStyle: "short" },
  D: { dateStyle: "long" },
  f: { dateStyle: "long", timeStyle: "short" },
  F: { dateStyle: "full", timeStyle: "short" },
};
const UNITS = [
  ["year", 31536000], ["month", 2592000], ["day", 86400], ["hour", 3600], ["minute", 60], ["second", 1],
];

/** For <t:seconds:style>; `now` in milliseconds is what "2 hours ago" refers to. */
export function stamped(seconds, style, { locale, now }) {
  const moment = new Date(seconds * 1000);
  if (Number.isNaN(moment.getTime())) return null;
  if (style !== "R") return new Intl.DateTimeFormat(locale, FORMS[style] ?? FORMS.f).format(moment);
  const away = Math.round(seconds - now / 1000);
  const [unit, size] = UNITS.find(([, length]) => Math.abs(away) >= length) ?? UNITS.at(-1);
  return new Intl.RelativeTimeFormat(locale, { numeric: "auto" }).format(Math.trunc(away / size), unit);
}

export function full(moment, locale) {
  return new Intl.DateTimeFormat(locale, { dateStyle: "full", timeStyle: "short" }).format(moment);
}

export function short(moment, { locale, now }) {
  const time = new Intl.DateTimeFormat(locale, { timeStyle: "short" }).format(moment);
  if (moment.toDateString() === new Date(now).toDateString()) return time;
  const day = new Intl.DateTimeFormat(locale, { dateStyle: "medium" }).format(moment);
  return `${day}, ${time}`;
}

export function dayName(moment, locale) {
  return new Intl.DateTimeFormat(locale, { dateStyle: "long" }).format(moment);
}

/** The rehearsal's clock, in the zone of its briefings. */
export function wall(now, zone, locale) {
  return new Intl.DateTimeFormat(locale.startsWith("en") ? "en-GB" : locale, {
    timeZone: zone, weekday: "short", day: "numeric", month: "short", year: "numeric",
    hour: "2-digit", minute: "2-digit", timeZoneName: "short",
  }).format(new Date(now));
}

/** As an <input type=datetime-local> wants it, on the wall in `zone`. */
export function wallValue(now, zone) {
  const parts = new Intl.DateTimeFormat("sv-SE", {
    timeZone: zone, year: "numeric", month: "2-digit", day: "2-digit", hour: "2-digit", minute: "2-digit",
  }).format(new Date(now));
  return parts.replace(" ", "T");
}
