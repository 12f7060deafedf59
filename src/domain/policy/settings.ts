import type { Settings } from '@domain/eligibility/facts'
import { nationalTermMonths } from './nationalTerm'
import type { PublishedSetting, SettingState } from './publishedSettings'
import type { SettingKey, SettingValue } from './settingKeys'

/** What the policy leaves to a department. `null` means not published: an answer then carries no date and no figure. */
export interface PolicySetting<Value> {
  value: Value | null
  /** What the setting is, for the people who keep it and the families who read it. */
  title: string
  /** Who publishes it. */
  publishedBy: string
  /** Where the value was read; null while there is none. */
  source: string | null
  /** Day of that document; null where it is not known. */
  date: string | null
  state: SettingState
}

export type PolicySettings = { readonly [Key in SettingKey]: PolicySetting<SettingValue<Key>> }

const nothingPublished = { value: null, source: null, date: null, state: 'notPublished' } as const

/** Published for another matter: the longest time of a case that goes from one province to another. */
const crossProvince = {
  value: 15,
  source: '跨省通办规定的最长时间（转述自楚雄州民政局）',
  date: '2025-01-06',
  state: 'assumed',
} as const

/** What the system needs to know to clean up, until somebody decides otherwise. */
const ownTerm = {
  value: 30,
  publishedBy: '民政部门',
  source: '本系统暂定',
  date: null,
  state: 'assumed',
} as const

/**
 * The settings as this release knows them. No confirmed source of 乌海 names any value, so none is `published` here;
 * `npm run settings` publishes them.
 */
export const policySettings: PolicySettings = {
  gradualExitMonths: { ...nothingPublished, title: '渐退期有几个月', publishedBy: '民政部门' },
  gradualExitAfterGraduation: {
    value: false,
    title: '毕业以后有没有渐退期',
    publishedBy: '民政部门',
    source: '征求意见稿没有提到毕业后的渐退期',
    date: null,
    state: 'assumed',
  },
  restrictedTermMonths: {
    value: nationalTermMonths,
    title: '服刑、强制戒毒、其他限制措施的最短期限',
    publishedBy: '民政部门',
    source: '民发〔2019〕62号（转述自厦门市海沧区）',
    date: '2022-06-21',
    state: 'assumed',
  },
  seriousIllnesses: { ...nothingPublished, title: '重病的病种', publishedBy: '民政、医保部门' },
  rehabMaxAgeInclusive: {
    value: 7,
    title: '残疾儿童康复救助到几周岁',
    publishedBy: '残联',
    // Press report; its year is most likely 2018, so no date is told. Source: reference §4.6 (W32).
    source: '新华社 呼和浩特 12月7日（年份没有确定）',
    date: null,
    state: 'assumed',
  },
  nearSubsistenceMultiple: {
    ...nothingPublished,
    title: '低保边缘收入上限是低保标准的几倍',
    publishedBy: '民政部门',
  },
  chronicOutpatientIllnesses: {
    ...nothingPublished,
    title: '门诊慢特病增加的病种',
    publishedBy: '医保部门',
  },
  streetWorkdays: { ...crossProvince, title: '街道查验最长时间', publishedBy: '民政部门' },
  districtWorkdays: { ...crossProvince, title: '区里确认最长时间', publishedBy: '民政部门' },
  tekunWorkdays: { ...nothingPublished, title: '特困供养最长办几天', publishedBy: '民政部门' },
  dibaoWorkdays: { ...nothingPublished, title: '低保最长办几天', publishedBy: '民政部门' },
  tempAidWorkdays: { ...nothingPublished, title: '临时救助最长办几天', publishedBy: '民政部门' },
  adoptedContinuationWorkdays: {
    ...nothingPublished,
    title: '收养后保障最长办几天',
    publishedBy: '民政部门',
  },
  tomorrowPlanWorkdays: { ...nothingPublished, title: '明天计划最长办几天', publishedBy: '民政部门' },
  fucaiDreamWorkdays: { ...nothingPublished, title: '福彩圆梦最长办几天', publishedBy: '民政部门' },
  chronicOutpatientWorkdays: { ...nothingPublished, title: '门诊慢特病最长办几天', publishedBy: '医保部门' },
  medicalAidWorkdays: { ...nothingPublished, title: '医疗救助最长办几天', publishedBy: '医保部门' },
  rehabWorkdays: { ...nothingPublished, title: '康复救助最长办几天', publishedBy: '残联' },
  homeAccessWorkdays: { ...nothingPublished, title: '家庭无障碍改造最长办几天', publishedBy: '残联' },
  housingWorkdays: { ...nothingPublished, title: '公租房、租赁补贴最长办几天', publishedBy: '住建部门' },
  enrolmentWorkdays: { ...nothingPublished, title: '入学最长办几天', publishedBy: '教育部门' },
  specialEduWorkdays: { ...nothingPublished, title: '特殊教育安排最长办几天', publishedBy: '教育部门' },
  studentAidWorkdays: { ...nothingPublished, title: '学生资助最长办几天', publishedBy: '教育部门' },
  protectionHotline: { ...nothingPublished, title: '未成年人保护热线', publishedBy: '民政部门' },
  orphanInstitutionYuan: {
    ...nothingPublished,
    title: '孤儿基本生活费每月多少（集中养育）',
    publishedBy: '民政部门',
  },
  orphanFamilyYuan: {
    ...nothingPublished,
    title: '孤儿基本生活费每月多少（社会散居）',
    publishedBy: '民政部门',
  },
  unattendedYuan: {
    ...nothingPublished,
    title: '事实无人抚养儿童补贴每月多少',
    publishedBy: '民政部门',
  },
  insurancePeriod: { ...nothingPublished, title: '居民医保集中参保的时间', publishedBy: '医保部门' },
  menMayPair: { ...nothingPublished, title: '男士能不能结对关爱', publishedBy: '妇联' },
  childDataOfficer: { ...nothingPublished, title: '儿童信息保护负责人', publishedBy: '民政部门' },
  childDataPhone: { ...nothingPublished, title: '儿童信息保护负责人的电话', publishedBy: '民政部门' },
  caseKeptYears: { ...nothingPublished, title: '办完的申请存几年', publishedBy: '民政、档案部门' },
  auditKeptDays: { ...nothingPublished, title: '查看记录存几天', publishedBy: '民政部门' },
  sharingKeptDays: { ...nothingPublished, title: '评估和共享记录存几天', publishedBy: '民政部门' },
  draftPhotoKeptDays: { ...ownTerm, title: '没提交的照片存几天' },
  sessionKeptDays: { ...ownTerm, title: '用完的登录记录存几天' },
  requestKeyKeptDays: { ...ownTerm, title: '防重复提交的记录存几天' },
  copyKeptDays: { ...ownTerm, title: '要副本的记录存几天' },
}

/**
 * The settings in force: those of this release, with what has been published since in their place.
 * @param published one row a setting at most, already examined (publishedSettings.ts)
 */
export function settingsWith(published: readonly PublishedSetting[]): PolicySettings {
  return published.reduce<PolicySettings>(
    (all, { key, ...told }) => ({ ...all, [key]: { ...all[key], ...told } }),
    policySettings,
  )
}

/** The part that the rules read, in the shape they take. */
export function settingsForRules(settings: PolicySettings): Settings {
  return {
    gradualExitMonths: settings.gradualExitMonths.value,
    gradualExitAfterGraduation: settings.gradualExitAfterGraduation.value ?? false,
    restrictedTermMonths: settings.restrictedTermMonths.value ?? undefined,
    seriousIllnesses: settings.seriousIllnesses.value,
    rehabMaxAgeInclusive: settings.rehabMaxAgeInclusive.value,
    nearSubsistenceMultiple: settings.nearSubsistenceMultiple.value,
    chronicOutpatientIllnesses: settings.chronicOutpatientIllnesses.value,
  }
}

/** What the rules take where nothing has been published. */
export const defaultSettings: Settings = settingsForRules(policySettings)
