// On return, what was typed and never saved is proposed: each question with what was typed, what is there now, and whether that is newer.
// Nothing is put before the person says so.
import { differences, versionOf } from "./controls.mjs";

// What each draft comes to on this page: nothing to do, a proposal, or a text whose field is not here.
export function proposalsOf(form, drafts, { pathname, search }) {
  const here = [];
  const gone = [];
  const elsewhere = new Map();
  const settled = [];
  for (const [name, draft] of Object.entries(drafts)) {
    const row = form.querySelector(`[data-row="${CSS.escape(name)}"]`);
    if (!row && (draft.page !== pathname || search)) elsewhere.set(draft.page, draft.title);
    else if (!row) gone.push({ name, draft });
    else if (differences(row, draft.fields).length) here.push({ name, draft, row, isNewer: versionOf(row)?.value !== draft.version });
    else if (!row.classList.contains("bad")) settled.push(name);
  }
  return { here, gone, elsewhere, settled };
}

// The box of the proposals; take and forget are told the proposals that the box shows.
export function showProposals(box, { here, gone, elsewhere }, { take, forget }) {
  const list = box.querySelector("ul");
  list.replaceChildren();
  for (const proposal of [...here, ...gone]) list.append(line(box, proposal));
  for (const [page, title] of elsewhere) {
    const item = document.createElement("li");
    const link = document.createElement("a");
    link.href = page;
    link.textContent = title;
    item.append(box.dataset.textElsewhere, " ", link);
    list.append(item);
  }
  const takes = box.querySelector("[data-take]");
  const forgets = box.querySelector("[data-forget]");
  takes.hidden = !here.length;
  forgets.hidden = !here.length && !gone.length;
  takes.onclick = () => end(take);
  forgets.onclick = () => end(forget);
  box.hidden = !list.children.length;

  function end(act) {
    box.hidden = true;
    act([...here, ...gone]);
    (here[0]?.row.querySelector("input:not([type=hidden]), textarea, select") ?? document.getElementById("contenu"))?.focus();
  }
}

function line(box, { draft, row, isNewer }) {
  const item = document.createElement("li");
  const when = new Date(draft.at).toLocaleString(document.documentElement.lang, { dateStyle: "long", timeStyle: "short", timeZone: "Europe/Paris" });
  const typed = row
    ? differences(row, draft.fields).map(told)
    : draft.fields.filter(([name]) => !name.endsWith(".base")).map(([, value]) => ({ typed: value, now: "" })).filter(({ typed: text }) => text);
  const text = row ? isNewer ? box.dataset.textNewer : box.dataset.textTyped : box.dataset.textGone;
  item.textContent = fill(text, draft.question, typed.map(one => one.typed).join(", "), typed.map(one => one.now || "—").join(", "), when);
  return item;
}

function told({ control, checked, value }) {
  if (value !== undefined) return { typed: value, now: control.value };
  const label = control.labels?.[0]?.textContent.trim() ?? control.value;
  return checked ? { typed: label, now: "" } : { typed: "", now: label };
}

const fill = (text, ...values) => values.reduce((filled, value, index) => filled.replaceAll(`{${index}}`, () => value), text);
