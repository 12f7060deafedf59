import { isOfKind, type AnySettingValue, type SettingKind, type SettingKinds } from './settingKinds'

/**
 * Every value the policy leaves to a department, with its kind. Source: reference §3.2, §4, §5, §11.
 * Apart from what people read about them (settings.ts): the phone's tab pages keep published values without showing any.
 */
export const settingKinds = {
  gradualExitMonths: 'months',
  gradualExitAfterGraduation: 'boolean',
  restrictedTermMonths: 'months',
  seriousIllnesses: 'list',
  rehabMaxAgeInclusive: 'age',
  nearSubsistenceMultiple: 'multiple',
  chronicOutpatientIllnesses: 'list',
  // The rules do not read what follows: it is for pages to show, with its standing.
  streetWorkdays: 'workdays',
  districtWorkdays: 'workdays',
  tekunWorkdays: 'workdays',
  dibaoWorkdays: 'workdays',
  tempAidWorkdays: 'workdays',
  adoptedContinuationWorkdays: 'workdays',
  tomorrowPlanWorkdays: 'workdays',
  fucaiDreamWorkdays: 'workdays',
  chronicOutpatientWorkdays: 'workdays',
  medicalAidWorkdays: 'workdays',
  rehabWorkdays: 'workdays',
  homeAccessWorkdays: 'workdays',
  housingWorkdays: 'workdays',
  enrolmentWorkdays: 'workdays',
  specialEduWorkdays: 'workdays',
  studentAidWorkdays: 'workdays',
  protectionHotline: 'phone',
  orphanInstitutionYuan: 'yuan',
  orphanFamilyYuan: 'yuan',
  unattendedYuan: 'yuan',
  insurancePeriod: 'text',
  menMayPair: 'boolean',
  // Who answers for children's data, and how long what is kept. The source of each is the approving document.
  childDataOfficer: 'text',
  childDataPhone: 'phone',
  caseKeptYears: 'years',
  auditKeptDays: 'logDays',
  sharingKeptDays: 'recordDays',
  draftPhotoKeptDays: 'days',
  sessionKeptDays: 'days',
  requestKeyKeptDays: 'days',
  copyKeptDays: 'days',
} as const satisfies Readonly<Record<string, SettingKind>>

export type SettingKey = keyof typeof settingKinds
export type SettingValue<Key extends SettingKey> = SettingKinds[(typeof settingKinds)[Key]]

export const settingKeys = Object.keys(settingKinds) as SettingKey[]

/**
 * Terms that no department of a city sets: they stand in a national rule, and the questions speak of them in words
 * ("6个月或更长"). Another figure beside the same question would turn an answer into a refusal.
 */
export const nationalTerms: readonly SettingKey[] = ['restrictedTermMonths']

/** Whether this is the name of a setting. */
export function isSettingKey(key: unknown): key is SettingKey {
  return settingKeys.some((one) => one === key)
}

/** Whether a department may publish this value for this setting. */
export function maySet(key: SettingKey, value: unknown): value is AnySettingValue {
  return !nationalTerms.includes(key) && isOfKind(settingKinds[key], value)
}
