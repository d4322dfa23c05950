// Makes one tree equal to another and changes no more of it than differs. Elements that stay keep their focus, their
// selection and how far they are scrolled.

export function morph(old, fresh) {
  if (old.isEqualNode(fresh)) return;
  if (old.nodeType !== Node.ELEMENT_NODE) {
    old.data = fresh.data;
    return;
  }
  attributes(old, fresh);
  children(old, fresh);
}

function attributes(old, fresh) {
  for (const { name } of [...old.attributes]) if (!fresh.hasAttribute(name)) old.removeAttribute(name);
  for (const { name, value } of fresh.attributes) if (old.getAttribute(name) !== value) old.setAttribute(name, value);
}

// What stands before and after the change is found by its text, since ids that are counted move on behind it.
function children(old, fresh) {
  const before = [...old.childNodes];
  const after = [...fresh.childNodes];
  let start = 0;
  while (start < before.length && start < after.length && alike(before[start], after[start])) start += 1;
  let end = 0;
  const most = Math.min(before.length, after.length) - start;
  while (end < most && alike(before.at(-1 - end), after.at(-1 - end))) end += 1;
  for (let at = 0; at < start; at += 1) morph(before[at], after[at]);
  for (let at = 1; at <= end; at += 1) morph(before.at(-at), after.at(-at));
  middle(old, before.slice(start, before.length - end), after.slice(start, after.length - end), before[before.length - end]);
}

function alike(one, other) {
  return one.nodeName === other.nodeName && one.textContent === other.textContent;
}

// Between them: an element stays with its id, else the next of its kind that has no place in the new tree by id.
function middle(parent, before, after, following = null) {
  const ids = new Set(after.map((node) => node.id).filter(Boolean));
  const byId = new Map(before.filter((node) => node.id).map((node) => [node.id, node]));
  const free = before.filter((node) => !ids.has(node.id));
  const kept = after.map((node) => {
    const same = byId.get(node.id);
    if (same?.nodeName === node.nodeName) return same;
    const at = free.findIndex((each) => each.nodeName === node.nodeName);
    return at < 0 ? null : free.splice(at, 1)[0];
  });
  const staying = new Set(kept);
  for (const node of before) if (!staying.has(node)) node.remove();
  let next = kept.find((node) => node) ? before.find((node) => staying.has(node)) : following;
  after.forEach((node, index) => {
    const own = kept[index];
    if (own) morph(own, node);
    const placed = own ?? document.importNode(node, true);
    if (placed === next) next = placed.nextSibling;
    else parent.insertBefore(placed, next);
  });
}
