import { today } from '@/platform/clock'
import { leave } from '@/platform/leaving'
import { useConnection } from '@/stores/connection'
import { useSurroundings } from '@/stores/surroundings'
import { Button } from '@/ui/Button'
import { Card } from '@/ui/Card'
import { Paragraph } from '@/ui/Paragraph'
import { QuickExit } from '@/ui/QuickExit'
import { Screen } from '@/ui/Screen'
import { SummaryList } from '@/ui/SummaryList'
import { accessTexts as texts } from '../texts'
import { useAccesses } from '../useAccesses'
import { accessRows } from './accessRows'

/** 谁看过我孩子的材料: every look of staff at one case, by office and role. */
export default function AccessesPage() {
  const surroundings = useSurroundings()
  const offline = useConnection((state) => state.offline)
  const { rows, hasMore, isLoading, failure, load } = useAccesses()
  return (
    <Screen
      {...surroundings}
      offline={offline}
      title={texts.title}
      lead={texts.lead}
      error={surroundings.error ?? failure?.message}
      announcement={isLoading ? texts.loading : undefined}
      exit={<QuickExit onLeave={leave} />}
    >
      {isLoading && !rows && <Paragraph tone="quiet">{texts.loading}</Paragraph>}
      {rows?.length === 0 && (
        <Card>
          <Paragraph>{texts.empty}</Paragraph>
        </Card>
      )}
      {rows && rows.length > 0 && <SummaryList rows={accessRows(rows, today())} />}
      {rows && hasMore && !failure && (
        <Button kind="plain" busy={isLoading ? texts.loading : undefined} onPress={load}>
          {texts.older}
        </Button>
      )}
      {failure && !isLoading && (
        <Button kind="plain" onPress={load}>
          {texts.again}
        </Button>
      )}
      <Paragraph tone="quiet">{texts.noNames}</Paragraph>
      <Paragraph tone="quiet">{texts.complain}</Paragraph>
    </Screen>
  )
}
