// What Streamlit cannot be told in Python: its own words in Vietnamese, and that no press is lost. See typed.js too.

const STOPPED = 'Ứng dụng trên máy này đã dừng hoặc chưa trả lời: hãy mở lại ứng dụng. Bản đang làm vẫn được lưu trong trình duyệt này.';
const WORDS = new Map([
  ['Upload', 'Chọn tệp'], ['file upload', 'Chọn tệp'], ['Add files', 'Chọn tệp khác'], ['add icon', 'Chọn tệp khác'], ['Open', 'Mở'],
  ['Close', 'Đóng'], ['Clear all', 'Bỏ hết'], ['Clear value', 'Bỏ chọn'], ['No results', 'Không có'],
  ['Select all', 'Chọn tất cả'], ['Selected values', 'Đã chọn'], ['Selectbox options', 'Danh sách chọn'], ['Scroll tabs left', 'Các thẻ bên trái'], ['Scroll tabs right', 'Các thẻ bên phải'], ['Running...', 'Đang chạy'],
  ['App pages', 'Các trang'], ['Sidebar', 'Danh sách trang'], ['Expand sidebar', 'Mở danh sách trang'], ['Collapse sidebar', 'Đóng danh sách trang'],
  ['Pagination', 'Phân trang'], ['Previous page', 'Trang trước'], ['Next page', 'Trang sau'], ['Skip to main content', 'Tới nội dung chính'], ['Connection error', 'Ứng dụng không trả lời'],
  ['Page not found', 'Không có trang này'],
  ['The page that you have requested does not seem to exist. Running the app\'s main page.', 'Ứng dụng không có trang ở địa chỉ vừa mở, nên mở trang Rà soát.'],
  ['Streamlit server is not responding. Are you connected to the internet?', STOPPED],
  ['Is Streamlit still running? If you accidentally stopped Streamlit, just restart it in your terminal:', STOPPED],
]);
const PATTERNS = [
  [/^Page (\d+)$/, (_, number) => `Trang ${number}`],
  [/^Select (\d+) match(?:es)?$/, (_, number) => `Chọn cả ${number} mục tìm thấy`],
  [/^Help for (.+)$/, (_, name) => `Giải thích: ${name}`],
  [/^Remove (.+)$/, (_, name) => `Bỏ ${name}`],
  [/^Error: File must be ([\d.]+)MB or smaller\.$/, (_, size) => `Tệp lớn hơn ${Number(size)} MB nên không nhận.`],
];
const THEIRS = 'button, a, [role="alert"], [role="dialog"], [role="listbox"]'; // where words of Streamlit stand, and none of a document

function inVietnamese(words) {
  const known = WORDS.get(words.trim());
  if (known) return known;
  const found = PATTERNS.find(([pattern]) => pattern.test(words));
  return found ? words.replace(...found) : words;
}

function say(node) {
  if (node.nodeType === Node.TEXT_NODE) {
    const said = node.parentElement?.closest(THEIRS) ? inVietnamese(node.nodeValue) : node.nodeValue;
    if (said !== node.nodeValue) node.nodeValue = said;
  } else if (node.nodeType === Node.ELEMENT_NODE) {
    const label = node.getAttribute('aria-label');
    if (label && inVietnamese(label) !== label) node.setAttribute('aria-label', inVietnamese(label));
    node.childNodes.forEach(say);
  }
}

function listen() {
  document.documentElement.lang = 'vi';
  say(document.body);
  const watch = { subtree: true, childList: true, characterData: true, attributes: true, attributeFilter: ['aria-label'] };
  new MutationObserver((changes) => changes.forEach((change) => (change.type === 'childList' ? change.addedNodes.forEach(say) : say(change.target)))).observe(document.body, watch);
}

// A press counts although the page is drawn anew before the finger is up: what was typed is sent when its field is left,
// so a button may move away, or be made anew, between the two, and the browser then gives the click to nobody.

const PRESSED = 'button, summary, a';
const HAND = 8; // pixels that a hand moves without meaning to drag

let press = null;

// The list of pages covers a phone: it goes as soon as one is chosen.
function leaveList(event) {
  if (event.target.closest('[data-testid="stSidebarNavLink"]')) document.querySelector('[data-testid="stSidebarCollapseButton"] button')?.click();
}

// A document of the corpus is open at the list's own address: the list is what its name in the menu means.
function toList(event) {
  const link = event.target.closest('[data-testid="stTopNavLink"], [data-testid="stSidebarNavLink"]');
  if (!link || link.pathname !== location.pathname || event.ctrlKey || event.metaKey || event.shiftKey) return;
  document.querySelector('.st-key-corpus_back button')?.click();
}

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

// A popover stands behind everything else on the page: opened by a key, it takes the focus, else a hundred presses lead to it.
// While the page is still being drawn the popover is put anew and would lose it.
function enterPopover(event) {
  const button = event.detail === 0 && event.target.closest('[data-testid="stPopoverButton"][aria-expanded="false"]');
  if (!button) return;
  let glances = 0;
  let held = 0;
  const look = () => {
    const popover = document.querySelector('[data-testid="stPopoverBody"]');
    const at = document.activeElement;
    if (popover && (!at || at === document.body || at === button)) { popover.tabIndex = -1; popover.focus(); }
    held = popover && popover.contains(document.activeElement) ? held + 1 : 0;
    if (held < 60 && glances++ < 600) requestAnimationFrame(look);
  };
  look();
}

export default function ({ setTriggerValue }) {
  tellServer = (lost) => setTriggerValue('lost', lost);
  if (window.chithiSkin) return;
  window.chithiSkin = true;
  listen();
  keepTyped();
  document.addEventListener('pointerdown', down, true);
  document.addEventListener('pointerup', up, true);
  document.addEventListener('click', leaveList);
  document.addEventListener('click', toList);
  document.addEventListener('click', enterPopover, true);
  document.addEventListener('pointercancel', () => { press = null; }, true);
}
