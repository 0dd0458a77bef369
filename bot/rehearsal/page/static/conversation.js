// The messages of a channel. What did not change keeps its nodes, so that focus and place stay.

import { el } from "./dom.js";
import { messageNode, noticeNode } from "./messages.js";
import { dayName } from "./times.js";

const TOGETHER = 7 * 60 * 1000; // milliseconds within which messages of one author share a head
const NEAR = 120; // pixels from the end that still count as being there
const SPOKEN = 400; // characters of a new message that are read out

export class Conversation {
  constructor(app, scroll, list, welcome, announcer) {
    Object.assign(this, { app, scroll, list, welcome, announcer });
    this.known = new Map(); // key -> {json, node}
    this.place = "";
  }

  show() {
    const { state, person } = this.app;
    const place = `${person} ${state.channel}`;
    const moved = place !== this.place;
    const atEnd = this.scroll.scrollHeight - this.scroll.scrollTop - this.scroll.clientHeight < NEAR;
    const fresh = this.draw();
    if (moved) this.greet();
    this.place = place;
    if (moved) this.scroll.scrollTop = this.scroll.scrollHeight;
    else if (fresh.length) this.follow(fresh, atEnd);
    else if (atEnd) this.scroll.scrollTop = this.scroll.scrollHeight;
    if (!moved) this.announce(fresh);
  }

  /** Gives the nodes of messages that were not there before. */
  draw() {
    const { state } = this.app;
    const before = this.known;
    this.known = new Map();
    const fresh = [];
    const focused = document.activeElement?.closest?.("#messages") ? document.activeElement : null;
    const key = focused?.dataset.key;
    const holder = focused?.closest("li.message")?.id;
    const nodes = [];
    let last = null;
    for (const message of state.messages) {
      const day = new Date(message.timestamp).toDateString();
      if (day !== last?.day) nodes.push(this.kept(before, `day ${day}`, "", () => divider(message, state.person.locale)).node);
      const follows = last !== null && last.day === day && !message.used && last.author === message.author.id
        && Date.parse(message.timestamp) - last.at < TOGETHER && last.ephemeral === message.ephemeral;
      const today = new Date(this.app.now()).toDateString();
      const json = JSON.stringify([message, follows, state.person.locale, today, this.app.commands.message.length]);
      const drawn = this.kept(before, message.id, json, () => messageNode(message, this.app, { follows }));
      if (!before.has(message.id)) fresh.push({ node: drawn.node, message });
      nodes.push(drawn.node);
      last = { day, author: message.author.id, at: Date.parse(message.timestamp), ephemeral: message.ephemeral };
    }
    nodes.push(...this.app.notices.filter((one) => one.channel === state.channel).map((one) => noticeNode(one, this.app)));
    arrange(this.list, nodes);
    if (key && !focused.isConnected) this.refocus(holder, key);
    return fresh;
  }

  kept(before, key, json, make) {
    const old = before.get(key);
    const drawn = old?.json === json ? old : { json, node: make() };
    this.known.set(key, drawn);
    return drawn;
  }

  refocus(holder, key) {
    const message = document.getElementById(holder);
    const same = [...(message?.querySelectorAll("[data-key]") ?? [])].find((one) => one.dataset.key === key && !one.disabled);
    (same ?? message?.querySelector("button:not([disabled])"))?.focus({ preventScroll: true });
  }

  /** To the end, or to the start of an answer that is longer than the window. */
  follow(fresh, atEnd) {
    if (!atEnd) return;
    const { node } = fresh[0];
    const tall = this.list.getBoundingClientRect().bottom - node.getBoundingClientRect().top > this.scroll.clientHeight;
    if (tall) node.scrollIntoView({ block: "start" });
    else this.scroll.scrollTop = this.scroll.scrollHeight;
  }

  announce(fresh) {
    for (const { node, message } of fresh) {
      const words = node.querySelector(".message-words").innerText.replace(/\s+/g, " ").slice(0, SPOKEN);
      this.announcer.append(el("p", {}, `${message.author.username}: ${words}`));
    }
    while (this.announcer.childElementCount > 20) this.announcer.firstElementChild.remove();
  }

  greet() {
    const { state } = this.app;
    const here = this.app.here();
    const tries = state.suggestions.map((one) => el("button", { type: "button", class: "try", onclick: () => this.app.suggest(one) },
      el("b", {}, one.label), el("span", {}, `/${one.command}`)));
    this.welcome.replaceChildren(
      el("h3", {}, here.type === 1 ? `You and ${here.name}` : `#${here.name}`),
      el("p", {}, `This is ${state.bot.name} itself, talking to a Discord on your own machine. Nothing here reaches the real one. `,
        "Type ", el("kbd", {}, "/"), " for its commands, or try:"),
      el("div", { class: "tries" }, tries));
  }
}

function divider(message, locale) {
  return el("li", { class: "day" }, el("span", {}, dayName(new Date(message.timestamp), locale)));
}

/** Make `nodes` the children, moving and replacing as little as possible. */
function arrange(list, nodes) {
  const wanted = new Set(nodes);
  for (const child of [...list.children]) if (!wanted.has(child)) child.remove();
  nodes.forEach((node, at) => {
    if (list.children[at] !== node) list.insertBefore(node, list.children[at] ?? null);
  });
}
