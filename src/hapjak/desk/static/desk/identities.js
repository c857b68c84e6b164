// Who is one, by keyboard. Everything here is also possible with links and buttons.
const ACTS = {
  KeyS: "same", Digit1: "same", Numpad1: "same",
  KeyD: "different", Digit2: "different", Numpad2: "different",
  KeyU: "unsure", Digit3: "unsure", Numpad3: "unsure",
  KeyN: "next", KeyZ: "undo",
};
const keys = () => document.querySelector("#keys-on");

document.addEventListener("keydown", (event) => {
  const typing = event.target.closest("input:not([type=checkbox]), textarea, select");
  if (typing || event.ctrlKey || event.metaKey || event.altKey || event.repeat) return;
  if (!keys()?.checked) return;
  const target = ACTS[event.code] && document.querySelector(`[data-act="${ACTS[event.code]}"]`);
  if (target) {
    event.preventDefault();
    target.click();
  }
});

document.addEventListener("change", (event) => {
  if (event.target === keys()) localStorage.setItem("single-keys", keys().checked ? "on" : "off");
});

const remember = () => {
  if (keys()) keys().checked = localStorage.getItem("single-keys") !== "off";
};
document.addEventListener("htmx:afterSettle", remember);
remember();
