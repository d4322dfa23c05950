// Changes the page under the reader's eyes without moving what the reader looks at.

const EYE = 0.25; // the share of the window's height at which people look

export function holding(change) {
  const focused = document.activeElement;
  const seen = window.scrollY > 0 ? visible() : [];
  change();
  const still = seen.find(({ element }) => element.isConnected && element.getClientRects().length);
  if (still) {
    const moved = still.element.getBoundingClientRect().top - still.top;
    if (moved) window.scrollBy({ top: moved, behavior: "instant" });
  }
  if (focused && focused !== document.body && document.activeElement !== focused) refocus(focused);
}

function visible() {
  const eye = window.innerHeight * EYE;
  const found = [];
  for (const element of document.querySelectorAll("main [id], .cover > *, main > *")) {
    const { top, bottom } = element.getBoundingClientRect();
    if (bottom > 0 && top > -window.innerHeight && top < window.innerHeight) found.push({ element, top, away: Math.abs(top - eye) });
  }
  return found.sort((one, other) => one.away - other.away);
}

function refocus(focused) {
  const element = focused.isConnected ? focused : focused.id && document.getElementById(focused.id);
  element?.focus({ preventScroll: true });
}
