// Discord's components: rows, buttons, selects, and the layouts of Components V2.

import { el, icon, toast, unseen } from "./dom.js";
import { markdown, link } from "./markdown.js";
import { Picker } from "./picker.js";
import { ownAddress } from "./wire.js";
import { say } from "./words.js";

const STYLES = { 1: "primary", 2: "secondary", 3: "success", 4: "danger", 5: "link" };

export function component(part, message, app) {
  const draw = DRAW[part.type];
  return draw ? draw(part, message, app) : el("p", { class: "small" }, say("unknown", { type: part.type }));
}

const all = (parts, message, app) => (parts ?? []).map((one) => component(one, message, app));

function row(part, message, app) {
  return el("div", { class: "row" }, all(part.components, message, app));
}

export function emoji(given) {
  return given ? `${given.id ? `:${given.name}:` : given.name} ` : "";
}

function button(part, message, app) {
  const label = [emoji(part.emoji), part.label ?? ""];
  if (part.style === 5) {
    const made = /^https?:\/\//i.test(part.url) ? link(part.url, [...label, icon("out")]) : el("span", {}, label);
    made.classList.add("button", "link");
    made.append(unseen(say("opensElsewhere")));
    return made;
  }
  const made = el("button", { type: "button", class: `button ${STYLES[part.style] ?? "secondary"}`, disabled: part.disabled }, label);
  made.dataset.key = part.custom_id;
  made.addEventListener("click", () => app.use(made, "click", { message: message.id, button: part.custom_id }));
  return made;
}

function section(part, message, app) {
  return el("div", { class: "section" },
    el("div", { class: "section-words" }, all(part.components, message, app)),
    el("div", { class: "accessory" }, component(part.accessory, message, app)));
}

function text(part, message, app) {
  return el("div", { class: "words" }, markdown(part.content, app.see()));
}

export function picture(media, description) {
  const address = ownAddress(media.url);
  // a picture from elsewhere is named, not fetched: no request leaves this machine
  if (!address) return el("p", { class: "elsewhere" }, icon("image"), say("elsewhere", { url: media.url }));
  const image = el("img", { src: address, alt: description ?? "", loading: "lazy" });
  return el("a", { href: address, target: "_blank", rel: "noopener", class: "picture", "aria-label": description ? say("openPictureOf", { name: description }) : say("openPicture") }, image);
}

function gallery(part) {
  return el("div", { class: "gallery" }, part.items.map((item) => {
    const shown = picture(item.media, item.description);
    return item.description ? el("figure", {}, shown, el("figcaption", { class: "unseen" }, item.description)) : shown;
  }));
}

function thumbnail(part) {
  return el("div", { class: "thumbnail" }, picture(part.media, part.description));
}

export function fileCard(name, size, address) {
  const detail = size === undefined ? null : el("span", { class: "small" }, sized(size));
  const card = el("div", { class: "file" }, icon("file"),
    el("div", {}, address ? el("a", { href: address, download: name }, name) : name, detail));
  if (address && /\.(md|txt|csv|json)$/i.test(name)) card.append(preview(name, address));
  return card;
}

const MOST_SHOWN = 20000; // characters of a text file

function preview(name, address) {
  const shown = el("pre", { hidden: true, tabIndex: 0, "aria-label": name });
  const show = async () => {
    if (shown.hidden && !shown.textContent) {
      const words = await (await fetch(address)).text();
      shown.textContent = words.length > MOST_SHOWN ? `${words.slice(0, MOST_SHOWN)} …` : words;
    }
    shown.hidden = !shown.hidden;
    press.setAttribute("aria-expanded", String(!shown.hidden));
  };
  const press = el("button", { type: "button", class: "quiet", "aria-expanded": "false", "aria-label": say("show", { name }), onclick: show }, icon("down"));
  return el("div", { class: "file-preview" }, press, shown);
}

function sized(bytes) {
  return bytes < 1024 ? say("bytes", { count: bytes }) : bytes < 1048576 ? `${(bytes / 1024).toFixed(1)} KB` : `${(bytes / 1048576).toFixed(1)} MB`;
}

function file(part, message) {
  const id = part.file.attachment_id ?? part.file.id;
  const known = message.attachments.find((one) => one.id === id);
  return fileCard(known?.filename ?? part.name ?? say("file"), known?.size ?? part.size, ownAddress(part.file.url));
}

function separator(part) {
  return part.divider ? el("hr", { class: part.spacing === 2 ? "wide" : "" }) : el("div", { class: part.spacing === 2 ? "gap wide" : "gap" });
}

function container(part, message, app) {
  const box = el("div", { class: "container" }, all(part.components, message, app));
  if (part.accent_color !== null && part.accent_color !== undefined) {
    box.classList.add("accented");
    box.style.setProperty("--accent-line", colour(part.accent_color));
  }
  return part.spoiler ? el("details", {}, el("summary", {}, "Spoiler"), box) : box;
}

export const colour = (number) => `#${number.toString(16).padStart(6, "0")}`;

/** What a select offers, as items of a picker. */
export function offered(part, app) {
  const { users, roles } = app.state;
  const people = () => Object.entries(users).map(([value, one]) => ({ label: `@${one.name}`, value }));
  const ranks = () => Object.entries(roles).map(([value, name]) => ({ label: name.startsWith("@") ? name : `@${name}`, value }));
  if (part.type === 5) return people();
  if (part.type === 6) return ranks();
  if (part.type === 7) return [...people(), ...ranks()];
  if (part.type === 8) return app.channels(part.channel_types).map((one) => ({ label: `#${one.name}`, value: one.id }));
  return part.options.map((one) => ({ label: `${emoji(one.emoji)}${one.label}`, detail: one.description, value: one.value, default: one.default }));
}

/** A select; `done` hears of the values, at once where there is but one, else when it is closed. */
export function selectBox(part, app, done, name = part.placeholder) {
  const items = offered(part, app);
  const many = (part.max_values ?? 1) > 1;
  const standing = (part.default_values ?? []).map((one) => one.id);
  const chosen = new Set(items.filter((one) => one.default || standing.includes(one.value)).map((one) => one.value));
  const words = el("span");
  const control = el("button", { type: "button", class: "select", role: "combobox", "aria-haspopup": "listbox", disabled: part.disabled }, words, icon("down"));
  const box = el("div", { class: "select-box" }, control);
  const list = new Picker(control, box, name ?? say("choices"));
  const label = () => {
    const taken = items.filter((one) => chosen.has(one.value)).map((one) => one.label);
    words.textContent = taken.join(", ") || part.placeholder || say("select");
    control.setAttribute("aria-label", say("chosen", { name: name ?? say("select"), taken: taken.join(", ") || say("nothingChosen") }));
  };
  const show = (start) => list.show(items.map((one) => ({ ...one, picked: chosen.has(one.value) })), take, { start });
  const take = (item) => {
    const at = list.at;
    if (!many) chosen.clear();
    if (!chosen.delete(item.value) && chosen.size < (part.max_values ?? 1)) chosen.add(item.value);
    label();
    if (many) show(at);
    else {
      list.hide();
      done([...chosen]);
    }
  };
  const close = () => {
    if (!list.open) return;
    list.hide();
    if (many) done([...chosen]);
  };
  control.addEventListener("click", () => (list.open ? close() : show(0)));
  control.addEventListener("blur", close);
  control.addEventListener("keydown", (event) => {
    if (many && event.key === "Escape" && list.open) {
      event.preventDefault();
      event.stopPropagation();
      close();
    } else if (!list.key(event) && event.key === "ArrowDown") {
      event.preventDefault();
      show(0);
    }
  });
  label();
  return { box, control, values: () => [...chosen] };
}

function select(part, message, app) {
  const made = selectBox(part, app, (values) => {
    if (values.length < part.min_values) return toast(say("chooseMore", { count: part.min_values }), { wrong: true });
    app.use(made.control, "select", { message: message.id, select: part.custom_id, values });
  });
  made.control.dataset.key = part.custom_id;
  return made.box;
}

const DRAW = {
  1: row, 2: button, 3: select, 5: select, 6: select, 7: select, 8: select,
  9: section, 10: text, 11: thumbnail, 12: gallery, 13: file, 14: separator, 17: container,
};
