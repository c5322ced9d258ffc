// [data-block]: j and k go from block to block, v and r decide of the one where the focus is. [data-canned="id"]: the phrase that is chosen goes
// into the field, where it can be changed. [data-left] says how many blocks are still without a decision.
import { isForPage } from "./lib/keys.mjs";

const left = document.querySelector("[data-left]");
const leftAtFirst = left?.textContent;
const waiting = () => [...document.querySelectorAll("[data-block] input[type=radio][value=valider]")];

addEventListener("keydown", event => {
  if (!isForPage(event)) return;
  const act = { j: () => move(1), k: () => move(-1), v: () => choose("valider"), r: () => choose("renvoyer") }[event.key];
  if (act?.()) event.preventDefault();
});

for (const list of document.querySelectorAll("[data-canned]")) {
  list.addEventListener("change", () => {
    if (!list.value) return;
    const field = document.getElementById(list.dataset.canned);
    field.value = [field.value.trim(), list.value].filter(Boolean).join("\n");
    list.value = "";
    choose("renvoyer", list.closest("[data-block]"));
  });
}

addEventListener("change", event => event.target.matches("[data-block] input[type=radio]") && count());
count();

function move(step) {
  const blocks = [...document.querySelectorAll("[data-block]")].filter(block => !block.closest("details:not([open])") && focusable(block));
  const here = blocks.indexOf(current());
  const next = blocks[here < 0 ? (step > 0 ? 0 : blocks.length - 1) : here + step];
  if (!next) return false;
  focusable(next).focus({ preventScroll: true });
  next.scrollIntoView({ block: next.matches("tr") ? "center" : "start" });
  return true;
}

// Returning asks why: the focus goes to the reason.
function choose(decision, block = current()) {
  const choice = block?.querySelector(`input[type=radio][value=${decision}]`);
  if (!choice) return false;
  choice.checked = true;
  choice.dispatchEvent(new Event("change", { bubbles: true }));
  if (decision === "renvoyer") {
    const reason = block.querySelector("textarea");
    reason.closest("details").open = true;
    reason.focus();
  } else {
    choice.focus();
  }
  return true;
}

// The details of a compact row stand in the row after it.
function current() {
  const at = document.activeElement;
  return at.closest("[data-block]") ?? at.closest("tr.opened")?.previousElementSibling ?? null;
}

// A block that is all open is read from its heading; a compact row is decided at once.
function focusable(block) {
  return block.querySelector("h3[tabindex]") ?? block.querySelector("input[type=radio]:checked") ?? block.querySelector("summary") ?? block.nextElementSibling?.querySelector("summary");
}

function count() {
  const choices = waiting();
  const open = choices.filter(choice => choice.form.elements[choice.name].value === "").length;
  if (!left) return;
  const { textNone, textOne, textMany } = left.dataset;
  left.textContent = open === choices.length ? leftAtFirst
    : (open === 0 ? textNone : open === 1 ? textOne : textMany).replace("{0}", open).replace("{1}", choices.length - open);
}
