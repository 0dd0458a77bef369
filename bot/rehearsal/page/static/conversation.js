// The messages of a channel. What did not change keeps its nodes, so that focus and place stay.

import { el } from "./dom.js";
import { messageNode, noticeNode } from "./messages.js";
import { dayName } from "./times.js";
import { say, sayWith } from "./words.js";

const LOADING = 1 << 7; // of the flags: promised, and not yet there
const TOGETHER = 7 * 60 * 1000; // milliseconds within which messages of one author share a head
const NEAR = 120; // pixels from the end that still count as being there
const SPOKEN = 400; // characters of a new message that are read out

export class Conversation {
  constructor(app, scroll, list, welcome, announcer) {
    Object.assign(this, { app, scroll, list, welcome, announcer });
    this.known = new Map(); // key -> {json, node}
    this.place = "";
    this.expecting = false; // whether the person has just asked for what comes next
  }

  show() {
    const { state, person } = this.app;
    const place = `${person} ${state.channel}`;
    const moved = place !== this.place;
    const atEnd = this.scroll.scrollHeight - this.scroll.scrollTop - this.scroll.clientHeight < NEAR;
    const { fresh, turned } = this.draw();
    if (moved) {
      this.greet();
      this.place = place;
      this.enter();
    }
    else if (fresh.length) this.follow(fresh, atEnd);
    else if (atEnd) this.toEnd();
    if (!moved) this.announce([...fresh, ...turned]);
  }

  toEnd() {
    this.scroll.scrollTop = this.scroll.scrollHeight;
  }

  /** Come into a channel: to what is new there, else to the end. */
  enter() {
    this.toEnd();
    this.list.querySelector(".day.new")?.scrollIntoView({ block: "start" });
  }

  /** Gives what was not there before, and what was edited under the person's hands: whoever does
   * not see that a page was turned has to be told. */
  draw() {
    const { state } = this.app;
    const before = this.known;
    this.known = new Map();
    const fresh = [];
    const turned = [];
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
      const old = before.get(message.id);
      drawn.waits = Boolean(message.flags & LOADING);
      drawn.edited = message.edited_timestamp;
      if ((old?.waits ?? true) && drawn !== old) fresh.push({ node: drawn.node, message });
      else if (old && old.edited !== drawn.edited && holder === drawn.node.id) turned.push({ node: drawn.node, message });
      if (message.id === this.app.firstNew) nodes.push(this.kept(before, "new", message.id, newLine).node);
      nodes.push(drawn.node);
      last = { day, author: message.author.id, at: Date.parse(message.timestamp), ephemeral: message.ephemeral };
    }
    nodes.push(...this.app.notices.filter((one) => one.channel === state.channel).map((one) => noticeNode(one, this.app)));
    arrange(this.list, nodes);
    if (key && !focused.isConnected) this.refocus(holder, key);
    return { fresh, turned };
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
    if (!atEnd && !this.expecting) return;
    this.expecting = fresh.some(({ message }) => message.flags & LOADING);
    const { node } = fresh[0];
    const tall = this.list.getBoundingClientRect().bottom - node.getBoundingClientRect().top > this.scroll.clientHeight;
    if (tall) node.scrollIntoView({ block: "start" });
    else this.toEnd();
  }

  announce(fresh) {
    for (const { node, message } of fresh) {
      if (message.flags & LOADING) continue;
      const said = node.querySelector(".message-words");
      const words = said.innerText.replace(/\s+/g, " ").slice(0, SPOKEN);
      this.announcer.append(el("p", { lang: said.lang }, `${message.author.username}: ${words}`));
    }
    while (this.announcer.childElementCount > 20) this.announcer.firstElementChild.remove();
  }

  greet() {
    const { state } = this.app;
    const here = this.app.here();
    const offered = [...(state.tour.length ? [{ label: say("tourTry"), tour: true }] : []), ...state.suggestions];
    const tries = offered.map((one) => {
      const made = el("button", { type: "button", class: "try", onclick: () => this.app.suggest(one, made) },
        el("b", {}, one.label), el("span", {}, one.direction || one.tour ? say("onStage") : this.app.composer.nameOf(one.command)));
      return made;
    });
    this.welcome.replaceChildren(
      el("h3", {}, here.type === 1 ? say("both", { name: here.name }) : `#${here.name}`),
      el("p", {}, sayWith("welcome", { name: state.bot.name, key: el("kbd", {}, "/") })),
      el("div", { class: "tries" }, tries));
  }
}

function newLine() {
  return el("li", { class: "day new" }, el("span", {}, say("fresh")));
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
