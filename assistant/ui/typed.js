// No typed word is lost. Streamlit sends what a field holds only when it is left; until then the words are in the field
// alone, and a page drawn anew, reloaded or reconnected may take it away. Here they are kept: put back, or handed to the page.

const FIELD = '[data-testid="stTextArea"] textarea, [data-testid="stTextInput"] input';
const BOX = /\|st-key-draft_words_/; // answered by the page itself, whatever has become of it
const AGAIN = /\|st-key-(pasted|draft_quick_text|draft_version_name|version_name|draft_model_says_\w+|\w+_paste)$/; // kept by nobody else
const KEPT = 'chithi:typed:';
const MOST = 1_000_000; // letters that are kept over a reload
const SETTLES = 4000; // milliseconds a download waits at most for the words typed before it

const typed = new Map();
const opened = new WeakMap();
let focused = null;
let sentAt = 0;
let tellServer = null;
let path = location.pathname;

const running = () => document.querySelector('[data-testid="stApp"]')?.dataset.testScriptState !== 'notRunning';
const fields = () => [...document.querySelectorAll(FIELD)];
const inForm = (field) => field.closest('[data-testid="stForm"]');
const labelOf = (field) => field.getAttribute('aria-label') || '';

function nameOf(field) {
  const home = field.closest('[class*="st-key-"]');
  const key = home && [...home.classList].find((name) => name.startsWith('st-key-'));
  return key && `${location.pathname}|${key}`;
}

function store(one) {
  try {
    if (one.value.length > MOST) return;
    sessionStorage.setItem(KEPT + one.name, JSON.stringify({ label: one.label, base: one.base.length > MOST ? null : one.base, value: one.value, sent: one.sent }));
  } catch { /* full or forbidden: the page itself still keeps them */ }
}

function forget(one) {
  typed.delete(one.name);
  sessionStorage.removeItem(KEPT + one.name);
}

function known(name) {
  if (typed.has(name)) return typed.get(name);
  try { const one = JSON.parse(sessionStorage.getItem(KEPT + name)); return one && { ...one, name }; } catch { return null; }
}

function onInput(event) {
  const field = event.target.closest?.(FIELD);
  const name = field && nameOf(field);
  if (!name) return;
  const before = typed.get(name);
  const base = before && before.field === field ? (before.sent ? before.value : before.base) : opened.get(field) ?? '';
  const one = { name, field, base, label: labelOf(field), value: field.value, sent: false, raced: false };
  typed.set(name, one);
  store(one);
}

function sent(one) {
  one.sent = true;
  one.raced = running();
  sentAt = Date.now();
  store(one);
}

function ofForm(form) {
  for (const one of typed.values()) if (one.field && form.contains(one.field)) sent(one);
}

function onLeave(event) {
  const field = event.target.closest?.(FIELD);
  if (!field) return;
  queueMicrotask(() => { // a field taken away is left too, and nothing of it is sent
    if (!field.isConnected) return;
    if (focused === field) focused = null;
    const one = typed.get(nameOf(field));
    if (one && one.field === field && !one.sent && !inForm(field)) sent(one);
  });
}

function onEnter(event) {
  const field = event.key === 'Enter' && !event.isComposing && event.target.closest?.(FIELD);
  if (!field || (field.localName === 'textarea' && !event.ctrlKey && !event.metaKey)) return;
  const form = inForm(field), one = typed.get(nameOf(field));
  if (form) ofForm(form); else if (one) sent(one);
}

function put(field, words) {
  const proto = field.localName === 'textarea' ? HTMLTextAreaElement : HTMLInputElement;
  opened.set(field, field.value);
  Object.getOwnPropertyDescriptor(proto.prototype, 'value').set.call(field, words);
  field.dispatchEvent(new Event('input', { bubbles: true }));
}

function putBack(field, one) {
  if (one.name !== nameOf(field)) forget(one);
  put(field, one.value);
  if (focused === one.field && focused) refocus(field);
  else if (!inForm(field)) field.dispatchEvent(new FocusEvent('focusout', { bubbles: true })); // else a press elsewhere would not send it
}

function refocus(field) {
  const was = focused;
  focused = field;
  field.focus({ preventScroll: true });
  const tail = was.value.length - was.selectionEnd;
  const at = Math.max(0, field.value.length - tail);
  field.setSelectionRange(at, at);
}

// The part was written anew under the hand: one insertion is made in the new words too, and the hand goes on there.
function carry(one, field) {
  const { base, value } = one;
  let head = 0, tail = 0;
  while (head < base.length && base[head] === value[head]) head++;
  while (tail < base.length - head && base[base.length - 1 - tail] === value[value.length - 1 - tail]) tail++;
  if (head + tail < base.length) return false;
  const before = base.slice(Math.max(0, head - 40), head), place = field.value.indexOf(before);
  const atEnd = !base.slice(head).trim();
  if (!atEnd && (place < 0 || field.value.indexOf(before, place + 1) >= 0)) return false;
  const at = atEnd ? field.value.length : place + before.length;
  const added = value.slice(head, value.length - tail);
  forget(one);
  put(field, field.value.slice(0, at) + added + field.value.slice(at));
  focused = field;
  field.focus({ preventScroll: true });
  field.setSelectionRange(at + added.length, at + added.length);
  return true;
}

function fresh(field) {
  opened.set(field, field.value);
  const left = focused && focused !== field && labelOf(focused) === labelOf(field) ? typed.get(nameOf(focused)) : null;
  if (left && !left.sent && left.field === focused && BOX.test(left.name) && carry(left, field)) return;
  const one = known(nameOf(field));
  if (!one || one.field === field) return;
  if (field.value === one.value) { if (one.field) { one.field = field; typed.set(one.name, one); } }
  else if ((field.value === one.base || field.value === '') && (!one.sent || (!one.field && AGAIN.test(one.name)))) putBack(field, one);
  else if (!BOX.test(one.name)) forget(one);
}

// Another page is opened: what the fields of this one would show again waits until the officer comes back.
function leavePage() {
  for (const one of typed.values()) if (AGAIN.test(one.name) && one.name.startsWith(`${path}|`)) one.field = null;
  path = location.pathname;
}

// The page is emptied as soon as a link is pressed, long before the address changes.
function onLink(event) {
  const link = event.target.closest?.('a[href]');
  if (link && !event.ctrlKey && !event.metaKey && !event.shiftKey && link.pathname !== location.pathname) leavePage();
}

const emptied = () => !document.querySelector('[data-testid="stMain"] [data-testid="stElementContainer"]');

function onChange(changes) {
  if (location.pathname !== path) leavePage();
  for (const change of changes) for (const node of change.addedNodes) {
    if (node.nodeType === Node.ELEMENT_NODE) for (const field of node.matches(FIELD) ? [node] : node.querySelectorAll(FIELD)) fresh(field);
  }
  if (focused && !focused.isConnected) {
    const next = fields().find((field) => labelOf(field) === labelOf(focused) && field.checkVisibility());
    if (next && document.activeElement === document.body) refocus(next);
  }
}

// Typed before a reload into a part that is not open now.
function unopened() {
  const names = Object.keys(sessionStorage).filter((key) => key.startsWith(KEPT)).map((key) => key.slice(KEPT.length));
  const waiting = names.filter((name) => BOX.test(name) && name.startsWith(`${location.pathname}|`) && !typed.has(name)).map(known);
  for (const one of waiting) sessionStorage.removeItem(KEPT + one.name);
  return waiting.filter((one) => !one.sent && one.value !== one.base).map((one) => ({ key: one.name.split('|st-key-')[1], label: one.label, value: one.value, base: one.base ?? '' }));
}

// When a run of the page is over: what it set anew is its own, what lost its field is looked after.
function onSettled() {
  if (emptied()) return;
  const lost = [];
  for (const one of [...typed.values()]) {
    if (one.field?.isConnected) {
      if (one.field.value !== one.value && !one.sent && one.field.value === one.base) putBack(one.field, one);
      else if (one.field.value !== one.value) forget(one);
      else if (!one.sent && inForm(one.field) && one.field !== document.activeElement) one.field.dispatchEvent(new FocusEvent('focusout', { bubbles: true }));
      continue;
    }
    // Until the officer comes back, and the field with him.
    if (AGAIN.test(one.name) && (!one.field || !one.name.startsWith(`${location.pathname}|`))) { one.field = null; continue; }
    const mine = !one.sent || (one.raced && BOX.test(one.name));
    if (!mine || !one.name.startsWith(`${location.pathname}|`) || one.value === one.base) { forget(one); continue; }
    const heir = fields().find((field) => labelOf(field) === one.label && field.value === one.base && !typed.has(nameOf(field)));
    if (heir && !BOX.test(one.name)) { putBack(heir, one); continue; }
    if (one.value.trim()) lost.push({ key: one.name.split('|st-key-')[1], label: one.label, value: one.value, base: one.base ?? '' });
    forget(one);
  }
  lost.push(...unopened());
  if (lost.length && tellServer) tellServer(lost);
}

// A file asked for right after typing has those words in it.
let passing = false;

function onDownload(event) {
  const button = event.target.closest?.('[data-testid="stDownloadButton"] button');
  if (!button || passing || Date.now() - sentAt > SETTLES) return;
  event.preventDefault();
  event.stopImmediatePropagation();
  const home = [...button.closest('[class*="st-key-"]').classList].find((name) => name.startsWith('st-key-'));
  let seen = running();
  const look = () => {
    seen ||= running();
    if (Date.now() - sentAt < SETTLES && (running() || !seen)) { setTimeout(look, 50); return; }
    sentAt = 0;
    passing = true;
    (button.isConnected ? button : document.querySelector(`.${CSS.escape(home)} button`))?.click();
    passing = false;
  };
  setTimeout(look, 50);
}

function keepTyped() {
  window.chithiSent = () => { sentAt = Date.now(); };
  document.addEventListener('focusin', (event) => {
    const field = event.target.closest?.(FIELD);
    if (!field) { focused = null; return; }
    focused = field;
    if (!typed.has(nameOf(field))) opened.set(field, field.value);
  }, true);
  document.addEventListener('input', onInput, true);
  document.addEventListener('focusout', onLeave, true);
  document.addEventListener('keydown', onEnter, true);
  document.addEventListener('click', (event) => { const form = event.target.closest?.('[data-testid="stFormSubmitButton"]')?.closest('[data-testid="stForm"]'); if (form) ofForm(form); }, true);
  document.addEventListener('click', onDownload, true);
  document.addEventListener('click', onLink, true);
  for (const field of fields()) {
    fresh(field);
    if (field.value && !typed.has(nameOf(field)) && AGAIN.test(nameOf(field))) { opened.set(field, ''); onInput({ target: field }); } // typed before this was here
  }
  new MutationObserver(onChange).observe(document.body, { subtree: true, childList: true });
  new MutationObserver(() => { if (!running()) setTimeout(onSettled, 60); }).observe(document.body, { subtree: true, attributes: true, attributeFilter: ['data-test-script-state'] });
}
