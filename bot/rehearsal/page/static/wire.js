// The requests of the page. All of them go to where the page came from.

const HERE = "/rehearsal/page/";
export const LARGEST = 10 * 1024 * 1024; // bytes: Discord's limit for a file

async function read(response) {
  const body = await response.json().catch(() => null);
  if (response.ok && body !== null) return body;
  throw new Error(body?.error ?? `the rehearsal answers ${response.status}`);
}

export async function state(query, signal) {
  return read(await fetch(`${HERE}state?${new URLSearchParams(query)}`, { signal }));
}

export async function commands(query) {
  return read(await fetch(`${HERE}commands?${new URLSearchParams(query)}`));
}

/** Does something; gives its result, or throws what the person should read. */
export async function act(deed, given = {}) {
  const headers = { "Content-Type": "application/json" };
  const body = JSON.stringify({ deed, ...given });
  return (await read(await fetch(`${HERE}act`, { method: "POST", headers, body }))).result;
}

/** Where the page finds an attachment, which the bot knows by Discord's address; else null. */
export function ownAddress(url) {
  const found = /^https:\/\/(?:cdn\.discordapp\.com|media\.discordapp\.net)\/[\w-]+\/\d+\/(\d+)\/([^?#]*)/.exec(url);
  return found ? `${HERE}file/${found[1]}/${found[2]}` : null;
}

/** A chosen file as it travels in JSON. */
export async function packed(file) {
  const bytes = new Uint8Array(await file.arrayBuffer());
  let binary = "";
  for (let at = 0; at < bytes.length; at += 32768) {
    binary += String.fromCharCode(...bytes.subarray(at, at + 32768));
  }
  return { filename: file.name, content_type: file.type || "application/octet-stream", base64: btoa(binary) };
}
