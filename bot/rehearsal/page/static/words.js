// What the page itself says, in the person's language. The bot's words come from the bot.

import { ENGLISH } from "./english.js";
import { KOREAN } from "./korean.js";
import { RUSSIAN } from "./russian.js";

const TABLES = { en: ENGLISH, ko: KOREAN, ru: RUSSIAN };
let table = ENGLISH;

/** From now on in the language of a locale of Discord's. */
export function speak(locale) {
  const language = locale.split("-")[0];
  table = TABLES[language] ?? ENGLISH;
  document.documentElement.lang = language in TABLES ? language : "en";
}

/** The words `key`, with `{name}` replaced by the field of that name. */
export function say(key, fields = {}) {
  if (!(key in table)) throw new Error(`nothing is worded ${key}`);
  return table[key].replace(/\{(\w+)\}/g, (whole, name) => fields[name] ?? whole);
}

/** The same as a list of words and nodes, for fields that are nodes. */
export function sayWith(key, fields) {
  return say(key).split(/\{(\w+)\}/).map((part, at) => (at % 2 ? fields[part] : part)).filter((part) => part !== "");
}

/** Words the elements of the document that name theirs: data-words, data-label. */
export function dress(root) {
  for (const one of root.querySelectorAll("[data-words]")) one.textContent = say(one.dataset.words);
  for (const one of root.querySelectorAll("[data-label]")) one.setAttribute("aria-label", say(one.dataset.label));
}
