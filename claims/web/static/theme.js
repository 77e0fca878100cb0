// Runs before the page is drawn, so that a chosen theme never flashes the other one.
(() => {
  let kept = null;
  try {
    kept = localStorage.getItem("onrecord-theme");
  } catch {
    // A browser may refuse storage; the system's colours then hold.
  }
  if (kept === "light" || kept === "dark") document.documentElement.dataset.theme = kept;
})();
