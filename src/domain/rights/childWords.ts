import type { Child, ChildStatus, FamilyFacts } from '@domain/eligibility/facts'
import {
  dayWords,
  listWords,
  notTold,
  optionWords,
  placeWords,
  rowsOf,
  yesOrNo,
  type Fact,
  type Row,
} from './factWords'
import { disabilityText } from './familyWords'

const statusNames: Record<ChildStatus, string> = {
  orphan: '孤儿',
  deFactoUnattended: '事实无人抚养儿童',
  extremePoverty: '特困',
  subsistenceAllowance: '低保',
  subsistenceAllowanceSingle: '低保（单人户）',
}

function statusText({ as, since }: { as: ChildStatus; since?: string }): string {
  const day = dayWords(since)
  return day === undefined ? statusNames[as] : `${statusNames[as]}（从${day}起）`
}

// The confidential category has a route of its own and is never among these facts, so it has no words here.
const facts: readonly Fact<Child>[] = [
  { name: '户口', tell: ({ hukou }) => placeWords(hukou?.division) ?? notTold },
  { name: '住处', tell: ({ residence }) => placeWords(residence?.division) ?? notTold },
  { name: '从哪天起住在这里', tell: ({ residence }) => dayWords(residence?.since) },
  { name: '居住证', tell: ({ residencePermit: permit }) => yesOrNo(permit?.held, '办了', '没有办') },
  { name: '居住证上次签注', tell: ({ residencePermit: permit }) => dayWords(permit?.lastSignedOn) },
  { name: '上学', tell: ({ schooling }) => optionWords('child.stage', schooling?.stage) },
  { name: '全日制', tell: ({ schooling }) => yesOrNo(schooling?.fullTime) },
  {
    name: '从哪里毕业',
    tell: ({ schooling }) => optionWords('child.graduatedFrom', schooling?.graduatedFromStage),
  },
  { name: '哪天毕业', tell: ({ schooling }) => dayWords(schooling?.graduatedOn) },
  { name: '残疾', tell: ({ disabilities }) => listWords(disabilities?.map(disabilityText)) },
  { name: '病', tell: ({ illnesses }) => listWords(illnesses) },
  {
    name: '已经认定',
    tell: ({ recognised }) => listWords(recognised?.map(statusText)),
  },
  { name: '查找不到亲生父母', tell: ({ abandoned }) => yesOrNo(abandoned) },
  {
    name: '收养',
    tell: ({ adoption }) => (adoption === undefined ? undefined : adoption ? '办过收养登记' : '没有'),
  },
  { name: '哪天登记收养', tell: ({ adoption }) => dayWords(adoption?.registeredOn) },
  {
    name: '收养以前是孤儿，或是捡到的',
    tell: ({ adoption }) => yesOrNo(adoption?.wasOrphanOrAbandoned),
  },
  { name: '收养以前有残疾', tell: ({ adoption }) => yesOrNo(adoption?.wasDisabled) },
  { name: '收养以前有病', tell: ({ adoption }) => yesOrNo(adoption?.wasIll) },
  { name: '居民医保', tell: ({ insured }) => optionWords('child.insured', insured) },
  { name: '住在儿童福利机构', tell: ({ inInstitution }) => yesOrNo(inInstitution) },
  { name: '住院的单据', tell: ({ inpatientBill }) => yesOrNo(inpatientBill, '有', '没有') },
  { name: '家里突然遇到大难处', tell: ({ suddenHardship }) => yesOrNo(suddenHardship) },
]

/** Where the child belongs, and everything else that was told about it; its day of birth stands beside its name. */
export function childRows({ child = {} }: FamilyFacts): Row[] {
  return rowsOf(facts, child)
}
