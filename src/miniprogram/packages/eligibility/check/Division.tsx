import { type Answer } from '@domain/eligibility/questions'
import { provinces } from '@domain/divisions/provinces'
import { wuhaiDistricts } from '@domain/divisions/wuhai'
import { AreaPicker } from '@/ui/AreaPicker'
import { Choice } from '@/ui/Choice'
import { unknownValue } from '@/ui/Choice/selection'
import { places } from '../texts'

export interface DivisionProps {
  answer: Answer | undefined
  onAnswer: (answer: Answer | undefined) => void
  /** The list of provinces instead of that of 乌海. */
  isElsewhere: boolean
}

/** Value of the row that leads to the provinces; no division has this code. */
export const otherProvince = 'otherProvince'

const innerMongolia = '150000'
const options = [
  ...wuhaiDistricts.map(({ code, name }) => ({ value: code, words: `乌海市${name}` })),
  { value: innerMongolia, words: places.innerMongolia },
  { value: otherProvince, words: places.otherProvince },
]
const isListed = (code: string) => options.some(({ value }) => value === code)
const others = provinces.filter(({ code }) => code !== innerMongolia)

const division = (value: string): Answer => ({ kind: 'division', value })

/**
 * Where the hukou or the home is: as fine as the rules need it, district or province. The provinces are a page of
 * their own, so that a tap sends two rows to the screen and not thirty.
 */
export function Division({ answer, onAnswer, isElsewhere }: DivisionProps) {
  const code = answer?.kind === 'division' ? answer.value : undefined
  if (isElsewhere)
    return (
      <AreaPicker
        areas={others}
        value={code}
        onChange={(chosen) => onAnswer(chosen === undefined ? undefined : division(chosen))}
      />
    )
  const shown = code === undefined || isListed(code) ? code : otherProvince
  return (
    <Choice
      options={options}
      unknown="不清楚"
      value={answer?.kind === 'unknown' ? unknownValue : shown}
      onChange={(value) => onAnswer(value === unknownValue ? { kind: 'unknown' } : division(value))}
    />
  )
}

/** Whether the next page asks which province. */
export function leadsElsewhere(answer: Answer): boolean {
  return answer.kind === 'division' && answer.value === otherProvince
}
