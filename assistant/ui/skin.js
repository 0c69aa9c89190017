// A press counts although the page is drawn anew before the finger is up: what was typed is sent when its field is left,
// so a button may move away, or be made anew, between the two, and the browser then gives the click to nobody.

const PRESSED = 'button, summary, a';
const HAND = 8; // pixels that a hand moves without meaning to drag

let press = null;

function down(event) {
  const target = event.isPrimary && event.button === 0 ? event.target.closest(PRESSED) : null;
  const home = target && target.closest('[class*="st-key-"]');
  const key = home && [...home.classList].find((name) => name.startsWith('st-key-'));
  press = target && { target, key, x: event.clientX, y: event.clientY };
}

function up(event) {
  const was = press;
  press = null;
  if (!was || was.target.contains(event.target) || Math.hypot(event.clientX - was.x, event.clientY - was.y) > HAND) return;
  const now = was.target.isConnected || !was.key ? was.target : document.querySelector(`.${CSS.escape(was.key)} ${was.target.localName}`);
  if (now && now.isConnected) now.click();
}

export default function () {
  if (window.chithiPress) return;
  window.chithiPress = true;
  document.addEventListener('pointerdown', down, true);
  document.addEventListener('pointerup', up, true);
  document.addEventListener('pointercancel', () => { press = null; }, true);
}
