import { policyParts } from '@domain/policy/policyParts'
import { readingsOf } from '@domain/policy/readings'
import { open, replace } from '@/platform/navigation'
import { useSurroundings } from '@/stores/surroundings'
import { Button } from '@/ui/Button'
import { Card } from '@/ui/Card'
import { Entry } from '@/ui/Entry'
import { Passage } from '@/ui/Passage'
import { Screen } from '@/ui/Screen'
import { texts } from '../texts'

/** What stands before the first part: title, addressees, preamble. */
export function Opening() {
  const paragraphs = policyParts()[0]?.paragraphs ?? []
  const notes = readingsOf('opening').length
  return (
    <Screen {...useSurroundings()} title={texts.opening} lead={texts.lead}>
      <Card>
        {paragraphs.map((paragraph) => (
          <Passage key={paragraph}>{paragraph}</Passage>
        ))}
      </Card>
      {notes > 0 && (
        <Card kind="rows">
          <Entry
            icon="info"
            title={texts.notes(notes)}
            note={texts.notesMore}
            onPress={() => open('policy', { notes: 'opening' })}
          />
        </Card>
      )}
      <Button kind="link" onPress={() => replace('policy')}>
        {texts.all}
      </Button>
    </Screen>
  )
}
