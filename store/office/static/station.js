"use strict";
// What the station needs beside office.js: it is fresh whatever happens, keeps open what somebody has opened,
// and says that a card was opened.
(function () {
  var body = document.body;

  // --- news: at once, then at most every WAIT_MS, and always once more after the last ---------------------
  var WAIT_MS = 150, waiting = 0, again = false;
  function moved() {
    if (waiting) { again = true; return; }
    body.dispatchEvent(new CustomEvent("station-moved", { bubbles: true }));
    waiting = window.setTimeout(function () {
      waiting = 0;
      if (again) { again = false; moved(); }
    }, WAIT_MS);
  }
  ["store:alert", "store:lane", "store:gate"].forEach(function (name) { body.addEventListener(name, moved); });
  window.setInterval(moved, 30000);  // a lane that fell silent says nothing about it
  document.addEventListener("visibilitychange", function () { if (!document.hidden) { moved(); } });

  // --- what somebody has opened or typed stays (the page swaps with settle:0ms: a form is live at once) ----
  var opened = [], typed = "", hadFocus = false;
  body.addEventListener("htmx:beforeSwap", function (event) {
    if (event.detail.target.id !== "station") { return; }
    opened = Array.from(document.querySelectorAll("details.more[open]")).map(function (one) { return one.id; });
    var field = document.getElementById("message-text");
    typed = field && event.detail.requestConfig.verb === "get" ? field.value : "";
    hadFocus = field !== null && document.activeElement === field;
  });
  body.addEventListener("htmx:afterSwap", function (event) {
    if (event.detail.target.id !== "station") { return; }
    opened.forEach(function (id) {
      var one = document.getElementById(id);
      if (one) { one.open = true; }
    });
    var field = document.getElementById("message-text");
    if (field && typed) { field.value = typed; }
    if (field && hadFocus) { field.focus(); }
  });

  // --- who opens a card looks at it -----------------------------------------------------------------------
  body.addEventListener("toggle", function (event) {
    var one = event.target;
    if (!one.open || !one.dataset.look || one.dataset.told) { return; }
    one.dataset.told = "yes";
    window.htmx.ajax("POST", one.dataset.look, { target: "#station", swap: "innerHTML settle:0ms", values: lookOf(one) });
  }, true);
  function lookOf(one) {
    var form = one.closest(".need").querySelector("form");
    return { alert: one.dataset.alert, open: form ? form.elements.open.value : "" };
  }
})();
