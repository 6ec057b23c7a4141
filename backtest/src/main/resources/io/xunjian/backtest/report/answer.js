// The answer, before anything else: how much, whom, for how much money.

const sum = (values) => values.reduce((all, value) => all + value, 0);

const alertsOf = (code) => sum(Object.values(figures.rules[code].days));

const counted = (status) =>
  sum(rules.flatMap((code) => Object.values(figures.rules[code].levels).map((level) => level[status])));

const records = () => sum(Object.values(summary.streams).map((stream) => stream.read));

function answer() {
  const providers = figures.subjects.PROVIDER ?? 0;
  const found =
    figures.alerts === 0
      ? say('foundNothing')
      : providers > 0
        ? say('foundWithProviders', number(figures.alerts), number(figures.shops), number(providers))
        : say('found', number(figures.alerts), number(figures.shops));
  return element(
    'section',
    { id: 'answer', 'aria-labelledby': 'title' },
    element('h1', { id: 'title' }, say('title')),
    element('p', { class: 'as-of' }, summary.horizon === undefined ? say('nothingRead') : say('asOf', instant(summary.horizon), number(records()))),
    element('p', { class: 'lead' }, found),
    tiles(
      [say('alerts'), number(figures.alerts), 'first'],
      [say('open'), number(counted('open'))],
      [say('cured'), number(counted('cured'))],
      [say('shops'), number(figures.shops)],
      [say('providers'), number(providers)],
      [say('money'), money(figures.amountFen)],
    ),
  );
}
