// The queue of pairs by single keys. Everything here is also possible with buttons and links.
const keysOn = () => document.querySelector("#keys-on");
const remember = () => {
  keysOn().checked = localStorage.getItem("single-keys") !== "off";
};

document.addEventListener("change", (event) => {
  if (event.target === keysOn()) localStorage.setItem("single-keys", event.target.checked ? "on" : "off");
});

document.addEventListener("keydown", (event) => {
  const typing = event.target.closest("input:not([type=checkbox]), textarea, select");
  if (typing || event.ctrlKey || event.metaKey || event.altKey || event.repeat || !keysOn().checked) return;
  const target = document.querySelector(`[data-press="${CSS.escape(event.key.toLowerCase())}"]`);
  if (target) {
    event.preventDefault();
    target.click();
  }
});

document.addEventListener("htmx:afterSettle", remember);
remember();
