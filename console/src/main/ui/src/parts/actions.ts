import type { Action } from '../api/types.ts'
import { yuan } from '../format/numbers.ts'
import { day } from '../format/time.ts'
import type { Words } from '../words/words.ts'

/** An action of the rule book in words, without its mode. */
export function actionText(action: Action, words: Words, zone: string): string {
  const said = [words.code('action', action.type)]
  if (action.amountFen) said.push(yuan(action.amountFen))
  if (action.points) said.push(words('points', action.points))
  if (action.until) said.push(words('until', day(action.until, zone)))
  return said.join(words.lang === 'zh' ? '，' : ', ')
}
