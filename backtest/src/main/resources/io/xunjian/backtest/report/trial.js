// What would be otherwise: with the candidate, with other values of a parameter; and what people say of either.

const LONGEST_REASON = 400;
const LONGEST_VALUE = 16;

function candidate() {
  const comparison = summary.comparison;
  const total = say('candidateTotal', number(summary.alerts), number(summary.candidate.alerts));
  if (!comparison) {
    return section('candidate', say('candidate'), element('p', { class: 'lead' }, total));
  }
  const { added, removed, changed, shops, amountFen } = comparison;
  const isNothing = added + removed + changed === 0;
  const lead = isNothing
    ? say('candidateNothing')
    : say('candidateAdds', ...[added, removed, changed, shops].map(number));
  return section(
    'candidate',
    say('candidate'),
    element('p', { class: 'lead' }, lead),
    element('p', { class: 'note' }, total),
    tiles(
      [say('added'), number(added), 'added'],
      [say('removed'), number(removed), 'removed'],
      [say('changed'), number(changed), 'changed'],
      [say('shops'), number(shops)],
      [say('money'), moneyChange(amountFen)],
    ),
    isNothing ? null : difference(comparison),
  );
}

function changes() {
  const { mostAffected, examples } = summary.comparison;
  return section(
    'changes',
    say('changes'),
    affected(mostAffected),
    element('h3', {}, say('examplesTitle')),
    element('ul', { class: 'examples' }, examples.map(example)),
  );
}

function difference(comparison) {
  const shown = steps(comparison.rules);
  const values = (name, sign) => shown.map((step) => sign * step[name]);
  const series = [
    [say('added'), colour('added'), values('added', 1), comparison.added],
    [say('changed'), colour('changed'), values('changed', 1), comparison.changed],
    [say('removed'), colour('removed'), values('removed', -1), comparison.removed],
  ];
  return figure({
    title: say('diffTitle'),
    note: say('diffNote'),
    series,
    height: 56 + 30 * shown.length,
    options: (width) => horizontal(shown, series, width),
    heads: [say('rule'), say('added'), say('removed'), say('changed'), say('money')],
    rows: shown.map((step) => [given(step.label()), step.added, step.removed, step.changed, amount(moneyChange(step.amountFen))]),
  });
}

function affected(subjects) {
  const heads = [say('subject'), say('added'), say('removed'), say('changed'), say('money')];
  const rows = subjects.map((one) => [subjectOf(one), one.added, one.removed, one.changed, amount(moneyChange(one.amountFen))]);
  return element('div', { class: 'card' }, element('h3', {}, say('affectedTitle')), table(heads, rows));
}

/** What an alert says in a field, in words. */
function fieldText(field, alert) {
  const value = alert[field];
  if (value === undefined) {
    return say('none');
  }
  switch (field) {
    case 'raisedAt':
    case 'curedAt':
      return instant(value);
    case 'severity':
      return called('severity', value);
    case 'status':
      return say(`status.${value}`);
    case 'actions':
      return value.length === 0 ? say('none') : value.map(actionText).join(say('listComma'));
    default:
      return given(String(value));
  }
}

function actionText({ type, mode, amountFen, points }) {
  const worth = [amountFen ? money(amountFen) : null, points ? say('points', points) : null].filter(Boolean);
  const name = called('action', type);
  const how = called('mode', mode);
  return worth.length > 0 ? say('actionAmount', name, worth.join(say('listComma')), how) : say('action', name, how);
}

function example(change) {
  const alert = change.after ?? change.before;
  const kind = change.change.toLowerCase();
  const fields = change.changed ?? [];
  return element(
    'li',
    { class: `card example ${kind}` },
    element('p', { class: 'head' }, element('span', { class: 'badge' }, say(change.change)), element('strong', {}, givenRule(change.ruleCode)), subjectOf(alert)),
    element('p', {}, element('bdi', {}, shortened(alert.reason[language], LONGEST_REASON))),
    element('p', { class: 'id' }, given(change.alertId)),
    fields.length === 0
      ? null
      : table(
          ['', say('before'), say('after')],
          fields.map((field) => [say(`field.${field}`), fieldText(field, change.before), fieldText(field, change.after)]),
        ),
    change.history ? happened(change) : null,
  );
}

/** The first events of its key, and how many there are. */
function happened({ history, historyCount }) {
  return element(
    'details',
    {},
    element('summary', {}, say('happened', number(historyCount))),
    table(
      [say('time'), say('event')],
      history.map(({ eventTime, eventType, eventId }) => [instant(eventTime), element('span', {}, `${eventType} `, given(eventId))]),
    ),
  );
}

function sweep() {
  const { rule, parameter, values } = summary.sweep;
  const labels = values.map((one) => one.value);
  const alerts = values.map((one) => sum(Object.values(one.rules[rule] ?? {}).map((level) => level.open + level.cured)));
  const now = sum(Object.values(summary.rules[rule] ?? {}).map((one) => one.open + one.cured));
  const shops = values.map((one) => one.shops[rule] ?? 0);
  const label = { formatter: (value) => shortened(value, LONGEST_VALUE) };
  const one = (title, color, data, more) =>
    figure({
      title,
      height: 240,
      options: () =>
        vertical(labels, [{ type: 'line', name: title, data, color, symbol: 'circle', symbolSize: 8, lineStyle: { width: 2 }, ...more }], label),
    });
  return section(
    'sweep',
    say('sweepTitle', shortened(parameter, LONGEST_NAME)),
    element('p', { class: 'note' }, say('sweepNote', shortened(ruleName(rule), LONGEST_NAME))),
    element('div', { class: 'pair' }, one(say('sweepAlerts'), ruleColour(rule), alerts, level(now)), one(say('sweepShops'), colour('accent'), shops)),
    numbers(
      [say('value'), say('sweepAlerts'), say('sweepShops'), say('allRules')],
      values.map((value, i) => [given(value.value), alerts[i], shops[i], value.alerts]),
    ),
  );
}

const share = (value) => amount(value === null ? '–' : percent(value));

/** How well each book agrees with what people decided. */
function labels() {
  const heads = ['book', 'rule', 'truePositives', 'falsePositives', 'falseNegatives', 'trueNegatives', 'precision', 'recall'];
  const rows = Object.entries(summary.labels).flatMap(([book, scores]) =>
    Object.entries(scores).map(([rule, score]) => [
      say(`book.${book}`),
      givenRule(rule),
      ...heads.slice(2, 6).map((count) => score[count]),
      share(score.precision),
      share(score.recall),
    ]),
  );
  return section(
    'labels',
    say('labelsTitle'),
    element('p', { class: 'note' }, say('labelsNote')),
    element('div', { class: 'card' }, table(heads.map((head) => say(head)), rows)),
  );
}
