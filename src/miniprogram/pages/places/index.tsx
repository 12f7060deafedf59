import { hotlines } from '@domain/places/hotlines'
import { leave } from '@/platform/leaving'
import { useSurroundings } from '@/stores/surroundings'
import { Button } from '@/ui/Button'
import { Card } from '@/ui/Card'
import { Paragraph } from '@/ui/Paragraph'
import { QuickExit } from '@/ui/QuickExit'
import { Screen } from '@/ui/Screen'
import { Section } from '@/ui/Section'
import { Hotlines } from './Hotlines'
import { texts } from './texts'

const [police, ...others] = hotlines

/** 找帮助: works without network and login, keeps nothing. Danger comes first. */
export default function PlacesPage() {
  const surroundings = useSurroundings()
  const { onCall } = surroundings
  return (
    <Screen {...surroundings} title={texts.title} exit={<QuickExit onLeave={leave} />}>
      {police && (
        <Button kind="danger" icon="phone" onPress={() => onCall(police.number)}>
          {texts.callPolice}
        </Button>
      )}
      <Paragraph tone="quiet">{texts.lead}</Paragraph>
      <Section title={texts.others}>
        <Paragraph tone="quiet">{texts.othersLead}</Paragraph>
        <Hotlines hotlines={others} onCall={onCall} />
        <Paragraph tone="quiet">{texts.national}</Paragraph>
      </Section>
      <Section title={texts.homes}>
        <Card>
          <Paragraph>{texts.homesLead}</Paragraph>
          <Paragraph>{texts.homesNotPublished}</Paragraph>
          <Paragraph>{texts.homesMeanwhile}</Paragraph>
          <Paragraph>{texts.counselling}</Paragraph>
        </Card>
      </Section>
    </Screen>
  )
}
