import type { ServiceCode } from '@domain/services/catalogue'
import type { Department } from '@domain/services/departments'
import type { OfficeOrder } from '@domain/services/service'

/** Which offices work on each matter, and which department of the district. Source: reference §5.1–§5.24. */
export const ways: Record<ServiceCode, readonly [OfficeOrder, Department]> = {
  DFUC_ALLOWANCE: ['streetThenDistrict', 'civilAffairs'],
  ORPHAN_ALLOWANCE: ['streetThenDistrict', 'civilAffairs'],
  TEKUN: ['streetThenDistrict', 'civilAffairs'],
  DIBAO: ['streetThenDistrict', 'civilAffairs'],
  DIBAO_SINGLE: ['streetThenDistrict', 'civilAffairs'],
  TEMP_AID: ['streetThenDistrict', 'civilAffairs'],
  DIBAO_CARE_SERVICE: ['streetAlone', 'civilAffairs'],
  ADOPTED_CONTINUATION: ['streetThenDistrict', 'civilAffairs'],
  CATEGORY_A: ['districtAlone', 'civilAffairs'],
  INSURE_LOCAL: ['streetAlone', 'medicalInsurance'],
  CHRONIC_OUTPATIENT: ['districtAlone', 'medicalInsurance'],
  MED_AID_OTHER: ['streetThenDistrict', 'medicalInsurance'],
  TOMORROW_PLAN: ['districtAlone', 'civilAffairs'],
  REHAB: ['districtAlone', 'disabledFederation'],
  SCREENING: ['districtAlone', 'health'],
  HOME_ACCESS: ['streetThenDistrict', 'disabledFederation'],
  SCHOOL_ONE_THING: ['districtAlone', 'education'],
  SPECIAL_EDU: ['districtAlone', 'education'],
  STUDENT_AID: ['districtAlone', 'education'],
  FUCAI_DREAM: ['streetThenDistrict', 'civilAffairs'],
  DIRECTOR_VISIT: ['streetAlone', 'civilAffairs'],
  COUNSEL_REQUEST: ['streetAlone', 'civilAffairs'],
  CHILD_HOME: ['streetAlone', 'civilAffairs'],
  CHARITY_LINK: ['streetAlone', 'civilAffairs'],
  HOUSING: ['streetThenDistrict', 'housing'],
  ENTRUSTED_CARE: ['streetAlone', 'civilAffairs'],
  GUARDIANSHIP_HELP: ['streetAlone', 'civilAffairs'],
  LEGAL_AID: ['districtAlone', 'justice'],
  ADOPTION: ['districtAlone', 'civilAffairs'],
}
