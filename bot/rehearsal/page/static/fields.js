// One option of a command: where it is typed, chosen from a list, or a file.

import { el, newId } from "./dom.js";
import { Picker } from "./picker.js";
import { LARGEST, act, packed } from "./wire.js";
import { say } from "./words.js";

const BOOLEAN = 5, USER = 6, CHANNEL = 7, ROLE = 8, MENTIONABLE = 9, ATTACHMENT = 11;
const PAUSE = 120; // milliseconds without typing before the bot is asked

/** `line`: what surrounds the field: {host, typed(field), taken(field), emptied(field), changed()}. */
export function newField(option, app, line) {
  return option.type === ATTACHMENT ? new FileField(option, line) : new TextField(option, app, line);
}

class Field {
  constructor(option, line, control) {
    this.option = option;
    this.line = line;
    this.control = control;
    control.id = newId("option");
    this.node = el("span", { class: option.required ? "option-field required-field" : "option-field" },
      el("label", { htmlFor: control.id }, option.label), control);
    control.dataset.option = option.name;
    control.addEventListener("focus", () => line.changed(this));
    control.addEventListener("keydown", (event) => this.keyed(event));
  }

  keyed(event) {
    if (event.key === "Backspace" && this.empty) {
      event.preventDefault();
      this.line.emptied(this);
    }
  }

  focus() {
    this.control.focus();
  }

  remove() {
    this.node.remove();
  }
}

class FileField extends Field {
  constructor(option, line) {
    super(option, line, el("input", { type: "file" }));
  }

  get empty() {
    return !this.control.files.length;
  }

  get problem() {
    return this.control.files[0]?.size > LARGEST ? say("tooLarge") : "";
  }

  async value() {
    return packed(this.control.files[0]);
  }
}

class TextField extends Field {
  constructor(option, app, line) {
    const control = el("input", { type: "text", autocomplete: "off" });
    super(option, line, control);
    this.app = app;
    control.spellcheck = false;
    this.chosen = null;
    if (this.lists) this.listing();
    control.addEventListener("input", () => { this.sized(); this.ask(); });
    this.sized();
  }

  get lists() {
    return Boolean(this.option.autocomplete || this.option.choices?.length || [BOOLEAN, USER, CHANNEL, ROLE, MENTIONABLE].includes(this.option.type));
  }

  listing() {
    this.control.setAttribute("role", "combobox");
    this.control.setAttribute("aria-autocomplete", "list");
    this.picker = new Picker(this.control, this.line.host, say("choicesFor", { name: this.option.label }));
    this.control.addEventListener("focus", () => this.empty && this.ask());
    this.control.addEventListener("blur", () => this.picker.hide());
  }

  sized() {
    this.control.size = Math.max(8, Math.min(48, this.control.value.length + 2));
  }

  get empty() {
    return this.control.value === "";
  }

  get problem() {
    return "";
  }

  /** What Discord would send: the value behind a choice, or the words as typed. */
  async value() {
    const typed = this.control.value;
    if (this.chosen?.label === typed) return this.chosen.value;
    const same = this.standing().find((one) => one.label.toLowerCase() === typed.toLowerCase());
    return same ? same.value : typed.trim();
  }

  /** Fill in what somebody suggests: the label of a choice where the words stand for one. */
  set(words) {
    const plain = String(words).toLowerCase();
    const same = this.standing().find((one) => [one.label, one.label.replace(/^[#@]/, ""), String(one.value)].some((name) => name.toLowerCase() === plain));
    if (same) this.chosen = same;
    this.control.value = same?.label ?? words;
    this.sized();
  }

  /** The choices that need not be asked for. */
  standing() {
    const { option, app } = this;
    const { users, roles } = app.state;
    const people = () => Object.entries(users).map(([value, one]) => ({ label: `@${one.name}`, value }));
    const ranks = () => Object.entries(roles).map(([value, name]) => ({ label: name.startsWith("@") ? name : `@${name}`, value }));
    if (option.choices?.length) return option.choices;
    if (option.type === BOOLEAN) return [{ label: say("yes"), value: "true" }, { label: say("no"), value: "false" }];
    if (option.type === CHANNEL) return app.channels(option.channel_types).map((one) => ({ label: `#${one.name}`, value: one.id }));
    if (option.type === USER) return people();
    if (option.type === ROLE) return ranks();
    return option.type === MENTIONABLE ? [...people(), ...ranks()] : [];
  }

  ask() {
    this.line.changed(this);
    if (!this.lists) return;
    clearTimeout(this.waiting);
    if (this.option.autocomplete) {
      this.waiting = setTimeout(() => this.askBot(), PAUSE);
      return;
    }
    const typed = this.control.value.toLowerCase().replace(/^[#@]/, "");
    const fits = this.standing().filter((one) => one.label.toLowerCase().includes(typed) || this.chosen?.label === this.control.value);
    this.picker.show(fits, (item) => this.take(item), { note: say("nothingFits") });
  }

  async askBot() {
    const asked = this.control.value;
    let choices = [];
    try {
      const at = this.app.place();
      choices = (await act("autocomplete", { ...at, line: await this.line.typed(this), focused: this.option.name })).choices;
    } catch {
      // the client shows no choices where the line cannot be sent yet
    }
    const stale = asked !== this.control.value || document.activeElement !== this.control;
    if (stale) return;
    const items = choices.map((one) => ({ label: one.name, value: one.value }));
    this.picker.show(items, (item) => this.take(item), { note: say("noSuggestion"), start: 0 });
  }

  take(item) {
    this.chosen = item;
    this.control.value = item.label;
    this.sized();
    this.picker.hide();
    this.line.taken(this);
  }

  keyed(event) {
    if (this.picker?.key(event)) return;
    if (event.key === "ArrowDown" && this.picker) this.ask();
    super.keyed(event);
  }

  remove() {
    clearTimeout(this.waiting);
    this.picker?.remove();
    super.remove();
  }
}
