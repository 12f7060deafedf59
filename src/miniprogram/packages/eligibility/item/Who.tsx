import { provisionOf, type EntitlementCode } from '@domain/policy/provisions'
import { Card } from '@/ui/Card'
import { Paragraph } from '@/ui/Paragraph'
import { Section } from '@/ui/Section'
import { item as texts } from '../resultTexts'

/**
 * Whom to ask: the department, and any street, which must pass a family on (社会救助暂行办法 60条). No number is named
 * that nobody has published; 12345 stands at the end of every page.
 */
export function Who({ code, canApply }: { code: EntitlementCode; canApply: boolean }) {
  return (
    <Section title={texts.who}>
      <Card>
        <Paragraph tone="strong">{texts.responsible(provisionOf(code).office)}</Paragraph>
        {canApply && <Paragraph>{texts.notOnThePhone}</Paragraph>}
        <Paragraph>{texts.anyStreet}</Paragraph>
        <Paragraph tone="quiet">{texts.rightToAnswer}</Paragraph>
      </Card>
    </Section>
  )
}
