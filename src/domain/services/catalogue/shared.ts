import type { ApplicantRelation } from '@domain/eligibility/facts'
import type { ServicePaper } from '../service'

/** Who applies for a child. Source: reference §5.2 [W22, W69]; 社会救助暂行办法 11、16条. */
export const familyRelations: readonly ApplicantRelation[] = [
  'grandparent',
  'father',
  'mother',
  'otherRelative',
  'guardian',
  'villageCommittee',
  'self',
  'other',
]

/** Who asks for help may be anybody who cares for the child. */
export const anybody: readonly ApplicantRelation[] = [
  'grandparent',
  'father',
  'mother',
  'otherRelative',
  'guardian',
  'self',
  'other',
]

/** What a sudden hardship is shown by. Source: reference §5.6. */
export const hardshipGrounds: readonly ServicePaper[] = [
  {
    paper: 'medicalBills',
    when: { detail: 'hardshipEvent', is: ['suddenIllness', 'medicalCost'] },
    why: '因为您说看病遇到了难处。',
  },
  {
    paper: 'hardshipProof',
    when: { detail: 'hardshipEvent', is: ['fire', 'accident', 'schoolCost', 'other'] },
    why: '因为您说家里遇到了这件难事。',
  },
]

/** What shows where a child from elsewhere lives. No paper is a condition: 没有的可以稍后补. Source: reference §5.7, §5.14. */
export const residencePapers: readonly ServicePaper[] = [
  { paper: 'residencePermit', when: 'permitHeld', why: '因为您说办了居住证。' },
  { paper: 'residenceProof', when: 'permitNotHeld', why: '没有居住证，看别的证明。' },
]
