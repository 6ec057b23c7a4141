import type { SubjectType } from '../api/types.ts'
import { useDesk } from '../desk/desk.ts'
import { toSubject } from '../place/views.ts'
import { Id } from './Id.tsx'

/** Who it is about, with the way to its page. */
export function SubjectLink({ type, id, most = 40 }: { type: SubjectType; id: string; most?: number }) {
  const { words } = useDesk()
  return (
    <a class="subject" href={toSubject(type, id)}>
      <span class="subject-type">{words(type === 'PROVIDER' ? 'subject_PROVIDER' : 'subject_SHOP')}</span>{' '}
      <Id value={id} most={most} />
    </a>
  )
}
