import { useState } from 'react'
import { type EntitlementResult } from '@domain/eligibility/assessment'
import { entitlementCodes, type EntitlementCode } from '@domain/policy/provisions'
import { back, open, queryOfPage, replace } from '@/platform/navigation'
import { checkerAnswers } from '@/stores/checkerAnswers'
import { useSurroundings } from '@/stores/surroundings'
import { Button } from '@/ui/Button'
import { Screen } from '@/ui/Screen'
import { ApplyActions } from '../ApplyActions'
import { findingsOf, serviceOf } from '../findings'
import { nameOf } from '../names'
import { item as texts, result as resultTexts } from '../resultTexts'
import { Change } from './Change'
import { General } from './General'
import { Instead } from './Instead'
import { Papers } from './Papers'
import { Settle } from './Settle'
import { Who } from './Who'
import { Why } from './Why'

interface Opened {
  code: EntitlementCode
  /** Absent where no question was answered, and for help the checker does not decide about. */
  result?: EntitlementResult
}

// Asked for and told of on the confidential way only (reference §5.3).
const confidential: readonly EntitlementCode[] = ['HIV_ALLOWANCE']

function opened(): Opened | undefined {
  const wanted = queryOfPage().code
  const code = entitlementCodes.filter((each) => each === wanted && !confidential.includes(each))[0]
  const answers = checkerAnswers()
  if (!code || Object.keys(answers).length === 0) return code && { code }
  return { code, result: findingsOf(answers).all.filter((each) => each.code === code)[0] }
}

/** One entitlement: the answer, why, in whose words, what would settle or change it, papers, whom to ask. */
export default function ItemPage() {
  const [item] = useState(opened)
  return item ? <Item {...item} /> : <NoItem />
}

function NoItem() {
  const toResults = () => replace('result')
  return (
    <Screen
      {...useSurroundings()}
      title={texts.unknownTitle}
      actions={<Button onPress={toResults}>{texts.toResults}</Button>}
    />
  )
}

function Item({ code, result }: Opened) {
  const service = result?.canApply === true ? serviceOf(code) : undefined
  return (
    <Screen
      {...useSurroundings()}
      title={nameOf(code)}
      lead={resultTexts.lead}
      actions={
        service ? (
          <ApplyActions service={service} isSure={result?.result === 'ELIGIBLE'} />
        ) : (
          <Button kind="plain" onPress={back}>
            {texts.back}
          </Button>
        )
      }
    >
      {result ? <Answer {...result} /> : <General code={code} />}
      <Who code={code} canApply={result?.canApply === true && !service} />
    </Screen>
  )
}

function Answer(result: EntitlementResult) {
  return (
    <>
      <Why result={result} />
      <Settle result={result} />
      <Change result={result} />
      <Instead codes={result.alternatives ?? []} />
      <Papers result={result} />
      <Button kind="link" icon="edit" onPress={() => open('whatIf')}>
        {texts.tryIt}
      </Button>
    </>
  )
}
