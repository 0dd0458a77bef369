// A modal of the bot as a dialog: labelled fields of every kind, checked as Discord's client does.

import { el, icon, newId, toast } from "./dom.js";
import { selectBox } from "./components.js";
import { markdown } from "./markdown.js";
import { LARGEST, packed } from "./wire.js";
import { say } from "./words.js";

export function openModal(modal, token, app) {
  const fields = [];
  const title = newId("modal");
  const send = el("button", { type: "submit", class: "button primary" }, say("submit"));
  const form = el("form", { method: "dialog" },
    el("header", {}, el("h2", { id: title }, modal.title),
      el("button", { type: "button", class: "quiet", "aria-label": say("close"), onclick: () => dialog.close() }, icon("close"))),
    el("p", { class: "small" }, say("sentTo", { name: app.state.bot.name })),
    modal.components.flatMap((part) => drawn(part, app, fields)),
    el("footer", {}, el("button", { type: "button", class: "button secondary", onclick: () => dialog.close() }, say("cancel")), send));
  const dialog = el("dialog", { class: "modal", "aria-labelledby": title }, form);
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    const wanting = fields.find((field) => field.lacking?.());
    if (wanting) {
      toast(say("notChosen"), { wrong: true });
      return wanting.control.focus();
    }
    send.disabled = true;
    try {
      const values = {};
      for (const field of fields) values[field.name] = await field.value();
      dialog.close();
      await app.deed("submit", { token, values });
    } catch (refused) {
      toast(refused.message, { wrong: true });
      send.disabled = false;
    }
  });
  dialog.addEventListener("close", () => { dialog.remove(); app.focus(); });
  document.body.append(dialog);
  dialog.showModal();
  fields[0]?.control?.focus();
}

function drawn(part, app, fields) {
  if (part.type === 10) return [el("div", { class: "words" }, markdown(part.content, app.see()))];
  if (part.type === 1) return part.components.map((one) => labelled(one, one.label, null, app, fields));
  return [labelled(part.component, part.label, part.description, app, fields)];
}

function labelled(field, label, description, app, fields) {
  const made = (KINDS[field.type] ?? unknown)(field, app, label);
  const id = newId("field");
  const hint = description ? el("p", { class: "small", id: `${id}-hint` }, description) : null;
  made.control.id = id;
  if (hint) made.control.setAttribute("aria-describedby", hint.id);
  fields.push({ name: field.custom_id, ...made });
  const required = field.required !== false && field.type !== 23;
  const star = required ? el("span", { class: "required", title: say("must") }, " *") : null;
  const head = made.grouped ? el("legend", {}, label, star) : el("label", { htmlFor: id }, label, star);
  return el(made.grouped ? "fieldset" : "div", { class: "form-field" }, head, hint, made.box ?? made.control);
}

function textInput(field) {
  const long = field.style === 2;
  const control = el(long ? "textarea" : "input", {
    placeholder: field.placeholder ?? "", value: field.value ?? "", required: field.required !== false,
    maxLength: field.max_length ?? 4000, ...(field.min_length ? { minLength: field.min_length } : {}),
  });
  if (long) control.rows = 6;
  return { control, value: () => control.value };
}

function choice(field, app, label) {
  const made = selectBox({ ...field, max_values: field.max_values ?? 1 }, app, () => {}, label);
  const lacking = () => field.required !== false && made.values().length < (field.min_values ?? 1);
  return { control: made.control, box: made.box, lacking, value: () => made.values() };
}

function upload(field) {
  const control = el("input", { type: "file", required: field.required !== false, multiple: (field.max_values ?? 1) > 1 });
  control.addEventListener("change", () => control.setCustomValidity(
    [...control.files].some((one) => one.size > LARGEST) ? say("tooLarge") : ""));
  return { control, value: () => Promise.all([...control.files].map(packed)) };
}

function options(field, type) {
  const name = newId("options");
  const inputs = field.options.map((one) => el("input", { type, name, value: one.value, checked: Boolean(one.default),
    required: type === "radio" && field.required !== false }));
  const box = el("div", {}, field.options.map((one, at) => el("label", { class: "option" }, inputs[at], ` ${one.label}`,
    one.description ? el("span", { class: "small" }, one.description) : null)));
  const taken = () => inputs.filter((one) => one.checked).map((one) => one.value);
  const lacking = () => type === "checkbox" && field.required !== false && taken().length < (field.min_values ?? 1);
  return { control: box, box, grouped: true, lacking, value: () => (type === "radio" ? taken()[0] ?? null : taken()) };
}

function box(field) {
  const control = el("input", { type: "checkbox", checked: Boolean(field.default) });
  return { control, value: () => control.checked };
}

function unknown(field) {
  return { control: el("p", { class: "small" }, say("unknown", { type: field.type })), value: () => undefined };
}

const KINDS = {
  3: choice, 4: textInput, 5: choice, 6: choice, 7: choice, 8: choice, 19: upload,
  21: (field) => options(field, "radio"), 22: (field) => options(field, "checkbox"), 23: box,
};
