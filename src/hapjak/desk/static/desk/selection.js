// Words selected in the article, as places in its text: code points, as the register counts them.
const points = (text) => [...text].length;

function placeOf(node, offset) {
  const paragraph = (node.nodeType === Node.TEXT_NODE ? node.parentElement : node).closest("[data-start]");
  if (!paragraph) return null;
  const before = document.createRange();
  before.setStart(paragraph, 0);
  before.setEnd(node, offset);
  return Number(paragraph.dataset.start) + points(before.toString());
}

function textBetween(article, start, end) {
  const parts = [];
  for (const paragraph of article.querySelectorAll("[data-start]")) {
    const from = Number(paragraph.dataset.start);
    const letters = [...paragraph.textContent];
    if (from + letters.length < start || from >= end) continue;
    parts.push(letters.slice(Math.max(0, start - from), Math.max(0, end - from)).join(""));
  }
  return parts.join("\n");
}

export function selected() {
  const selection = document.getSelection();
  if (!selection.rangeCount || selection.isCollapsed) return null;
  const range = selection.getRangeAt(0);
  const article = (range.startContainer.parentElement ?? range.startContainer).closest("article");
  let start = placeOf(range.startContainer, range.startOffset);
  let end = placeOf(range.endContainer, range.endOffset);
  if (!article || start === null || end === null) return null;
  const words = textBetween(article, start, end);
  start += points(words) - points(words.trimStart());
  end -= points(words) - points(words.trimEnd());
  return start < end ? { start, end, words: words.trim() } : null;
}

// On pages with a form beside the article the selection fills the form.
document.addEventListener("selectionchange", () => {
  const filled = document.querySelector("article[data-fills]")?.dataset.fills;
  const chosen = filled && selected();
  if (!chosen) return;
  const words = document.getElementById(filled);
  words.value = chosen.words;
  words.form.elements.start.value = chosen.start;
});
