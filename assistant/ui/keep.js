// Keeps one text in this browser: written at every change, given back after a reload, offered again in a new tab.

const KEPT = 5;
const prefix = (slot) => `chithi:${slot}:`;

function entries(slot) {
  const found = [];
  for (let i = 0; i < localStorage.length; i++) {
    const key = localStorage.key(i);
    if (!key.startsWith(prefix(slot))) continue;
    try { const entry = JSON.parse(localStorage.getItem(key)); if (entry && entry.value) found.push({ ...entry, id: key.slice(prefix(slot).length) }); } catch { localStorage.removeItem(key); }
  }
  return found.sort((a, b) => b.at - a.at);
}

function save(slot, id, name, value) {
  const write = () => localStorage.setItem(prefix(slot) + id, JSON.stringify({ at: Date.now(), name, value }));
  try { write(); } catch { for (const old of entries(slot).slice(1)) localStorage.removeItem(prefix(slot) + old.id); write(); }
  for (const old of entries(slot).slice(KEPT)) localStorage.removeItem(prefix(slot) + old.id);
  sessionStorage.setItem(prefix(slot), id);
}

export default function ({ data, parentElement, setTriggerValue }) {
  const find = (id) => parentElement.querySelector('#' + id);
  const offer = find('offer');
  offer.hidden = true;
  try {
    if (data.value) { save(data.slot, data.id, data.name, data.value); return; }
    if (data.left) sessionStorage.removeItem(prefix(data.slot));
    const all = entries(data.slot);
    const mine = all.find((entry) => entry.id === sessionStorage.getItem(prefix(data.slot)));
    if (mine) { setTriggerValue('found', { id: mine.id, value: mine.value }); return; }
    if (!all.length) return;
    const last = all[0];
    const when = new Date(last.at).toLocaleString('vi-VN', { hour: '2-digit', minute: '2-digit', day: 'numeric', month: 'numeric' });
    find('what').textContent = `Bản đang làm dở trong trình duyệt này, lưu lúc ${when}: ${last.name}`;
    // Under a name of its own from here on: the other tab, where it may still be open, keeps its own.
    find('again').onclick = () => setTriggerValue('found', { id: '', value: last.value });
    find('away').onclick = () => { localStorage.removeItem(prefix(data.slot) + last.id); offer.hidden = true; };
    offer.hidden = false;
  } catch {
    find('what').textContent = 'Trình duyệt này không lưu tạm được: hãy tải hoặc xuất bản đang làm trước khi đóng trang.';
    find('again').hidden = find('away').hidden = true;
    offer.hidden = false;
  }
}
