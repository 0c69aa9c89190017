// Draws a tree of [tag, attributes, child…]. Only these tags and attributes exist; a text is only ever a text node.
const TAGS = new Set(['div', 'p', 'span', 'b', 'i', 'small', 'mark', 'ins', 'del', 'h2', 'h3', 'ul', 'li', 'table', 'thead', 'tbody', 'tr', 'th', 'td', 'details', 'summary', 'button']);
const ATTRIBUTES = new Set(['class', 'title', 'lang', 'scope', 'data-label', 'open', 'role', 'aria-label', 'tabindex', 'type', 'aria-pressed', 'hidden', 'data-panel', 'data-open', 'data-go', 'data-place', 'data-toggle', 'data-only', 'data-tags']);

function draw(node) {
  if (typeof node === 'string') return document.createTextNode(node);
  const [tag, attributes, ...children] = node;
  if (!TAGS.has(tag)) throw new Error('unknown tag ' + tag);
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) if (ATTRIBUTES.has(name)) element.setAttribute(name, value);
  element.append(...children.map(draw));
  return element;
}
