// A list to choose from that belongs to a control which keeps the focus: the pattern "combobox" of
// the ARIA practices. Items: {label, extra, detail, group, picked, value}.

import { el, newId } from "./dom.js";

export class Picker {
  constructor(control, host, label) {
    this.control = control;
    this.id = newId("list");
    this.list = el("div", { class: "picker", id: this.id, role: "listbox", "aria-label": label, hidden: true });
    host.append(this.list);
    control.setAttribute("aria-controls", this.id);
    control.setAttribute("aria-expanded", "false");
    this.items = [];
    this.at = -1;
  }

  get open() {
    return !this.list.hidden;
  }

  /** `start`: which item is active at first, -1 for none; `note` is shown where there are none. */
  show(items, choose, { start = 0, note = "" } = {}) {
    this.items = items;
    this.choose = choose;
    this.list.replaceChildren(...this.rows(items, note));
    this.list.hidden = !this.list.childElementCount;
    this.control.setAttribute("aria-expanded", String(this.open));
    this.move(Math.min(start, items.length - 1));
  }

  rows(items, note) {
    if (!items.length) return note ? [el("p", { class: "note" }, note)] : [];
    let group;
    return items.flatMap((item, at) => {
      const row = el("div", {
        class: "choice", role: "option", id: `${this.id}-${at}`, "aria-selected": "false",
        onpointerdown: (event) => event.preventDefault(),
        onpointermove: () => this.at !== at && this.move(at, false),
        onclick: () => this.take(at),
      }, el("span", { class: "choice-label" }, item.picked ? "✓ " : "", item.label,
        item.extra ? el("span", { class: "choice-extra" }, ` ${item.extra}`) : null),
      item.detail ? el("span", { class: "choice-detail" }, item.detail) : null);
      const heads = item.group && item.group !== group ? [el("p", { class: "group", role: "presentation" }, item.group)] : [];
      group = item.group;
      return [...heads, row];
    });
  }

  move(at, scroll = true) {
    const rows = this.list.querySelectorAll("[role=option]");
    rows[this.at]?.setAttribute("aria-selected", "false");
    this.at = at;
    const row = rows[at];
    if (!row) return this.control.removeAttribute("aria-activedescendant");
    row.setAttribute("aria-selected", "true");
    this.control.setAttribute("aria-activedescendant", row.id);
    if (scroll) row.scrollIntoView({ block: "nearest" });
  }

  take(at) {
    const item = this.items[at];
    if (item) this.choose(item);
  }

  hide() {
    this.list.hidden = true;
    this.items = [];
    this.at = -1;
    this.control.setAttribute("aria-expanded", "false");
    this.control.removeAttribute("aria-activedescendant");
  }

  /** Whether the key was for the list. */
  key(event) {
    if (!this.open) return false;
    const count = this.items.length;
    const steps = { ArrowDown: 1, ArrowUp: -1 };
    if (event.key in steps && count) {
      const start = this.at < 0 && event.key === "ArrowUp" ? 0 : this.at;
      this.move((start + steps[event.key] + count) % count);
    } else if ((event.key === "Enter" || event.key === "Tab") && this.at >= 0 && !event.shiftKey) this.take(this.at);
    else if (event.key === "Escape") this.hide();
    else return false;
    event.preventDefault();
    event.stopPropagation();
    return true;
  }

  remove() {
    this.list.remove();
  }
}
