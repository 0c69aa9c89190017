// Keeps one text in this browser: written at every change, given back after a reload, offered again in a new tab.

const KEPT = 5;
const BIG = 500_000; // letters from which a text goes into the browser's database: the small store ends at some five million
const prefix = (slot) => `chithi:${slot}:`;

function entries(slot) {
  const found = [];
  for (let i = 0; i < localStorage.length; i++) {
    const key = localStorage.key(i);
    if (!key.startsWith(prefix(slot))) continue;
    try { const entry = JSON.parse(localStorage.getItem(key)); if (entry && (entry.value || entry.big)) found.push({ ...entry, key, id: key.slice(prefix(slot).length) }); } catch { localStorage.removeItem(key); }
  }
  return found.sort((a, b) => b.at - a.at);
}

const database = (mode, work) => new Promise((done, failed) => {
  const opening = indexedDB.open('chithi', 1);
  opening.onupgradeneeded = () => opening.result.createObjectStore('kept');
  opening.onerror = () => failed(opening.error);
  opening.onsuccess = () => {
    const deal = opening.result.transaction('kept', mode);
    const asked = work(deal.objectStore('kept'));
    deal.oncomplete = () => { opening.result.close(); done(asked.result); };
    deal.onabort = () => { opening.result.close(); failed(deal.error); };
  };
});

const valueOf = (entry) => (entry.big ? database('readonly', (kept) => kept.get(entry.key)) : entry.value);

function remove(entry) {
  localStorage.removeItem(entry.key);
  if (entry.big) return database('readwrite', (kept) => kept.delete(entry.key));
}

// What was pressed is kept by marked_text.js until it is in here: a page reloaded in the same breath asks for it again.
function answered(slot, id, { client, done }) {
  const name = `chithi:asked:${slot}`;
  const asked = JSON.parse(sessionStorage.getItem(name));
  if (!asked || asked.id !== id || asked.client !== client) return;
  asked.actions = asked.actions.filter((action) => action.seq > done);
  if (asked.actions.length) sessionStorage.setItem(name, JSON.stringify(asked)); else sessionStorage.removeItem(name);
}

async function save(slot, id, name, value, seen) {
  const key = prefix(slot) + id;
  const big = value.length > BIG;
  if (big) await database('readwrite', (kept) => kept.put(value, key));
  const write = () => localStorage.setItem(key, JSON.stringify({ at: Date.now(), name, value: big ? '' : value, big, seen }));
  try { write(); } catch { for (const old of entries(slot).slice(1)) remove(old); write(); }
  for (const old of entries(slot).slice(KEPT)) remove(old);
  sessionStorage.setItem(prefix(slot), id);
  if (seen) answered(slot, id, seen);
}

async function look({ data, parentElement, setTriggerValue }) {
  const find = (id) => parentElement.querySelector('#' + id);
  const offer = find('offer');
  offer.hidden = true;
  try {
    if (data.value) { await save(data.slot, data.id, data.name, data.value, data.seen); return; }
    if (data.left) sessionStorage.removeItem(prefix(data.slot));
    const all = entries(data.slot);
    const mine = all.find((entry) => entry.id === sessionStorage.getItem(prefix(data.slot)));
    if (mine) { setTriggerValue('found', { id: mine.id, value: await valueOf(mine), seen: mine.seen }); return; }
    if (!all.length) return;
    const last = all[0];
    const when = new Date(last.at).toLocaleString('vi-VN', { hour: '2-digit', minute: '2-digit', day: 'numeric', month: 'numeric' });
    find('what').textContent = `Bản đang làm dở trong trình duyệt này, lưu lúc ${when}: ${last.name}`;
    // Under a name of its own from here on: the other tab, where it may still be open, keeps its own.
    find('again').onclick = async () => setTriggerValue('found', { id: '', value: await valueOf(last) });
    find('away').onclick = () => { remove(last); offer.hidden = true; };
    offer.hidden = false;
  } catch {
    find('what').textContent = 'Trình duyệt này không lưu tạm được: hãy tải hoặc xuất bản đang làm trước khi đóng trang.';
    find('again').hidden = find('away').hidden = true;
    offer.hidden = false;
  }
}

export default function (component) { look(component); }
