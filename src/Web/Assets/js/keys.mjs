// [data-key="v"]: the key focuses the field or follows the link or button. Keys are quiet while one types,
// and wherever <html data-keys="off"> says that the person turned them off.

addEventListener("keydown", event => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
  if (document.documentElement.dataset.keys === "off" || isTyping(event.target)) return;
  const target = [...document.querySelectorAll("[data-key]")]
    .find(element => element.dataset.key === event.key && !element.closest("details:not([open]), [hidden]"));
  if (!target) return;
  event.preventDefault();
  target.focus();
  if (target.matches("a, button, summary")) target.click();
});

function isTyping(element) {
  return element.isContentEditable
    || element.matches("select, textarea, input:not([type=checkbox], [type=radio], [type=button], [type=submit])");
}
