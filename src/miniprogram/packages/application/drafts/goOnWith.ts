import { open, type Moved } from '@/platform/navigation'
import { chooseDraft } from '@/stores/draftShelf'

/** The form opens at the step at which this draft was left. */
export function goOnWith(id: string): Promise<Moved> {
  chooseDraft(id)
  return open('form')
}
