// Puts the report into the page, in the language and the colours that the address asks for or the reader's system has.

const prefersDark = matchMedia('(prefers-color-scheme: dark)');

/** What is set stands behind the # of the address and nowhere else. */
const settings = () => new URLSearchParams(location.hash.slice(1));

const systemLanguage = () => (navigator.language.toLowerCase().startsWith('zh') ? 'zh' : 'en');

const theme = () => settings().get('theme') ?? (prefersDark.matches ? 'dark' : 'light');

function set(name, value) {
  const changed = settings();
  changed.set(name, value);
  history.replaceState(null, '', `#${changed}`);
  showAgain();
}

function label(id, text, title) {
  const button = document.getElementById(id);
  button.textContent = text;
  button.title = title;
}

function show(shownTheme) {
  const open = Array.from(document.querySelectorAll('details'), (one) => one.open);
  language = settings().get('lang') ?? systemLanguage();
  document.documentElement.lang = locale();
  document.documentElement.dataset.theme = shownTheme;
  document.title = `${say('title')} · Xunjian 巡检`;
  label('language', say('otherLanguage'), say('switchLanguage'));
  label('theme', say(shownTheme === 'dark' ? 'light' : 'dark'), say('switchTheme'));
  forgetCharts();
  document.getElementById('report').replaceChildren(
    ...[
      answer(),
      summary.candidate ? candidate() : null,
      summary.sweep ? sweep() : null,
      summary.labels ? labels() : null,
      figures.alerts > 0 ? found() : null,
      summary.comparison?.examples.length > 0 ? changes() : null,
      input(),
      element('p', { class: 'foot' }, say('foot')),
    ].filter((one) => one !== null),
  );
  document.querySelectorAll('details').forEach((one, i) => (one.open = open[i] ?? false));
  document.querySelectorAll('figure').forEach((one) => one.draw());
}

const showAgain = () => show(theme());

document.getElementById('language').addEventListener('click', () => set('lang', language === 'zh' ? 'en' : 'zh'));
document.getElementById('theme').addEventListener('click', () => set('theme', theme() === 'dark' ? 'light' : 'dark'));
addEventListener('hashchange', showAgain);
addEventListener('resize', () => drawn.forEach((chart) => chart.resize()));
addEventListener('beforeprint', () => {
  document.documentElement.classList.add('paper');
  show('light');
});
addEventListener('afterprint', () => {
  document.documentElement.classList.remove('paper');
  showAgain();
});
prefersDark.addEventListener('change', showAgain);
showAgain();
