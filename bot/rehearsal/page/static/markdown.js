// Discord's markdown as nodes, in one pass over the text: what opens is kept on a stack, and what
// never closes stays the text it was. Nothing is searched twice, so hostile text costs no more.

import { el } from "./dom.js";
import { stamped, full } from "./times.js";

const INLINE = new RegExp([
  /\\([!-/:-@[-`{-~])/,                                        // 1 escaped
  /(`{1,2})(?!`)([^`\n]+)\2(?!`)/,                             // 2 3 code
  /<t:(-?\d{1,13})(?::([tTdDfFR]))?>/,                         // 4 5 time
  /<(@!?|@&|#)(\d{1,20})>/,                                    // 6 7 mention
  /<\/([^:>\n]{1,100}):\d{1,20}>/,                             // 8 command
  /<a?:(\w{1,32}):\d{1,20}>/,                                  // 9 emoji
  /<(https?:\/\/[^\s<>]{1,2000})>/,                            // 10 address in brackets
  /(https?:\/\/[^\s<>]{1,2000})/,                              // 11 bare address
  /(@everyone|@here)\b/,                                       // 12
  /(\*\*\*|\*\*|\*|__|_|~~|\|\|)/,                             // 13 marks
  /(\[)/,                                                      // 14
  /\]\((?:<(https?:\/\/[^\s<>]{1,2000})>|(https?:\/\/(?:[^\s<>()]|\([^\s<>()]{0,200}\)){1,2000}))(?: "[^"\n]{0,200}")?\)/, // 15 16
].map((one) => one.source).join("|"), "gu");

const TAGS = { "**": "strong", "*": "em", "_": "em", "__": "u", "~~": "s", "||": "span" };

/** Nodes of a text of several lines. `see` knows names of mentions, the locale and the clock. */
export function markdown(text, see) {
  const blocks = [];
  const lines = text.split("\n");
  for (let at = 0; at < lines.length;) at = block(lines, at, blocks, see);
  return blocks;
}

function block(lines, at, blocks, see) {
  const line = lines[at];
  const fence = /^\s*```(\w*)\s*$/.exec(line) ?? /^```(.*)/.exec(line);
  if (fence) return fenced(lines, at, fence, blocks);
  if (/^>>> /.test(line)) {
    const rest = [line.slice(4), ...lines.slice(at + 1)].join("\n");
    blocks.push(el("blockquote", {}, markdown(rest, { ...see, quoted: true })));
    return lines.length;
  }
  if (/^> /.test(line) || line === ">") return gathered(lines, at, /^>( |$)/, (kept) => blocks.push(
    el("blockquote", {}, markdown(kept.map((one) => one.slice(2)).join("\n"), see))));
  const heading = /^(#{1,3}) (.+)/.exec(line);
  if (heading) {
    // below the page's own h1 and h2, so that the outline stays one
    blocks.push(el(`h${heading[1].length + 2}`, {}, inline(heading[2], see)));
    return at + 1;
  }
  if (/^-# ./.test(line)) {
    blocks.push(el("p", { class: "small" }, inline(line.slice(3), see)));
    return at + 1;
  }
  if (/^\s*([-*]|\d{1,3}\.) ./.test(line)) return listed(lines, at, blocks, see);
  return paragraph(lines, at, blocks, see);
}

function gathered(lines, at, pattern, keep) {
  const kept = [];
  while (at < lines.length && pattern.test(lines[at])) kept.push(lines[at++]);
  keep(kept);
  return at;
}

function fenced(lines, at, fence, blocks) {
  const kept = fence[1] && !/^\w*$/.test(fence[1]) ? [fence[1]] : [];
  let end = at + 1;
  if (!kept.join("").endsWith("```")) {
    while (end < lines.length && !lines[end].includes("```")) kept.push(lines[end++]);
    if (end < lines.length) kept.push(lines[end++].replace(/```.*/, ""));
  }
  const words = kept.join("\n").replace(/```$/, "").replace(/\n$/, "");
  blocks.push(el("pre", { tabIndex: 0 }, el("code", {}, words)));
  return end;
}

function listed(lines, at, blocks, see) {
  const numbered = /^\s*\d/.test(lines[at]);
  const pattern = numbered ? /^\s*(\d{1,3})\. +(.+)/ : /^(\s*)[-*] +(.+)/;
  const list = el(numbered ? "ol" : "ul");
  if (numbered) list.start = Number(pattern.exec(lines[at])[1]);
  for (let found; at < lines.length && (found = pattern.exec(lines[at])); at += 1) {
    const deeper = !numbered && found[1].length > 1;
    list.append(el("li", { class: deeper ? "deeper" : undefined }, inline(found[2], see)));
  }
  blocks.push(list);
  return at;
}

const OTHER = /^(>>> |> |>$|#{1,3} .|-# .|```|\s*([-*]|\d{1,3}\.) .)/;

function paragraph(lines, at, blocks, see) {
  const kept = [lines[at++]];
  while (at < lines.length && !OTHER.test(lines[at])) kept.push(lines[at++]);
  const words = kept.join("\n");
  if (words.trim()) blocks.push(el("p", {}, inline(words, see)));
  return at;
}

/** Nodes of one paragraph. */
export function inline(text, see) {
  const pieces = pieced(text, see);
  paired(pieces);
  return built(pieces, see);
}

/** Flat pieces: {node}, {words}, or {mark} that may open or close something. */
function pieced(text, see) {
  const pieces = [];
  let from = 0;
  const words = (until) => until > from && pieces.push({ words: text.slice(from, until) });
  for (const found of text.matchAll(INLINE)) {
    const at = found.index;
    const piece = pieceOf(found, text, see);
    if (piece === null) continue;
    words(at);
    pieces.push(...piece);
    from = at + found[0].length;
  }
  words(text.length);
  return pieces;
}

function pieceOf(found, text, see) {
  const at = found.index;
  const after = at + found[0].length;
  if (found[1]) return [{ words: found[1] }];
  if (found[3]) return [{ node: el("code", {}, found[3]) }];
  if (found[4]) return timed(found, see);
  if (found[7]) return [{ node: mention(found[6], found[7], see) }];
  if (found[8]) return [{ node: el("span", { class: "mention" }, `/${found[8]}`) }];
  if (found[9]) return [{ words: `:${found[9]}:` }];
  if (found[10]) return [{ node: link(found[10], [found[10]]) }];
  if (found[11]) return bare(found[11]);
  if (found[12]) return [{ node: el("span", { class: "mention" }, found[12]) }];
  if (found[13]) return marks(found[13], text[at - 1] ?? " ", text[after] ?? " ");
  if (found[14]) return [{ mark: "[", words: "[", opens: true }];
  return [{ mark: "]", words: found[0], closes: true, url: found[15] ?? found[16] }];
}

function timed(found, see) {
  const shown = stamped(Number(found[4]), found[5] ?? "f", see);
  if (shown === null) return [{ words: found[0] }];
  const moment = new Date(Number(found[4]) * 1000);
  const given = { class: "stamp", dateTime: moment.toISOString(), title: full(moment, see.locale) };
  return [{ node: el("time", given, shown) }];
}

function bare(url) {
  const ended = /[.,:;!?'"\])*_~|]+$/.exec(url);
  const kept = ended ? url.slice(0, ended.index) : url;
  const rest = ended ? [{ words: ended[0] }] : [];
  return [{ node: link(kept, [kept]) }, ...rest];
}

function marks(mark, before, after) {
  if (mark === "***") {
    // what opened last closes first
    const order = /\s/.test(before) ? ["**", "*"] : ["*", "**"];
    return order.flatMap((one) => marks(one, before, after));
  }
  const word = /[\p{L}\p{N}]/u;
  const opens = !/\s/.test(after) && !(mark === "_" && word.test(before));
  const closes = !/\s/.test(before) && !(mark === "_" && word.test(after));
  return [{ mark, words: mark, opens, closes }];
}

/** Mark what belongs together: `to` on what opens, `from` on what closes. */
function paired(pieces) {
  const open = [];
  const waiting = {};
  const kind = (piece) => (piece.mark === "]" ? "[" : piece.mark);
  pieces.forEach((piece, at) => {
    if (!piece.mark) return;
    if (piece.closes && waiting[kind(piece)] > 0) {
      let start;
      do {
        start = open.pop();
        waiting[kind(pieces[start])] -= 1;
      } while (kind(pieces[start]) !== kind(piece));
      if (start + 1 < at) {
        pieces[start].to = at;
        piece.from = start;
      }
    } else if (piece.opens) {
      open.push(at);
      waiting[piece.mark] = (waiting[piece.mark] ?? 0) + 1;
    }
  });
}

const DEEPEST = 24; // further nesting is drawn flat

function built(pieces) {
  const root = el("span");
  const stack = [root];
  for (const piece of pieces) {
    const here = stack.at(-1);
    if (piece.node) here.append(piece.node);
    else if (piece.to !== undefined && stack.length < DEEPEST) stack.push(opened(piece, pieces[piece.to]));
    else if (piece.from !== undefined && stack.length > 1 && stack.at(-1).dataset.mark === mate(piece)) {
      const done = stack.pop();
      delete done.dataset.mark;
      stack.at(-1).append(done);
    } else if (piece.to === undefined && piece.from === undefined) broken(here, piece.words);
  }
  while (stack.length > 1) stack.at(-2).append(stack.pop());
  return [...root.childNodes];
}

const mate = (piece) => (piece.mark === "]" ? "[" : piece.mark);

function opened(piece, closing) {
  const made = piece.mark === "[" ? link(closing.url, []) : el(TAGS[piece.mark]);
  if (piece.mark === "||") spoiler(made);
  made.dataset.mark = piece.mark;
  return made;
}

function broken(here, words) {
  words.split("\n").forEach((line, at) => {
    if (at) here.append(el("br"));
    if (line) here.append(line);
  });
}

function spoiler(made) {
  const show = () => made.classList.add("shown");
  made.className = "spoiler";
  made.tabIndex = 0;
  made.setAttribute("role", "button");
  made.setAttribute("aria-label", "Spoiler");
  made.addEventListener("click", show);
  made.addEventListener("keydown", (event) => event.key === "Enter" && show());
}

/** Opens elsewhere, and only when somebody follows it. */
export function link(url, children) {
  return el("a", { href: url, target: "_blank", rel: "noopener noreferrer", title: url }, children);
}

function mention(kind, id, see) {
  const [sign, names] = kind === "#" ? ["#", see.channels] : kind === "@&" ? ["@", see.roles] : ["@", see.users];
  return el("span", { class: "mention" }, `${sign}${names[id] ?? "unknown"}`);
}

/** The words alone, for whoever listens instead of looking. */
export function spoken(text) {
  return text.replace(/<t:\d+(?::\w)?>/g, "").replace(/\]\([^)\n]{0,2000}\)/g, "").replace(/[*_~|`#>[\\]|^-# /gm, "").trim();
}
