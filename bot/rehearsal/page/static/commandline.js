// What is registered, as the command line needs it: leaves of the command tree, and their options.

const SUB = 1;
const GROUP = 2;

const named = (thing, locale) => thing.name_localizations?.[locale] ?? thing.name;
const described = (thing, locale) => thing.description_localizations?.[locale] ?? thing.description ?? "";

/** Every command that can be sent: {line, label, description, options}. `line` is as registered. */
export function leaves(commands, locale) {
  return commands.flatMap((one) => grown(one, [], [], locale)).sort((a, b) => a.label.localeCompare(b.label));
}

function grown(step, lines, labels, locale) {
  const line = [...lines, step.name];
  const label = [...labels, named(step, locale)];
  const options = step.options ?? [];
  if (options.some((one) => one.type === SUB || one.type === GROUP)) {
    return options.flatMap((one) => grown(one, line, label, locale));
  }
  return [{
    line: `/${line.join(" ")}`, label: `/${label.join(" ")}`, description: described(step, locale),
    options: options.map((one) => ({
      ...one, label: named(one, locale), hint: described(one, locale),
      choices: one.choices?.map((choice) => ({ label: named(choice, locale), value: choice.value })),
    })),
  }];
}

/** Those that fit what is typed after the slash, the closest first. */
export function fitting(all, typed) {
  const wanted = typed.toLowerCase().trim();
  const rank = (one) => {
    const names = [one.label, one.line].map((name) => name.slice(1).toLowerCase());
    if (names.some((name) => name.startsWith(wanted))) return 0;
    if (names.some((name) => name.split(" ").some((word) => word.startsWith(wanted)))) return 1;
    return names.some((name) => name.includes(wanted)) ? 2 : 3;
  };
  return all.map((one) => [rank(one), one]).filter(([place]) => place < 3)
    .sort(([a], [b]) => a - b).map(([, one]) => one);
}

/** A command typed or pasted whole, "/ask question: words": the leaf and its options; else null. */
export function typedWhole(all, text) {
  const fits = all.filter((one) => [one.label, one.line].some((name) => text.startsWith(`${name} `)));
  const leaf = fits.sort((a, b) => b.label.length - a.label.length)[0];
  if (!leaf) return null;
  const name = [leaf.label, leaf.line].find((one) => text.startsWith(`${one} `));
  return { leaf, values: typedOptions(leaf, text.slice(name.length + 1)) };
}

function typedOptions(leaf, rest) {
  const starts = leaf.options.flatMap((one) => [one.name, one.label].map((name) => {
    const at = ` ${rest}`.indexOf(` ${name}:`);
    return at < 0 ? null : { one, at, from: at + name.length + 1 };
  })).filter(Boolean).sort((a, b) => a.at - b.at).filter((one, at, them) => them.findIndex((other) => other.one === one.one) === at);
  const values = {};
  if (!starts.length && rest.trim() && leaf.options.length) values[leaf.options[0].name] = rest.trim();
  starts.forEach((start, at) => { values[start.one.name] = rest.slice(start.from, starts[at + 1]?.at).trim(); });
  return values;
}
