import { type Draft } from '@domain/application/draft'
import { papersOfDraft, placesKey, routeOfDraft } from '@domain/application/draftFacts'
import { officeElsewhere } from '@domain/divisions/officeElsewhere'
import { services } from '@domain/services/catalogue'
import { courseOf, longestPassedOn, type CourseStep } from '@domain/services/courses'
import { paperName } from '@domain/services/paperCatalogue'
import { officesOn, routeRules } from '@domain/services/route'
import { Card } from '@/ui/Card'
import { Notice } from '@/ui/Notice'
import { Paragraph } from '@/ui/Paragraph'
import { Section } from '@/ui/Section'
import { SummaryList } from '@/ui/SummaryList'
import { route as texts } from '../../texts'
import { FormScreen, type FormPageProps } from '../FormScreen'

/** Any street of the country, whose name nobody knows yet. */
const anyStreet = { kind: 'crossProvinceOut', procedure: 'passedOn' } as const

/** 跨省通办, before anything is photographed: who takes, who decides, each step with its time, and what does not hold. */
export function RoutePage({ draft, ...page }: FormPageProps & { draft: Draft }) {
  const { service } = draft
  const route = routeOfDraft(draft)
  if (!route) return <FormScreen {...page}>{null}</FormScreen>
  const { work } = page
  const next = () => {
    work.change((before) => ({ ...before, routeRead: placesKey(before) }))
    return work.next()
  }
  const isIn = route.kind === 'crossProvinceIn'
  const { intake, deciding } = officesOn(route, services[service].department, officeElsewhere)
  return (
    <FormScreen {...page} work={{ ...work, next }} lead={routeRules[route.kind].words}>
      <SummaryList
        rows={[
          { id: 'intake', question: texts.intake, answer: intake },
          { id: 'deciding', question: texts.deciding, answer: deciding },
        ]}
      />
      {isIn && (
        <Notice kind="warning" title={texts.otherRules}>
          {texts.otherRulesMore}
        </Notice>
      )}
      <Course title={isIn ? texts.steps : texts.here} steps={courseOf(service, route, officeElsewhere)} />
      {!isIn && <Course title={texts.elsewhere} steps={courseOf(service, anyStreet)} />}
      <Paragraph>{texts.longest(longestPassedOn)}</Paragraph>
      <Paragraph tone="quiet">{isIn ? texts.legal : texts.noTravel}</Paragraph>
      <Papers draft={draft} more={isIn ? texts.papersElsewhere : texts.papersMore} />
    </FormScreen>
  )
}

function Course({ title, steps }: { title: string; steps: readonly CourseStep[] }) {
  return (
    <Section title={title}>
      <Card>
        {steps.map((step, index) => (
          <Paragraph key={step.what}>{texts.step(index + 1, step)}</Paragraph>
        ))}
      </Card>
    </Section>
  )
}

function Papers({ draft, more }: { draft: Draft; more: string }) {
  const names = papersOfDraft(draft).map(({ paper }) => paperName(paper))
  return (
    <Section title={texts.papers} count={names.length}>
      <Card>
        <Paragraph>{`${names.join('、')}。`}</Paragraph>
      </Card>
      <Paragraph tone="quiet">{more}</Paragraph>
    </Section>
  )
}
