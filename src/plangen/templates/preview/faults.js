// Errors and warnings over the page, as `plangen check` tells them. Errors open by themselves, warnings when asked for.

const EXCERPT = /^ *\d* *│/; // lines in which a caret stands below a character are not broken
const MOST_SAID = 3; // messages that are read aloud by themselves; the others are in the list

export class Faults {
  constructor(root, labels) {
    this.labels = labels;
    this.last = "";
    this.asked = false; // whether the reader has opened the panel
    this.panel = document.createElement("section");
    this.panel.className = "faults";
    this.panel.setAttribute("aria-label", labels.faults);
    this.panel.innerHTML = `
      <div class="head"><p class="summary" role="alert"></p><button type="button" class="hide"></button></div>
      <ol tabindex="0"></ol>`;
    this.summary = this.panel.querySelector(".summary");
    this.list = this.panel.querySelector("ol");
    this.list.setAttribute("aria-label", labels.faults);
    const hide = this.panel.querySelector(".hide");
    hide.textContent = labels.hide;
    hide.addEventListener("click", () => this.open(false, true));
    this.panel.addEventListener("keydown", (event) => event.key === "Escape" && this.open(false, true));
    this.button = document.createElement("button");
    this.button.type = "button";
    this.button.className = "count";
    this.button.addEventListener("click", () => this.open(this.panel.hidden, true));
    root.querySelector(".bar").append(this.button);
    root.append(this.panel);
    this.open(false);
  }

  show({ faults, summary }) {
    const told = JSON.stringify(faults);
    if (told === this.last) return;
    this.last = told;
    const errors = faults.some((fault) => fault.error);
    this.button.textContent = summary;
    this.button.hidden = !faults.length;
    this.button.classList.toggle("error", errors);
    this.panel.classList.toggle("error", errors);
    const first = document.createElement("span");
    first.className = "unseen";
    first.textContent = faults.filter((fault) => fault.error).slice(0, MOST_SAID).map((fault) => fault.text.split("\n")[0]).join("\n");
    this.summary.replaceChildren(errors ? `${summary} ${this.labels.stale} ` : summary, first);
    this.list.replaceChildren(...faults.map((fault) => this.item(fault)));
    this.open(errors || (this.asked && faults.length > 0));
  }

  item(fault) {
    const item = document.createElement("li");
    item.className = fault.error ? "error" : "warning";
    const lines = fault.text.split("\n").map((line) => {
      const text = document.createElement("pre");
      text.className = EXCERPT.test(line) ? "excerpt" : "told";
      text.textContent = line;
      return text;
    });
    const links = document.createElement("p");
    links.append(...fault.links.map(link));
    item.append(...lines, ...(fault.links.length ? [links] : []));
    return item;
  }

  open(yes, byHand = false) {
    this.panel.hidden = !yes;
    this.button.setAttribute("aria-expanded", String(yes));
    if (!byHand) return;
    this.asked = yes;
    (yes ? this.list : this.button).focus();
  }
}

export function link({ text, url }) {
  const anchor = document.createElement("a");
  anchor.href = url;
  anchor.textContent = text;
  if (url.startsWith("http")) Object.assign(anchor, { target: "_blank", rel: "noopener noreferrer" });
  return anchor;
}
