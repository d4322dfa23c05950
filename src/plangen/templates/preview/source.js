// Which file and line a text comes from: by a click on it, or by the button and the arrow keys.

import { link } from "./faults.js";

const NO_CLICK = "a, button, summary, input, select, textarea, label";
const GAP = 8;

export class Source {
  constructor(root, labels, address) {
    Object.assign(this, { root, labels, address, told: null, at: null });
    this.frame = root.querySelector(".frame");
    this.frame.hidden = true;
    this.box = document.createElement("div");
    this.box.className = "source";
    this.box.setAttribute("role", "dialog");
    this.box.setAttribute("aria-label", labels.source);
    this.box.tabIndex = -1;
    this.box.hidden = true;
    this.box.innerHTML = `
      <p class="place" aria-live="polite"></p><p class="links"></p>
      <p class="steps"><button type="button" data-step="-1"></button><button type="button" data-step="1"></button>
      <button type="button" data-step="0"></button></p>`;
    const [previous, next, close] = this.box.querySelectorAll("button");
    [previous.textContent, next.textContent, close.textContent] = [labels.previous, labels.next, labels.close];
    this.box.addEventListener("click", (event) => this.pressed(event.target.dataset?.step));
    this.box.addEventListener("keydown", (event) => this.key(event));
    this.button = document.createElement("button");
    this.button.type = "button";
    this.button.className = "by-hand";
    this.button.textContent = labels.source;
    this.button.title = labels["source-help"];
    this.button.addEventListener("click", () => this.byHand());
    root.querySelector(".bar").append(this.button);
    root.append(this.box);
    document.addEventListener("click", (event) => this.clicked(event));
    document.addEventListener("keydown", (event) => event.key === "Escape" && this.close());
    for (const name of ["scroll", "resize"]) window.addEventListener(name, () => this.place(), { passive: true, capture: true });
  }

  changed() {
    this.told = null;
    if (this.box.hidden) return;
    if (this.at?.isConnected) this.show(this.at);
    else this.close();
  }

  async places() {
    this.told ??= fetch(this.address).then((answer) => answer.json());
    return this.told;
  }

  clicked(event) {
    const [target] = event.composedPath();
    if (event.composedPath().includes(this.root.host)) return;
    if (event.button || event.ctrlKey || event.metaKey || event.shiftKey || target.closest(NO_CLICK)) this.close();
    else if (window.getSelection().isCollapsed) this.find(target);
  }

  async find(target) {
    const { places } = await this.places();
    let element = target;
    while (element && !(name(element) in places)) element = element.parentElement;
    if (element) await this.show(element);
    else this.close();
  }

  async byHand() {
    if (!this.box.hidden) {
      this.close();
      return;
    }
    const all = await this.all();
    const first = all.find((each) => each.getBoundingClientRect().top >= 0) ?? all.at(-1);
    if (!first) return;
    await this.show(first);
    this.box.focus();
  }

  async all() {
    const { places } = await this.places();
    return [...document.body.querySelectorAll("[id], .cover > *")].filter((each) => name(each) in places && each.getClientRects().length);
  }

  async step(by) {
    const all = await this.all();
    const next = all[all.indexOf(this.at) + by];
    if (!next) return;
    await this.show(next);
    next.scrollIntoView({ block: "nearest", behavior: "instant" });
    this.place();
  }

  pressed(step) {
    if (step === "0") this.close(true);
    else if (step) this.step(Number(step));
  }

  key(event) {
    const by = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 }[event.key];
    if (event.key === "Escape") this.close(true);
    else if (by) this.step(by);
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  async show(element) {
    const { places, editors } = await this.places();
    const place = places[name(element)];
    if (!place) return;
    this.at = element;
    this.box.querySelector(".place").textContent = filled(this.labels.place, place);
    const path = place.file.split("/").map(encodeURIComponent).join("/");
    const links = editors.map(({ text, url }) => link({ text, url: filled(url, { ...place, file: path }) }));
    this.box.querySelector(".links").replaceChildren(...links);
    this.box.hidden = this.frame.hidden = false;
    this.place();
  }

  // Beside the element, within the window: under it where there is room, else above it.
  place() {
    if (this.box.hidden || !this.at?.isConnected) return;
    const around = this.at.getBoundingClientRect();
    const own = this.box.getBoundingClientRect();
    Object.assign(this.frame.style, px({ top: around.top, left: around.left, width: around.width, height: around.height }));
    const below = around.bottom + GAP;
    const fits = below + own.height <= window.innerHeight - GAP;
    const top = fits ? below : Math.max(GAP, Math.min(around.top - own.height - GAP, window.innerHeight - own.height - GAP));
    const left = Math.max(GAP, Math.min(around.left, document.documentElement.clientWidth - own.width - GAP));
    Object.assign(this.box.style, px({ top, left }));
  }

  close(byHand = false) {
    if (this.box.hidden) return;
    this.box.hidden = this.frame.hidden = true;
    this.at = null;
    if (byHand) this.button.focus();
  }
}

// Lines of the cover have no id; they are named by their order.
function name(element) {
  if (!element.parentElement?.matches(".cover")) return element.id;
  const lines = [...element.parentElement.children].filter((each) => !each.matches(".draft, .logo, .visually-hidden"));
  return `cover:${lines.indexOf(element)}`;
}

function filled(pattern, values) {
  return pattern.replace(/\{(file|line|column)\}/g, (_, key) => values[key]);
}

function px(sizes) {
  return Object.fromEntries(Object.entries(sizes).map(([key, size]) => [key, `${size}px`]));
}
