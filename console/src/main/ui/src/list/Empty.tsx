import { useDesk } from '../desk/desk.ts'
import { Notice } from '../parts/Notice.tsx'
import { TO_DO } from '../place/views.ts'

/** Why there is nothing to see, and what to do about it. */
export function Empty({ q, onSearch }: { q: string; onSearch: (q: string) => void }) {
  const { words } = useDesk()
  if (q === '') return <Notice title={words('emptyAll')} hint={words('emptyAllHint')} />
  return (
    <Notice title={words(q === TO_DO ? 'emptyToDo' : 'empty')}>
      <button type="button" onClick={() => onSearch('')}>
        {words('everything')}
      </button>
    </Notice>
  )
}
