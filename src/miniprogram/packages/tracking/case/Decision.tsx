import { type CaseDetail } from '@contracts/applications'
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
        <Lines lines={texts.confirmed} />
      </Section>
    )
  return detail.status === 'refused' ? <Refusal detail={detail} /> : null
}

function Refusal({ detail }: { detail: CaseDetail }) {
  const reason = detail.events.filter(({ kind }) => kind === 'refused')[0]?.reason
  return (
    <>
      <Section title={texts.reasonTitle}>
        <Card>
          <Paragraph>{reason ?? texts.noReason}</Paragraph>
        </Card>
      </Section>
      <Section title={texts.rightsTitle}>
        <Lines lines={texts.rights} />
      </Section>
      <Section title={texts.helpTitle}>
        <Lines lines={texts.help} />
        <Button kind="plain" onPress={() => switchTab('places')}>
          {texts.toHelp}
        </Button>
      </Section>
      <Section title={texts.againTitle}>
        <Paragraph>{texts.againMore}</Paragraph>
        <Button kind="plain" onPress={() => open('service', { service: detail.service })}>
          {texts.apply}
        </Button>
      </Section>
    </>
  )
}

const Lines = ({ lines }: { lines: readonly string[] }) => (
  <Card>
    {lines.map((line) => (
      <Paragraph key={line}>{line}</Paragraph>
    ))}
  </Card>
)
