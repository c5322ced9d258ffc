// Whether a single key is meant for the page: not while one types, not with another key held, not when the person turned them off.
export function isForPage(event) {
  return !event.ctrlKey && !event.metaKey && !event.altKey && !event.defaultPrevented
    && document.documentElement.dataset.keys !== "off" && !isTyping(event.target);
}

function isTyping(element) {
  return element.isContentEditable
    || element.matches("select, textarea, input:not([type=checkbox], [type=radio], [type=button], [type=submit])");
}
