"use strict";
// What pages need beside htmx: news of the store as events on the body, messages, and small conveniences.
// Everything works without it, only not by itself.
(function () {
  var body = document.body;

  // --- news: one stream per page; elements listen with hx-trigger="store:alert from:body" ----------------
  if (body.dataset.events) {
    var light = document.getElementById("live");
    var source = new EventSource(body.dataset.events);
    var tell = function (kind, text) {
      var detail = {};
      try { detail = JSON.parse(text || "{}"); } catch (error) { detail = {}; }
      body.dispatchEvent(new CustomEvent("store:" + kind, { bubbles: true, detail: detail }));
    };
    ["alert", "lane", "command", "sale", "quarantine", "suspended"].forEach(function (kind) {
      source.addEventListener(kind, function (event) { tell(kind, event.data); });
    });
    source.addEventListener("reset", function () {
      ["alert", "lane", "sale"].forEach(function (kind) { tell(kind, "{}"); });
    });
    var counting = 0;
    body.addEventListener("store:alert", function () {
      if (!document.querySelector("[data-count]")) { return; }
      window.clearTimeout(counting);
      counting = window.setTimeout(function () {
        fetch("/office/api/alerts").then(function (answer) { return answer.ok ? answer.json() : null; }).then(function (all) {
          if (!all) { return; }
          document.querySelectorAll("[data-count]").forEach(function (element) {
            element.textContent = String(all.length);
            element.hidden = all.length === 0;
          });
        }).catch(function () { show(false); });
      }, 300);
    });
    var show = function (isLive) { if (light) { light.classList.toggle("is-live", isLive); } };
    source.onopen = function () { show(true); };
    source.onerror = function () { show(false); };
    window.addEventListener("pagehide", function () { source.close(); });
  }

  // --- messages ------------------------------------------------------------------------------------------
  var notice = document.getElementById("notice");
  function say(text, isBad) {
    if (!notice) { return; }
    notice.textContent = text;
    notice.className = "notice is-shown" + (isBad ? " is-bad" : "");
    window.clearTimeout(say.timer);
    say.timer = window.setTimeout(function () { notice.className = "notice"; }, isBad ? 9000 : 5000);
  }
  if (notice && notice.textContent.trim()) { say(notice.textContent.trim(), false); }
  var heard = {
    told: function (event) { say(event.detail.text, event.detail.isBad); },
    "htmx:responseError": function (event) {
      var text = notice ? notice.dataset.failed : "";
      try { text = JSON.parse(event.detail.xhr.responseText).detail || text; } catch (error) { /* a page */ }
      say(text, true);
    },
    "htmx:sendError": function () { say(notice ? notice.dataset.away : "", true); }
  };
  // A page that renews itself may replace what was touched while it waits for its answer: events of an element
  // that left the page reach nobody but itself, so whatever asks listens for its own answer, too.
  function hearGone(event) { if (!event.currentTarget.isConnected) { heard[event.type](event); } }
  Object.keys(heard).forEach(function (name) { body.addEventListener(name, heard[name]); });
  body.addEventListener("htmx:beforeSend", function (event) {
    Object.keys(heard).forEach(function (name) { event.detail.elt.addEventListener(name, hearGone); });
  });

  // --- conveniences --------------------------------------------------------------------------------------
  body.addEventListener("submit", function (event) {
    var question = event.target.dataset.confirm;
    if (question && !window.confirm(question)) { event.preventDefault(); }
  });
  body.addEventListener("change", function (event) {
    if (event.target.matches("[data-submit]")) { event.target.form.requestSubmit(); }
  });
  body.addEventListener("click", function (event) {
    var row = event.target.closest("tr[data-href]");
    if (row && !event.target.closest("a, button, input, select")) { window.location = row.dataset.href; }
  });
  // Ages grow while nothing happens: <time data-since="microseconds">.
  window.setInterval(function () {
    var ahead = Number(body.dataset.now || 0) / 1000 - Number(body.dataset.loaded || Date.now());
    document.querySelectorAll("[data-since]").forEach(function (element) {
      var seconds = Math.max(0, Math.floor((Date.now() + ahead - Number(element.dataset.since) / 1000) / 1000));
      element.textContent = seconds < 60 ? seconds + " s"
        : seconds < 3600 ? Math.floor(seconds / 60) + " min" : Math.floor(seconds / 3600) + " h";
    });
  }, 1000);
  body.dataset.loaded = String(Date.now());
})();
