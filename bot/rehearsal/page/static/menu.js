// A small menu beside what opened it: the pattern "menu button" of the ARIA practices.

import { el } from "./dom.js";
import { say } from "./words.js";

let close = () => {};

/** `entries`: {label, group, done}. `at`: where the pointer was, if it was one. */
export function openMenu(opener, entries, { at = null } = {}) {
  close();
  let group;
  const rows = entries.flatMap((entry) => {
    const item = el("button", { type: "button", role: "menuitem", tabIndex: -1, onclick: () => { close(); entry.done(); } }, entry.label);
    const head = entry.group !== group ? [el("p", { class: "group", role: "presentation" }, entry.group)] : [];
    group = entry.group;
    return [...head, item];
  });
  const menu = el("div", { class: "menu", role: "menu", "aria-label": say("menu") }, rows);
  document.body.append(menu);
  place(menu, at ?? corner(opener));
  const items = [...menu.querySelectorAll("[role=menuitem]")];
  const outside = (event) => !menu.contains(event.target) && close();
  close = () => {
    document.removeEventListener("pointerdown", outside, true);
    const within = menu.contains(document.activeElement);
    menu.remove();
    if (within) opener.focus?.();
    close = () => {};
  };
  document.addEventListener("pointerdown", outside, true);
  menu.addEventListener("keydown", (event) => keyed(event, items));
  items[0].focus();
}

function keyed(event, items) {
  const here = items.indexOf(document.activeElement);
  const to = { ArrowDown: here + 1, ArrowUp: here - 1, Home: 0, End: items.length - 1 }[event.key];
  if (to !== undefined) {
    event.preventDefault();
    items[(to + items.length) % items.length].focus();
  } else if (event.key === "Escape" || event.key === "Tab") {
    event.preventDefault();
    close();
  }
}

function corner(opener) {
  const box = opener.getBoundingClientRect();
  return { clientX: box.right, clientY: box.bottom };
}

function place(menu, { clientX, clientY }) {
  const { offsetWidth: width, offsetHeight: height } = menu;
  const left = Math.max(8, Math.min(clientX, innerWidth - width - 8));
  const top = Math.max(8, Math.min(clientY, innerHeight - height - 8));
  menu.style.setProperty("left", `${left}px`);
  menu.style.setProperty("top", `${top}px`);
}
