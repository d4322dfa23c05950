"use strict";
{
  const steps = Array.from(document.querySelectorAll(".change"));
  const bar = document.getElementById("~steps");
  const status = bar.querySelector("p");
  let at = -1;
  const go = (by) => {
    at = (at + by + steps.length) % steps.length;
    const step = steps[at];
    for (let part = step.closest("details"); part; part = part.parentElement.closest("details")) part.open = true;
    step.tabIndex = -1;
    step.focus({ preventScroll: true });
    step.scrollIntoView({ block: "center" });
    status.textContent = `${at + 1} / ${steps.length}`;
  };
  if (steps.length) {
    bar.hidden = false;
    status.textContent = `${steps.length}`;
    const [back, forth] = bar.querySelectorAll("button");
    back.addEventListener("click", () => go(at < 0 ? 0 : -1));
    forth.addEventListener("click", () => go(1));
    document.addEventListener("keydown", (event) => {
      if (event.key === "F8" && !event.altKey && !event.ctrlKey && !event.metaKey) {
        event.preventDefault();
        go(event.shiftKey ? (at < 0 ? 0 : -1) : 1);
      }
    });
  }
}
