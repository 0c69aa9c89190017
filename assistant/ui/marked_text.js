// The review screen: the text with its marks, the findings, the editor. Words of a document only ever become textContent.
// Offsets are UTF-16 and belong to data.text. The server answers every action; until then its findings are hidden here.

const SHAPE = { error: '▲', warning: '◆', style: '●' };
const LABEL = { error: 'lỗi', warning: 'nên xem lại', style: 'gợi ý' };
const LEVELS = ['error', 'warning', 'style'];
const SAID = { accept: 'Đã sửa.', ignore: 'Đã bỏ qua.', waive: 'Đã giữ nguyên.', learn: 'Đã thêm vào từ điển.' };
const TYPING_PAUSE = 350;
const ASKED = 'chithi:asked:review';

function el(tag, attributes = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (name.startsWith('on')) node.addEventListener(name.slice(2), value);
    else if (value === true) node.setAttribute(name, '');
    else if (value !== false && value != null) node.setAttribute(name, value);
  }
  node.append(...children.filter((child) => child != null && child !== false));
  return node;
}

function bisect(starts, at) {
  let low = 0, high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (starts[middle] <= at) low = middle; else high = middle - 1;
  }
  return low;
}

const oneLine = (text) => text.replace(/\n/g, ' ⏎ ');
// What stands or falls with a blank must show it.
const visible = (text) => oneLine(text).replace(/^ +| +$|  +/g, (blanks) => '␣'.repeat(blanks.length));

class Screen {
  constructor(root) {
    this.$ = (id) => root.getElementById ? root.getElementById(id) : root.querySelector('#' + id);
    this.root = root;
    this.client = crypto.randomUUID ? crypto.randomUUID() : String(Math.random());
    this.seq = 0;
    this.waiting = [];
    this.gone = new Set();
    this.levels = new Set(LEVELS);
    this.rule = '';
    this.current = null;
    this.form = null;
    this.editing = false;
    this.signatures = [];
    this.editor = this.makeEditor();
    const app = this.$('app');
    app.addEventListener('keydown', (event) => this.onKey(event));
    this.$('doc').addEventListener('click', (event) => this.onMark(event));
    this.$('doc').addEventListener('dblclick', (event) => { if (!event.target.closest('mark')) this.edit(true); });
  }

  update(component) {
    const first = !this.data;
    const data = component.data;
    this.send_ = component.setTriggerValue;
    if (this.data && this.data.review !== data.review) this.forget();
    // The page that was pasted into was longer: a new review begins at its first line, not at its last.
    if (this.data?.review !== data.review) document.querySelector('[data-testid="stMain"]')?.scrollTo(0, 0);
    // Undone by key or by the button of the page: what is open again is what the officer looks at.
    const known = this.data?.review === data.review && data.steps < this.data.steps ? new Set(this.data.open.map((f) => f.mark)) : null;
    this.data = data;
    if (first) this.takeUpAsked();
    this.$('app').dataset.open = data.open.length;
    if (data.client === this.client) {
      this.waiting = this.waiting.filter((action) => action.seq > data.done);
      if (!this.waiting.length) this.gone.clear();
    }
    if (!this.editing) this.drawText(); else this.refreshEditor();
    const again = known && !this.editing ? this.visible.find((f) => !known.has(f.mark)) : null;
    if (again) this.current = again.mark;
    this.keepCurrent();
    // An answer that comes while a form is filled in must not take its words away.
    this.draw(this.form !== null && this.$('list').querySelector('.form') !== null);
    if (again) { this.paintCurrent(true); this.tell('Đã hoàn tác.'); }
    if (first) this.takeUpTyping();
    else if (!this.waiting.length && (!this.editing || this.editor.read() === data.text)) sessionStorage.removeItem('chithi:editor');
    if (first && data.open.length && !this.editing) this.$('sheet').focus({ preventScroll: true });
  }

  forget() {
    this.current = null; this.form = null; this.gone.clear(); this.rule = ''; this.levels = new Set(LEVELS);
    this.$('sheet').scrollTop = 0;
    if (this.editing) { this.editing = false; this.showMode(); }
  }

  // What is shown

  get visible() {
    return this.data.open.filter((f) => !this.gone.has(f.mark) && this.levels.has(f.severity) && (!this.rule || f.rule === this.rule));
  }
  find(mark) { return this.data.open.find((f) => f.mark === mark); }

  keepCurrent() {
    if (this.current && this.find(this.current) && !this.gone.has(this.current)) { this.place = this.find(this.current).start; return; }
    this.form = null;
    const list = this.visible;
    const next = this.current ? list.find((f) => f.start >= (this.place ?? 0)) ?? list[list.length - 1] : null;
    this.current = next ? next.mark : null;
    if (next) this.place = next.start;
  }

  draw(filling = false) {
    this.drawHead(); this.drawFilters(); this.paintCurrent();
    if (!filling) this.drawPanel();
    if (this.editing) this.paintEditor();
  }

  drawHead() {
    const left = this.data.open.filter((f) => !this.gone.has(f.mark));
    const count = (level) => left.filter((f) => f.severity === level).length;
    const errors = count('error');
    const step = errors ? 1 : 2;
    const steps = [errors ? `Sửa ${errors} lỗi` : 'Đã hết lỗi', this.data.leaves, 'Phiếu kiểm tra'];
    this.$('name').textContent = this.data.name;
    this.$('next').hidden = this.$('checked').hidden = this.data.judging;
    this.$('next').replaceChildren(
      el('span', { class: 'what' }, 'Việc tiếp theo'),
      ...steps.map((text, i) => el('span', { class: 'step' + (i + 1 === step ? ' now' : '') + (i + 1 < step ? ' past' : '') }, text)));
    this.$('checked').textContent = `Đã chạy ${this.data.evaluated}/${this.data.rules_total} phép kiểm`;
    this.$('problem').textContent = this.data.problem;
    this.$('problem').hidden = !this.data.problem;
  }

  drawFilters() {
    const left = this.data.open.filter((f) => !this.gone.has(f.mark));
    this.$('levels').replaceChildren(...LEVELS.map((level) => {
      const n = left.filter((f) => f.severity === level).length;
      return el('button', {
        type: 'button', class: 'chip ' + level, 'aria-pressed': String(this.levels.has(level)), disabled: n === 0,
        title: 'Hiện hoặc ẩn mức này', onclick: () => { this.levels.has(level) ? this.levels.delete(level) : this.levels.add(level); this.refilter(); },
      }, el('span', { class: 'shape', 'aria-hidden': 'true' }, SHAPE[level]), ` ${n} ${LABEL[level]}`);
    }));
    const names = [...new Set(left.map((f) => f.rule))];
    const select = this.$('rule');
    select.replaceChildren(el('option', { value: '' }, 'Mọi phép kiểm'),
      ...names.map((name) => el('option', { value: name }, `${this.data.rules[name].short} (${left.filter((f) => f.rule === name).length})`)));
    if (!names.includes(this.rule)) this.rule = '';
    select.value = this.rule;
    select.hidden = names.length < 2;
    select.onchange = () => { this.rule = select.value; this.refilter(); };
  }

  refilter() { this.form = null; if (!this.visible.some((f) => f.mark === this.current)) this.current = null; this.draw(); this.fadeHidden(); }

  fadeHidden() {
    const shown = new Set(this.visible.map((f) => f.mark));
    for (const mark of this.$('doc').querySelectorAll('mark')) mark.classList.toggle('off', !mark.dataset.marks.split(' ').some((id) => shown.has(id)));
  }

  drawPanel() {
    const list = this.visible;
    const panel = this.$('list');
    const top = panel.scrollTop;
    const nodes = [];
    let group = null;
    for (const finding of list) {
      if (finding.group !== group) { group = finding.group; nodes.push(el('h3', {}, group)); }
      nodes.push(this.card(finding));
    }
    if (!list.length) nodes.push(el('p', { class: 'empty' }, this.data.judging ? 'Đang soát: soát xong, các chỗ cần xem hiện ở đây.' : this.data.open.length ? 'Không còn mục nào theo bộ lọc này.' : 'Không còn việc gì phải xử lý ở các phép kiểm đã chạy.'));
    panel.replaceChildren(...nodes);
    panel.scrollTop = top;
    const card = panel.querySelector('.card.current');
    if (card) this.reveal(panel, card, 8);
  }

  card(finding) {
    const current = finding.mark === this.current;
    const head = el('button', { type: 'button', class: 'head', 'aria-expanded': String(current), onclick: () => this.select(current ? null : finding.mark) },
      el('span', { class: 'shape ' + finding.severity, role: 'img', 'aria-label': LABEL[finding.severity] }, SHAPE[finding.severity]),
      el('span', { class: 'message' }, finding.message), finding.fix !== null || finding.written ? this.change(finding) : null);
    const card = el('section', { class: 'card ' + finding.severity + (current ? ' current' : '') }, head);
    if (current) card.append(...this.tools(finding));
    return card;
  }

  change(finding, words = finding.fix) {
    const written = finding.written.length > 160 ? finding.written.slice(0, 157) + '…' : finding.written;
    return el('span', { class: 'change' }, written ? el('del', { class: words === null ? 'plain' : '' }, visible(written)) : null,
      words !== null && words !== undefined ? el('span', { class: 'arrow', 'aria-label': !written ? 'thêm' : words ? 'sửa thành' : ':' }, written ? ' → ' : '+ ') : null,
      words !== null && words !== undefined ? (words ? el('ins', {}, visible(words)) : el('i', {}, 'bỏ')) : null);
  }

  tools(finding) {
    const same = this.visible.filter((f) => f.rule === finding.rule);
    const button = (label, key, run, strong) => el('button', { type: 'button', class: strong ? 'strong' : '', title: key ? `Phím ${key}` : null, onclick: run },
      label, key ? el('kbd', { 'aria-hidden': 'true' }, key) : null);
    const row = el('div', { class: 'tools' },
      finding.fix !== null ? button('Sửa', 'A', () => this.act('accept', [finding.mark]), true) : null,
      button(finding.fix !== null ? 'Sửa khác' : 'Nhập chữ sửa', 'E', () => this.open('edit'), finding.fix === null),
      button('Bỏ qua', 'I', () => this.act('ignore', [finding.mark])),
      button('Giữ, ghi lý do', 'W', () => this.open('waive')),
      finding.spelling ? button('Thêm vào từ điển', 'D', () => this.act('learn', [finding.mark])) : null,
      same.length > 1 ? button(`Cả ${same.length} chỗ cùng loại`, 'T', () => this.open('all')) : null,
      button('Vì sao?', 'Y', () => this.open('why')));
    const form = this.form && { edit: () => this.editForm(finding), waive: () => this.waiveForm(finding), all: () => this.allForm(same), why: () => this.why(finding) }[this.form]();
    return form ? [row, form] : [row];
  }

  editForm(finding) {
    const area = el('textarea', { rows: String(Math.min(6, 1 + Math.ceil((finding.fix ?? finding.written).length / 38))), 'aria-label': 'Chữ thay vào chỗ này', 'data-focus': true, spellcheck: 'false', lang: 'vi' });
    area.value = finding.fix ?? finding.written;
    const run = () => this.act('accept', [finding.mark], { replacement: area.value });
    area.addEventListener('keydown', (event) => { if (event.key === 'Enter' && !event.shiftKey && !event.isComposing) { event.preventDefault(); run(); } });
    return el('div', { class: 'form' }, area, el('div', { class: 'tools' },
      el('button', { type: 'button', class: 'strong', onclick: run }, 'Dùng chữ này', el('kbd', { 'aria-hidden': 'true' }, '↵')), this.closeButton()));
  }

  waiveForm(finding) {
    const area = el('textarea', { rows: '2', 'aria-label': 'Lý do giữ nguyên', placeholder: 'Ví dụ: tên riêng ghi theo quyết định thành lập', 'data-focus': true, lang: 'vi' });
    const run = () => { if (area.value.trim()) this.act('waive', [finding.mark], { reason: area.value }); else area.focus(); };
    area.addEventListener('keydown', (event) => { if (event.key === 'Enter' && !event.shiftKey && !event.isComposing) { event.preventDefault(); run(); } });
    return el('div', { class: 'form' }, el('p', { class: 'hint' }, 'Lý do được in vào phiếu kiểm tra.'), area, el('div', { class: 'tools' },
      el('button', { type: 'button', class: 'strong', onclick: run }, 'Giữ nguyên', el('kbd', { 'aria-hidden': 'true' }, '↵')), this.closeButton()));
  }

  allForm(same) {
    const rows = same.map((f) => {
      const box = el('input', { type: 'checkbox', checked: true, value: f.mark });
      const at = Math.max(0, f.start - 24);
      return el('label', {}, box, el('span', {}, (at ? '…' : '') + oneLine(this.data.text.slice(at, f.start)), this.change(f), oneLine(this.data.text.slice(f.end, f.end + 24)) + '…'));
    });
    const picked = () => rows.map((row) => row.querySelector('input')).filter((box) => box.checked).map((box) => box.value);
    const fixable = same.filter((f) => f.fix !== null).map((f) => f.mark);
    return el('div', { class: 'form' }, el('p', { class: 'hint' }, 'Bỏ dấu chọn ở chỗ không muốn đổi. Hoàn tác một lần là trở lại như cũ.'), el('div', { class: 'preview' }, ...rows),
      el('div', { class: 'tools' },
        fixable.length ? el('button', { type: 'button', class: 'strong', 'data-focus': true, onclick: () => { const marks = picked().filter((m) => fixable.includes(m)); if (marks.length) this.act('accept', marks); } }, 'Sửa các chỗ đã chọn') : null,
        el('button', { type: 'button', onclick: () => { const marks = picked(); if (marks.length) this.act('ignore', marks); } }, 'Bỏ qua các chỗ đã chọn'), this.closeButton()));
  }

  why(finding) {
    const rule = this.data.rules[finding.rule];
    return el('div', { class: 'form why' }, el('p', {}, el('b', {}, rule.title)), ...rule.why.map((text) => el('p', {}, text)),
      el('p', { class: 'source' }, `Nguồn (${rule.tier}): ${rule.source}.`), el('p', { class: 'hint' }, `Phép kiểm: ${finding.rule}`));
  }

  closeButton() { return el('button', { type: 'button', onclick: () => this.open(null) }, 'Đóng'); }

  // Choosing and deciding

  select(mark, focus) {
    this.current = mark; this.form = null;
    const finding = mark && this.find(mark);
    if (finding) { this.place = finding.start; this.tell(); }
    this.drawPanel(); this.paintCurrent(true);
    if (finding) this.intoView();
    if (focus) (this.markNode(mark) ?? this.$('sheet')).focus({ preventScroll: true });
  }

  // For those who listen: what was done, and where they are now.
  tell(done = '') {
    const list = this.visible;
    const at = list.findIndex((f) => f.mark === this.current);
    const here = at < 0 ? (list.length ? `Còn ${list.length} chỗ.` : 'Không còn chỗ nào.') : `${at + 1} trên ${list.length}, ${LABEL[list[at].severity]}: ${list[at].message}`;
    this.$('live').textContent = `${done} ${here}`.trim();
  }

  step(by) {
    const list = this.visible;
    if (!list.length) return;
    const at = list.findIndex((f) => f.mark === this.current);
    this.select(list[at < 0 ? (by > 0 ? 0 : list.length - 1) : (at + by + list.length) % list.length].mark, !this.editing);
  }

  open(form) {
    this.form = this.form === form ? null : form;
    this.drawPanel();
    const field = this.$('list').querySelector('[data-focus]');
    if (field) { field.focus({ preventScroll: true }); if (field.select) field.select(); this.reveal(this.$('list'), field.closest('.form'), 8); }
    else if (!this.editing) this.$('sheet').focus({ preventScroll: true });
  }

  act(op, marks = [], more = {}) {
    if (marks.length) {
      const list = this.visible;
      const at = list.findIndex((f) => f.mark === this.current);
      const rest = [...list.slice(at + 1), ...list.slice(0, at)].find((f) => !marks.includes(f.mark));
      for (const mark of marks) this.gone.add(mark);
      for (const mark of marks) for (const node of this.markNodes(mark)) node.classList.add('gone');
      this.current = rest ? rest.mark : null;
      this.place = rest ? rest.start : 0;
    }
    this.form = null;
    this.send(op, { marks, ...more });
    this.draw(); this.paintCurrent(true);
    if (marks.length) this.tell(SAID[op]);
    if (!this.editing) this.$('sheet').focus({ preventScroll: true });
  }

  send(op, more = {}) {
    const action = { seq: ++this.seq, op, ...more };
    if (this.editing && this.editor.read() !== this.data.text) { action.text = this.editor.read(); this.sent = action.text; clearTimeout(this.pause); }
    this.waiting.push(action);
    this.keepAsked(action);
    this.send_('action', { client: this.client, actions: this.waiting });
  }

  // What was pressed survives a reload in the same breath: kept here until keep.js has saved a review with it in.
  keepAsked(action) {
    const before = this.asked(), here = before && before.client === this.client ? before.actions : [];
    try { sessionStorage.setItem(ASKED, JSON.stringify({ id: this.data.review, client: this.client, actions: [...here, action] })); } catch { /* full: answered in a moment */ }
  }

  asked() {
    try { const kept = JSON.parse(sessionStorage.getItem(ASKED)); return kept && kept.id === this.data.review ? kept : null; } catch { return null; }
  }

  // Numbered as they were, so that what the server has taken is not taken twice.
  takeUpAsked() {
    const kept = this.asked();
    if (!kept) return;
    this.waiting = kept.actions.filter((action) => kept.client !== this.data.client || action.seq > this.data.done);
    if (!this.waiting.length) return;
    this.client = kept.client;
    this.seq = this.waiting.at(-1).seq;
    for (const action of this.waiting) for (const mark of action.marks ?? []) this.gone.add(mark);
    this.send_('action', { client: this.client, actions: this.waiting });
  }

  onKey(event) {
    event.stopPropagation();
    const typing = event.target.closest('textarea, input:not([type=checkbox]), select, [contenteditable]');
    if (event.key === 'Escape') {
      if (this.form) this.open(null); else if (this.editing) this.edit(false); else this.select(null);
      event.preventDefault();
      return;
    }
    if (typing || event.ctrlKey || event.metaKey || event.altKey) return;
    // A Vietnamese input method may report its keys as “Process”.
    const key = (event.key === 'Process' ? event.code.replace('Key', '') : event.key).toLowerCase();
    const finding = this.current && this.find(this.current);
    if ((key === 'enter' || key === ' ') && event.target.matches('mark')) { this.choose(event.target); event.preventDefault(); return; }
    const run = {
      j: () => this.step(1), k: () => this.step(-1), s: () => this.edit(true),
      z: () => this.act(event.shiftKey ? 'redo' : 'undo'),
      a: finding && (() => finding.fix !== null ? this.act('accept', [finding.mark]) : this.open('edit')),
      e: finding && (() => this.open('edit')), i: finding && (() => this.act('ignore', [finding.mark])),
      w: finding && (() => this.open('waive')), y: finding && (() => this.open('why')),
      t: finding && (() => { if (this.visible.filter((f) => f.rule === finding.rule).length > 1) this.open('all'); }),
      d: finding && (() => { if (finding.spelling) this.act('learn', [finding.mark]); }),
    }[key];
    if (run) { run(); event.preventDefault(); }
  }

  onMark(event) { const node = event.target.closest('mark'); if (node) this.choose(node); }

  choose(node) {
    const shown = new Set(this.visible.map((f) => f.mark));
    const marks = node.dataset.marks.split(' ').filter((mark) => shown.has(mark));
    if (!marks.length) return;
    this.select(marks[(marks.indexOf(this.current) + 1) % marks.length], true);
  }

  // The place and its card at once; in a window lower than both, the card.
  intoView() {
    this.$('sheet').parentElement.scrollIntoView({ block: 'nearest' });
    this.$('list').querySelector('.card.current')?.scrollIntoView({ block: 'nearest' });
  }

  // The text for reading: one block a line, so that only changed lines are drawn again

  drawText() {
    const { text, open, lines: kinds } = this.data;
    const rows = text.split('\n');
    const starts = [];
    let at = 0;
    for (const row of rows) { starts.push(at); at += row.length + 1; }
    const here = rows.map(() => []);
    for (const finding of open) {
      const last = bisect(starts, Math.max(finding.start, finding.end - 1));
      for (let i = bisect(starts, finding.start); i <= last; i++) here[i].push(finding);
    }
    const signatures = rows.map((row, i) => [kinds[i] ?? '', row, ...here[i].map((f) => `${f.mark}${f.severity}${f.start - starts[i]}:${f.end - starts[i]}${f.message}`)].join('\u0001'));
    const old = this.signatures;
    let head = 0, tail = 0;
    while (head < old.length && head < signatures.length && old[head] === signatures[head]) head++;
    while (tail < old.length - head && tail < signatures.length - head && old[old.length - 1 - tail] === signatures[signatures.length - 1 - tail]) tail++;
    const doc = this.$('doc');
    const before = doc.childNodes[old.length - tail] ?? null;
    for (let n = old.length - tail - head; n > 0; n--) doc.childNodes[head].remove();
    for (let i = head; i < rows.length - tail; i++) doc.insertBefore(this.line(rows[i], kinds[i], here[i], starts[i]), before);
    this.signatures = signatures;
    for (const node of doc.querySelectorAll('mark.gone')) node.classList.toggle('gone', node.dataset.marks.split(' ').every((mark) => this.gone.has(mark)));
    this.fadeHidden();
  }

  line(text, kind, findings, start) {
    const line = el('div', { class: 'line' + (kind ? ' in-' + kind : '') + (text.trim() ? '' : ' blank') });
    const clamp = (n) => Math.min(Math.max(n - start, 0), text.length);
    const cuts = [...new Set([0, text.length, ...findings.flatMap((f) => [clamp(f.start), clamp(f.end)])])].sort((a, b) => a - b);
    cuts.forEach((cut, i) => {
      for (const f of findings) if (f.start === f.end && clamp(f.start) === cut) line.append(this.mark([f], '', true));
      const to = cuts[i + 1];
      if (to === undefined) return;
      const over = findings.filter((f) => f.start < f.end && clamp(f.start) <= cut && clamp(f.end) >= to && f.start < start + to && f.end > start + cut);
      const piece = text.slice(cut, to);
      over.sort((a, b) => LEVELS.indexOf(a.severity) - LEVELS.indexOf(b.severity) || (a.end - a.start) - (b.end - b.start));
      line.append(over.length ? this.mark(over, piece, over.some((f) => f.start === start + cut)) : piece);
    });
    return line;
  }

  mark(findings, text, first) {
    const top = findings[0];
    return el('mark', {
      class: top.severity + (text ? '' : ' gap'), 'data-marks': findings.map((f) => f.mark).join(' '),
      ...(first ? { role: 'button', tabindex: '0', 'aria-label': `${LABEL[top.severity]}: ${text ? text.trim() || 'dấu cách' : 'thiếu ở đây'}. ${top.message}` } : { role: 'presentation' }),
    }, text);
  }

  markNodes(mark) { return [...this.$('doc').querySelectorAll('mark')].filter((node) => node.dataset.marks.split(' ').includes(mark)); }
  markNode(mark) { return mark ? this.markNodes(mark)[0] : null; }

  paintCurrent(scroll) {
    for (const node of this.$('doc').querySelectorAll('mark.current')) node.classList.remove('current');
    if (this.editing) { this.paintEditor(); if (scroll) this.showInEditor(); return; }
    const nodes = this.current ? this.markNodes(this.current) : [];
    for (const node of nodes) node.classList.add('current');
    if (nodes.length && scroll) this.reveal(this.$('sheet'), nodes[0], 90);
  }

  // Only the box itself scrolls; scrollIntoView would move the page as well.
  reveal(box, node, margin) {
    const inner = node.getBoundingClientRect(), outer = box.getBoundingClientRect();
    const room = Math.min(margin, Math.max(0, (outer.height - inner.height) / 2));
    if (inner.top < outer.top + room) box.scrollTop -= outer.top + room - inner.top;
    else if (inner.bottom > outer.bottom - room) box.scrollTop += Math.min(inner.bottom - outer.bottom + room, inner.top - outer.top - room);
  }

  // Typing

  makeEditor() {
    const box = this.$('editor');
    box.setAttribute('contenteditable', 'plaintext-only');
    const able = box.contentEditable === 'plaintext-only' && 'highlights' in CSS;
    const field = able ? box : el('textarea', { id: 'editor', spellcheck: 'false', lang: 'vi', 'aria-label': 'Sửa văn bản', hidden: true });
    if (!able) box.replaceWith(field);
    field.addEventListener('compositionstart', () => { this.composing = true; });
    field.addEventListener('compositionend', () => { this.composing = false; this.typedSoon(); });
    field.addEventListener('input', () => { this.keepTyping(); if (!this.composing) this.typedSoon(); });
    field.addEventListener('blur', () => { if (this.editing && !this.composing && this.editor.read() !== this.data.text) { this.send('type'); window.chithiSent?.(); } });
    return {
      field, able,
      read: () => able ? field.textContent : field.value,
      write: (text) => { if (able) field.textContent = text; else field.value = text; },
    };
  }

  // What the server has not answered yet survives a reload, a restart of the app and a page drawn anew.
  keepTyping() {
    const now = this.editor.read();
    if (now.length < 1_000_000) try { sessionStorage.setItem('chithi:editor', JSON.stringify({ review: this.data.review, base: this.data.text, now })); } catch { /* full: sent in a moment */ }
  }

  takeUpTyping() {
    let kept = null;
    try { kept = JSON.parse(sessionStorage.getItem('chithi:editor')); } catch { /* not ours */ }
    if (!kept || kept.review !== this.data.review) return;
    if (kept.now === this.data.text || kept.base !== this.data.text) return;
    this.edit(true);
    this.editor.write(kept.now);
    this.send('type');
  }

  typedSoon() {
    clearTimeout(this.pause);
    this.pause = setTimeout(() => { if (this.editing && !this.composing && this.editor.read() !== this.data.text) this.send('type'); }, TYPING_PAUSE);
  }

  edit(on) {
    if (on === this.editing) return;
    const top = this.$('sheet').scrollTop;
    if (on) { this.editor.write(this.data.text); this.sent = this.data.text; this.editing = true; }
    else {
      clearTimeout(this.pause);
      if (this.editor.read() !== this.data.text) this.send('type');
      this.editing = false;
      this.drawText();
    }
    this.showMode();
    this.draw();
    this.$('sheet').scrollTop = top;
    if (on) { this.editor.field.focus({ preventScroll: true }); if (this.current) this.showInEditor(); }
    else { this.paintCurrent(true); this.$('sheet').focus({ preventScroll: true }); }
  }

  showMode() {
    this.$('doc').hidden = this.editing;
    this.editor.field.hidden = !this.editing;
    this.$('reading').setAttribute('aria-pressed', String(!this.editing));
    this.$('typing').setAttribute('aria-pressed', String(this.editing));
    this.$('keys').hidden = this.editing;
    this.$('typing-hint').hidden = !this.editing;
    this.$('reading').onclick = () => this.edit(false);
    this.$('typing').onclick = () => this.edit(true);
    if (!this.editing && 'highlights' in CSS) for (const name of [...LEVELS, 'current']) CSS.highlights.delete('chithi-' + name);
  }

  refreshEditor() {
    const now = this.editor.read();
    // Typed on since the last message, or an input method is at work: the answer to that will come.
    if (now === this.data.text || now !== this.sent || this.composing) return;
    const caret = this.caret(), top = this.$('sheet').scrollTop;
    this.editor.write(this.data.text);
    this.sent = this.data.text;
    if (caret !== null) this.putCaret(this.moved(now, this.data.text, caret));
    this.$('sheet').scrollTop = top;
  }

  moved(old, text, at) {
    let head = 0;
    while (head < at && old[head] === text[head]) head++;
    return head === at ? at : Math.max(head, text.length - (old.length - at));
  }

  nodes() {
    const walker = document.createTreeWalker(this.editor.field, NodeFilter.SHOW_TEXT);
    const out = [];
    let at = 0;
    while (walker.nextNode()) { out.push([at, walker.currentNode]); at += walker.currentNode.length; }
    return out;
  }

  point(nodes, at) {
    for (let k = nodes.length - 1; k >= 0; k--) if (nodes[k][0] <= at) return [nodes[k][1], Math.min(at - nodes[k][0], nodes[k][1].length)];
    return [this.editor.field, 0];
  }

  caret() {
    if (!this.editor.able) return this.editor.field.selectionStart;
    const selection = this.root.getSelection ? this.root.getSelection() : document.getSelection();
    const owner = selection && this.nodes().find(([, node]) => node === selection.anchorNode);
    return owner ? owner[0] + selection.anchorOffset : null;
  }

  putCaret(at) {
    if (!this.editor.able) { this.editor.field.setSelectionRange(at, at); return; }
    const [node, offset] = this.point(this.nodes(), at);
    document.getSelection().collapse(node, offset);
  }

  range(nodes, from, to) {
    const range = document.createRange();
    range.setStart(...this.point(nodes, from));
    range.setEnd(...this.point(nodes, to));
    return range;
  }

  paintEditor() {
    // Ranges already painted move along with the typing until the server has judged the new text.
    if (!this.editor.able || this.editor.read() !== this.data.text) return;
    const nodes = this.nodes();
    for (const level of LEVELS) {
      const own = this.visible.filter((f) => f.severity === level && f.end > f.start);
      CSS.highlights.set('chithi-' + level, new Highlight(...own.map((f) => this.range(nodes, f.start, f.end))));
    }
    const finding = this.current && this.find(this.current);
    CSS.highlights.set('chithi-current', finding ? new Highlight(this.range(nodes, finding.start, Math.max(finding.end, finding.start + 1))) : new Highlight());
  }

  showInEditor() {
    const finding = this.current && this.find(this.current);
    if (!finding || !this.editor.able) return;
    const range = this.range(this.nodes(), finding.start, finding.end);
    this.reveal(this.$('sheet'), range, 90);
  }
}

const screens = new WeakMap();

export default function (component) {
  const root = component.parentElement;
  let screen = screens.get(root);
  if (!screen || !screen.editor.field.isConnected) { screen = new Screen(root); screens.set(root, screen); screen.showMode(); }
  screen.update(component);
}
