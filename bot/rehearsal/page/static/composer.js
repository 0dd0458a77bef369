// The command line: plain words, or a command with its options as fields in the line.

import { el, icon } from "./dom.js";
import { fitting, leaves, typedWhole } from "./commandline.js";
import { newField } from "./fields.js";
import { Picker } from "./picker.js";
import { LARGEST, packed } from "./wire.js";
import { say } from "./words.js";

const STRING = 3; // the type of an option

const optionNames = (leaf) => leaf.options.map((one) => (one.required ? one.label : `[${one.label}]`)).join(" ");

export class Composer {
  constructor(app, place) {
    this.app = app;
    this.leaf = null;
    this.fields = [];
    this.host = el("div", { class: "picker-host" });
    this.hint = el("p", { class: "hint", id: "composer-hint" });
    this.wrong = el("p", { class: "hint wrong", role: "alert" });
    this.input = el("textarea", {
      id: "composer-input", rows: 1, role: "combobox", "aria-autocomplete": "list", "aria-describedby": "composer-hint",
      autocomplete: "off", enterKeyHint: "send",
    });
    this.slash = el("button", { type: "button", class: "quiet", "aria-label": say("commands"), title: say("commands"), onclick: () => this.begin() }, icon("slash"));
    this.files = el("input", { type: "file", multiple: true, class: "unseen", id: "attach", "aria-label": say("attach"), onchange: () => this.attached() });
    this.clip = el("label", { class: "quiet clip", htmlFor: "attach", title: say("attach") }, icon("plus"));
    this.line = el("div", { class: "line" });
    this.extras = el("div", { class: "extras", role: "group", "aria-label": say("further") });
    this.sender = el("button", { type: "submit", class: "send", "aria-label": say("send") }, icon("send"));
    this.form = el("form", { class: "composer", noValidate: true, "aria-label": say("commandLine") }, this.host, this.wrong,
      el("div", { class: "bar" }, this.files, this.clip, this.slash, this.line, this.sender), this.extras, this.hint);
    this.picker = new Picker(this.input, this.host, say("commands"));
    this.further = el("input", { type: "text", class: "further", role: "combobox", "aria-autocomplete": "list", "aria-label": say("further"), "aria-describedby": "composer-hint", autocomplete: "off", size: 12 });
    this.names = new Picker(this.further, this.host, say("further"));
    this.listen();
    place.append(this.form);
    this.plain();
  }

  listen() {
    this.form.addEventListener("submit", (event) => { event.preventDefault(); this.send(); });
    this.input.addEventListener("input", () => this.typing());
    this.input.addEventListener("blur", () => this.picker.hide());
    this.input.addEventListener("keydown", (event) => {
      if (this.picker.key(event)) return;
      if (event.key === "Enter" && !event.shiftKey && !event.isComposing) {
        event.preventDefault();
        this.send();
      }
    });
    this.further.addEventListener("input", () => this.naming());
    this.further.addEventListener("focus", () => this.naming());
    this.further.addEventListener("blur", () => this.names.hide());
    this.further.addEventListener("keydown", (event) => {
      if (this.names.key(event) || event.key !== "Backspace" || this.further.value) return;
      event.preventDefault();
      const last = this.fields.at(-1);
      if (last) last.focus();
      else this.plain({ focus: true });
    });
    this.form.addEventListener("keydown", (event) => event.key === "Escape" && this.leaf && this.plain({ focus: true }));
  }

  get all() {
    return leaves(this.app.commands.slash, this.app.state.person.locale);
  }

  /** Show where one writes to. */
  placed(channel) {
    const where = channel.type === 1 ? `@${channel.name}` : `#${channel.name}`;
    this.input.placeholder = say("write", { place: where });
    this.input.setAttribute("aria-label", this.input.placeholder);
  }

  focus() {
    (this.leaf ? this.fields[0]?.control ?? this.end : this.input).focus();
  }

  begin() {
    this.plain();
    this.input.value = "/";
    this.input.focus();
    this.typing();
  }

  typing() {
    const text = this.input.value;
    this.complain("");
    this.input.style.setProperty("height", "auto");
    this.input.style.setProperty("height", `${Math.min(this.input.scrollHeight, 160)}px`);
    if (!text.startsWith("/") || text.includes("\n")) return this.picker.hide();
    const whole = typedWhole(this.all, text);
    if (whole) return this.choose(whole.leaf, whole.values);
    const items = fitting(this.all, text.slice(1)).map((leaf) => ({ label: leaf.label, extra: optionNames(leaf), detail: leaf.description, leaf }));
    this.picker.show(items, (item) => this.choose(item.leaf), { note: say("noCommand") });
  }

  /** Nothing but words. */
  plain({ focus = false } = {}) {
    this.leaf = null;
    this.fields.forEach((field) => field.remove());
    this.fields = [];
    this.picker.hide();
    this.names.hide();
    this.input.value = "";
    this.further.value = "";
    this.line.replaceChildren(this.input);
    this.extras.replaceChildren();
    this.files.value = "";
    this.files.hidden = this.clip.hidden = false;
    this.hint.textContent = "";
    this.complain("");
    if (focus) this.input.focus();
  }

  attached() {
    const names = [...this.files.files].map((one) => one.name);
    const large = [...this.files.files].some((one) => one.size > LARGEST);
    this.complain(large ? say("tooLarge") : "");
    if (large) this.files.value = "";
    this.hint.textContent = large || !names.length ? "" : say("withFiles", { names: names.join(", ") });
    this.input.focus();
  }

  /** Take a command; `values` by option name are filled in. */
  choose(leaf, values = {}) {
    this.plain();
    this.leaf = leaf;
    this.files.hidden = this.clip.hidden = true; // a command takes files by its options
    const away = el("button", { type: "button", class: "quiet", "aria-label": say("discard", { name: leaf.label }), onclick: () => this.plain({ focus: true }) }, icon("close"));
    this.line.replaceChildren(el("span", { class: "command" }, leaf.label, away), this.further);
    for (const option of leaf.options) {
      if (option.required || values[option.name] !== undefined) this.add(option, values[option.name]);
    }
    this.offer();
    this.hint.textContent = leaf.description;
    const first = this.fields.find((field) => field.empty) ?? this.fields.at(-1);
    (first ?? this.end).focus();
  }

  /** What a command is called here, by its registered words. */
  nameOf(line) {
    return this.all.find((one) => one.line === `/${line}`)?.label ?? `/${line}`;
  }

  /** Take it by its registered words; false where it is not offered. */
  chooseNamed(line, values) {
    const leaf = this.all.find((one) => one.line === `/${line}`);
    if (leaf) this.choose(leaf, values);
    return Boolean(leaf);
  }

  add(option, words) {
    const field = newField(option, this.app, {
      host: this.host,
      typed: (focused) => this.typed(focused),
      taken: (done) => this.onward(done),
      emptied: (gone) => this.drop(gone),
      changed: (at) => { this.hint.textContent = at.option.hint; this.complain(""); },
    });
    if (words !== undefined) field.set?.(words);
    this.fields.push(field);
    this.line.append(field.node, this.further);
    return field;
  }

  /** The options that are not in the line yet. */
  get left() {
    return this.leaf.options.filter((one) => !this.fields.some((field) => field.option === one));
  }

  /** Where typing goes on after the last field. */
  get end() {
    return this.left.length ? this.further : this.sender;
  }

  /** Options by what is typed of their names; and words that name none become a value. */
  naming() {
    const typed = this.further.value.trim().replace(/:$/, "").toLowerCase();
    const named = this.left.filter((one) => [one.label, one.name].some((name) => name.toLowerCase().startsWith(typed)));
    const items = named.length ? named.map((option) => ({ label: option.label, detail: option.hint, option }))
      : this.left.filter((one) => one.type === STRING && !one.choices?.length).map((option) => ({ label: `${option.label}: ${this.further.value}`, detail: option.hint, option, words: this.further.value }));
    this.names.show(items, (item) => this.extend(item.option, item.words), { start: typed ? 0 : -1 });
  }

  extend(option, words) {
    this.further.value = "";
    this.names.hide();
    const field = this.add(option, words);
    this.offer();
    field.focus();
    if (words) field.ask?.();
  }

  offer() {
    const { left } = this;
    this.further.hidden = !left.length;
    this.extras.replaceChildren(...left.map((option) => el("button", {
      type: "button", class: "extra", title: option.hint,
      onclick: () => this.extend(option),
    }, icon("plus"), option.label)));
  }

  /** After a choice: to the next field that wants something, else stay for Enter. */
  onward(done) {
    const next = this.fields.find((field) => field.empty && field !== done);
    (next ?? done).focus();
  }

  drop(gone) {
    if (gone.option.required) return this.fields[0] === gone && this.plain({ focus: true });
    const at = this.fields.indexOf(gone);
    this.fields.splice(at, 1);
    gone.remove();
    this.offer();
    (this.fields[Math.max(0, at - 1)] ?? this.end).focus();
  }

  /** The line as far as it is typed, the focused option last, for autocomplete. */
  async typed(focused) {
    const others = this.fields.filter((field) => field !== focused && !field.empty && field.option.type !== 11);
    const parts = await Promise.all(others.map(async (field) => ` ${field.option.name}:${await field.value()}`));
    return `${this.leaf.line}${parts.join("")} ${focused.option.name}:${focused.control.value}`;
  }

  complain(words) {
    if (this.wrong.textContent !== words) this.wrong.textContent = words;
  }

  async send() {
    if (this.sending) return;
    const wanting = this.fields.find((field) => field.problem || (field.option.required && field.empty));
    if (wanting) {
      this.complain(wanting.problem || say("required", { name: wanting.option.label }));
      return wanting.focus();
    }
    if (!this.leaf && !this.input.value.trim() && !this.files.files.length) return;
    this.busy(true);
    try {
      await (this.leaf ? this.command() : this.words());
    } catch (refused) {
      this.complain(refused.message);
    } finally {
      this.busy(false);
    }
  }

  busy(is) {
    this.sending = is;
    this.form.setAttribute("aria-busy", String(is));
  }

  async command() {
    const options = {};
    for (const field of this.fields) if (!field.empty) options[field.option.name] = await field.value();
    const { line } = this.leaf;
    const done = this.app.deed("slash", { ...this.app.place(), line, options });
    this.fields.forEach((field) => field.picker?.hide());
    const opened = await done;
    this.plain({ focus: !opened?.modal });
  }

  async words() {
    const text = this.input.value.trim();
    if (text.startsWith("/")) throw new Error(say("noCommandNamed", { name: text.split(" ")[0] }));
    const files = await Promise.all([...this.files.files].map(packed));
    await this.app.deed("write", { ...this.app.place(), text, files });
    this.plain({ focus: true });
    this.input.style.setProperty("height", "auto");
  }
}
