import type { EvidenceEvent } from '../api/types.ts'

/** A point of the timeline: an event, or the instant at which the breach stands or is cured. */
export type Point = { at: number } & ({ kind: 'event'; event: EvidenceEvent } | { kind: 'raised' } | { kind: 'cured' })

const ORDER = { event: 0, raised: 1, cured: 2 }

/** In order of time. What happens exactly at the deadline is in time, and stands before it. */
export function timeline(evidence: EvidenceEvent[], raisedAt: number, curedAt: number | null): Point[] {
  const points: Point[] = evidence.map((event) => ({ kind: 'event', at: event.eventTime, event }))
  points.push({ kind: 'raised', at: raisedAt })
  if (curedAt !== null) points.push({ kind: 'cured', at: curedAt })
  return points
    .map((point, i) => ({ point, i }))
    .sort((a, b) => a.point.at - b.point.at || ORDER[a.point.kind] - ORDER[b.point.kind] || a.i - b.i)
    .map(({ point }) => point)
}
