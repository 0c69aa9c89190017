// Turns what draw.js has drawn into panels that a reader moves between without the server:
//   data-panel="x"   one panel; data-open="x" is the button that shows it
//   data-go="p1 c2"  a row or button that shows the elements with data-place="p1" or "c2", and marks them
//   data-toggle="x"  a button that puts the class x on everything, or takes it away
//   data-only="x"    a button that leaves only rows with x among their data-tags; "" shows all again
const known = new WeakMap();

function seen(root) {
  if (!known.has(root)) known.set(root, { drawn: '', panel: '', only: '', off: new Set(), from: null });
  return known.get(root);
}

function all(root, name, value) {
  return [...root.querySelectorAll(`[${name}]`)].filter((element) => value === undefined || element.getAttribute(name) === value);
}

function apply(root) {
  const state = seen(root);
  const panels = all(root, 'data-panel');
  if (!panels.some((panel) => panel.dataset.panel === state.panel)) state.panel = panels[0]?.dataset.panel ?? '';
  for (const panel of panels) panel.hidden = panel.dataset.panel !== state.panel;
  for (const button of all(root, 'data-open')) button.setAttribute('aria-pressed', button.dataset.open === state.panel);
  for (const button of all(root, 'data-toggle')) {
    const on = !state.off.has(button.dataset.toggle);
    button.setAttribute('aria-pressed', on);
    root.classList.toggle(button.dataset.toggle, on);
  }
  for (const button of all(root, 'data-only')) button.setAttribute('aria-pressed', button.dataset.only === state.only);
  root.classList.toggle('only', state.only !== '');
  for (const row of all(root, 'data-tags')) row.classList.toggle('aside', state.only !== '' && !row.dataset.tags.split(' ').includes(state.only));
  const back = root.querySelector('.back');
  if (back) back.hidden = state.from === null;
}

function open(root, panel) {
  seen(root).panel = panel;
  apply(root);
}

function go(root, row) {
  const state = seen(root);
  const places = row.dataset.go.split(' ').flatMap((place) => all(root, 'data-place', place));
  const panel = places[0]?.closest('[data-panel]');
  if (!panel) return;
  if (panel.dataset.panel !== state.panel) state.from = { panel: state.panel, row: row.dataset.go };
  open(root, panel.dataset.panel);
  for (const old of root.querySelectorAll('.here')) old.classList.remove('here');
  for (const old of root.querySelectorAll('.shown')) old.classList.remove('shown');
  for (const place of places) {
    place.classList.add('here');
    place.closest('.pair')?.classList.add('shown');
  }
  places.at(-1).scrollIntoView({ block: 'center' });
}

function back(root) {
  const state = seen(root);
  const { panel, row } = state.from;
  state.from = null;
  open(root, panel);
  const found = all(root, 'data-go', row).find((one) => one.closest('[data-panel]')?.dataset.panel === panel);
  found?.scrollIntoView({ block: 'center' });
  found?.focus({ preventScroll: true });
}

function press(root, target) {
  const state = seen(root);
  const one = target.closest('[data-open], [data-toggle], [data-only], [data-go], .back');
  if (!one) return false;
  if (one.classList.contains('back')) back(root);
  else if (one.dataset.open !== undefined) {
    state.from = null;
    open(root, one.dataset.open);
  } else if (one.dataset.toggle !== undefined) {
    if (!state.off.delete(one.dataset.toggle)) state.off.add(one.dataset.toggle);
    apply(root);
  } else if (one.dataset.only !== undefined) {
    state.only = state.only === one.dataset.only ? '' : one.dataset.only;
    apply(root);
  } else if (String(window.getSelection()) === '') go(root, one);
  return true;
}

export default function ({ data, parentElement }) {
  const root = parentElement.querySelector('#paper');
  const state = seen(root);
  const now = JSON.stringify(data);
  if (state.drawn === now) return;
  if (state.drawn === '') {
    root.addEventListener('click', (event) => press(root, event.target));
    root.addEventListener('keydown', (event) => {
      if ((event.key === 'Enter' || event.key === ' ') && event.target.tagName !== 'BUTTON' && press(root, event.target)) event.preventDefault();
    });
  }
  state.drawn = now;
  state.from = null;
  root.replaceChildren(...data.map(draw));
  apply(root);
}
