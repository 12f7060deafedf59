import type { ApplicantRelation } from '@domain/eligibility/facts'
import { relationWords, type Authority, type Helper } from '@domain/people/relations'
import { services, type ServiceCode } from '@domain/services/catalogue'
import type { Draft } from './draft'

/** Pages whose fields are the form's own. */
export type FormStepKind =
  | 'helper'
  | 'relation'
  | 'authority'
  | 'applicant'
  | 'contact'
  | 'child'
  | 'hukou'
  | 'residence'
  | 'route'
  | 'papers'
  | 'check'

export interface StepOption<Value extends string> {
  value: Value
  label: string
  note?: string
}

/** `{who}` is the family itself, or 申请人 while somebody fills in for it. */
const titles: Record<FormStepKind, string> = {
  helper: '谁来填这份申请？',
  relation: '{who}是孩子的什么人？',
  authority: '{who}是孩子的监护人吗？',
  applicant: '{who}叫什么名字？',
  contact: '有事怎么联系{who}？',
  child: '孩子叫什么名字？',
  hukou: '{child}的户口在哪里？',
  residence: '{child}现在住哪里？',
  route: '这件事这样办',
  papers: '拍材料',
  check: '检查一遍',
}

/** The family itself, or the person somebody fills in for. */
export function whoApplies({ applicant: { helper } }: Draft): string {
  return helper === undefined || helper === 'none' ? '您' : '申请人'
}

/** The question at the top of a page. */
export function stepTitle(kind: FormStepKind, draft: Draft): string {
  const { service } = draft
  const who = whoApplies(draft)
  const child = services[service].concerns === 'child' ? '孩子' : who
  return titles[kind].replace('{who}', who).replace('{child}', child)
}

/** Source: experience §9. */
export const helperOptions: readonly StepOption<Helper>[] = [
  { value: 'none', label: '我自己办', note: '孩子由我照顾' },
  { value: 'family', label: '我帮家里人填', note: '申请人是家里人' },
  { value: 'childDirector', label: '我是儿童主任或工作人员', note: '替别人家办' },
]

const relation = (value: ApplicantRelation, note?: string): StepOption<ApplicantRelation> => ({
  value,
  label: relationWords[value],
  note,
})

/** Who may apply for a matter, as its page offers it. Source: reference §5.2 [W22, W69]. */
export function relationOptions(service: ServiceCode): readonly StepOption<ApplicantRelation>[] {
  return allRelations.filter(({ value }) => services[service].relations.includes(value))
}

const allRelations: readonly StepOption<ApplicantRelation>[] = [
  relation('grandparent'),
  relation('father'),
  relation('mother'),
  relation('otherRelative', '叔伯姑舅姨、哥哥姐姐等'),
  relation('guardian', '由法院或村（居）委会指定'),
  relation('villageCommittee', '特殊情况下可以申请'),
  relation('institution', '孩子住在机构里'),
  relation('self'),
  relation('other'),
]

export const authorityOptions: readonly StepOption<Authority>[] = [
  { value: 'guardian', label: '是监护人', note: '由法院或村（居）委会指定' },
  { value: 'entrusted', label: '不是，监护人委托来办', note: '要有一份委托书' },
  { value: 'unknown', label: '不清楚', note: '也能接着办，街道会告诉您' },
]

/** Whether the number may be called or written to (S05). */
export const safeToContactOptions: readonly StepOption<'yes' | 'no'>[] = [
  { value: 'yes', label: '可以打这个电话' },
  { value: 'no', label: '先不要打', note: '只在这里看进度' },
]
