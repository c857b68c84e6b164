// The desk by keyboard. Everything here is also possible with links and buttons.
import { selected } from "./selection.js";

const review = () => document.querySelector("#review");
const current = () => document.querySelector('.finding[aria-current="true"]');
const keysOn = document.querySelector("#keys-on");
const hints = document.querySelector("#hints");

function show(finding) {
  if (!finding) return;
  current()?.removeAttribute("aria-current");
  finding.setAttribute("aria-current", "true");
  finding.focus({ preventScroll: true });
  finding.scrollIntoView({ block: "nearest" });
  light(finding.dataset.key);
}

function light(key) {
  document.querySelectorAll("mark[aria-current]").forEach((mark) => mark.removeAttribute("aria-current"));
  const marks = document.querySelectorAll(`mark[data-key="${CSS.escape(key)}"]`);
  marks.forEach((mark) => mark.setAttribute("aria-current", "true"));
  marks[0]?.scrollIntoView({ block: "nearest" });
}

function step(direction) {
  const all = [...document.querySelectorAll(".finding")];
  show(all[all.indexOf(current()) + direction]);
}

function press(act, finding = current()) {
  const button = finding?.querySelector(`[data-act="${act}"]`);
  button?.click();
  return Boolean(button);
}

function say(words) {
  const said = document.querySelector("#said");
  said.textContent = words;
  said.classList.remove("visually-hidden");
}

function undo() {
  if (press("reopen")) return;
  const { last, lastBulk } = review().dataset;
  if (lastBulk) document.querySelector(`[data-bulk="${lastBulk}"] button`)?.click();
  else if (last) press("reopen", document.getElementById(last));
}

function respan() {
  const chosen = selected();
  const form = current()?.querySelector("form.respan");
  if (!chosen) return say(hints.dataset.select);
  if (!form) return;
  form.elements.start.value = chosen.start;
  form.elements.end.value = chosen.end;
  form.requestSubmit();
}

function add() {
  const chosen = selected();
  if (!chosen) return say(hints.dataset.select);
  const dialog = document.querySelector("#add");
  const form = dialog.querySelector("form");
  form.elements.quote.value = chosen.words;
  form.elements.start.value = chosen.start;
  dialog.querySelector("#add-words").textContent = chosen.words;
  dialog.showModal();
}

const acts = {
  j: () => step(1),
  k: () => step(-1),
  a: () => press("accept"),
  r: () => press("reject"),
  e: () => press("correct"),
  1: () => press("first"),
  2: () => press("second"),
  s: () => hints && respan(),
  n: () => hints && add(),
  u: undo,
  A: () => document.querySelector('[data-way="above"]')?.click(),
  "?": () => document.querySelector("#help")?.showModal(),
};

// With a Korean or Chinese keyboard the letter is told by the key's place.
function letterOf(event) {
  if (/^[\x21-\x7e]$/.test(event.key)) {
    return event.shiftKey || event.key < "A" ? event.key : event.key.toLowerCase();
  }
  if (!event.code.startsWith("Key")) return "";
  const letter = event.code.slice(3);
  return event.shiftKey ? letter : letter.toLowerCase();
}

function inDialog(event, dialog) {
  const kinds = dialog.querySelectorAll(".kinds button");
  const chosen = kinds[Number(event.key) - 1];
  if (chosen) {
    event.preventDefault();
    chosen.click();
  }
}

document.addEventListener("keydown", (event) => {
  const typing = event.target.closest("input:not([type=checkbox]), textarea, select");
  if (typing || event.ctrlKey || event.metaKey || event.altKey || !review()) return;
  if (keysOn && !keysOn.checked) return;
  const dialog = document.querySelector("dialog[open]");
  if (dialog) return inDialog(event, dialog);
  const act = acts[letterOf(event)];
  if (act) {
    event.preventDefault();
    act();
  }
});

document.addEventListener("click", (event) => {
  const opens = event.target.closest("[data-opens]");
  if (opens) document.getElementById(opens.dataset.opens).showModal();
  const mark = event.target.closest("article mark");
  const finding = mark && document.getElementById(mark.dataset.key.split("-")[0]);
  if (finding && document.getSelection().isCollapsed) {
    event.preventDefault();
    show(finding);
  } else if (mark && !document.getSelection().isCollapsed) {
    event.preventDefault();
  }
});

if (keysOn) {
  keysOn.checked = localStorage.getItem("single-keys") !== "off";
  keysOn.addEventListener("change", () => {
    localStorage.setItem("single-keys", keysOn.checked ? "on" : "off");
  });
}

const settle = () => show(current());
document.addEventListener("htmx:afterSettle", settle);
if (location.search.includes("at=")) settle();
else if (current()) light(current().dataset.key);
