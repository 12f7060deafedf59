import { formatInstant } from '@domain/calendar/instant'
import { today } from '@/platform/clock'
import { useDidShow } from '@/platform/lifecycle'
import { open } from '@/platform/navigation'
import { inOrder, readCasesOfPhone, refreshCases, useCases } from '@/stores/cases'
import { useConnection } from '@/stores/connection'
import { dispatch } from '@/stores/dispatch'
import { chooseDraft, readShelf, useDraftCards } from '@/stores/draftShelf'
import { useOutbox, useStanding } from '@/stores/outbox'
import { readSession } from '@/stores/session'
import { useSurroundings } from '@/stores/surroundings'
import { useWhileShown } from '@/stores/whileShown'
import { Button } from '@/ui/Button'
import { Card } from '@/ui/Card'
import { Entry } from '@/ui/Entry'
import { Paragraph } from '@/ui/Paragraph'
import { Screen } from '@/ui/Screen'
import { CaseEntry, NeededCase } from './CaseCard'
import { texts } from './texts'

/** What the phone knows, at once; the server is asked only where this phone is signed in already. */
async function openList(): Promise<void> {
  void dispatch()
  await Promise.all([readCasesOfPhone(), readShelf()])
  if (await readSession()) await refreshCases()
}

/** 进度: the family's cases, those that wait for it first; readable without network. */
export default function ProgressPage() {
  const surroundings = useSurroundings()
  const offline = useConnection((state) => state.offline)
  const { isRead, cases, readAt, isRefreshing, failure } = useCases()
  useDidShow(() => void openList())
  const isEmpty = isRead && cases.length === 0
  return (
    <Screen
      {...surroundings}
      title={isEmpty ? texts.empty : texts.title}
      lead={isEmpty ? (readAt === undefined ? texts.emptyMore : texts.emptyAsked) : undefined}
      offline={offline}
      error={surroundings.error ?? (offline ? undefined : failure?.message)}
    >
      <HandedIn />
      <Unfinished />
      {!isRead && <Paragraph>{texts.opening}</Paragraph>}
      {isEmpty ? <NothingYet /> : <Cases />}
      {readAt !== undefined && (
        <Paragraph tone="quiet">{texts.readAt(formatInstant(readAt, today()))}</Paragraph>
      )}
      {isRead && (
        <Button kind="link" busy={isRefreshing ? texts.refreshing : undefined} onPress={refreshCases}>
          {failure ? texts.again : readAt === undefined ? texts.look : texts.refresh}
        </Button>
      )}
    </Screen>
  )
}

function Cases() {
  const cases = inOrder(useCases((state) => state.cases))
  const others = cases.filter((one) => !one.needsFamily)
  return (
    <>
      {cases
        .filter((one) => one.needsFamily)
        .map((one) => (
          <NeededCase key={one.id} one={one} />
        ))}
      {others.length > 0 && (
        <Card kind="rows">
          {others.map((one) => (
            <CaseEntry key={one.id} one={one} />
          ))}
        </Card>
      )}
    </>
  )
}

/** What was handed in and goes by itself. */
function HandedIn() {
  const outgoing = useWhileShown(useOutbox((state) => state.outgoing))
  if (outgoing.length === 0) return null
  return (
    <Card kind="rows">
      {outgoing.map(({ draftId }) => (
        <HandedInEntry key={draftId} id={draftId} />
      ))}
    </Card>
  )
}

function HandedInEntry({ id }: { id: string }) {
  const standing = useStanding(id)
  if (!standing) return null
  const look = () => {
    chooseDraft(id)
    return open('form')
  }
  return <Entry icon="clock" {...texts.handedIn[standing]} onPress={look} />
}

/** One is opened at once; of several the family chooses. */
function Unfinished() {
  const handedIn = useOutbox(({ outgoing }) => outgoing)
  const isHandedIn = (id: string) => handedIn.some(({ draftId }) => draftId === id)
  const [last, ...others] = useWhileShown(useDraftCards()).filter(({ id }) => !isHandedIn(id))
  if (!last) return null
  const isOne = others.length === 0 && last.updatedAt !== undefined
  const goOn = () => {
    if (!isOne) return open('drafts')
    chooseDraft(last.id)
    return open('form')
  }
  return (
    <Card kind="rows">
      <Entry
        icon="edit"
        title={isOne ? texts.unfinished : texts.unfinishedList}
        note={isOne ? texts.unfinishedNote : texts.unfinishedSeveral(others.length + 1)}
        onPress={goOn}
      />
    </Card>
  )
}

/** Nothing to follow yet: where a family begins. */
function NothingYet() {
  return (
    <Card kind="rows">
      <Entry icon="search" title={texts.check} onPress={() => open('check')} />
      <Entry icon="document" title={texts.apply} onPress={() => open('services')} />
    </Card>
  )
}
