"use strict";
// Shows the hub's board; everything comes whole with every event, so nothing is remembered here but the time.
const list = document.getElementById("alerts");
const state = document.getElementById("state");
let board = null;
let offset = 0;

function say(text, mood) {
  state.textContent = text;
  state.className = mood;
}

function element(name, className, text) {
  const made = document.createElement(name);
  made.className = className;
  made.textContent = text;
  return made;
}

function since(alert) {
  const seconds = Math.max(0, Math.floor((Date.now() * 1000 + offset - alert.since) / 1e6));
  const minutes = Math.floor(seconds / 60);
  return `${minutes}:${String(seconds % 60).padStart(2, "0")}`;
}

async function take(alert, button) {
  button.disabled = true;
  const answer = await fetch("/take", {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ terminal_id: alert.terminal_id, alert_id: alert.alert_id }),
  }).catch(() => null);
  if (!answer || !answer.ok) button.disabled = false;
}

function row(alert) {
  const item = element("li", `${alert.severity}${alert.taken ? " taken" : ""}`, "");
  const text = element("span", "text", alert.text);
  if (!alert.is_sure) text.append(element("span", "unsure", "The lane has gone silent; go and look."));
  const button = element("button", "", alert.taken ? "On the way" : "I am going");
  button.disabled = alert.taken;
  button.addEventListener("click", () => take(alert, button));
  const time = element("span", "since", since(alert));
  time.dataset.alert = alert.alert_id;
  item.append(element("span", "lane", alert.lane), text, time, button);
  return item;
}

function show(told) {
  board = told;
  offset = told.at - Date.now() * 1000;
  document.getElementById("shop").textContent = told.shop || "Alerts";
  document.title = told.alerts.length ? `(${told.alerts.length}) Alerts` : "Alerts";
  list.replaceChildren(...told.alerts.map(row));
  document.getElementById("calm").hidden = told.alerts.length > 0;
  const made = told.list_made_at ? new Date(told.list_made_at / 1000).toLocaleString() : "never";
  document.getElementById("about").textContent = `${told.lanes} lanes known; list of ${made}`;
  if (told.is_linked) say("The store service is reachable: its pages show more.", "ok");
  else say("Store service out of reach. Lanes call here.", "");
}

setInterval(() => {
  if (!board) return;
  const open = new Map(board.alerts.map((alert) => [alert.alert_id, alert]));
  for (const time of list.querySelectorAll(".since")) {
    const alert = open.get(time.dataset.alert);
    if (alert) time.textContent = since(alert);
  }
}, 1000);

const source = new EventSource("/events");
source.addEventListener("board", (event) => show(JSON.parse(event.data)));
source.addEventListener("error", () => say("No connection to the hub. Go and look at the lanes.", "lost"));
