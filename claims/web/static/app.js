// Keyboard, theme, dialogs, local times and failed requests. No page needs it to be read.
(() => {
  "use strict";
  const root = document.documentElement;
  const THEMES = ["auto", "light", "dark"];
  const SHOWN = { auto: ["◐", "as the system"], light: ["☀", "light"], dark: ["☾", "dark"] };
  const GO = { b: "/", p: "/parties", q: "/queue", r: "/runs", s: "/sources" };

  function say(text) {
    const place = document.getElementById("said");
    if (place) place.textContent = text;
  }

  function showTheme(theme) {
    for (const button of document.querySelectorAll("[data-theme-switch]")) {
      button.textContent = SHOWN[theme][0];
      button.setAttribute("aria-label", `Colours: ${SHOWN[theme][1]}`);
      button.title = button.getAttribute("aria-label");
    }
  }

  function switchTheme() {
    const now = root.dataset.theme ?? "auto";
    const next = THEMES[(THEMES.indexOf(now) + 1) % THEMES.length];
    if (next === "auto") delete root.dataset.theme;
    else root.dataset.theme = next;
    try {
      if (next === "auto") localStorage.removeItem("onrecord-theme");
      else localStorage.setItem("onrecord-theme", next);
    } catch {
      // Storage refused: the choice holds for this page.
    }
    showTheme(next);
    document.dispatchEvent(new CustomEvent("themechange"));
  }

  function writeLocalTimes(within) {
    // As the server writes days, "3 Mar 2026": one page shows one way of writing them.
    const shape = { month: "short", day: "numeric", hour: "2-digit", minute: "2-digit" };
    const thisYear = new Intl.DateTimeFormat("en-GB", shape);
    const otherYear = new Intl.DateTimeFormat("en-GB", { ...shape, year: "numeric" });
    const year = new Date().getFullYear();
    for (const time of within.querySelectorAll("time[data-local]")) {
      const moment = new Date(time.dateTime);
      if (!Number.isNaN(moment.getTime())) {
        time.textContent = (moment.getFullYear() === year ? thisYear : otherYear).format(moment);
      }
      time.removeAttribute("data-local");
    }
  }

  function open(name) {
    const dialog = document.getElementById(name);
    if (dialog instanceof HTMLDialogElement && !dialog.open) dialog.showModal();
  }

  // A dialog shows one thing at a time: what was asked for before never comes into it late.
  let reading = null;
  function emptyFor(opener) {
    const place = document.querySelector(opener.getAttribute("hx-target"));
    if (!place) return;
    reading?.dispatchEvent(new CustomEvent("htmx:abort"));
    reading = opener;
    place.textContent = "Reading…";
  }

  // Where a request of htmx fails, and nothing on the page would show it.
  function tell(source, text) {
    const dialog = source.closest?.("[data-open]") && document.querySelector("dialog[open]");
    const place = dialog ? document.querySelector(source.getAttribute("hx-target")) : document.getElementById("trouble");
    place.textContent = text;
    place.hidden = false;
    say(text);
  }

  function onFailure(event) {
    const { ctx, error } = event.detail;
    if (ctx?.sourceElement && error) tell(ctx.sourceElement, "No answer came. Check the connection, then try again, or load the page anew.");
  }

  function onAnswer(event) {
    const { ctx } = event.detail;
    const trouble = document.getElementById("trouble");
    if (ctx.response.status < 400) trouble.hidden = true;
    else if (/^\s*(<!doctype|\{)/i.test(ctx.text)) { // a whole page, or a problem for programs: no part of this page
      ctx.swap = "none";
      tell(ctx.sourceElement, `The server refused or could not do it (${ctx.response.status}). Load the page anew, then try again.`);
    }
  }

  function rows() {
    return [...document.querySelectorAll("[data-row]")].filter((row) => row.offsetParent !== null);
  }

  function move(step) {
    const listed = rows();
    if (!listed.length) return;
    const at = listed.findIndex((row) => row.contains(document.activeElement));
    const next = listed[Math.min(Math.max(at + step, 0), listed.length - 1)];
    const target = next.matches("a, button, [tabindex]") ? next : next.querySelector("a, button, summary");
    if (!target) return;
    target.focus();
    next.scrollIntoView({ block: "nearest" });
  }

  function isTyping(target) {
    return target.closest?.("input, textarea, select, [contenteditable]") !== null;
  }

  let going = 0;
  const KEYS = {
    j: () => move(1),
    k: () => move(-1),
    "?": () => open("keys"),
    "/": () => document.getElementById("find")?.select(),
    g: () => { going = Date.now(); },
  };

  function press(event) {
    if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
    if (document.querySelector("dialog[open]")) return;
    const went = Date.now() - going < 1500 ? GO[event.key] : undefined;
    going = 0;
    if (went) location.assign(went);
    else if (KEYS[event.key]) KEYS[event.key]();
    else return;
    event.preventDefault();
  }

  function click(event) {
    const opener = event.target.closest?.("[data-open]");
    if (opener) {
      if (opener.hasAttribute("hx-target")) emptyFor(opener);
      open(opener.dataset.open);
    }
    if (event.target.closest?.("[data-theme-switch]")) switchTheme();
    if (event.target.closest?.("[data-print]")) print();
    const folder = event.target.closest?.("[data-fold]");
    if (folder) {
      const shown = document.getElementById(folder.dataset.fold).classList.toggle("open");
      folder.setAttribute("aria-expanded", String(shown));
    }
  }

  // Paper has no folds: what is folded is opened while the page is printed.
  let unfolded = [];
  function unfold() {
    unfolded = [...document.querySelectorAll("main details:not([open])")];
    for (const details of unfolded) {
      details.dataset.name = details.getAttribute("name") ?? "";
      details.removeAttribute("name");
      details.open = true;
    }
  }
  function foldAgain() {
    for (const details of unfolded) {
      details.open = false;
      if (details.dataset.name) details.setAttribute("name", details.dataset.name);
    }
    unfolded = [];
  }

  // A tab that is opened behind others would hold its stream, and a browser gives a site six
  // connections in all. The extension lets go of a stream when its tab is hidden; told so.
  function letGoWhenHidden() {
    if (document.hidden) document.dispatchEvent(new Event("visibilitychange"));
  }

  // What had the keyboard is gone with the swap: what came in its place has it then.
  let lost = null;
  function keepPlace(event) {
    const gone = event.detail.ctx?.target;
    const held = gone instanceof Element && gone.contains(document.activeElement);
    lost = held ? { parent: gone.parentElement, before: gone.previousElementSibling } : null;
  }

  function takePlace() {
    const place = lost;
    lost = null;
    if (!place || document.activeElement !== document.body) return;
    const came = place.before ? place.before.nextElementSibling : place.parent?.firstElementChild;
    const target = came?.matches("[tabindex]") ? came : came?.querySelector("a, button, summary, [tabindex]");
    target?.focus();
  }

  // A page that follows the record says when it does not. A stream that broke is tried again by
  // itself: what was missed meanwhile is told then.
  const NOT_LIVE = 4000; // milliseconds without a connection before it is said
  let notLive = 0;

  function sayNotLive(over) {
    if (document.getElementById("not-live")?.dataset.over === String(over)) return;
    sayLive();
    const line = document.createElement("p");
    line.id = "not-live";
    line.className = "flash warn no-print";
    line.dataset.over = String(over);
    if (over) {
      const link = document.createElement("a");
      link.href = `/login?${new URLSearchParams({ next: location.pathname + location.search })}`;
      link.textContent = "Log in";
      line.append("Your session is over: this page no longer follows the record. ", link, ". A form that you send first asks you to log in, and keeps what you typed.");
    } else {
      line.append("Not live: the record cannot be reached. It is tried again by itself.");
    }
    document.getElementById("main").prepend(line);
    say(line.textContent);
  }

  function sayLive() {
    clearTimeout(notLive);
    notLive = 0;
    document.getElementById("not-live")?.remove();
  }

  function onStreamError(event) {
    if (event.detail.status === 401) sayNotLive(true);
    else if (!notLive) notLive = setTimeout(sayNotLive, NOT_LIVE, false);
  }

  showTheme(root.dataset.theme ?? "auto");
  writeLocalTimes(document);
  document.addEventListener("keydown", press);
  document.addEventListener("click", click);
  document.addEventListener("htmx:before:swap", keepPlace);
  document.addEventListener("htmx:after:swap", () => {
    writeLocalTimes(document);
    takePlace();
  });
  document.addEventListener("htmx:error", onFailure);
  document.addEventListener("htmx:after:request", onAnswer);
  document.addEventListener("htmx:sse:before:message", letGoWhenHidden);
  document.addEventListener("htmx:sse:error", onStreamError);
  document.addEventListener("htmx:sse:after:connection", sayLive);
  window.addEventListener("beforeprint", unfold);
  window.addEventListener("afterprint", foldAgain);
  // A change of a claim, as the live stream tells it; what cannot be read is no news.
  function onClaimChange(act) {
    document.addEventListener("claim", (event) => {
      let line;
      try {
        line = JSON.parse(event.detail.data);
      } catch {
        return;
      }
      act(line);
    });
  }

  window.onrecord = { say, writeLocalTimes, onClaimChange };
})();
