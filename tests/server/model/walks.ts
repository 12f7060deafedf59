import type { ApplicationSubmission } from '@contracts/applications'
import { consentNotices } from '@domain/application/consentNotices'
import type { ServiceCode } from '@domain/services/catalogue'
import type { Actor, CaseEventKind, Procedure } from '@domain/tracking/machine'
import { childDataConsent } from '../support/family'
import { submissionFor, type About } from '../support/submissionFor'

/** One matter of each procedure, with what its model has to know. Written here again: the server's tables are on trial. */
export interface Walk {
  procedure: Procedure
  service: ServiceCode
  about?: About
  /** The offices that see it. */
  offices: readonly Actor[]
  /** Who has done one of these does not decide. */
  makers: readonly CaseEventKind[]
  /** Who may not decide it leaves it to the others of the office. */
  isLeft: boolean
}

export const walks: readonly Walk[] = [
  {
    procedure: 'streetThenDistrict',
    service: 'DFUC_ALLOWANCE',
    offices: ['street', 'district'],
    makers: ['accepted', 'supplementRequested', 'verified', 'confirmed', 'refused'],
    isLeft: false,
  },
  {
    procedure: 'districtAlone',
    service: 'TOMORROW_PLAN',
    offices: ['district'],
    makers: ['accepted'],
    isLeft: true,
  },
  {
    procedure: 'streetAlone',
    service: 'COUNSEL_REQUEST',
    offices: ['street'],
    makers: [],
    isLeft: false,
  },
  {
    procedure: 'passedOn',
    service: 'ORPHAN_ALLOWANCE',
    about: { hukou: '110101' },
    offices: ['street'],
    makers: [],
    isLeft: false,
  },
]

const crossProvince = {
  kind: 'crossProvince',
  noticeVersion: consentNotices.crossProvince.version,
  actor: 'guardian',
} as const

/** A new application of this walk. */
export function bodyOf({ service, about }: Walk): ApplicationSubmission {
  return { ...submissionFor(service, about), consents: [childDataConsent, crossProvince] }
}
