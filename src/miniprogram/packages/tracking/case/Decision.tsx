import { type CaseDetail } from '@contracts/applications'
import { rightsOf, services } from '@domain/services/catalogue'
import { open, switchTab } from '@/platform/navigation'
import { Button } from '@/ui/Button'
import { Card } from '@/ui/Card'
import { Paragraph } from '@/ui/Paragraph'
import { Section } from '@/ui/Section'
import { caseTexts as texts } from '../texts'

/** What follows from the decision; a no never stands alone (experience §6). */
export function Decision({ detail }: { detail: CaseDetail }) {
  if (detail.status === 'confirmed')
    return (
      <Section title={texts.confirmedTitle}>
        <Lines lines={afterYes(detail)} />
      </Section>
    )
  return detail.status === 'refused' ? <Refusal detail={detail} /> : null
}

/** What 乌海 does after a yes says nothing of a decision made elsewhere. Source: reference §5.0 step 7. */
function afterYes({ service, way }: CaseDetail): readonly string[] {
  if (way.procedure === 'passedOn') return texts.byHukou
  const { next } = services[service]
  return way.kind === 'application' ? [...next, texts.amounts] : next
}

function Refusal({ detail }: { detail: CaseDetail }) {
  const { service, way } = detail
  const { refused, confidential } = services[service]
  const isDecided = way.kind === 'application'
  const reason = detail.events.filter(({ kind }) => kind === 'refused')[0]?.reason
  return (
    <>
      <Section title={texts.reasonTitle[way.kind]}>
        <Card>
          <Paragraph>{reason ?? texts.noReason[way.kind]}</Paragraph>
        </Card>
      </Section>
      <Section title={texts.rightsTitle}>
        <Lines lines={isDecided ? texts.rights : rightsOf(service)} />
      </Section>
      <Section title={texts.helpTitle}>
        {/* Street and village are named to nobody who came past them on the confidential way (reference §5.3). */}
        <Lines lines={confidential ? refused : [...refused, ...texts.help]} />
        <Button kind="plain" onPress={() => switchTab('places')}>
          {texts.toHelp}
        </Button>
      </Section>
      <Section title={texts.againTitle}>
        <Paragraph>{texts.againMore}</Paragraph>
        <Button kind="plain" onPress={() => open('service', { service })}>
          {texts.apply}
        </Button>
      </Section>
    </>
  )
}

function Lines({ lines }: { lines: readonly string[] }) {
  if (lines.length === 0) return null
  return (
    <Card>
      {lines.map((line) => (
        <Paragraph key={line}>{line}</Paragraph>
      ))}
    </Card>
  )
}
