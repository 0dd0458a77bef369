// Keeps what the person sees in step with the rehearsal, and sends what they do.

import { el, icon, toast, unseen } from "./dom.js";
import { Composer } from "./composer.js";
import { openModal } from "./modal.js";
import { Conversation } from "./conversation.js";
import { direct, drawClock, drawRefusals, drawSelf, drawStage, setMoment, useTheme } from "./stage.js";
import { Tour } from "./tour.js";
import { act, commands, state } from "./wire.js";
import { dress, say, speak } from "./words.js";

const find = (id) => document.getElementById(id);
const ANNOUNCEMENT = 5;
const DIRECT = 1;
const ASKING = ["slash", "write", "message_menu", "submit"]; // deeds that bring a message at the end
const LEAP = 5000; // milliseconds: more than the network takes, so that somebody set the clock

class App {
  constructor() {
    this.person = sessionStorage.getItem("person") ?? "admin";
    this.channel = sessionStorage.getItem("channel") ?? "";
    this.state = null;
    this.commands = { slash: [], message: [] };
    this.read = {}; // the last message seen, by channel
    this.notices = [];
  }

  async start() {
    this.touring = location.hash === "#tour";
    history.replaceState(null, "", location.pathname); // the key does not stay in the address
    useTheme(localStorage.getItem("theme") ?? "auto");
    find("open-side").append(icon("menu"));
    find("close-side").append(icon("close"));
    find("open-side").addEventListener("click", () => this.drawer(true));
    find("close-side").addEventListener("click", () => this.drawer(false));
    document.querySelector(".skip").addEventListener("click", (event) => { event.preventDefault(); this.focus(); });
    document.addEventListener("keydown", (event) => event.key === "Escape" && this.drawer(false));
    setInterval(() => this.state && drawClock(this, find("time")), 5000);
    await this.follow();
  }

  /** Asks for news as long as the page is open. */
  async follow() {
    for (;;) {
      this.asking = new AbortController();
      const { signal } = this.asking;
      try {
        const seen = this.again ? -1 : this.state?.version ?? -1;
        this.again = false;
        const shown = await state({ person: this.person, channel: this.channel, seen }, signal);
        if (!signal.aborted) await this.show(shown);
        this.banner("");
      } catch (lost) {
        if (signal.aborted) continue;
        this.banner(say("lost"));
        console.warn(lost);
        this.again = true;
        await new Promise((wake) => { setTimeout(wake, 2000); });
      }
    }
  }

  /** Ask anew at once: for somebody else, or for another channel. */
  refresh() {
    this.again = true;
    this.asking?.abort();
  }

  async show(shown) {
    const before = this.state;
    const jumped = before && Math.abs(Date.parse(shown.now) - this.now()) > LEAP;
    this.state = shown;
    this.arrived = performance.now();
    this.channel = shown.channel;
    sessionStorage.setItem("channel", shown.channel);
    const scope = [shown.commands, shown.person.id, shown.channel].join(" ");
    if (scope !== this.scope) {
      this.commands = await commands({ person: this.person, channel: this.channel });
      this.scope = scope;
    }
    if (before?.person.locale !== shown.person.locale) this.furnish(!before);
    if (before?.person.id !== shown.person.id || before?.person.locale !== shown.person.locale) this.self();
    this.markNew(before);
    this.drawPlaces();
    drawRefusals(shown.violations, find("refusals"));
    drawClock(this, find("time"));
    if (jumped) setMoment(this);
    this.conversation.show();
    document.body.classList.toggle("offline", !shown.bot.online);
    if (!before && this.touring) this.takeTour();
  }

  /** The first message that came while somebody looked elsewhere. */
  markNew(before) {
    if (before?.channel === this.state.channel && before.person.id === this.state.person.id) return;
    const read = this.read[this.state.channel];
    const isNew = (one) => read !== undefined && one.author.id !== this.state.person.id && BigInt(one.id) > BigInt(read);
    this.firstNew = this.state.messages.find(isNew)?.id;
  }

  /** Everything whose words are the page's own; anew where the person speaks another language. */
  furnish(first) {
    speak(this.state.person.locale);
    dress(document);
    find("guild").textContent = this.state.guild;
    const typed = this.composer?.input.value ?? "";
    find("composer").replaceChildren();
    this.composer = new Composer(this, find("composer"));
    this.composer.input.value = typed;
    this.conversation = new Conversation(this, find("scroll"), find("messages"), find("welcome"), find("announcer"));
    drawStage(this, { controls: find("stage-controls"), quick: find("quick") });
    if (!first) return;
    this.read = Object.fromEntries(this.state.channels.map((one) => [one.id, one.last]));
    if (matchMedia("(min-width: 800px)").matches) this.focus();
  }

  /** Who one is; whoever has just chosen that keeps the focus. */
  self() {
    const { id, value } = document.activeElement.closest("#self") ? document.activeElement : {};
    drawSelf(this, find("self"));
    if (value) find("self").querySelector(id ? `#${id}` : `[value="${value}"]`)?.focus();
  }

  drawPlaces() {
    const here = this.here();
    this.read[here.id] = here.last;
    const guild = this.state.channels.filter((one) => one.type !== DIRECT);
    const direct = this.state.channels.filter((one) => one.type === DIRECT);
    const focused = document.activeElement?.dataset?.channel;
    find("channels").replaceChildren(
      el("h2", {}, say("channels")), el("ul", {}, guild.map((one) => this.place_(one))),
      el("h2", {}, say("direct")), el("ul", {}, direct.map((one) => this.place_(one))));
    if (focused) find("channels").querySelector(`[data-channel="${focused}"]`)?.focus();
    find("place").replaceChildren(icon(sign(here)), here.name);
    document.title = say("title", { place: `${here.type === DIRECT ? "@" : "#"}${here.name}` });
    this.composer.placed(here);
  }

  place_(one) {
    const here = one.id === this.channel;
    const fresh = !here && BigInt(one.last) > BigInt(this.read[one.id] ?? "0");
    const press = el("button", { type: "button", class: fresh ? "place fresh" : "place", "aria-current": here ? "page" : null, onclick: () => this.goTo(one.id) },
      icon(sign(one)), el("span", {}, one.name), fresh ? el("span", { class: "dot" }, unseen(say("freshHere"))) : null,
      one.type === DIRECT ? el("span", { class: this.state.bot.online ? "presence on" : "presence" }, unseen(say(this.state.bot.online ? "online" : "offline"))) : null);
    press.dataset.channel = one.id;
    return el("li", {}, press);
  }

  here() {
    return this.state.channels.find((one) => one.id === this.channel);
  }

  goTo(id) {
    this.channel = id;
    this.drawer(false);
    this.refresh();
  }

  become(name) {
    this.person = name;
    sessionStorage.setItem("person", name);
    this.composer.plain();
    this.refresh();
  }

  async speak(locale) {
    await act("speak", { person: this.person, locale });
    this.scope = "";
  }

  drawer(open) {
    const was = document.body.classList.contains("side-open");
    document.body.classList.toggle("side-open", open);
    find("open-side").setAttribute("aria-expanded", String(open));
    if (open) find("close-side").focus();
    else if (was) find("open-side").focus();
  }

  banner(words) {
    if (find("banner").textContent === words) return;
    find("banner").textContent = words;
    find("banner").hidden = !words;
  }

  /** Where a deed is done, and whose it is. */
  place() {
    return { person: this.person, at: this.channel };
  }

  /** The channels of the guild that an option or a select takes. */
  channels(types) {
    return this.state.channels.filter((one) => one.type !== DIRECT && (!types?.length || types.includes(one.type)));
  }

  /** What the markdown of a message has to know. */
  see() {
    const names = Object.fromEntries(Object.entries(this.state.users).map(([id, one]) => [id, one.name]));
    const channels = Object.fromEntries(this.state.channels.map((one) => [one.id, one.name]));
    return { users: names, roles: this.state.roles, channels, locale: this.state.person.locale, now: this.now() };
  }

  /** The rehearsal's time in milliseconds. */
  now() {
    return Date.parse(this.state.now) + performance.now() - this.arrived;
  }

  /** Does something as the person. Gives the answer; opens the modal that it may be. */
  async deed(deed, given) {
    this.conversation.expecting = ASKING.includes(deed);
    const answer = await act(deed, { person: this.person, ...given });
    if (answer?.modal) openModal(answer.modal, answer.token, this);
    else if (answer && "acknowledged_after" in answer && answer.acknowledged_after === null) {
      this.notices.push({ channel: this.channel, words: say("silence", { name: this.state.bot.name }) });
      this.conversation.show();
    }
    return answer;
  }

  /** The same from a control, which waits meanwhile. */
  async use(control, deed, given) {
    if (control?.getAttribute("aria-busy") === "true") return;
    control?.setAttribute("aria-busy", "true");
    try {
      await this.deed(deed, given);
    } catch (refused) {
      toast(refused.message, { wrong: true });
    } finally {
      control?.removeAttribute("aria-busy");
    }
  }

  async dismiss(message) {
    await act("dismiss", { message: message.id });
    this.focus();
  }

  forget(notice) {
    this.notices = this.notices.filter((one) => one !== notice);
    this.conversation.show();
    this.focus();
  }

  /** Try what the shell suggests. */
  suggest({ command, options, direction, tour }, control) {
    if (tour) return this.takeTour();
    if (direction) return direct(this, control, direction);
    if (!this.composer.chooseNamed(command, options)) {
      toast(say("notOffered", { command, person: this.person }), { wrong: true });
    }
  }

  takeTour() {
    this.tour?.stop();
    this.tour = new Tour(this, find("tour-place"));
    return this.tour.play();
  }

  focus() {
    this.composer.focus();
  }
}

const sign = (channel) => ({ [DIRECT]: "at", [ANNOUNCEMENT]: "news" })[channel.type] ?? "hash";

new App().start();
