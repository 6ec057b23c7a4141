import { useDesk } from '../desk/desk.ts'
import { instant, minute, span } from '../format/time.ts'

/** An instant, with its age. Its exact time is in the tooltip. */
export function Time({ at, age = false, seconds = false }: { at: number; age?: boolean; seconds?: boolean }) {
  const { preferences, words, now } = useDesk()
  const full = instant(at, preferences.zone)
  return (
    <time dateTime={new Date(at).toISOString()} title={`${full} ${preferences.zone}`} class="time">
      {seconds ? full : minute(at, preferences.zone)}
      {age && <span class="age"> {words('ago', span(Math.max(0, now - at), words.lang, 1))}</span>}
    </time>
  )
}
