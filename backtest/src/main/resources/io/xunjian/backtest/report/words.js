'use strict';

// Words, numbers and times in the language of the page. Nothing here touches the document but to read it.

const read = (id) => JSON.parse(document.getElementById(id).textContent);
const messages = { en: read('messages-en'), zh: read('messages-zh') };
const { words, figures, summary } = read('data');

/** Of Asia/Shanghai, which keeps one time all year. */
const OFFSET_MS = 8 * 3600 * 1000;

let language = 'en';

const locale = () => (language === 'zh' ? 'zh-CN' : 'en');

/** The message of that name, with values in the places {0}, {1}, …; a name that has no message stands for itself. */
function say(name, ...values) {
  const message = messages[language][name] ?? name;
  return message.replace(/\{(\d)\}/g, (_, place) => values[place]);
}

/** What the rule book calls a rule, a severity, an action or a mode. */
const called = (kind, name) => words[kind][name]?.[language] ?? name;

const ruleName = (code) => called('rule', code);

const number = (value) => new Intl.NumberFormat(locale()).format(value);

const percent = (value) =>
  new Intl.NumberFormat(locale(), { style: 'percent', maximumFractionDigits: 1 }).format(value);

function money(fen, options = {}) {
  return new Intl.NumberFormat(locale(), {
    style: 'currency',
    currency: 'CNY',
    currencyDisplay: 'narrowSymbol',
    minimumFractionDigits: fen % 100 === 0 ? 0 : 2,
    ...options,
  }).format(fen / 100);
}

const moneyChange = (fen) => money(fen, { signDisplay: 'exceptZero' });

const instant = (ms) => new Date(ms + OFFSET_MS).toISOString().slice(0, 19).replace('T', ' ');

const hours = (count) => (count > 48 ? say('days', count / 24) : say('hours', count));

/** Marks that are not seen and change how all that follows is read. */
const HIDDEN = /[\p{Cc}\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/gu;

/** At most so many characters; one that would not be seen is shown as \ufffd. */
function shortened(text, most) {
  const characters = Array.from(text.slice(0, 4 * most).replace(HIDDEN, '\ufffd'));
  return characters.length > most ? characters.slice(0, most - 1).join('') + '…' : characters.join('');
}
