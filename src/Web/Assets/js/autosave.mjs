// <form data-autosave="/url">: saves the row that changed, one at a time, without losing what was typed.
// Markup, answer and texts are described in docs/design-system.md.
import { fieldsOf, nameOf, restore, rowOf, versionOf } from "./lib/controls.mjs";
import { draftsOf } from "./lib/drafts.mjs";
import { apply, offerSubmit, showError, showState } from "./lib/answer.mjs";
import { proposalsOf, showProposals } from "./lib/proposals.mjs";

const firstDelay = 1000;
const longestDelay = 60000;
const longestRequest = 30000;
const account = document.documentElement.dataset.account;

// A page that shows what was typed beside what others wrote holds the drafts itself: they must not come back after the choice.
for (const { dataset } of document.querySelectorAll("form[data-forget-drafts]")) draftsOf(account, dataset.forgetDrafts).clear();

for (const form of document.querySelectorAll("form[data-autosave]")) attach(form);

function attach(form) {
  const drafts = draftsOf(account, form.dataset.autosave);
  const status = form.querySelector("[data-status]");
  const waiting = new Map(); // row name -> entry; the first one is being sent
  const stuck = new Set(); // rows refused by the server, or in conflict: the person must act
  let sending = null;
  let delay = firstDelay;
  let timer = 0;
  let leaving = false;
  let isKept = true;
  let isOut = false; // the session has ended: everything waits for the person to sign in again

  form.addEventListener("input", event => {
    if (event.target.name && event.target.type !== "file") keep(rowOf(event.target));
  });
  form.addEventListener("change", event => {
    if (event.target.name && event.target.type !== "file") queue(rowOf(event.target));
  });
  addEventListener("online", () => send());
  addEventListener("focus", () => send()); // perhaps signed in again in another tab
  addEventListener("beforeunload", event => {
    if (!leaving && !(isOut && isKept) && (waiting.size || stuck.size)) event.preventDefault();
  });
  addEventListener("pageshow", () => { leaving = false; });
  form.addEventListener("submit", event => {
    if (leaving || !waiting.size || isOut) {
      leaving = true;
      return;
    }
    event.preventDefault(); // what waits is saved first, so that the form carries the new versions
    const submitter = event.submitter;
    drain().then(() => {
      if (waiting.size) return; // not saved, and said so: nothing is left behind by going on
      leaving = true;
      form.requestSubmit(submitter);
    });
  });
  propose();

  function queue(row) {
    const name = nameOf(row);
    const entry = waiting.get(name);
    stuck.delete(name);
    if (entry?.tried) entry.again = true; // its outcome is unknown: same key, same content; then the new content
    else waiting.set(name, { row, key: crypto.randomUUID(), tried: false, fields: null, again: false });
    keep(row);
    send();
  }

  // At each keystroke: what is in the row is kept in the browser until the server has it.
  function keep(row) {
    const { key = crypto.randomUUID(), tried = false, fields: sent = null } = waiting.get(nameOf(row)) ?? {};
    isKept = drafts.put(nameOf(row), {
      key, tried, sent, fields: fieldsOf(row), version: versionOf(row)?.value, page: location.pathname,
      title: document.querySelector("h1").textContent.trim(), question: questionOf(row),
    });
  }

  async function drain() {
    while (waiting.size && !isOut) {
      send();
      if (!sending || !await sending) break;
    }
  }

  function send() {
    clearTimeout(timer);
    const [name] = waiting.keys();
    if (sending || name === undefined || leaving) return;
    const entry = waiting.get(name);
    entry.fields ??= fieldsOf(entry.row);
    entry.tried = true;
    keep(entry.row);
    say(form.dataset.textSaving, "saving");
    sending = post(form, entry)
      .then(answer => settle(name, entry, answer))
      .catch(() => fail(entry))
      .finally(() => { sending = null; });
    sending.then(again => again && send());
  }

  // True when the next entry may leave at once.
  function settle(name, entry, { status: code, body, end }) {
    if (end) document.dispatchEvent(new CustomEvent("session", { detail: Number(end) }));
    if (code >= 500 || code === 429 || code === 408) return fail(entry);
    if (code === 401 || code === 0) return signedOut(entry);
    delay = firstDelay;
    isOut = false;
    waiting.delete(name);
    if (code === 409) return hold(entry, name, form.dataset.textConflict, offerSubmit);
    if (!body?.saved && !body?.rows) return hold(entry, name, form.dataset.textRefused);
    apply(form, body, other => waiting.has(other) || stuck.has(other));
    if (!body.saved) return hold(entry, name, null);
    if (entry.again) {
      queue(entry.row);
      return true;
    }
    drafts.drop(name);
    if (JSON.stringify(choicesOf(entry.fields)) !== JSON.stringify(choicesOf(fieldsOf(entry.row)))) keep(entry.row); // typed since, not yet left
    say(body.message ?? form.dataset.textSaved?.replace("{0}", body.at), "saved");
    return true;
  }

  function hold(entry, name, text, then) {
    stuck.add(name);
    mark(entry.row);
    if (text) showError(entry.row, text);
    then?.(form, entry.row);
    say(form.dataset.textUnsaved, "unsaved");
    return true;
  }

  function fail(entry) {
    mark(entry.row);
    say(isKept ? form.dataset.textOffline : form.dataset.textUnsaved, "unsaved");
    timer = setTimeout(send, delay);
    delay = Math.min(delay * 2, longestDelay);
    return false;
  }

  function signedOut(entry) {
    isOut = true;
    mark(entry.row);
    say(form.dataset.textSignedOut, "unsaved");
    const link = document.createElement("a");
    link.href = `/connexion?retour=${encodeURIComponent(location.pathname + location.search)}`;
    link.textContent = form.dataset.textSignIn;
    status.append(" ", link);
    return false;
  }

  function mark(row) {
    showState(row, form.dataset.textUnsavedRow, "unsaved");
  }

  function say(text, kind) {
    if (!status || text === undefined) return;
    status.dataset.kind = kind;
    status.textContent = text;
  }

  function propose() {
    const box = document.querySelector("[data-proposals]");
    const found = proposalsOf(form, drafts.all(), location);
    for (const name of found.settled) drafts.drop(name);
    if (box) showProposals(box, found, { take, forget });
  }

  // The version that was typed upon comes back with the value: if the answer has changed since, the two are shown side by side.
  function take(proposals) {
    const taken = proposals.filter(({ row }) => row);
    for (const { name, draft, row } of taken) {
      restore(row, draft.fields);
      const version = versionOf(row);
      if (version && draft.version !== undefined) version.value = draft.version;
      const again = draft.tried && JSON.stringify(draft.sent) !== JSON.stringify(fieldsOf(row));
      waiting.set(name, { row, key: draft.key, tried: draft.tried, fields: draft.tried ? draft.sent : null, again });
      mark(row);
    }
    say(form.dataset.textRestored.replace("{0}", taken.length), "unsaved");
    send();
  }

  function forget(proposals) {
    for (const { name } of proposals) drafts.drop(name);
  }
}

const choicesOf = fields => fields.filter(([name]) => !name.endsWith(".base"));

function questionOf(row) {
  return (row.querySelector(".row-q > :is(label, .label)") ?? row.querySelector("label"))?.textContent.trim() ?? nameOf(row);
}

async function post(form, entry) {
  const body = new URLSearchParams();
  for (const input of form.querySelectorAll("[data-autosave-always]")) body.append(input.name, input.value);
  for (const [name, value] of entry.fields) body.append(name, value);
  body.append("_key", entry.key);
  const response = await fetch(form.dataset.autosave, {
    method: "POST",
    body,
    headers: { Accept: "application/json" },
    credentials: "same-origin",
    redirect: "manual",
    signal: AbortSignal.timeout(longestRequest),
  });
  const json = response.headers.get("content-type")?.includes("json");
  return { status: response.status, body: json ? await response.json() : null, end: response.headers.get("session-end") };
}
