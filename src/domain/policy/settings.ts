import type { Settings } from '@domain/eligibility/facts'

/** What the policy leaves to a department. `null` means not published: an answer then carries no date and no figure. */
export interface PolicySetting<Value> {
  value: Value | null
  /** What the setting is, for the people who keep it. */
  label: string
  /** Who publishes it. */
  publishedBy: string
  /** Where the value was read; null while there is none. */
  source: string | null
  /** Whether the source binds 乌海, or is guidance to be confirmed. */
  confirmed: boolean
}

type Named = { readonly [Name in keyof Required<Settings>]: PolicySetting<NonNullable<Settings[Name]>> }

/** Every setting the rules read. Neither the policy text nor any confirmed source of 乌海 names these values. */
export const policySettings: Named = {
  gradualExitMonths: {
    value: null,
    label: '渐退期有几个月',
    publishedBy: '民政部门',
    source: null,
    confirmed: false,
  },
  gradualExitAfterGraduation: {
    value: false,
    label: '毕业以后有没有渐退期',
    publishedBy: '民政部门',
    source: '征求意见稿没有提到毕业后的渐退期',
    confirmed: false,
  },
  restrictedTermMonths: {
    value: 6,
    label: '服刑、强制戒毒、其他限制措施的最短期限（月）',
    publishedBy: '民政部门',
    source: '海沧区 2022-06-21（转述民发〔2019〕62号）',
    confirmed: false,
  },
  seriousIllnesses: {
    value: null,
    label: '重病病种名单',
    publishedBy: '民政、医保部门',
    source: null,
    confirmed: false,
  },
  rehabMaxAgeInclusive: {
    value: 7,
    label: '残疾儿童康复救助的最大周岁',
    publishedBy: '残联',
    source: '新华社 呼和浩特 12月7日（年份未定）',
    confirmed: false,
  },
  nearSubsistenceMultiple: {
    value: null,
    label: '低保边缘收入上限是低保标准的几倍',
    publishedBy: '民政部门',
    source: null,
    confirmed: false,
  },
  chronicOutpatientIllnesses: {
    value: null,
    label: '门诊慢特病增加的病种',
    publishedBy: '医保部门',
    source: null,
    confirmed: false,
  },
}

/** The settings as the rules take them. */
export const defaultSettings: Settings = {
  gradualExitMonths: policySettings.gradualExitMonths.value,
  gradualExitAfterGraduation: policySettings.gradualExitAfterGraduation.value ?? false,
  restrictedTermMonths: policySettings.restrictedTermMonths.value ?? undefined,
  seriousIllnesses: policySettings.seriousIllnesses.value,
  rehabMaxAgeInclusive: policySettings.rehabMaxAgeInclusive.value,
  nearSubsistenceMultiple: policySettings.nearSubsistenceMultiple.value,
  chronicOutpatientIllnesses: policySettings.chronicOutpatientIllnesses.value,
}
