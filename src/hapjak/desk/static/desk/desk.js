// The desk by keyboard. Everything here is also possible with links and buttons.
const review = () => document.querySelector("#review");
const current = () => document.querySelector('.finding[aria-current="true"]');
const keysOn = document.querySelector("#keys-on");

function show(finding) {
  if (!finding) return;
  current()?.removeAttribute("aria-current");
  finding.setAttribute("aria-current", "true");
  finding.scrollIntoView({ block: "nearest" });
  light(finding.dataset.key);
}

function light(key) {
  document.querySelectorAll("mark[aria-current]").forEach((mark) => mark.removeAttribute("aria-current"));
  const marks = document.querySelectorAll(`mark[data-key="${CSS.escape(key)}"]`);
  marks.forEach((mark) => mark.setAttribute("aria-current", "true"));
  marks[0]?.scrollIntoView({ block: "center" });
}

function step(direction) {
  const all = [...document.querySelectorAll(".finding")];
  show(all[all.indexOf(current()) + direction]);
}

const acts = {
  j: () => step(1),
  k: () => step(-1),
  a: () => press("accept"),
  r: () => press("reject"),
  e: () => press("correct"),
  u: () => press("reopen"),
};

function press(act) {
  current()?.querySelector(`[data-act="${act}"]`)?.click();
}

document.addEventListener("keydown", (event) => {
  const typing = event.target.closest("input, textarea, select");
  if (typing || event.ctrlKey || event.metaKey || event.altKey || !review()) return;
  if (keysOn && !keysOn.checked) return;
  const act = acts[event.key.toLowerCase()];
  if (act) {
    event.preventDefault();
    act();
  }
});

document.addEventListener("click", (event) => {
  const mark = event.target.closest("article mark");
  const finding = mark && document.getElementById(mark.dataset.key.split("-")[0]);
  if (finding) {
    event.preventDefault();
    show(finding);
  }
});

document.addEventListener("selectionchange", () => {
  const selection = document.getSelection();
  const article = selection.anchorNode?.parentElement?.closest("[data-fills]");
  const words = selection.toString().trim();
  if (article && words) document.getElementById(article.dataset.fills).value = words;
});

if (keysOn) {
  keysOn.checked = localStorage.getItem("single-keys") !== "off";
  keysOn.addEventListener("change", () => {
    localStorage.setItem("single-keys", keysOn.checked ? "on" : "off");
  });
}

const settle = () => current() && light(current().dataset.key);
document.addEventListener("htmx:afterSettle", settle);
settle();
