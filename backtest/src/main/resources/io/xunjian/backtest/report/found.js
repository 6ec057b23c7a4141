// What the rules in force find.

const DAY_MS = 24 * 3600 * 1000;

/** Every day from the first to the last, those without an alert too. */
function allDays() {
  const days = rules.flatMap((code) => Object.keys(figures.rules[code].days)).sort();
  const every = [];
  for (let day = Date.parse(days[0]); day <= Date.parse(days.at(-1)); day += DAY_MS) {
    every.push(new Date(day).toISOString().slice(0, 10));
  }
  return every;
}

function days() {
  const every = allDays();
  const on = (code, day) => figures.rules[code].days[day] ?? 0;
  const series = rules.map((code) => [ruleName(code), ruleColour(code), every.map((day) => on(code, day)), alertsOf(code)]);
  const isLong = every.length > SLIDER_FROM_DAYS;
  const label = { formatter: (day) => (isLong ? day : day.slice(5)) };
  return figure({
    title: say('daysTitle'),
    note: say('daysNote'),
    series,
    height: 300,
    options: () =>
      isLong
        ? vertical(every, stacked(series), label, { dataZoom: [slider()], grid: { left: 8, right: 16, top: 16, bottom: 44, containLabel: true } })
        : vertical(every, stacked(series), label),
    heads: [say('day'), ...rules.map(givenRule), say('all')],
    rows: every
      .map((day) => [day, rules.map((code) => on(code, day))])
      .filter(([, counts]) => sum(counts) > 0)
      .map(([day, counts]) => [day, ...counts, sum(counts)]),
  });
}

function levels() {
  const shown = steps(figures.rules);
  const series = [
    [say('open'), colour('open'), shown.map((step) => step.open), counted('open')],
    [say('cured'), colour('cured'), shown.map((step) => step.cured), counted('cured')],
  ];
  return figure({
    title: say('levelsTitle'),
    note: say('levelsNote'),
    series,
    height: 56 + 30 * shown.length,
    options: (width) => horizontal(shown, series, width, (step) => step.open + step.cured),
    heads: [say('rule'), say('open'), say('cured'), say('all')],
    rows: shown.map((step) => [given(step.label()), step.open, step.cured, step.open + step.cured]),
  });
}

function cures() {
  const bounds = figures.cureHours;
  const longer = say('over', hours(bounds.at(-1)));
  const labels = [...bounds.map((bound) => say('upTo', hours(bound))), longer];
  const short = [...bounds.map(hours), longer];
  const curedRules = rules.filter((code) => sum(figures.rules[code].cureTimes) > 0);
  const series = curedRules.map((code) => [ruleName(code), ruleColour(code), figures.rules[code].cureTimes, sum(figures.rules[code].cureTimes)]);
  return figure({
    title: say('curesTitle'),
    note: say('curesNote'),
    series,
    height: 300,
    options: () => vertical(labels, stacked(series), { formatter: (_, bucket) => short[bucket] }),
    heads: [say('took'), ...curedRules.map(givenRule)],
    rows: labels.map((label, bucket) => [label, ...curedRules.map((code) => figures.rules[code].cureTimes[bucket])]),
  });
}

function topSubjects() {
  const most = Math.max(...figures.topSubjects.map((one) => one.alerts));
  const rows = figures.topSubjects.map((one) => [subjectOf(one), bar(one.alerts, most), one.alerts, amount(money(one.amountFen))]);
  return element(
    'div',
    { class: 'card' },
    element('h3', {}, say('topTitle')),
    table([say('subject'), '', say('alerts'), say('money')], rows),
  );
}

function found() {
  return section(
    'found',
    say('foundTitle'),
    days(),
    element('div', { class: 'pair' }, levels(), counted('cured') > 0 ? cures() : null),
    topSubjects(),
  );
}
