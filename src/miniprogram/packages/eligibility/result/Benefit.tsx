import { type EntitlementResult } from '@domain/eligibility/assessment'
import { provisionById, provisionOf, type ProvisionId } from '@domain/policy/provisions'
import { serviceCodes, type ServiceCode } from '@domain/services/catalogue'
import { open, replace } from '@/platform/navigation'
import { useChecker } from '@/stores/checker'
import { Button } from '@/ui/Button'
import { Paragraph } from '@/ui/Paragraph'
import { ResultCard } from '@/ui/ResultCard'
import { type Findings } from '../findings'
import { openQuestions } from '../openQuestions'
import { alreadyTag, neutralTitles, result as texts } from '../texts'

interface BenefitProps {
  result: EntitlementResult
  group: Findings['groups'][number]
}

const isService = (code: string): code is ServiceCode => (serviceCodes as readonly string[]).includes(code)

/** The provision of the entitlement first, then others the reasons rest on; each quotation once. */
function quotesOf({ provisions }: EntitlementResult) {
  const quotes: { words: string; clause: string; draft: true; onOpen: () => unknown }[] = []
  for (const id of provisions) {
    const { quote, clause } = provisionById(id)
    if (!quotes.some(({ words }) => words === quote))
      quotes.push({ words: quote, clause, draft: true, onOpen: openPolicy(id) })
  }
  return quotes
}

const openPolicy = (provision: ProvisionId) => () => open('policy', { provision })

/** One entitlement: the answer, why, in whose words, what would settle it, and what to do next. */
export function Benefit({ result, group }: BenefitProps) {
  const { code, canApply, reasons } = result
  const { name = '', leadDepartment } = provisionOf(code)
  const neutral = neutralTitles[code]
  const isGranted = result.result === 'ELIGIBLE' && !canApply
  return (
    <ResultCard
      tone={group.tone}
      tag={isGranted ? alreadyTag : group.tag}
      title={neutral ?? name}
      reasons={reasons.map(({ text }) => text)}
      quotes={quotesOf(result)}
      actions={canApply && <Apply code={code} isSure={result.result === 'ELIGIBLE'} />}
    >
      {neutral && <Paragraph tone="quiet">{texts.official(name)}</Paragraph>}
      {isGranted && <Paragraph>{texts.already}</Paragraph>}
      <Paragraph tone="quiet">{texts.who(leadDepartment)}</Paragraph>
      {result.missing && <Missing paths={result.missing} />}
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
function Missing({ paths }: { paths: readonly string[] }) {
  const questions = openQuestions(paths)
  const goTo = (position: number) => {
    useChecker.getState().goTo(position)
    return replace('check', { page: String(position + 1) })
  }
  if (questions.length === 0) return null
  return (
    <>
      <Paragraph tone="strong">{texts.settledBy}</Paragraph>
      {questions.map(({ id, title, position }) => (
        <Button key={id} kind="link" onPress={() => goTo(position)}>
          {title}
        </Button>
      ))}
    </>
  )
}
