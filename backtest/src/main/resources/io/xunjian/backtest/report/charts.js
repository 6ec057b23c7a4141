// Charts. Each stands in a figure with its title, a legend in words and its numbers as a table.

const COLOURS = 8;
const SLIDER_FROM_DAYS = 45;

/** What is drawn now, to be resized and thrown away. */
let drawn = [];

const colour = (name) => getComputedStyle(document.documentElement).getPropertyValue(`--${name}`).trim();

const rules = Object.keys(figures.rules);

const ruleColour = (code) => colour(`rule-${Math.max(0, rules.indexOf(code)) % COLOURS}`);

function forgetCharts() {
  drawn.forEach((chart) => chart.dispose());
  drawn = [];
}

/** What the pointer is on, made of nodes. */
function tip(entries) {
  const shown = entries.filter((entry) => entry.value !== 0 && entry.value !== undefined);
  return element(
    'div',
    { class: 'tip' },
    element('strong', {}, given(entries[0].name)),
    shown.map((entry) => {
      const mark = element('i', { class: 'mark' });
      mark.style.background = entry.color;
      return element('div', {}, mark, given(entry.series), element('b', {}, number(Math.abs(entry.value))));
    }),
  );
}

const axisText = () => ({ color: colour('muted'), fontSize: 12, fontFamily: colour('font') });

const lines = () => ({ lineStyle: { color: colour('line') } });

const shortNumber = (value) =>
  new Intl.NumberFormat(locale(), { notation: 'compact', maximumFractionDigits: 1 }).format(Math.abs(value));

const valueAxis = () => ({
  type: 'value',
  minInterval: 1,
  axisLabel: { ...axisText(), formatter: shortNumber, hideOverlap: true },
  splitLine: lines(),
});

const categoryAxis = (data, label) => ({
  type: 'category',
  data,
  axisTick: { show: false },
  axisLine: lines(),
  axisLabel: { ...axisText(), ...label },
});

function option(rest) {
  return {
    animation: false,
    textStyle: { fontFamily: colour('font') },
    legend: { show: false },
    grid: { left: 8, right: 16, top: 16, bottom: 8, containLabel: true },
    tooltip: {
      trigger: 'axis',
      confine: true,
      axisPointer: { type: 'shadow', shadowStyle: { color: colour('shade') } },
      backgroundColor: colour('card'),
      borderColor: colour('line'),
      textStyle: { color: colour('text'), fontSize: 13 },
      formatter: (points) =>
        tip(points.map(({ name, value, color, seriesName }) => ({ name, value, color, series: seriesName }))),
    },
    ...rest,
  };
}

/** Bars on top of each other; a list of [name, colour, values]. */
const stacked = (series, more = {}) =>
  series.map(([name, color, data]) => ({ type: 'bar', stack: 'all', name, data, color, barMaxWidth: 28, ...more }));

function legend(chart, series) {
  return element(
    'ul',
    { class: 'legend' },
    series.map(([name, color, , count]) => {
      const mark = element('i', { class: 'mark' });
      mark.style.background = color;
      const button = element('button', { type: 'button', 'aria-pressed': 'true' }, mark, given(name), element('b', {}, number(count)));
      button.addEventListener('click', () => {
        button.setAttribute('aria-pressed', String(button.getAttribute('aria-pressed') !== 'true'));
        chart().dispatchAction({ type: 'legendToggleSelect', name });
      });
      return element('li', {}, button);
    }),
  );
}

/** A figure whose chart is drawn once it stands in the page, when it has a width. */
function figure({ title, note, series, height, options, heads, rows }) {
  const place = element('div', { class: 'chart', role: 'img', 'aria-label': title });
  place.style.height = `${height}px`;
  let chart;
  const made = element(
    'figure',
    {},
    element('h3', {}, title),
    note ? element('p', { class: 'note' }, note) : null,
    series && series.length > 1 ? legend(() => chart, series) : null,
    place,
    heads ? numbers(heads, rows) : null,
  );
  made.draw = () => {
    chart = echarts.init(place);
    chart.setOption(options(place.clientWidth));
    drawn.push(chart);
  };
  return made;
}

const PIXELS_PER_CHARACTER = 17;

/** The levels of some rules, one by one, with what there is of each; a level that is alone needs no number. */
const steps = (byRule) =>
  Object.entries(byRule).flatMap(([code, { levels }]) =>
    Object.entries(levels).map(([level, counts], _, all) => ({
      label: (most = Infinity) => {
        const name = shortened(ruleName(code), most);
        return all.length > 1 ? say('ruleLevel', name, level) : name;
      },
      ...counts,
    })),
  );

/** Bars to the side, one for each step; where a total is given, it stands after the last of each line. */
function horizontal(shown, series, width, total) {
  const labels = shown.map((step) => step.label(Math.min(28, Math.round(width / PIXELS_PER_CHARACTER) - 6)));
  const bars = stacked(series, { barMaxWidth: 18 });
  if (total) {
    const label = { ...axisText(), show: true, position: 'right', formatter: ({ dataIndex }) => number(total(shown[dataIndex])) };
    bars.at(-1).label = label;
  }
  return option({
    grid: { left: 8, right: total ? 56 : 16, top: 16, bottom: 8, containLabel: true },
    xAxis: valueAxis(),
    yAxis: { ...categoryAxis(labels), inverse: true },
    series: bars,
  });
}

/** A line across the chart at what is so now. */
const level = (value) => ({
  markLine: {
    silent: true,
    symbol: 'none',
    lineStyle: { color: colour('muted') },
    label: { ...axisText(), position: 'insideEndTop', formatter: say('now', number(value)) },
    data: [{ yAxis: value }],
  },
});

const vertical = (labels, series, label, more = {}) =>
  option({ xAxis: categoryAxis(labels, { hideOverlap: true, ...label }), yAxis: valueAxis(), series, ...more });

const slider = () => ({
  type: 'slider',
  height: 22,
  bottom: 8,
  brushSelect: false,
  labelFormatter: '',
  borderColor: colour('line'),
  fillerColor: colour('shade'),
  textStyle: axisText(),
});
