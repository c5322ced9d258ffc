// form[data-paste="/url"]: a block of a spreadsheet pasted in a field is placed by the server, shown in a dialog as on the page
// « Coller depuis un tableur », and put in the fields only when the person says so. The fields then save themselves.
import { isBlock, putIn } from "./lib/pasted.mjs";

for (const form of document.querySelectorAll("form[data-paste]")) attach(form);

function attach(form) {
  const dialog = form.ownerDocument.createElement("dialog");
  dialog.className = "paste";
  dialog.setAttribute("aria-label", form.dataset.textPaste);
  form.after(dialog);
  let from = null;

  form.addEventListener("paste", event => {
    const text = event.clipboardData.getData("text/plain");
    if (!event.target.matches("input.num, [type=radio], [type=checkbox]") || !isBlock(text)) return;
    event.preventDefault();
    from = event.target;
    show({ collage: text, depuis: from.name });
  });

  dialog.addEventListener("close", () => from?.focus());
  dialog.addEventListener("click", event => {
    if (!event.target.closest("a.button")) return;
    event.preventDefault();
    dialog.close();
  });
  dialog.addEventListener("submit", event => {
    event.preventDefault();
    if (event.target.matches("[data-paste-again]")) show(new FormData(event.target));
    else put(event.target);
  });

  async function show(fields) {
    const page = await preview(form, fields).catch(() => null);
    if (!page) return say(form.dataset.textPasteFailed, "unsaved");
    dialog.replaceChildren(page);
    for (const place of dialog.querySelectorAll("[data-now]")) showPresent(form, place);
    if (!dialog.open) dialog.showModal();
    (dialog.querySelector("[data-faults]") ?? dialog.querySelector("[data-paste-put] button") ?? dialog).focus();
  }

  function put(answers) {
    const controls = putIn(form, [...answers.querySelectorAll("[data-put]")].map(({ name, value }) => [name, value]));
    dialog.close();
    for (const control of controls) {
      control.dispatchEvent(new Event("input", { bubbles: true }));
      control.dispatchEvent(new Event("change", { bubbles: true }));
    }
    say(form.dataset.textPastePut.replace("{0}", new Set(controls.map(({ name }) => name)).size), "saving");
  }

  function say(text, kind) {
    const status = form.querySelector("[data-status]");
    status.dataset.kind = kind;
    status.textContent = text;
  }
}

async function preview(form, fields) {
  const body = new URLSearchParams(fields instanceof FormData ? [...fields] : Object.entries(fields));
  for (const name of ["__RequestVerificationToken", "_key"]) body.set(name, form.elements.namedItem(name).value);
  const response = await fetch(form.dataset.paste, {
    method: "POST", body, credentials: "same-origin", redirect: "error", headers: { Accept: "text/html" },
  });
  if (![200, 422].includes(response.status)) return null;
  const page = new DOMParser().parseFromString(await response.text(), "text/html").querySelector("[data-paste-preview]");
  return page && document.adoptNode(page);
}

// What is in the field may not be saved yet: it is what the person sees, and what would be lost.
function showPresent(form, place) {
  const control = form.elements.namedItem(place.dataset.now);
  if (control instanceof HTMLInputElement && control.matches(".num") && control.value.trim() !== "") place.textContent = control.value;
}
