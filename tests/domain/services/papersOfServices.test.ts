import type { FamilyFacts } from '@domain/eligibility/facts'
import { serviceCodes, type ServiceCode } from '@domain/services/catalogue'
import type { DetailId, Details } from '@domain/services/details'
import { paperOf } from '@domain/services/paperCatalogue'
import type { FamilyPaperKind } from '@domain/services/papers'
import { requiredPapers } from '@domain/services/requiredPapers'

/*
 * 每一项要带什么，按材料的来处（reference §5）另写一遍：从事项目录里拿掉任何一样，或者多要一样，这里都会不同。
 */

const on = '2026-11-18'
const young = '2016-03-05'
const adult = '2008-11-18'
const wuhai = '150302001'
const henan = '410105'

interface Family {
  facts: FamilyFacts
  details: Details
}

const family = (
  child: FamilyFacts['child'] = {},
  more: Partial<Family> & { granted?: boolean } = {},
): Family => ({
  facts: {
    child: { birthDate: young, hukou: { division: wuhai }, ...child },
    ...(more.granted && {
      household: { recognised: ['nearSubsistence'] as const } as FamilyFacts['household'],
    }),
    ...more.facts,
  },
  details: more.details ?? {},
})

const chose = (id: DetailId, ...values: string[]): Partial<Family> => ({
  details: { [id]: { kind: 'choice', values } },
})

const plain = family()
const disabled = family({ disabilities: [{ type: 'physical', grade: 1 }] })
const ill = family({ illnesses: ['脑瘫'] })
const grownUp = family({ birthDate: adult })
const newcomer = family({ hukou: { division: henan }, residencePermit: { held: true } })
const withoutPermit = family({ hukou: { division: henan }, residencePermit: { held: false } })
const poor = family({}, { granted: true })

type Row = [situation: string, family: Family, papers: FamilyPaperKind[]]

const allowance: FamilyPaperKind[] = [
  'childHukouBook',
  'birthCertificate',
  'childPhoto',
  'bankCard',
  'applicantIdCard',
]
const orphan: FamilyPaperKind[] = [
  'childHukouBook',
  'childPhoto',
  'bankCard',
  'applicantIdCard',
  'careAgreement',
]
const tekun: FamilyPaperKind[] = [
  'childHukouBook',
  'applicantIdCard',
  'incomeStatement',
  'incomeAuthorisation',
]
const dibao: FamilyPaperKind[] = [
  'householdHukouBook',
  'householdIdCards',
  'incomeStatement',
  'incomeAuthorisation',
]
const adopted: FamilyPaperKind[] = ['childHukouBook', 'applicantIdCard', 'adoptionCertificate']
const tomorrow: FamilyPaperKind[] = ['childHukouBook', 'applicantIdCard', 'orphanProof']
const school: FamilyPaperKind[] = ['childHukouBook', 'birthCertificate', 'vaccinationRecord']
const housing: FamilyPaperKind[] = ['householdHukouBook', 'applicantIdCard']
const dream: FamilyPaperKind[] = ['childHukouBook', 'orphanProof', 'schoolProof', 'bankCard']

const expected: Record<ServiceCode, Row[]> = {
  DFUC_ALLOWANCE: [
    ['孩子还小', plain, allowance],
    ['差一天满18岁', family({ birthDate: '2008-11-19' }), allowance],
    ['今天满18岁', grownUp, [...allowance, 'schoolProof']],
  ],
  ORPHAN_ALLOWANCE: [
    ['孩子还小', plain, orphan],
    ['满18岁', grownUp, [...orphan, 'schoolProof']],
  ],
  TEKUN: [
    ['没有残疾', plain, tekun],
    ['有残疾', disabled, [...tekun, 'childDisabilityCard']],
  ],
  DIBAO: [
    ['没有病和残疾', plain, dibao],
    ['有残疾', disabled, [...dibao, 'childDisabilityCard']],
    ['有病', ill, [...dibao, 'childDiagnosis']],
  ],
  DIBAO_SINGLE: [
    ['还不知道', plain, dibao],
    ['有残疾', disabled, [...dibao, 'childDisabilityCard']],
    ['有病', ill, [...dibao, 'childDiagnosis']],
  ],
  TEMP_AID: [
    ['户口在乌海', plain, ['childHukouBook', 'applicantIdCard']],
    [
      '户口在外地',
      family({ hukou: { division: henan } }),
      ['childHukouBook', 'applicantIdCard', 'residencePermit'],
    ],
    ...(['fire', 'accident', 'schoolCost', 'other'] as const).map((event): Row => [
      event,
      family({}, chose('hardshipEvent', event)),
      ['childHukouBook', 'applicantIdCard', 'hardshipProof'],
    ]),
    ...(['suddenIllness', 'medicalCost'] as const).map((event): Row => [
      event,
      family({}, chose('hardshipEvent', event)),
      ['childHukouBook', 'applicantIdCard', 'medicalBills'],
    ]),
    [
      '车祸，看病花钱多：两样都要',
      family({}, chose('hardshipEvent', 'accident', 'medicalCost')),
      ['childHukouBook', 'applicantIdCard', 'medicalBills', 'hardshipProof'],
    ],
    [
      '不清楚',
      family({}, { details: { hardshipEvent: { kind: 'unknown' } } }),
      ['childHukouBook', 'applicantIdCard'],
    ],
  ],
  ADOPTED_CONTINUATION: [
    ['还不知道', plain, adopted],
    ['有残疾', disabled, [...adopted, 'childDisabilityCard']],
    ['有病', ill, [...adopted, 'childDiagnosis']],
  ],
  CATEGORY_A: [['都一样', plain, ['childHukouBook', 'applicantIdCard', 'confirmatoryReport']]],
  INSURE_LOCAL: [
    ['户口在乌海', plain, ['childHukouBook']],
    ['有居住证', newcomer, ['childHukouBook', 'residencePermit']],
    ['没有居住证，也能办', withoutPermit, ['childHukouBook', 'residenceProof']],
  ],
  CHRONIC_OUTPATIENT: [['都一样', plain, ['childHukouBook', 'childDiagnosis', 'medicalBills']]],
  MED_AID_OTHER: [
    ['没有认定过', plain, ['childHukouBook', 'applicantIdCard', 'medicalBills']],
    ['认定过', poor, ['childHukouBook', 'applicantIdCard', 'lowIncomeProof', 'medicalBills']],
  ],
  TOMORROW_PLAN: [
    ['还不知道', plain, tomorrow],
    ['有残疾', disabled, [...tomorrow, 'childDisabilityCard']],
    ['有病', ill, [...tomorrow, 'childDiagnosis']],
    ['满18岁', grownUp, [...tomorrow, 'schoolProof']],
  ],
  REHAB: [
    ['还不知道', plain, ['childHukouBook']],
    ['有残疾证', disabled, ['childHukouBook', 'childDisabilityCard']],
    ['只有诊断', ill, ['childHukouBook', 'childDiagnosis']],
    ['户口在外地', newcomer, ['childHukouBook', 'residencePermit']],
    ['家里困难', poor, ['childHukouBook', 'lowIncomeProof']],
  ],
  HOME_ACCESS: [
    [
      '自己的房子',
      family({}, chose('homeOwnership', 'own')),
      ['childHukouBook', 'applicantIdCard', 'childDisabilityCard'],
    ],
    [
      '租的房子：要房主同意',
      family({}, chose('homeOwnership', 'rented')),
      ['childHukouBook', 'applicantIdCard', 'childDisabilityCard', 'ownerConsent'],
    ],
    ['家里困难', poor, ['childHukouBook', 'applicantIdCard', 'childDisabilityCard', 'lowIncomeProof']],
  ],
  HOUSING: [
    ['还不知道', plain, housing],
    ['有居住证', newcomer, [...housing, 'residencePermit']],
    ['没有居住证', withoutPermit, [...housing, 'residenceProof']],
  ],
  SCHOOL_ONE_THING: [
    ['户口在乌海', plain, school],
    ['有居住证', newcomer, [...school, 'residencePermit']],
    ['没有居住证：不是非要不可', withoutPermit, [...school, 'residenceProof']],
  ],
  SPECIAL_EDU: [
    ['还不知道', plain, ['childHukouBook', 'vaccinationRecord']],
    ['有残疾', disabled, ['childHukouBook', 'childDisabilityCard', 'vaccinationRecord']],
  ],
  STUDENT_AID: [
    ['没有认定过', plain, ['studentAidForm', 'schoolProof']],
    ['认定过', poor, ['studentAidForm', 'schoolProof', 'lowIncomeProof']],
  ],
  FUCAI_DREAM: [['都一样', grownUp, dream]],
  LEGAL_AID: [['都一样', plain, ['applicantIdCard', 'childHukouBook']]],
  DIBAO_CARE_SERVICE: [['不要材料', plain, []]],
  SCREENING: [['不要材料', plain, []]],
  DIRECTOR_VISIT: [['不要材料', plain, []]],
  COUNSEL_REQUEST: [['不要材料', plain, []]],
  CHILD_HOME: [['不要材料', plain, []]],
  CHARITY_LINK: [['不要材料', plain, []]],
  ENTRUSTED_CARE: [['不要材料', plain, []]],
  GUARDIANSHIP_HELP: [['不要材料', plain, []]],
  ADOPTION: [['不要材料', plain, []]],
}

describe.each(serviceCodes)('%s', (code) => {
  test.each(expected[code])('%s', (_, { facts, details }, papers) => {
    const asked = requiredPapers(code, { facts, details, on })
    expect(asked.map(({ paper }) => paper).sort()).toEqual([...papers].sort())
    for (const { why } of asked) {
      expect(why).toMatch(/。$/)
      expect(why).not.toMatch(/[{}a-zA-Z]|undefined/)
    }
    const purposes = asked.map(({ paper }) => paperOf(paper).purpose)
    expect(new Set(purposes).size).toBe(purposes.length)
  })
})

const withPapers = serviceCodes.filter((code) => expected[code].some(([, , papers]) => papers.length > 0))

test.each(withPapers)('%s：受委托的亲属要委托书，监护人要监护证明，父母都不要', (code) => {
  const own = requiredPapers(code, { facts: plain.facts, details: {}, on }).length
  const asked = (applicant: FamilyFacts['applicant']) =>
    requiredPapers(code, { facts: { ...plain.facts, applicant }, details: {}, on })
      .map(({ paper }) => paper)
      .slice(own)
  expect(asked({ relation: 'grandparent', entrusted: true })).toEqual(['entrustment'])
  expect(asked({ relation: 'guardian' })).toEqual(['guardianshipProof'])
  expect(asked({ relation: 'mother' })).toEqual([])
})

test('只有看父母情况的事项，才要父母的材料', () => {
  const dead = { ...plain.facts, parents: [{ role: 'father', dead: true } as const] }
  const asking = serviceCodes.filter((code) =>
    requiredPapers(code, { facts: dead, details: {}, on }).some(({ paper }) => paper === 'father.deathProof'),
  )
  expect(asking.sort()).toEqual(['DFUC_ALLOWANCE', 'ORPHAN_ALLOWANCE', 'TEKUN'])
})
