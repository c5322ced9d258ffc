// [data-key="v"]: the key focuses the field, or the button of a form, which Enter then presses; it follows a link. "?" opens the list of the keys of the page.
import { isForPage } from "./lib/keys.mjs";

addEventListener("keydown", event => {
  if (!isForPage(event)) return;
  const target = event.key === "?" ? openHelp() : [...document.querySelectorAll("[data-key]")]
    .find(element => element.dataset.key === event.key && !element.closest("details:not([open]), [hidden]"));
  if (!target) return;
  event.preventDefault();
  target.focus();
  if (event.key !== "?" && target.matches("a, summary")) target.click();
});

function openHelp() {
  const help = document.querySelector("[data-keys-help]");
  if (help) help.open = !help.open;
  return help?.querySelector("summary");
}
