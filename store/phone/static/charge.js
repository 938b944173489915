// Waits for a payment: looks every two seconds, and shows the page anew once something has changed.
"use strict";
{
  const card = document.getElementById("charge");
  const look = async () => {
    try {
      const answer = await fetch(`/phone/api/charge/${card.dataset.charge}`, { headers: { accept: "application/json" } });
      if (!answer.ok) return;
      const now = await answer.json();
      if (now.state !== card.dataset.state || now.has_code !== (card.dataset.code === "1")) location.reload();
    } catch {
      // no network: asked again
    }
  };
  setInterval(look, 2000);
}
