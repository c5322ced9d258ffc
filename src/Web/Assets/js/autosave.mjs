// <form data-autosave="/url">: saves the row that changed, one at a time, without losing what was typed.
// Markup, answer and texts are described in docs/design-system.md.
import { controlsOf, fieldsOf, nameOf, restore, rowOf } from "./lib/controls.mjs";
import { draftsOf } from "./lib/drafts.mjs";

const firstDelay = 1000;
const longestDelay = 60000;
const longestRequest = 30000;

// A page that shows what was typed beside what others wrote holds the drafts itself: they must not come back after the choice.
for (const { dataset } of document.querySelectorAll("form[data-forget-drafts]")) draftsOf(dataset.forgetDrafts).clear();

for (const form of document.querySelectorAll("form[data-autosave]")) attach(form);

function attach(form) {
  const drafts = draftsOf(form.dataset.autosave);
  const status = form.querySelector("[data-status]");
  const waiting = new Map(); // row name -> entry; the first one is being sent
  const stuck = new Set(); // rows refused by the server, or in conflict: the person must act
  let sending = null;
  let delay = firstDelay;
  let timer = 0;
  let leaving = false;

  form.addEventListener("change", event => {
    if (event.target.name && event.target.type !== "file") queue(rowOf(event.target));
  });
  addEventListener("online", () => send());
  addEventListener("beforeunload", event => {
    if (!leaving && (waiting.size || stuck.size)) event.preventDefault();
  });
  addEventListener("pageshow", () => { leaving = false; });
  form.addEventListener("submit", event => {
    leaving = true;
    if (!sending) return;
    event.preventDefault(); // let the save in flight answer, so that the form carries the new version
    const submitter = event.submitter;
    sending.finally(() => form.requestSubmit(submitter));
  });
  restoreDrafts();

  function queue(row) {
    const name = nameOf(row);
    const entry = waiting.get(name);
    stuck.delete(name);
    if (entry?.tried) entry.again = true; // its outcome is unknown: same key, same content; then the new content
    else waiting.set(name, { row, key: crypto.randomUUID(), tried: false, fields: null, again: false });
    keep(name);
    send();
  }

  function keep(name) {
    const { row, key, tried, fields } = waiting.get(name);
    drafts.put(name, { key, tried, sent: fields, fields: fieldsOf(row), version: versionOf(row)?.value });
  }

  function send() {
    clearTimeout(timer);
    const [name] = waiting.keys();
    if (sending || name === undefined || leaving) return;
    const entry = waiting.get(name);
    entry.fields ??= fieldsOf(entry.row);
    entry.tried = true;
    keep(name);
    say(form.dataset.textSaving, "saving");
    sending = post(form, entry)
      .then(answer => settle(name, entry, answer))
      .catch(() => fail(entry))
      .finally(() => { sending = null; });
    sending.then(again => again && send());
  }

  // True when the next entry may leave at once.
  function settle(name, entry, { status: code, body }) {
    if (code >= 500 || code === 429 || code === 408) return fail(entry);
    delay = firstDelay;
    waiting.delete(name);
    if (code === 409) return hold(entry, name, form.dataset.textConflict, offerSubmit);
    if (!body?.saved && !body?.rows) return hold(entry, name, form.dataset.textRefused);
    apply(form, body);
    if (!body.saved) return hold(entry, name, null);
    drafts.drop(name);
    say(body.message ?? form.dataset.textSaved?.replace("{0}", body.at), "saved");
    if (entry.again) queue(entry.row);
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
    say(form.dataset.textOffline, "unsaved");
    timer = setTimeout(send, delay);
    delay = Math.min(delay * 2, longestDelay);
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

  function restoreDrafts() {
    let count = 0;
    for (const [name, draft] of Object.entries(drafts.all())) {
      const row = form.querySelector(`[data-row="${CSS.escape(name)}"]`) ?? form.elements.namedItem(name);
      if (!(row instanceof Element) || !restore(row, draft.fields)) {
        drafts.drop(name);
        continue;
      }
      const version = versionOf(row);
      if (version && draft.version !== undefined) version.value = draft.version; // a colleague's later change must show as a conflict
      const again = draft.tried && JSON.stringify(draft.sent) !== JSON.stringify(fieldsOf(row));
      waiting.set(name, { row, key: draft.key, tried: draft.tried, fields: draft.tried ? draft.sent : null, again });
      mark(row);
      count++;
    }
    if (!count) return;
    say(form.dataset.textRestored?.replace("{0}", count), "unsaved");
    timer = setTimeout(send, delay);
  }
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
  return { status: response.status, body: json ? await response.json() : null };
}

function apply(form, { rows = {}, live = {} }) {
  for (const [name, { version, state, kind, error, computed, values }] of Object.entries(rows)) {
    const row = form.querySelector(`[data-row="${CSS.escape(name)}"]`);
    if (!row) continue;
    const input = versionOf(row);
    if (input && version !== undefined && version !== null) input.value = version;
    for (const [field, value] of Object.entries(values ?? {})) {
      const empty = form.elements.namedItem(field);
      if (empty?.value === "" && empty !== document.activeElement) empty.value = value;
    }
    showState(row, state, kind);
    showError(row, error ?? "");
    const place = row.querySelector("[data-computed]");
    if (place && computed !== undefined) place.textContent = computed ?? "";
  }
  for (const [id, text] of Object.entries(live)) {
    const place = document.getElementById(id);
    if (place) place.textContent = text;
  }
}

function versionOf(row) {
  return row.querySelector("[data-version]");
}

function showState(row, text, kind) {
  const place = row.querySelector("[data-state]");
  if (!place || text === undefined || text === null) return;
  place.textContent = text;
  if (kind) place.dataset.kind = kind;
}

function showError(row, text) {
  const place = row.querySelector("[data-error]");
  if (!place) return;
  place.textContent = text;
  place.hidden = !text;
  row.classList.toggle("bad", Boolean(text));
  const control = controlsOf(row).find(({ type }) => type !== "hidden");
  if (text) control?.setAttribute("aria-invalid", "true");
  else for (const one of controlsOf(row)) one.removeAttribute("aria-invalid");
}

// The form itself, sent the ordinary way, answers with the page that shows mine, theirs and what stood before.
function offerSubmit(form, row) {
  const button = document.createElement("button");
  button.className = "button small secondary";
  button.textContent = form.dataset.textConflictOpen;
  row.querySelector("[data-error]")?.append(" ", button);
}
