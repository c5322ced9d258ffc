// [data-session]: the end of the session is announced ten minutes before and can be put off; once it is over, how to come back.
// Another tab that was used puts it off for all.
import { phaseOf } from "./lib/session.mjs";

const box = document.querySelector("[data-session]");
const text = box.querySelector("[data-session-text]");
const stay = box.querySelector("[data-session-stay]");
const enter = box.querySelector("[data-session-enter]");
const place = "session-end";
let end = Number(box.dataset.end);
let timer = 0;

keep(end);
addEventListener("storage", event => {
  if (event.key === place && event.newValue) moved(Number(event.newValue));
});
document.addEventListener("session", ({ detail }) => keep(detail));
document.addEventListener("visibilitychange", show);
stay.addEventListener("submit", async event => {
  event.preventDefault();
  const answer = await fetch(stay.action, {
    method: "POST", body: new URLSearchParams(new FormData(stay)), headers: { Accept: "application/json" }, credentials: "same-origin", redirect: "manual",
  }).catch(() => null);
  const said = Number(answer?.headers.get("session-end"));
  if (!said) return show();
  keep(said);
  box.hidden = false;
  stay.hidden = true;
  text.textContent = box.dataset.textStayed.replace("{0}", clock(end));
  setTimeout(show, 5000);
});

function keep(instant) {
  try {
    localStorage.setItem(place, instant);
  } catch {
    // storage refused: other tabs learn it at their next request
  }
  moved(instant);
}

function moved(instant) {
  end = instant;
  show();
}

function show() {
  clearTimeout(timer);
  const { phase, wait } = phaseOf(Date.now() / 1000, end, Number(box.dataset.last));
  const words = { soon: box.dataset.textSoon, last: box.dataset.textLast, over: box.dataset.textOver }[phase];
  box.hidden = !words;
  const sentence = words?.replace("{0}", clock(end)) ?? "";
  if (text.textContent !== sentence) text.textContent = sentence;
  stay.hidden = phase !== "soon";
  enter.hidden = phase !== "over";
  if (wait) timer = setTimeout(show, wait * 1000);
}

function clock(seconds) {
  return new Date(seconds * 1000).toLocaleTimeString(document.documentElement.lang, { hour: "2-digit", minute: "2-digit", timeZone: "Europe/Paris" });
}
