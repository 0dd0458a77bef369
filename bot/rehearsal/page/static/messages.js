// One message: who, when, what it answers, words, embeds, components, files, and what can be done.

import { el, icon, unseen } from "./dom.js";
import { colour, component, fileCard, picture } from "./components.js";
import { inline, link, markdown } from "./markdown.js";
import { openMenu } from "./menu.js";
import { full, short } from "./times.js";
import { ownAddress } from "./wire.js";
import { say, sayWith } from "./words.js";

const LAYOUT = 1 << 15;
const LOADING = 1 << 7;
const SILENT = 1 << 12;

export function avatar(user, botId) {
  if (user.id === botId) return el("img", { class: "avatar", src: "icon.svg", alt: "" });
  const made = el("span", { class: "avatar", "aria-hidden": "true" }, user.username.slice(0, 1).toUpperCase());
  made.classList.add(`hue-${[...user.username].reduce((sum, one) => sum + one.codePointAt(0), 0) % 5}`);
  return made;
}

/** `follows`: the message before is by the same author and recent, so that the head is left out. */
export function messageNode(message, app, { follows }) {
  const moment = new Date(message.timestamp);
  const { locale } = app.state.person;
  const when = el("time", { dateTime: message.timestamp, title: full(moment, locale), class: "when" },
    short(moment, { locale, now: app.now() }));
  const words = el("div", { class: "message-words" }, body(message, app));
  words.lang = tongue(words.textContent);
  const main = el("div", { class: "message-main" },
    follows ? unseen(`${message.author.username}, `) : head(message, when), words, foot(message, app));
  const side = el("div", { class: "message-side" }, follows ? when : avatar(message.author, app.state.bot.id));
  const node = el("li", { class: "message", id: `message-${message.id}` },
    answered(message, app), el("div", { class: "message-row" }, side, main), tools(message, app));
  node.classList.toggle("follows", follows);
  node.classList.toggle("ephemeral", message.ephemeral);
  node.addEventListener("contextmenu", (event) => {
    if (event.target.closest("a, img, input")) return;
    event.preventDefault();
    openMenu(node, entries(message, app, words), { at: event });
  });
  return node;
}

/** For screen readers: the language that most of the letters are of. */
function tongue(text) {
  const count = (letters) => text.match(letters)?.length ?? 0;
  const all = { en: count(/[a-z]/gi), ko: 2 * count(/\p{Script=Hangul}/gu), ru: count(/\p{Script=Cyrillic}/gu) };
  return Object.keys(all).reduce((best, one) => (all[one] > all[best] ? one : best));
}

function head(message, when) {
  const app = message.author.bot ? el("span", { class: "tag" }, say("app")) : null;
  const silent = message.flags & SILENT ? el("span", { class: "small", title: say("unnotified") }, say("silent")) : null;
  return el("p", { class: "message-head" }, el("span", { class: "author" }, message.author.username), app, when, silent);
}

function answered(message, app) {
  if (!message.used) return null;
  const who = message.interaction_metadata.user;
  return el("p", { class: "answered" }, icon("reply"),
    sayWith("used", { who: el("b", {}, who.username), what: el("span", { class: "mention" }, message.used) }));
}

function body(message, app) {
  if (message.flags & LOADING) {
    return [el("p", { class: "thinking" }, say("thinking", { name: message.author.username }), el("span", { class: "dots", "aria-hidden": "true" }))];
  }
  const edited = message.edited_timestamp ? [el("p", { class: "small" }, say("edited"))] : [];
  const shown = [...markdown(message.content, app.see()), ...message.embeds.map((one) => embed(one, app))];
  const parts = message.components.map((one) => component(one, message, app));
  if (message.flags & LAYOUT) return [...shown, ...parts, ...edited];
  return [...shown, ...edited, ...message.attachments.map(attached), ...parts];
}

function attached(one) {
  if (/^image\/(png|jpeg|gif|webp)/.test(one.content_type)) return picture(one, one.description ?? one.filename);
  return fileCard(one.filename, one.size, ownAddress(one.url));
}

function embed(given, app) {
  const see = app.see();
  const title = given.title && inline(given.title, see);
  const box = el("div", { class: "embed" },
    el("div", { class: "embed-words" },
      given.author ? el("p", { class: "embed-author" }, given.author.name) : null,
      title ? el("p", { class: "embed-title" }, given.url && /^https?:/.test(given.url) ? link(given.url, title) : title) : null,
      given.description ? markdown(given.description, see) : null,
      el("div", { class: "embed-fields" }, (given.fields ?? []).map((one) => el("div", { class: one.inline ? "embed-field inline" : "embed-field" },
        el("p", { class: "embed-name" }, inline(one.name, see)), markdown(one.value, see))))),
    given.thumbnail ? el("div", { class: "thumbnail" }, picture(given.thumbnail, "")) : null,
    given.image ? picture(given.image, "") : null,
    given.footer || given.timestamp ? el("p", { class: "small embed-foot" }, given.footer?.text ?? "",
      given.footer && given.timestamp ? " • " : "", given.timestamp ? full(new Date(given.timestamp), see.locale) : "") : null);
  if (given.color) box.style.setProperty("--accent-line", colour(given.color));
  return box;
}

function foot(message, app) {
  if (!message.ephemeral) return null;
  return el("p", { class: "small private" }, icon("eye"), `${say("onlyYou")} • `,
    el("button", { type: "button", class: "text", onclick: () => app.dismiss(message) }, say("dismiss")));
}

function entries(message, app, words) {
  const menu = message.ephemeral ? [] : app.commands.message.map((one) => ({
    label: one.name_localizations?.[app.state.person.locale] ?? one.name,
    group: say("apps"),
    done: () => app.use(null, "message_menu", { name: one.name, message: message.id }),
  }));
  const copy = { label: say("copy"), group: say("message"), done: () => navigator.clipboard.writeText(words.innerText) };
  return [...menu, copy];
}

function tools(message, app) {
  if (message.flags & LOADING) return null;
  const more = el("button", { type: "button", class: "quiet more", "aria-haspopup": "menu", "aria-label": say("more", { name: message.author.username }), title: say("apps") }, icon("more"));
  more.addEventListener("click", () => openMenu(more, entries(message, app, more.closest("li").querySelector(".message-words"))));
  return el("div", { class: "tools" }, more);
}

/** What the page itself has to say, in the manner of an answer that only you see. */
export function noticeNode(notice, app) {
  return el("li", { class: "message ephemeral notice" }, el("div", { class: "message-row" },
    el("div", { class: "message-side" }, icon("warning")),
    el("div", { class: "message-main" }, el("p", {}, notice.words),
      el("p", { class: "small private" }, icon("eye"), `${say("onlyYou")} • `,
        el("button", { type: "button", class: "text", onclick: () => app.forget(notice) }, say("dismiss"))))));
}
