// What the server answered to a save, shown in the form: versions, states, faults, and all that depends on the answers.
import { controlsOf, versionOf } from "./controls.mjs";

// Rows named by isPending hold something that the server does not have yet: their own save will tell.
export function apply(form, { rows = {}, live = {}, bars, tags, variations, faults }, isPending = () => false) {
  for (const [name, { version, state, kind, error, opens, computed, values }] of Object.entries(rows)) {
    const row = form.querySelector(`[data-row="${CSS.escape(name)}"]`);
    if (!row || (version == null && isPending(name))) continue;
    const input = versionOf(row);
    if (input && version !== undefined && version !== null) input.value = version;
    for (const [field, value] of Object.entries(values ?? {})) {
      const empty = form.elements.namedItem(field);
      if (empty?.value === "" && empty !== document.activeElement) empty.value = value;
    }
    showState(row, state, kind);
    showError(row, error ?? "");
    if (opens && row.querySelector(".row-more")) row.querySelector(".row-more").open = true;
    const place = row.querySelector("[data-computed]");
    if (place && computed !== undefined) place.textContent = computed ?? "";
  }
  for (const [id, text] of Object.entries(live)) {
    const place = document.getElementById(id);
    if (place) place.textContent = text;
  }
  each(bars, (bar, [value, max]) => Object.assign(bar, { max, value }));
  each(tags, (tag, { kind, text }) => {
    tag.dataset.kind = kind;
    tag.textContent = text;
  });
  each(variations, (place, { text, way }) => {
    place.className = way ? "delta" : "none";
    place.dataset.way = way ?? "";
    place.textContent = text;
  });
  if (faults) showFaults(document.querySelector("[data-standing]"), faults);
}

function each(named, put) {
  for (const [id, what] of Object.entries(named ?? {})) {
    const place = document.getElementById(id);
    if (place) put(place, what);
  }
}

function showFaults(box, { title, items }) {
  if (!box) return;
  box.hidden = !items.length;
  box.querySelector("h2").textContent = title;
  box.querySelector("ul").replaceChildren(...items.map(({ place, question, text }) => {
    const item = document.createElement("li");
    const link = document.createElement("a");
    link.href = `#${place}`;
    link.textContent = question;
    item.append(link, " : ", text);
    return item;
  }));
}

export function showState(row, text, kind) {
  const place = row.querySelector("[data-state]");
  if (!place || text === undefined || text === null) return;
  place.textContent = text;
  if (kind) place.dataset.kind = kind;
}

export function showError(row, text) {
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
export function offerSubmit(form, row) {
  const button = document.createElement("button");
  button.className = "button small secondary";
  button.textContent = form.dataset.textConflictOpen;
  row.querySelector("[data-error]")?.append(" ", button);
}
