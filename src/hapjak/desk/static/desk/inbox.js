// Files dropped on the form are chosen; while they are read the page says so.
const form = document.querySelector(".upload");
const files = form?.querySelector('input[type="file"]');
const place = form?.querySelector(".drop");

function over(is) {
  place.classList.toggle("over", is);
}

if (form) {
  form.addEventListener("dragover", (event) => {
    event.preventDefault();
    over(true);
  });
  form.addEventListener("dragleave", () => over(false));
  form.addEventListener("drop", (event) => {
    event.preventDefault();
    over(false);
    if (event.dataTransfer.files.length) files.files = event.dataTransfer.files;
  });
  form.addEventListener("submit", () => {
    const busy = form.querySelector("[data-busy]");
    busy.textContent = busy.dataset.busy;
    form.querySelector("button").setAttribute("aria-disabled", "true");
  });
}
