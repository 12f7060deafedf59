import { useDraft } from '@/stores/draft'
import { draftKeptDays } from '@/stores/oldDrafts'
import { Notice } from '@/ui/Notice'
import { drafts as texts } from './texts'

/** Says that drafts whose time was over have left the phone; the list had said it before. */
export function Erased() {
  const erased = useDraft((state) => state.erased)
  return erased > 0 ? <Notice kind="info" title={texts.erased(erased, draftKeptDays())} urgent /> : null
}
