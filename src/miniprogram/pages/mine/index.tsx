import { useState } from 'react'
import { open } from '@/platform/navigation'
import { openPrivacyGuide } from '@/platform/privacy'
import { isWeapp } from '@/platform/target'
import { useAppearance } from '@/stores/preferences'
import { useSurroundings } from '@/stores/surroundings'
import { Button } from '@/ui/Button'
import { Card } from '@/ui/Card'
import { Entry } from '@/ui/Entry'
import { Notice } from '@/ui/Notice'
import { Paragraph } from '@/ui/Paragraph'
import { Screen } from '@/ui/Screen'
import { Section } from '@/ui/Section'
import { AppearanceChoices } from './Appearance'
import { useKept } from './kept'
import { texts } from './texts'

/** 我的: how it looks, what lies on this phone, and which texts it rests on. */
export default function MinePage() {
  const { lines, isSignedIn, clear, leave } = useKept()
  const [asks, setAsks] = useState(false)
  const [done, setDone] = useState<string>()
  const clearNow = async () => {
    setAsks(false)
    await clear()
    setDone(texts.cleared)
  }
  const leaveNow = async () => {
    await leave()
    setDone(texts.signedOut)
  }
  return (
    <Screen {...useSurroundings()} title={texts.title}>
      <AppearanceChoices {...useAppearance()} />
      <Section title={texts.kept}>
        {done && <Notice kind="success" title={done} urgent />}
        <Card>
          {lines.length === 0 && <Paragraph>{texts.nothingKept}</Paragraph>}
          {lines.map((line) => (
            <Paragraph key={line}>{line}</Paragraph>
          ))}
          <Paragraph tone="quiet">{texts.keptNote}</Paragraph>
          {asks ? (
            <ClearQuestion onKeep={() => setAsks(false)} onClear={clearNow} />
          ) : (
            lines.length > 0 && (
              <Button kind="plain" icon="trash" onPress={() => setAsks(true)}>
                {texts.clear}
              </Button>
            )
          )}
          {isSignedIn && (
            <Button kind="plain" icon="exit" onPress={leaveNow}>
              {texts.signOut}
            </Button>
          )}
        </Card>
      </Section>
      <About />
    </Screen>
  )
}

/** In the page and not over it: an overlay would lie behind the tab bar. */
function ClearQuestion({ onKeep, onClear }: { onKeep: () => void; onClear: () => unknown }) {
  const actions = (
    <>
      <Button kind="plain" onPress={onKeep}>
        {texts.keep}
      </Button>
      <Button kind="danger" onPress={onClear}>
        {texts.clearNow}
      </Button>
    </>
  )
  return (
    <Notice kind="warning" title={texts.clearQuestion} urgent actions={actions}>
      {texts.clearMore}
    </Notice>
  )
}

function About() {
  return (
    <Section title={texts.about}>
      <Card kind="rows">
        <Entry icon="book" {...texts.policy} onPress={() => open('policy')} />
        <Entry icon="lock" {...texts.notices} onPress={() => open('notices')} />
        <Entry icon="person" {...texts.myInformation} onPress={() => open('myInformation')} />
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
