// The board's own: lines that change in place, saved filters, the chart of status over time.
(() => {
  "use strict";
  const KEPT = "onrecord-filters";
  const WAIT = 800; // milliseconds in which changes are gathered before the lines are asked for
  const AT_ONCE = 50;
  const COUNT_WAIT = 3000; // milliseconds between two looks at the counts

  // -- live -------------------------------------------------------------------
  const heard = new Set();
  const elsewhere = new Set();
  let waiting = 0;
  let counted = 0;
  let counting = 0;

  function hear(line) {
    const id = String(line.claim);
    if (document.getElementById(`claim-${id}`)) heard.add(id);
    else elsewhere.add(id);
    if (!waiting) waiting = setTimeout(refresh, WAIT);
  }

  async function refresh() {
    const ids = [...heard].slice(0, AT_ONCE);
    for (const id of ids) heard.delete(id);
    if (ids.length) await fetchLines(ids);
    tell();
    countSoon();
    waiting = heard.size ? setTimeout(refresh, WAIT) : 0;
  }

  async function fetchLines(ids) {
    const query = ids.map((id) => `claim=${id}`).join("&");
    let answer;
    try {
      answer = await fetch(`/board/fresh?${query}`, { headers: { Accept: "text/html" } });
    } catch {
      return; // offline: the stream comes back and tells again
    }
    if (!answer.ok) return;
    const parsed = new DOMParser().parseFromString(`<table>${await answer.text()}</table>`, "text/html");
    for (const fresh of parsed.querySelectorAll("tr[data-claim]")) {
      const old = document.getElementById(fresh.id);
      if (!old) continue;
      const held = old.contains(document.activeElement);
      const line = document.importNode(fresh, true);
      line.classList.add("fresh");
      old.replaceWith(line);
      window.onrecord.writeLocalTimes(line);
      if (held) line.querySelector("a")?.focus({ preventScroll: true });
    }
  }

  function tell() {
    const place = document.querySelector("[data-changed]");
    if (!place || !elsewhere.size) return;
    const many = elsewhere.size === 1 ? "1 other claim" : `${elsewhere.size} other claims`;
    const link = document.createElement("a");
    link.href = location.pathname + location.search; // without the hash it is loaded again
    link.textContent = "show";
    // Whether one that is not listed fits the filters now, only the record knows.
    const told = location.search ? "changed and may fit now" : "changed";
    place.replaceChildren(`${many} ${told}: `, link);
  }

  // The counts follow what is heard, but not each change by itself.
  function countSoon() {
    if (!counting) counting = setTimeout(count, Math.max(0, counted + COUNT_WAIT - Date.now()));
  }

  async function count() {
    try {
      const answer = await fetch("/api/v1/status-counts");
      if (answer.ok) writeCounts(await answer.json());
    } catch {
      // offline: the next change counts again
    }
    counted = Date.now();
    counting = 0;
  }

  function writeCounts({ total, by_status, by_stage }) {
    const named = { total };
    for (const [name, n] of Object.entries(by_status)) named[`status-${name}`] = n;
    for (const [name, n] of Object.entries(by_stage)) named[`stage-${name}`] = n;
    for (const place of document.querySelectorAll("[data-count]")) {
      const n = named[place.dataset.count];
      // Grouped as the page's own numbers are.
      const { one = "", many = "" } = place.dataset;
      if (n !== undefined) place.textContent = String(n).replace(/\B(?=(\d{3})+$)/g, "\u202f") + (n === 1 ? one : many);
    }
  }

  // -- saved filters ----------------------------------------------------------
  function readSaved() {
    try {
      const held = JSON.parse(localStorage.getItem(KEPT) ?? "[]");
      return Array.isArray(held) ? held.filter((each) => typeof each?.name === "string" && typeof each?.query === "string") : [];
    } catch {
      return [];
    }
  }

  function keep(saved) {
    try {
      localStorage.setItem(KEPT, JSON.stringify(saved));
    } catch {
      window.onrecord.say("This browser keeps no filters: bookmark the address instead.");
    }
  }

  function showSaved(section) {
    const list = section.querySelector("ul");
    const saved = readSaved();
    list.replaceChildren(
      ...saved.map((each, at) => {
        const item = document.createElement("li");
        const link = document.createElement("a");
        link.href = `/?${each.query}`;
        link.textContent = each.name;
        if (each.query === section.dataset.query) link.setAttribute("aria-current", "true");
        const drop = document.createElement("button");
        drop.type = "button";
        drop.className = "plain";
        drop.textContent = "✕";
        drop.setAttribute("aria-label", `Forget ${each.name}`);
        drop.addEventListener("click", () => {
          keep(saved.filter((_, place) => place !== at));
          showSaved(section);
        });
        item.append(link, drop);
        return item;
      }),
    );
    section.querySelector("form").hidden = !section.dataset.query;
    section.hidden = !saved.length && !section.dataset.query;
  }

  function startSaved(section) {
    section.querySelector("form").addEventListener("submit", (event) => {
      event.preventDefault();
      const field = section.querySelector("input");
      const name = field.value.trim();
      if (!name) return;
      keep([...readSaved().filter((each) => each.name !== name), { name, query: section.dataset.query }]);
      field.value = "";
      showSaved(section);
      window.onrecord.say(`Saved as ${name}`);
    });
    showSaved(section);
  }

  // An address with the fields that were left empty is longer than it need be.
  function sendOnlyFilled(event) {
    for (const field of event.target.querySelectorAll("input")) if (!field.value) field.disabled = true;
    setTimeout(() => {
      for (const field of event.target.querySelectorAll("input")) field.disabled = false;
    });
  }

  window.onrecord.onClaimChange(hear);
  for (const section of document.querySelectorAll("[data-saved-filters]")) startSaved(section);
  document.getElementById("filters")?.addEventListener("submit", sendOnlyFilled);
})();
