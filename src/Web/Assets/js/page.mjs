import { forgetAccount } from "./lib/drafts.mjs";

// [data-faults]: a page that comes back with errors puts the focus on their summary.
document.querySelector("[data-faults]")?.focus();

// Menus made of <details data-menu> close with Escape or when the focus leaves them.
for (const menu of document.querySelectorAll("details[data-menu]")) {
  menu.addEventListener("keydown", event => {
    if (event.key !== "Escape" || !menu.open) return;
    menu.open = false;
    menu.querySelector("summary").focus();
  });
  menu.addEventListener("focusout", event => {
    if (event.relatedTarget && !menu.contains(event.relatedTarget)) menu.open = false;
  });
}

// What an account typed and never sent leaves this browser when the person signs out.
for (const form of document.querySelectorAll("form[action='/deconnexion']")) {
  form.addEventListener("submit", () => forgetAccount(document.documentElement.dataset.account));
}
