"use strict";
{
  // Marks the line of the contents list that leads to what is being read, and keeps it in sight in a list that scrolls.
  const READ = 96;
  const list = document.querySelector("nav.contents");
  const lines = [];
  for (const line of list.querySelectorAll("a")) {
    const part = document.getElementById(decodeURIComponent(line.hash.slice(1)));
    if (part) lines.push([part, line]);
  }
  let current = null;
  let waiting = false;
  const mark = () => {
    waiting = false;
    const above = lines.filter(([part]) => part.getBoundingClientRect().top <= READ);
    const line = above.length ? above[above.length - 1][1] : null;
    if (line === current) return;
    current?.removeAttribute("aria-current");
    line?.setAttribute("aria-current", "location");
    current = line;
    if (!line || list.scrollHeight <= list.clientHeight) return;
    const [own, around] = [line.getBoundingClientRect(), list.getBoundingClientRect()];
    if (own.top < around.top || own.bottom > around.bottom) list.scrollTop += own.top - around.top - list.clientHeight / 3;
  };
  const ask = () => {
    if (waiting) return;
    waiting = true;
    requestAnimationFrame(mark);
  };
  addEventListener("scroll", ask, { passive: true });
  addEventListener("resize", ask, { passive: true });
  mark();
}
