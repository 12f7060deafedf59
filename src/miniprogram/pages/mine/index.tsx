import { useState } from 'react'
import { open } from '@/platform/navigation'
import { openPrivacyGuide } from '@/platform/privacy'
import { isWeapp } from '@/platform/target'
import { useAppearance } from '@/stores/preferences'
import { signOut } from '@/stores/session'
import { useSurroundings } from '@/stores/surroundings'
import { Button } from '@/ui/Button'
import { Card } from '@/ui/Card'
import { Entry } from '@/ui/Entry'
import { Notice } from '@/ui/Notice'
import { Paragraph } from '@/ui/Paragraph'
import { Screen } from '@/ui/Screen'
import { Section } from '@/ui/Section'
import { Sheet } from '@/ui/Sheet'
import { AppearanceChoices } from './Appearance'
import { useKept } from './kept'
import { texts } from './texts'

/** 我的: how it looks, what lies on this phone, and which texts it rests on. */
export default function MinePage() {
  const { lines, isSignedIn, clear } = useKept()
  const [asks, setAsks] = useState(false)
  const [done, setDone] = useState<string>()
  const clearNow = async () => {
    setAsks(false)
    await clear()
    setDone(texts.cleared)
  }
  const leave = async () => {
    await signOut()
    setDone(texts.signedOut)
  }
  const sheet = asks && <ClearSheet onKeep={() => setAsks(false)} onClear={clearNow} />
  return (
    <Screen {...useSurroundings()} title={texts.title} sheet={sheet || undefined}>
      <AppearanceChoices {...useAppearance()} />
      <Section title={texts.kept}>
        {done && <Notice kind="success" title={done} urgent />}
        <Card>
          {lines.length === 0 && <Paragraph>{texts.nothingKept}</Paragraph>}
          {lines.map((line) => (
            <Paragraph key={line}>{line}</Paragraph>
          ))}
          <Paragraph tone="quiet">{texts.keptNote}</Paragraph>
          {lines.length > 0 && (
            <Button kind="plain" icon="trash" onPress={() => setAsks(true)}>
              {texts.clear}
            </Button>
          )}
          {isSignedIn && (
            <Button kind="plain" icon="exit" onPress={leave}>
              {texts.signOut}
            </Button>
          )}
        </Card>
      </Section>
      <About />
    </Screen>
  )
}

function ClearSheet({ onKeep, onClear }: { onKeep: () => void; onClear: () => unknown }) {
  return (
    <Sheet
      title={texts.clearQuestion}
      onClose={onKeep}
      actions={
        <>
          <Button kind="plain" onPress={onKeep}>
            {texts.keep}
          </Button>
          <Button kind="danger" onPress={onClear}>
            {texts.clearNow}
          </Button>
        </>
      }
    >
      <Paragraph>{texts.clearDraft}</Paragraph>
      <Paragraph>{texts.clearCases}</Paragraph>
    </Sheet>
  )
}

function About() {
  return (
    <Section title={texts.about}>
      <Card kind="rows">
        <Entry icon="book" {...texts.policy} onPress={() => open('policy')} />
        <Entry icon="lock" {...texts.notices} onPress={() => open('notices')} />
        {isWeapp && <Entry icon="info" {...texts.guide} onPress={openPrivacyGuide} />}
      </Card>
      <Card>
        {texts.aboutLines.map((line) => (
          <Paragraph key={line}>{line}</Paragraph>
        ))}
      </Card>
    </Section>
  )
}
