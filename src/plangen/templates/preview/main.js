// The page kept as the plan's files are: each change comes as an event, and only what differs is replaced.

import { holding } from "./anchor.js";
import { Faults } from "./faults.js";
import { morph } from "./morph.js";
import { Source } from "./source.js";

const settings = JSON.parse(document.querySelector('meta[name="plangen-preview"]').content);
const { labels } = settings;
const STYLE = /<style>([^]*?)<\/style>/; // the first is the page's own, in its head

const host = document.createElement("plangen-preview");
const root = host.attachShadow({ mode: "open" });
const style = new CSSStyleSheet();
style.replaceSync(settings.style);
root.adoptedStyleSheets = [style];
root.innerHTML = `
  <div class="frame" hidden></div>
  <div class="bar"></div>
  <p class="status" role="status"></p>`;
document.documentElement.append(host); // beside the body, which is all the plan's
document.documentElement.style.overflowAnchor = "none"; // what the reader looks at is held by anchor.js

const status = root.querySelector(".status");
const faults = new Faults(root, labels);
const source = settings.places ? new Source(root, labels, settings.places) : null;

let seen = settings.version;
let stream = null;

function show(told) {
  seen = told.version;
  if (told.page) holding(() => replace(told.page)); // else it is the one that is here
  source?.changed();
  faults.show(told);
  if (told.page) say(labels.updated, true);
}

// The stylesheet goes into the element that the policy allows; in the parsed page it would be a breach of it.
function replace(page) {
  const fresh = new DOMParser().parseFromString(page.replace(STYLE, ""), "text/html");
  const old = document.querySelector("style");
  const look = STYLE.exec(page)?.[1] ?? "";
  if (old.textContent !== look) old.textContent = look;
  if (document.title !== fresh.title) document.title = fresh.title;
  document.documentElement.lang = fresh.documentElement.lang;
  morph(document.body, fresh.body);
}

function say(text, quiet) {
  if (status.textContent !== text) status.textContent = text;
  status.classList.toggle("unseen", quiet);
}

// A browser holds few connections to a server at a time, so only the pages that are looked at have one.
function connect() {
  if (document.hidden) {
    stream?.close();
    stream = null;
  } else if (!stream || stream.readyState === EventSource.CLOSED) {
    stream = new EventSource(`${settings.events}?seen=${seen}`);
    stream.onmessage = (event) => show(JSON.parse(event.data));
    stream.onopen = () => say("", true);
    stream.onerror = () => {
      say(labels.ended, false);
      if (stream?.readyState === EventSource.CLOSED) setTimeout(connect, 1000);
    };
  }
}

faults.show(settings);
document.addEventListener("visibilitychange", connect);
connect();
