// Pieces of the page. Text becomes text nodes, whatever is in it.

const LONGEST_NAME = 64;

/** An element; a child that is no node is text, one that is null is left out. */
function element(name, attributes, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes ?? {})) {
    made.setAttribute(key, value);
  }
  made.append(...children.flat().filter((child) => child !== null));
  return made;
}

/** A name that somebody else gave: shortened, the whole of it in its title, with a direction of its own. */
const given = (text) => element('bdi', { class: 'given', title: text }, shortened(text, LONGEST_NAME));

const subjectOf = (one) => [element('span', { class: 'type' }, say(one.subjectType)), ' ', given(one.subjectId)];

const givenRule = (code) => given(ruleName(code));

/** Words that are a number: money, a share. */
const amount = (text) => element('span', { class: 'amount' }, text);

const isNumber = (cell) => typeof cell === 'number' || cell.className === 'amount';

/** A table; numbers stand to the right. It scrolls by itself where it is too wide. */
function table(heads, rows) {
  const numeric = heads.map((_, column) => rows.some((row) => isNumber(row[column])));
  const side = (column) => (numeric[column] ? { class: 'number' } : {});
  const cell = (content, column) =>
    element(
      column === 0 ? 'th' : 'td',
      column === 0 ? { scope: 'row', ...side(column) } : side(column),
      typeof content === 'number' ? number(content) : content,
    );
  return element(
    'div',
    { class: 'scroll', tabindex: '0', role: 'region', 'aria-label': heads.map((head) => head.textContent ?? head).join(', ') },
    element(
      'table',
      {},
      element('thead', {}, element('tr', {}, heads.map((head, column) => element('th', { scope: 'col', ...side(column) }, head)))),
      element('tbody', {}, rows.map((row) => element('tr', {}, row.map(cell)))),
    ),
  );
}

/** A bar as long as its share of the longest. */
function bar(value, longest) {
  const drawn = element('span', { class: 'bar', 'aria-hidden': 'true' });
  drawn.style.width = `${longest > 0 ? Math.max(1, (100 * value) / longest) : 0}%`;
  return element('span', { class: 'track' }, drawn);
}

/** A few numbers that matter most. */
const tiles = (...shown) =>
  element(
    'dl',
    { class: 'tiles' },
    shown.map(([name, value, kind]) =>
      element('div', { class: kind ?? 'plain' }, element('dt', {}, name), element('dd', {}, value)),
    ),
  );

const section = (id, title, ...children) =>
  element('section', { id, 'aria-labelledby': `${id}-title` }, element('h2', { id: `${id}-title` }, title), ...children);

const numbers = (heads, rows) => element('details', {}, element('summary', {}, say('numbers')), table(heads, rows));
