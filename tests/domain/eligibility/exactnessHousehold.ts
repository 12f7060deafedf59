import type { Household, Parent, Settings } from '@domain/eligibility/facts'
import { parentValues } from './exactnessParents'
import { today } from './families'

/** Test values, not policy. */
export const published: Settings = {
  gradualExitMonths: 6,
  gradualExitAfterGraduation: false,
  restrictedTermMonths: 6,
  rehabMaxAgeInclusive: 7,
  seriousIllnesses: ['尿毒症'],
  chronicOutpatientIllnesses: ['血友病'],
}

/** Everything asked and answered, none of it out of the ordinary: what a slice does not vary. */
export const ordinary = (): Draft => ({
  child: {
    birthDate: '2016-01-01',
    hukou: { division: '150302' },
    residence: { division: '150302', since: '2016-01-01' },
    residencePermit: { held: false },
    schooling: { stage: 'primary', fullTime: true },
    disabilities: [],
    illnesses: [],
    recognised: [],
    abandoned: false,
    adoption: null,
    insured: 'wuhai',
    inInstitution: false,
    inpatientBill: false,
    suddenHardship: false,
  },
  parents: { father: { ...parentValues.一直抚养 }, mother: { ...parentValues.一直抚养 } },
  household: {
    recognised: [],
    incomeAboveNearSubsistenceLimit: false,
    bothParentsAwayForWork: false,
    meetsLocalHousingRule: false,
  },
})

/** A household with its parents by name, so that every fact has one place. */
export interface Draft {
  child: object
  parents: object
  household: object
}

/** @param draft with every fact of the slice put in or left out */
export function householdOf({ child, parents, household }: Draft, settings: Settings): Household {
  const listed = Object.entries(parents).map(([role, facts]) => ({ role, ...(facts as object) }))
  return { today, settings, child, parents: listed as Parent[], household }
}
