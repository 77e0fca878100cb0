// A claim's page tells when the claim changed while it was open: nothing on it moves by itself.
(() => {
  "use strict";
  const page = document.querySelector("[data-claim-page]");
  const place = document.querySelector("[data-changed]");

  function hear(line) {
    if (String(line.claim) !== page.dataset.claimPage || place.hasChildNodes()) return;
    const link = document.createElement("a");
    link.href = location.pathname + location.search; // without the hash it is loaded again
    link.textContent = "show it as it is now";
    place.replaceChildren("This claim changed since you opened it: ", link, ". A form that you send now says what changed, and keeps what you typed.");
  }

  window.onrecord.onClaimChange(hear);
})();
