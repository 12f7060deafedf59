import { type EntitlementResult } from '@domain/eligibility/assessment'
import { provisionOf } from '@domain/policy/provisions'
import { serviceCodes, type ServiceCode } from '@domain/services/catalogue'
import { open, replace } from '@/platform/navigation'
import { useChecker } from '@/stores/checker'
import { Button } from '@/ui/Button'
import { Paragraph } from '@/ui/Paragraph'
import { ResultCard } from '@/ui/ResultCard'
import { explanationOf, type Explanation } from '../explanation'
import { type Findings } from '../findings'
import { alreadyTag, neutralTitles, result as texts } from '../texts'

interface BenefitProps {
  result: EntitlementResult
  group: Findings['groups'][number]
}

const isService = (code: string): code is ServiceCode => (serviceCodes as readonly string[]).includes(code)

/** One entitlement: the answer, why, in whose words, what would settle it, and what to do next. */
export function Benefit({ result, group }: BenefitProps) {
  const { code, canApply } = result
  const { name = '', leadDepartment } = provisionOf(code)
  const neutral = neutralTitles[code]
  const isGranted = result.result === 'ELIGIBLE' && !canApply
  const why = explanationOf(result)
  return (
    <ResultCard
      tone={group.tone}
      tag={isGranted ? alreadyTag : group.tag}
      title={neutral ?? name}
      reasons={why.sentences}
      quotes={why.quotes.map(({ provision, ...quote }) => ({
        ...quote,
        draft: true,
        onOpen: () => open('policy', { provision }),
      }))}
      actions={canApply && <Apply code={code} isSure={result.result === 'ELIGIBLE'} />}
    >
      {neutral && <Paragraph tone="quiet">{texts.official(name)}</Paragraph>}
      {isGranted && <Paragraph>{texts.already}</Paragraph>}
      <Paragraph tone="quiet">{texts.who(leadDepartment)}</Paragraph>
      {why.questions.length > 0 && <OpenQuestions {...why} />}
    </ResultCard>
  )
}

function Apply({ code, isSure }: { code: string; isSure: boolean }) {
  if (!isService(code)) return <Paragraph tone="strong">{texts.atTheOffice}</Paragraph>
  return (
    <>
      <Button kind="plain" onPress={() => open('service', { code })}>
        {texts.papers}
      </Button>
      <Button kind={isSure ? 'main' : 'plain'} onPress={() => open('start', { from: 'check' })}>
        {texts.apply}
      </Button>
    </>
  )
}

/** The questions that settle an open answer, each leading back to its page. */
function OpenQuestions({ questions, moreQuestions }: Explanation) {
  const goTo = (position: number) => {
    useChecker.getState().goTo(position)
    return replace('check', { page: String(position + 1) })
  }
  return (
    <>
      <Paragraph tone="strong">{texts.settledBy}</Paragraph>
      {questions.map(({ id, title, position }) => (
        <Button key={id} kind="link" onPress={() => goTo(position)}>
          {title}
        </Button>
      ))}
      {moreQuestions > 0 && <Paragraph tone="quiet">{texts.moreOpen(moreQuestions)}</Paragraph>}
    </>
  )
}
