import fc from 'fast-check'
import { consentActors, consentKinds } from '@domain/application/consents'
import type { FamilyFacts } from '@domain/eligibility/facts'
import { helpers } from '@domain/people/relations'
import type { CopiedCase } from '@domain/rights/copyCase'
import type { Copy } from '@domain/rights/copyText'
import { correctionFields, correctionStatuses } from '@domain/rights/corrections'
import { holdingKinds } from '@domain/rights/holdings'
import { serviceCodes } from '@domain/services/catalogue'
import { paperIds } from '@domain/services/papers'
import { detailIds, detailQuestions, type Details } from '@domain/services/details'
import { actors, caseEventKinds, caseKinds, caseStatuses, procedures } from '@domain/tracking/machine'
import { anyHousehold } from '../eligibility/anyHousehold'

/* Any copy the contract allows. Nobody in it types a letter of the Latin alphabet: whichever is read, the program wrote. */

const typed = fc.string({
  unit: fc.constantFrom('王', '明', '，', '。', ' ', '\n', '：', '7'),
  maxLength: 12,
})
const digits = fc.string({ unit: fc.constantFrom(...'0123456789'), minLength: 12, maxLength: 12 })
const instant = fc
  .date({ min: new Date('2025-12-30'), max: new Date('2027-01-03'), noInvalidDate: true })
  .map((date) => date.toISOString())
const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined })
const orNull = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: null })
const few = <T>(value: fc.Arbitrary<T>) => fc.array(value, { maxLength: 3 })

export const anyFacts: fc.Arbitrary<FamilyFacts> = anyHousehold.map(
  ({ today: _, settings: __, ...facts }) => facts,
)

const paper = fc.constantFrom(...paperIds, 'aPaperOfALaterCatalogue')
const photo = fc.record({ paper, receivedAt: instant })

const anyDetails: fc.Arbitrary<Details> = fc
  .dictionary(
    fc.constantFrom(...detailIds),
    fc.oneof(
      fc.constant({ kind: 'unknown' as const }),
      typed.map((value) => ({ kind: 'text' as const, value })),
    ),
  )
  .map((details) =>
    detailIds.reduce<Details>((all, id) => {
      const first = detailQuestions[id].options?.[0]
      const answer = first ? { kind: 'choice' as const, values: [first.value] } : details[id]
      return details[id] && answer ? { ...all, [id]: answer } : all
    }, {}),
  )

const anyCase: fc.Arbitrary<CopiedCase> = fc.record({
  caseNumber: digits,
  service: fc.constantFrom(...serviceCodes),
  way: fc.record({ procedure: fc.constantFrom(...procedures), kind: fc.constantFrom(...caseKinds) }),
  status: fc.constantFrom(...caseStatuses),
  submittedAt: instant,
  applicant: fc.record({
    name: typed,
    idNumber: maybe(digits),
    phone: digits,
    safeToContact: fc.boolean(),
    helper: fc.constantFrom(...helpers),
  }),
  child: fc.record({ name: typed, idNumber: maybe(digits) }),
  facts: anyFacts,
  details: anyDetails,
  papers: few(fc.record({ paper, attachmentIds: few(fc.constant('an-id')) })),
  remarks: few(typed),
  events: few(
    fc.record({
      kind: fc.constantFrom(...caseEventKinds),
      by: fc.constantFrom(...actors),
      at: instant,
      office: maybe(typed),
      reason: maybe(typed),
      supplement: maybe(fc.record({ papers: few(fc.record({ paper, reason: typed })) })),
    }),
  ),
  photos: few(photo),
  consents: few(
    fc.record({
      kind: fc.constantFrom(...consentKinds),
      actor: fc.constantFrom(...consentActors),
      givenAt: instant,
      withdrawnAt: orNull(instant),
    }),
  ),
  corrections: few(
    fc.record({
      field: fc.constantFrom(...correctionFields),
      status: fc.constantFrom(...correctionStatuses),
      requestedAt: instant,
      decidedAt: orNull(instant),
      answer: orNull(typed),
      before: orNull(typed),
      wanted: typed,
    }),
  ),
})

export const anyCopy: fc.Arbitrary<Copy> = fc.record({
  madeAt: instant,
  account: fc.record({ createdAt: instant }),
  kinds: few(fc.record({ kind: fc.constantFrom(...holdingKinds), count: fc.nat(40) })),
  cases: few(anyCase),
  frozenCases: few(fc.record({ caseNumber: digits, frozenAt: instant })),
  loosePhotos: few(photo),
})
