// The tour: plays the script's scenes as a person would, tells what is done, and checks what comes.

import { el } from "./dom.js";
import { say } from "./words.js";
import { act } from "./wire.js";

const READING = 45; // milliseconds a character of what is told
const LOOKING = 1500; // milliseconds that what came is looked at besides
const PATIENCE = 30000; // milliseconds until something counts as not shown
const STEP = 80;

const wait = (time) => new Promise((wake) => { setTimeout(wake, time); });

async function until(holds, patience = PATIENCE) {
  for (const end = performance.now() + patience; performance.now() < end; await wait(STEP)) if (holds()) return true;
  return false;
}

/** What is read in each message, by its id. */
function messages() {
  return new Map([...document.querySelectorAll("#messages .message[id]")].map((one) => [one.id, one.innerText]));
}

export class Tour {
  constructor(app, place) {
    Object.assign(this, { app, place, shown: 0, missing: [], paused: false, ended: false, at: 0 });
    this.scenes = app.state.tour; // what is told stays in one language
    this.usual = {}; // the language of each person who acts
    this.told = el("p", { class: "told", "aria-live": "polite" });
    this.count = el("span", { class: "small" });
    this.pause = this.press("tourPause", () => this.hold(!this.paused));
    this.onward = this.press("tourNext", () => { this.hurried = true; });
    this.end = this.press("tourEnd", () => this.stop());
    this.bar = el("section", { class: "tour", "aria-label": say("tour"), id: "tour" },
      el("div", { class: "tour-words" }, this.count, this.told), el("div", { class: "tour-keys" }, this.pause, this.onward, this.end));
  }

  press(key, onclick) {
    return el("button", { type: "button", class: "button secondary", onclick }, say(key));
  }

  async play() {
    this.place.replaceChildren(this.bar);
    this.bar.dataset.state = "playing";
    for (; this.at < this.scenes.length && !this.ended; this.at += 1) await this.scene(this.scenes[this.at]);
    for (const [person, locale] of Object.entries(this.usual)) await act("speak", { person, locale });
    await this.be("admin");
    if (!this.ended) this.tellEnd();
  }

  tellEnd() {
    this.count.textContent = "";
    this.told.replaceChildren(say("tourDone", { shown: this.shown, failed: this.missing.length }),
      ...this.missing.map((what) => el("span", { class: "missing" }, say("tourFailed", { what }))));
    this.pause.hidden = this.onward.hidden = true;
    this.bar.dataset.state = "done";
  }

  stop() {
    this.ended = true;
    this.bar.remove();
    this.app.tour = null;
    this.app.focus();
  }

  hold(is) {
    this.paused = is;
    this.pause.textContent = say(is ? "tourGo" : "tourPause");
    this.bar.dataset.state = is ? "paused" : "playing";
  }

  /** As long as reading takes, and while the tour is paused; until somebody wants to go on. */
  async read(words) {
    this.hurried = false;
    const reads = performance.now() + LOOKING + READING * words.length;
    await until(() => this.hurried || this.ended || (!this.paused && performance.now() > reads), Infinity);
  }

  async scene(scene) {
    const { app } = this;
    this.count.textContent = `${this.at + 1} / ${this.scenes.length}`;
    this.told.textContent = scene.caption;
    try {
      await this.be(scene.person, scene.locale);
      if (scene.still || !scene.direction) await this.go(scene.channel);
      await this.read(scene.caption);
      if (this.ended) return;
      const before = messages();
      await this.done(scene);
      await this.go(scene.channel);
      await this.check(scene, before);
    } catch (lost) {
      this.missing.push(lost.message);
    }
  }

  /** Who acts, in which language, once the page shows it. */
  async be(person, locale = "") {
    const { app } = this;
    if (app.person !== person) app.become(person);
    await until(() => app.state.person.name === person);
    this.usual[person] ??= app.state.person.locale;
    if (!locale || app.state.person.locale === locale) return;
    await app.speak(locale);
    await until(() => app.state.person.locale === locale);
  }

  async go(name) {
    const { app } = this;
    if (app.here().name === name) return;
    app.goTo(app.state.channels.find((one) => one.name === name).id);
    await until(() => app.here().name === name);
  }

  async done(scene) {
    const { app } = this;
    if (scene.direction) {
      await act("direct", { person: app.person, direction: scene.direction, words: scene.words });
    } else if (scene.click) {
      const press = [...document.querySelectorAll("#messages button.button")].filter((one) => one.textContent.trim() === scene.click).at(-1);
      if (!press) throw new Error(scene.click);
      press.scrollIntoView({ block: "center" });
      press.focus();
      await wait(600);
      press.click();
    } else {
      if (!app.composer.chooseNamed(scene.command, scene.options)) throw new Error(`/${scene.command}`);
      await wait(900);
      await app.composer.send();
    }
    if (Object.keys(scene.fields).length) await this.fill(scene.fields);
  }

  /** Fills in the form that opens; the bar goes with it, since all else is out of reach then. */
  async fill(fields) {
    let form;
    await until(() => (form = document.querySelector("dialog.modal form")));
    if (!form) throw new Error(Object.keys(fields).join(", "));
    form.prepend(this.bar);
    for (const label of form.querySelectorAll("label")) {
      const words = fields[label.firstChild.textContent];
      if (words === undefined) continue;
      label.control.value = words;
      label.control.scrollIntoView({ block: "center" });
      await wait(900);
    }
    this.place.append(this.bar);
    form.requestSubmit();
    await until(() => !form.isConnected);
  }

  async check(scene, before) {
    const came = () => [...messages()].filter(([id, words]) => before.get(id) !== words).map(([, words]) => words).join("\n");
    await until(() => !document.querySelector("#messages .thinking") && (scene.direction || came()));
    for (const words of scene.shows) await this.note(words, () => came().includes(words));
    for (const words of scene.hides) await this.note(words, () => !came().includes(words));
    if (scene.still) await this.note(scene.caption, () => before.size > 0 && messages().size === before.size);
  }

  async note(what, holds) {
    if (await until(holds)) this.shown += 1;
    else this.missing.push(what);
  }
}
