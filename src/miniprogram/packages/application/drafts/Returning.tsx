import { type Draft } from '@domain/application/draft'
import { papersNoLongerAsked, titlesToAnswerAgain } from '@domain/application/draftReturn'
import { today } from '@/platform/clock'
import { Notice } from '@/ui/Notice'
import { drafts as texts } from './texts'

/** What has changed since the draft was left, by its titles: nothing is dropped silently. */
export function Returning({ draft }: { draft: Draft }) {
  const again = titlesToAnswerAgain(draft, today())
  const notAsked = papersNoLongerAsked(draft)
  return (
    <>
      {again.length > 0 && (
        <Notice kind="warning" title={texts.again}>
          {again.join('')}
        </Notice>
      )}
      {notAsked.length > 0 && (
        <Notice kind="info" title={texts.notAsked}>
          {`${notAsked.join('、')}。`}
        </Notice>
      )}
    </>
  )
}
