import assert from 'node:assert/strict'
import { test } from 'node:test'
import { share, whole, yuan } from '../src/format/numbers.ts'
import { beginOfDay, day, endOfDay, instant, span } from '../src/format/time.ts'

const SHANGHAI = 'Asia/Shanghai'

test('an instant is shown in its zone, midnight as 00 and not as 24', () => {
  const midnight = Date.parse('2025-06-01T00:00:00+08:00')
  assert.equal(instant(midnight, SHANGHAI), '2025-06-01 00:00:00')
  assert.equal(instant(midnight - 1, SHANGHAI), '2025-05-31 23:59:59')
  assert.equal(instant(midnight, 'UTC'), '2025-05-31 16:00:00')
  assert.equal(day(midnight, 'America/New_York'), '2025-05-31')
})

test('a day begins and ends as its zone has it, on days of 23 and 25 hours too', () => {
  assert.equal(endOfDay('2025-06-01', SHANGHAI), Date.parse('2025-06-01T23:59:59.999+08:00'))
  assert.equal(beginOfDay('2025-06-01', SHANGHAI), Date.parse('2025-06-01T00:00:00+08:00'))
  for (const date of ['2025-03-09', '2025-11-02', '2025-07-01']) {
    assert.equal(instant(beginOfDay(date, 'America/New_York'), 'America/New_York'), `${date} 00:00:00`)
    assert.equal(instant(endOfDay(date, 'America/New_York'), 'America/New_York'), `${date} 23:59:59`)
  }
})

test('a span is said by its two largest units, without a gap between them', () => {
  const HOUR = 3_600_000
  assert.equal(span(26 * HOUR, 'en'), '1 d 2 h')
  assert.equal(span(-26 * HOUR, 'zh'), '1 天 2 小时')
  assert.equal(span(24 * HOUR + 60_000, 'en'), '1 d')
  assert.equal(span(90_000, 'en', 1), '1 min')
  assert.equal(span(1, 'en'), '1 ms')
  assert.equal(span(0, 'zh'), '0 秒')
})

test('amounts are yuan from fen, to the fen', () => {
  assert.equal(yuan(1000), '¥10')
  assert.equal(yuan(123456), '¥1,234.56')
  assert.equal(yuan(5), '¥0.05')
  assert.equal(whole(1234567), '1,234,567')
})

test('a share of nothing is a dash, a small one keeps a decimal', () => {
  assert.equal(share(null), '–')
  assert.equal(share(0), '0 %')
  assert.equal(share(0.0123), '1.2 %')
  assert.equal(share(1), '100 %')
})
