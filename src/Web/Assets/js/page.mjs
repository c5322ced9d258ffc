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
