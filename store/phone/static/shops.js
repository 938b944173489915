// Sorts the shops by how far they are. Where the phone is never leaves it.
"use strict";
{
  const button = document.getElementById("near");
  const state = document.getElementById("near-state");
  const list = document.getElementById("shops");
  const far = (one, at) => {
    const radians = (value) => (value * Math.PI) / 180;
    const north = radians(Number(one.dataset.lat) / 1e6), east = radians(Number(one.dataset.lon) / 1e6);
    const here = radians(at.latitude), there = radians(at.longitude);
    const half = Math.sin((north - here) / 2) ** 2 + Math.cos(here) * Math.cos(north) * Math.sin((east - there) / 2) ** 2;
    return 12742 * Math.asin(Math.sqrt(half));
  };
  const sort = (position) => {
    const shops = [...list.querySelectorAll(".shop")];
    const away = new Map(shops.map((one) => [one, one.dataset.lat ? far(one, position.coords) : Infinity]));
    shops.sort((one, other) => away.get(one) - away.get(other));
    for (const one of shops) {
      const part = one.querySelector('[data-part="away"]');
      if (part && away.get(one) < Infinity) part.textContent = button.dataset.away.replace("{n}", away.get(one).toFixed(1));
      list.append(one);
    }
    state.textContent = "";
  };
  if ("geolocation" in navigator && list.querySelector("[data-lat]")) {
    button.hidden = false;
    button.addEventListener("click", () => {
      navigator.geolocation.getCurrentPosition(sort, () => { state.textContent = button.dataset.refused; }, { maximumAge: 600000, timeout: 15000 });
    });
  }
}
