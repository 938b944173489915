(() => {
  const numbers = (colour) => colour.match(/[\d.]+/g).map(Number);
  const light = (colour) => {
    const [r, g, b] = numbers(colour).slice(0, 3).map((v) => v / 255)
      .map((v) => (v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4));
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const isThere = (colour) => (numbers(colour)[3] ?? 1) > 0.9;
  const ground = (element) => {  // every colour that may lie under it
    for (let at = element; at; at = at.parentElement) {
      const style = getComputedStyle(at);
      const drawn = (style.backgroundImage.match(/rgba?\([^)]*\)/g) ?? []).filter(isThere);
      if (drawn.length) return drawn;
      if (isThere(style.backgroundColor)) return [style.backgroundColor];
    }
    return ["rgb(255, 255, 255)"];
  };
  const ratio = (one, other) => {
    const [a, b] = [light(one), light(other)].sort((x, y) => y - x);
    return (a + 0.05) / (b + 0.05);
  };
  const isSeen = (element) => element.checkVisibility({ visibilityProperty: true }) && element.getBoundingClientRect().width > 1;
  const faults = [];

  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const element = walker.currentNode.parentElement, text = walker.currentNode.data.trim();
    if (!text || !isSeen(element) || /^(SCRIPT|STYLE|NOSCRIPT)$/.test(element.tagName)) continue;
    const least = Math.min(...ground(element).map((under) => ratio(getComputedStyle(element).color, under)));
    if (least < 4.5) faults.push(`contrast ${least.toFixed(2)}: ${text.slice(0, 40)}`);
  }

  for (const element of document.querySelectorAll("a, button, input:not([type=hidden]), summary, [tabindex='0']")) {
    if (!isSeen(element) || element.classList.contains("skip")) continue;
    const box = (element.closest("label") ?? element).getBoundingClientRect();
    if (box.height < 43.5 || box.width < 43.5) {
      faults.push(`${Math.floor(box.width)} x ${Math.floor(box.height)}: ${element.outerHTML.slice(0, 60)}`);
    }
    const name = element.getAttribute("aria-label") || element.textContent.trim() || element.labels?.[0]?.textContent.trim();
    if (!name) faults.push(`no name: ${element.outerHTML.slice(0, 80)}`);
  }
  for (const image of document.querySelectorAll("img:not([alt])")) faults.push(`no alt: ${image.src}`);
  const wide = document.documentElement.scrollWidth;
  if (wide > innerWidth) faults.push(`${wide} wide`);
  if (document.querySelectorAll("h1").length !== 1) faults.push("not one h1");
  return faults;
})()
