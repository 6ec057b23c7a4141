// What was read, and what of it is no event or came too late.

const FATES = ['read', 'used', 'duplicates', 'late', 'deadLetters', 'heartbeats', 'ignored'];

function streams() {
  const rows = Object.entries(summary.streams).map(([stream, counts]) => [stream, ...FATES.map((fate) => counts[fate])]);
  return element(
    'div',
    { class: 'card' },
    element('h3', {}, say('streamsTitle')),
    element('p', { class: 'note' }, say('inputNote')),
    table([say('stream'), ...FATES.map((fate) => say(fate))], rows),
  );
}

function deadLetters() {
  const dead = Object.entries(summary.deadLetters).map(([reason, count]) => [say(reason), count]);
  const late = Object.entries(summary.streams)
    .filter(([, counts]) => counts.late > 0)
    .map(([stream, counts]) => [`${say('lateEvents')}: ${stream}`, counts.late]);
  const all = [...dead, ...late];
  const most = Math.max(...all.map(([, count]) => count));
  return element(
    'div',
    { class: 'card' },
    element('h3', {}, say('deadTitle')),
    all.length === 0
      ? element('p', { class: 'note' }, say('noDead'))
      : [
          element('p', { class: 'note' }, say('deadNote')),
          table([say('reason'), '', say('records')], all.map(([reason, count]) => [reason, bar(count, most), count])),
        ],
  );
}

const input = () => section('input', say('inputTitle'), streams(), deadLetters());
