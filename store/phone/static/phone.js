/* Every page of a phone: works offline, and joins with a key that stays in this browser. */
"use strict";
if ("serviceWorker" in navigator) navigator.serviceWorker.register("/phone/sw.js", { scope: "/phone" });

for (const form of document.querySelectorAll("form[data-keyed]")) {
  form.addEventListener("submit", async (event) => {
    const field = form.elements.public_key;
    if (field.value || !shop.canKeep()) return;
    event.preventDefault();
    form.querySelector("button[type=submit]").disabled = true;
    try {
      field.value = await shop.newDevice();
    } finally {  // without a key the session alone is what the phone is known by
      form.submit();
    }
  });
}

for (const form of document.querySelectorAll("form[data-wipes]")) {
  form.addEventListener("submit", () => { if (shop.canKeep()) shop.wipe(); localStorage.clear(); });
}

for (const form of document.querySelectorAll("form[data-toggles]")) {  // a switch says it at once
  form.addEventListener("change", () => form.requestSubmit());
}

const network = document.getElementById("network");
const told = () => { network.hidden = navigator.onLine; };
addEventListener("online", told);
addEventListener("offline", told);
told();
