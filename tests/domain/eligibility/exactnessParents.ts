import type { Parent } from '@domain/eligibility/facts'
import { fact, isKnown, yes } from './exactnessFacts'
import { caring, today } from './families'

/** Both parents as wholes: not known means that nothing is known of the parent. */
const withNothing = { ableToCare: false, paysMaintenance: false }
const able = { ableToCare: true, paysMaintenance: true }
export const parentValues: Record<string, Omit<Parent, 'role'>> = {
  去世: { ...caring, ...withNothing, dead: true },
  服刑24个月: { ...caring, ...withNothing, imprisoned: { termMonths: 24 } },
  '服刑，给抚养费': { ...caring, imprisoned: { termMonths: 24 }, ableToCare: false, paysMaintenance: true },
  今天回来抚养: { ...caring, ...able, resumedCareOn: today },
  一直抚养: { ...caring, ...able, resumedCareOn: '2010-01-01' },
  '抚养，没有能力': { ...caring, ableToCare: false, paysMaintenance: true, resumedCareOn: '2010-01-01' },
  '有能力，不给抚养费': { ...caring, ableToCare: true, paysMaintenance: false, resumedCareOn: '2010-01-01' },
  '没有能力，不给抚养费': { ...caring, ...withNothing, resumedCareOn: '2010-01-01' },
}
export const father = fact('爸爸', 'parents.father', parentValues)
export const mother = fact('妈妈', 'parents.mother', parentValues)

const noOtherGround = {
  compulsoryRehab: false,
  otherRestriction: false,
  seriouslyIll: false,
  guardianshipRevoked: false,
  deported: false,
}
/** The father is listed, and his own facts are told one by one. */
export const fatherListed = fact(
  '爸爸',
  'parents.father',
  { 有这个人: { ...noOtherGround, ableToCare: false, paysMaintenance: true } },
  isKnown,
)
const ofFather = (name: string, key: keyof Parent, values: Record<string, unknown>) =>
  fact(name, `parents.father.${key}`, values)
export const fatherDead = ofFather('爸爸去世', 'dead', yes)
export const fatherMissing = ofFather('爸爸被宣告失踪', 'declaredMissing', yes)
export const fatherPrison = ofFather('爸爸服刑', 'imprisoned', {
  '5个月': { termMonths: 5 },
  '6个月': { termMonths: 6 },
  没有: false,
})
export const fatherDisability = ofFather('爸爸的残疾', 'disabilities', {
  没有: [],
  三级肢体: [{ type: 'physical', grade: 3, certified: true }],
  四级精神: [{ type: 'mental', grade: 4, certified: true }],
})
export const fatherLost = ofFather('爸爸失联', 'lostContact', {
  没有: false,
  报警满6个月: { since: '2025-09-01', policeAcceptedOn: '2025-09-30', establishedByStreet: false },
  报警差一天满6个月: { since: '2025-10-01', policeAcceptedOn: '2025-10-01', establishedByStreet: false },
})
