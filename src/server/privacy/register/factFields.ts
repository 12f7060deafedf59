import { inside, type Field, type Fields } from './entry'
import { adults, children, personal } from './fields'

const childHealth = personal(['health'], children)
const childAddress = personal(['address'], children)
const childIdentity = personal(['identity'], children)
const childSituation = personal(['familySituation'], children)
const parentSituation = personal(['familySituation'], adults)
const parentHealth = personal(['health'], adults)
const income = personal(['money'])

const disability = (field: Field): Fields => ({ type: field, grade: field, certified: field })
const restriction: Fields = {
  '': parentSituation,
  '.termMonths': parentSituation,
  '.from': parentSituation,
  '.releasedOn': parentSituation,
}

const child: Fields = {
  birthDate: childIdentity,
  'hukou.division': childAddress,
  'residence.division': childAddress,
  'residence.since': childAddress,
  'residencePermit.held': childAddress,
  'residencePermit.lastSignedOn': childAddress,
  'schooling.stage': childSituation,
  'schooling.fullTime': childSituation,
  'schooling.graduatedFromStage': childSituation,
  'schooling.graduatedOn': childSituation,
  ...inside('disabilities[].', disability(childHealth)),
  illnesses: childHealth,
  'recognised[].as': childSituation,
  'recognised[].since': childSituation,
  abandoned: childSituation,
  'adoption.registeredOn': childSituation,
  'adoption.wasOrphanOrAbandoned': childSituation,
  'adoption.wasDisabled': childHealth,
  'adoption.wasIll': childHealth,
  insured: childSituation,
  inInstitution: childAddress,
  confidentialCategoryA: childHealth,
  inpatientBill: childHealth,
  suddenHardship: childSituation,
}

const parent: Fields = {
  role: parentSituation,
  dead: parentSituation,
  deadSince: parentSituation,
  declaredMissing: parentSituation,
  lostContact: parentSituation,
  'lostContact.since': parentSituation,
  'lostContact.policeAcceptedOn': parentSituation,
  'lostContact.policeReceipt': parentSituation,
  'lostContact.establishedByStreet': parentSituation,
  ...inside('imprisoned', restriction),
  ...inside('compulsoryRehab', restriction),
  ...inside('otherRestriction', restriction),
  ...inside('disabilities[].', disability(parentHealth)),
  illnesses: parentHealth,
  seriouslyIll: parentHealth,
  guardianshipRevoked: parentSituation,
  deported: parentSituation,
  resumedCareOn: parentSituation,
  paysMaintenance: income,
  ableToCare: parentHealth,
}

const household: Fields = {
  recognised: income,
  recognisedAt: income,
  incomeAboveNearSubsistenceLimit: income,
  bothParentsAwayForWork: parentSituation,
  meetsLocalHousingRule: income,
}

/** What a family tells about itself, property by property. */
export const factFields: Fields = {
  ...inside('child.', child),
  ...inside('parents[].', parent),
  ...inside('household.', household),
  'applicant.relation': parentSituation,
  'applicant.entrusted': parentSituation,
}
