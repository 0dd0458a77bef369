// What is beside Discord: who one is, in which language, and what time it is.

import { el, icon, toast } from "./dom.js";
import { act } from "./wire.js";
import { wall, wallValue } from "./times.js";
import { say } from "./words.js";

const LANGUAGES = { "en-US": "English", ko: "한국어", ru: "Русский" };
const THEMES = { auto: "half", dark: "moon", light: "sun" };

/** Runs a stage direction and says what came of it. */
export async function direct(app, control, direction, words = "") {
  control.disabled = true;
  control.setAttribute("aria-busy", "true");
  try {
    toast(await act("direct", { person: app.person, direction, words }));
  } catch (refused) {
    toast(refused.message, { wrong: true });
  } finally {
    control.disabled = false;
    control.removeAttribute("aria-busy");
    control.focus();
  }
}

function deed(app, direction, label, drawn, style = "secondary") {
  const made = el("button", { type: "button", class: `button ${style}`, onclick: () => direct(app, made, direction) }, icon(drawn), el("span", {}, label));
  made.id = `direct-${direction}`;
  return made;
}

const skip = () => [el("span", { class: "wide" }, say("next")), el("span", { class: "narrow" }, say("nextShort"))];

export function drawStage(app, { controls, quick }) {
  const has = (name) => app.state.directions.includes(name);
  const moment = el("input", { type: "datetime-local", id: "moment", value: wallValue(app.now(), app.state.zone) });
  const set = el("button", { type: "submit", class: "button secondary" }, say("set"));
  const form = el("form", { class: "moment", onsubmit: (event) => {
    event.preventDefault();
    if (moment.value) direct(app, set, "date", moment.value);
  } }, el("label", { htmlFor: "moment" }, say("moment", { zone: app.state.zone })), el("div", { class: "joined" }, moment, set));
  controls.replaceChildren(...[
    has("seeds") && deed(app, "seeds", say("seeds"), "clock"),
    has("date") && form,
    has("restart") && deed(app, "restart", say("restart"), "restart"),
  ].filter(Boolean));
  quick.replaceChildren(...(has("skip") ? [deed(app, "skip", skip(), "forward", "primary")] : []));
}

export function setMoment(app) {
  const moment = document.getElementById("moment");
  if (moment && moment !== document.activeElement) moment.value = wallValue(app.now(), app.state.zone);
}

/** What Discord would not have taken: of use to whoever works on the bot. */
export function drawRefusals(refused, place) {
  place.hidden = !refused.length;
  if (refused.length) place.replaceChildren(el("summary", {}, say("refused")), el("ul", {}, refused.map((one) => el("li", {}, one))));
}

export function drawSelf(app, place) {
  const people = el("fieldset", { class: "people" }, el("legend", { class: "unseen" }, say("be")),
    app.state.people.map((name) => el("label", {}, el("input", {
      type: "radio", name: "person", value: name, checked: name === app.person, onchange: () => app.become(name),
    }), el("span", {}, say(name)))));
  const language = el("select", { id: "language", "aria-label": say("language"), onchange: () => app.speak(language.value) },
    app.state.locales.map((one) => el("option", { value: one, selected: one === app.state.person.locale }, LANGUAGES[one] ?? one)));
  place.dataset.person = app.state.person.name;
  place.replaceChildren(people, el("div", { class: "joined" }, language, themeButton()));
}

function themeButton() {
  const made = el("button", { type: "button", class: "quiet theme" });
  const order = Object.keys(THEMES);
  const show = () => {
    const now = document.documentElement.dataset.theme ?? "auto";
    const words = say(now);
    made.replaceChildren(icon(THEMES[now]));
    made.setAttribute("aria-label", say("colours", { now: words }));
    made.title = say("coloursNow", { now: words });
  };
  made.addEventListener("click", () => {
    const now = document.documentElement.dataset.theme ?? "auto";
    useTheme(order[(order.indexOf(now) + 1) % order.length]);
    show();
  });
  show();
  return made;
}

export function useTheme(name) {
  if (!(name in THEMES)) return;
  if (name === "auto") delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = name;
  localStorage.setItem("theme", name);
}

export function drawClock(app, shown) {
  const now = app.now();
  shown.textContent = wall(now, app.state.zone, app.state.person.locale);
  shown.dateTime = new Date(now).toISOString();
}
