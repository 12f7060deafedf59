import { clauseName } from '@domain/policy/clauseNames'
import { readingsOf, type Reading } from '@domain/policy/readings'
import { back } from '@/platform/navigation'
import { useFollowing } from '@/stores/following'
import { useSurroundings } from '@/stores/surroundings'
import { Button } from '@/ui/Button'
import { Screen } from '@/ui/Screen'
import { Paragraph } from '@/ui/Paragraph'
import { SummaryList } from '@/ui/SummaryList'
import { texts } from '../texts'

/** Misprints and open places of a clause beside how they are read here. The original stays as it is. */
export function Notes({ clause }: { clause: Reading['clause'] }) {
  const rows = readingsOf(clause).map(({ printed, readAs }) => ({
    id: printed,
    question: `${texts.printed}：“${printed}”`,
    answer: readAs,
  }))
  return (
    <Screen
      {...useSurroundings()}
      above={clause === 'opening' ? texts.opening : clauseName(clause).name}
      title={texts.notesTitle}
      lead={texts.notesLead}
      actions={
        <Button kind="plain" onPress={back}>
          {texts.back}
        </Button>
      }
    >
      <SummaryList rows={useFollowing(rows)} />
      <Paragraph tone="quiet">{texts.lead}</Paragraph>
    </Screen>
  )
}
