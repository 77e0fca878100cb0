// The article and its findings: choosing a passage shows whose it is. Links lead there without it.
(() => {
  "use strict";
  const reading = document.querySelector("[data-reading]");
  const article = document.getElementById("article");

  function pick(ids, opener) {
    const wanted = new Set(ids);
    for (const card of reading.querySelectorAll("[data-stance]")) {
      card.classList.toggle("picked", wanted.has(card.dataset.stance));
    }
    for (const mark of article.querySelectorAll("[data-stances]")) {
      mark.classList.toggle("picked", mark.dataset.stances.split(" ").some((id) => wanted.has(id)));
    }
    reading.classList.add("open");
    reading.querySelector("[data-close-findings]").hidden = false;
    const innermost = document.getElementById(`stance-${ids[ids.length - 1]}`);
    if (!innermost) return;
    innermost.scrollIntoView({ block: "nearest" });
    opener?.scrollIntoView({ block: "nearest" });
    if (opener) innermost.focus({ preventScroll: true });
  }

  function close() {
    reading.classList.remove("open");
    reading.querySelector("[data-close-findings]").hidden = true;
    const mark = article.querySelector(".mark.picked:not([tabindex])") ?? article.querySelector(".mark.picked");
    for (const picked of reading.querySelectorAll(".picked")) picked.classList.remove("picked");
    mark?.focus();
  }

  // Offsets of the record count code points, those of the DOM UTF-16 units.
  function countTo(node, offset) {
    const before = document.createRange();
    before.selectNodeContents(article);
    before.setEnd(node, offset);
    return [...before.toString()].length;
  }

  function readSelection() {
    const chosen = getSelection();
    if (!article || !chosen || chosen.isCollapsed || !chosen.rangeCount) return null;
    const range = chosen.getRangeAt(0);
    if (!article.contains(range.startContainer) || !article.contains(range.endContainer)) return null;
    const start = countTo(range.startContainer, range.startOffset);
    const text = range.toString();
    return { start, end: start + [...text].length, text };
  }

  function takeSelection(button) {
    const form = button.closest("[data-correction]");
    const told = form.querySelector("[data-selected]");
    if (!taken) {
      told.textContent = "Select the right words in the article first, then press this again.";
      return;
    }
    form.elements.start.value = taken.start;
    form.elements.end.value = taken.end;
    told.textContent = `“${taken.text.length > 160 ? `${taken.text.slice(0, 160)}…` : taken.text}”`;
  }

  // Pressing a button may drop the selection, so the last one in the article is kept.
  let taken = null;

  function click(event) {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    const mark = event.target.closest?.("[data-stances]");
    if (mark && reading?.contains(mark)) {
      event.preventDefault();
      if (!getSelection()?.isCollapsed) return;
      const ids = mark.dataset.stances.split(" ");
      history.replaceState(null, "", `#stance-${ids[ids.length - 1]}`);
      pick(ids, mark);
      return;
    }
    if (event.target.closest?.("[data-close-findings]")) close();
    const take = event.target.closest?.("[data-take-selection]");
    if (take) takeSelection(take);
  }

  function showButtons() {
    if (!article) return;
    for (const button of document.querySelectorAll("[data-take-selection]")) button.hidden = false;
  }

  function openNamed() {
    const name = /^#stance-(\d+)$/.exec(location.hash);
    if (name && reading && document.getElementById(`stance-${name[1]}`)) pick([name[1]], null);
  }

  // The forms are fetched once: a second press folds them, with what was typed in them.
  function fold(event) {
    const link = event.target.closest?.("[data-correct]");
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
    const place = document.querySelector(link.getAttribute("hx-target"));
    if (!place?.firstElementChild) return;
    event.preventDefault();
    event.stopPropagation(); // htmx would fetch them anew
    place.hidden = !place.hidden;
    link.setAttribute("aria-expanded", String(!place.hidden));
  }

  document.addEventListener("click", fold, true);
  document.addEventListener("click", click);
  document.addEventListener("selectionchange", () => { taken = readSelection() ?? taken; });
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && reading?.classList.contains("open") && !document.querySelector("dialog[open]")) close();
  });
  document.addEventListener("htmx:after:swap", () => {
    showButtons();
    const opened = document.querySelector(".fix form input[name='party']");
    opened?.focus({ preventScroll: false });
  });
  addEventListener("hashchange", openNamed);
  if (reading) openNamed();
})();
