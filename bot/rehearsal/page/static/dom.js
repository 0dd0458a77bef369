// Builds nodes. Foreign words only ever become text nodes or attributes of a fixed name: the page
// never parses HTML (its policy of trusted types forbids it, too).

const SVG = "http://www.w3.org/2000/svg";

export function el(tag, given = {}, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(given)) {
    if (value === undefined || value === null || value === false) continue;
    if (name.startsWith("on")) made.addEventListener(name.slice(2), value);
    else if (name === "class") made.className = value;
    else if (name in made && name !== "list" && name !== "form") made[name] = value;
    else made.setAttribute(name, value === true ? "" : value);
  }
  made.append(...children.flat().filter((child) => child !== null && child !== undefined && child !== false));
  return made;
}

export const unseen = (words) => el("span", { class: "unseen" }, words);

const DRAWN = {
  hash: "M9 4 7 20M17 4l-2 16M4.5 9h16M3.5 15h16",
  news: "M4 10v4l3 .4V19h3v-4l9 3V6L7 9.6z",
  at: "M16 12a4 4 0 1 1-8 0 4 4 0 0 1 8 0zm0 0v1.5a2.5 2.5 0 0 0 5 0V12a9 9 0 1 0-3.5 7.1",
  menu: "M4 7h16M4 12h16M4 17h16",
  close: "M6 6l12 12M18 6 6 18",
  more: "M6 12h.01M12 12h.01M18 12h.01",
  send: "M4 12 20 4l-5 16-4-6z",
  forward: "M5 5l8 7-8 7zM18 5v14",
  restart: "M20 12a8 8 0 1 1-2.5-5.8M20 4v4h-4",
  clock: "M12 7v5l3 2M21 12a9 9 0 1 1-18 0 9 9 0 0 1 18 0z",
  file: "M7 3h7l5 5v13H7zM14 3v5h5",
  eye: "M2.5 12S6 5.5 12 5.5 21.5 12 21.5 12 18 18.5 12 18.5 2.5 12 2.5 12zM14.5 12a2.5 2.5 0 1 1-5 0 2.5 2.5 0 0 1 5 0z",
  out: "M13 4h7v7M20 4l-9 9M10 5H5v14h14v-5",
  plus: "M12 5v14M5 12h14",
  down: "M6 9l6 6 6-6",
  slash: "M15 4 9 20",
  sun: "M16 12a4 4 0 1 1-8 0 4 4 0 0 1 8 0zM12 2v2M12 20v2M4.9 4.9l1.4 1.4M17.7 17.7l1.4 1.4M2 12h2M20 12h2M4.9 19.1l1.4-1.4M17.7 6.3l1.4-1.4",
  moon: "M20 14.5A8.5 8.5 0 0 1 9.5 4 8.5 8.5 0 1 0 20 14.5z",
  half: "M12 3a9 9 0 1 0 0 18zM12 3a9 9 0 0 1 0 18",
  reply: "M5 20v-6a4 4 0 0 1 4-4h11",
  image: "M4 5h16v14H4zM4 16l5-5 4 4 3-3 4 4M15.5 9h.01",
  warning: "M12 4 2.5 20h19zM12 10v5M12 17.5h.01",
};

export function icon(name) {
  const svg = document.createElementNS(SVG, "svg");
  svg.setAttribute("viewBox", "0 0 24 24");
  svg.setAttribute("class", `icon icon-${name}`);
  svg.setAttribute("aria-hidden", "true");
  const path = document.createElementNS(SVG, "path");
  path.setAttribute("d", DRAWN[name]);
  svg.append(path);
  return svg;
}

let numbered = 0;
export const newId = (word) => `${word}-${(numbered += 1)}`;

export function toast(words, { wrong = false } = {}) {
  const shown = el("p", { class: wrong ? "toast wrong" : "toast" }, words);
  document.getElementById("toasts").append(shown);
  setTimeout(() => shown.remove(), 6000);
}
