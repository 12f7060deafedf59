import { provisionOf, type EntitlementCode } from '@domain/policy/provisions'
import { open } from '@/platform/navigation'
import { Card } from '@/ui/Card'
import { Entry } from '@/ui/Entry'
import { Paragraph } from '@/ui/Paragraph'
import { Section } from '@/ui/Section'
import { nameOf, quietSentence } from '../names'
import { item as texts } from '../resultTexts'

/** What to use instead: nobody is left with a bare no. */
export function Instead({ codes }: { codes: readonly EntitlementCode[] }) {
  if (codes.length === 0) return null
  return (
    <Section title={texts.instead}>
      <Paragraph tone="quiet">{texts.insteadLead}</Paragraph>
      <Card kind="rows">
        {codes.map((code) => (
          <Entry
            key={code}
            title={nameOf(code)}
            note={quietSentence(provisionOf(code).plain)}
            onPress={() => open('item', { code })}
          />
        ))}
      </Card>
    </Section>
  )
}
