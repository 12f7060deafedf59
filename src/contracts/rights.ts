import * as z from 'zod/mini'
import { consentActors, consentKinds } from '@domain/application/consents'
import { correctionFields, correctionStatuses, longestCorrection } from '@domain/rights/corrections'
import { holdingKinds } from '@domain/rights/holdings'
import { serviceCodes } from '@domain/services/catalogue'
import { caseStatuses } from '@domain/tracking/machine'
import { helpers } from '@domain/people/relations'
import { CaseEvent, CaseWay, Details, PaperHandedIn } from './applications'
import { Sha256 } from './attachments'
import { FamilyFacts } from './household'
import { text } from './text'

/** One consent of the family, and when it was taken back. */
export const OwnConsent = z.strictObject({
  id: z.uuid(),
  kind: z.enum(consentKinds),
  noticeVersion: z.string(),
  noticeHash: Sha256,
  actor: z.enum(consentActors),
  givenAt: z.string(),
  withdrawnAt: z.nullable(z.string()),
})
export type OwnConsent = z.infer<typeof OwnConsent>

/** What the family wants corrected or completed. */
export const CorrectionRequest = z.strictObject({
  field: z.enum(correctionFields),
  value: text(1, longestCorrection),
})
export type CorrectionRequest = z.infer<typeof CorrectionRequest>

export const Correction = z.strictObject({
  id: z.uuid(),
  field: z.enum(correctionFields),
  status: z.enum(correctionStatuses),
  requestedAt: z.string(),
  decidedAt: z.nullable(z.string()),
  /** What the office wrote when it did not change it. */
  answer: z.nullable(z.string()),
})
export type Correction = z.infer<typeof Correction>

const Ground = z.strictObject({ law: z.string(), article: z.string(), says: z.string() })

/** The written answer to who wants a filed case deleted. Source: 未成年人网络保护条例 34. */
export const DeletionAnswer = z.strictObject({
  id: z.uuid(),
  caseNumber: z.string(),
  answeredAt: z.string(),
  version: z.string(),
  title: z.string(),
  sentences: z.array(z.string()),
  grounds: z.array(Ground),
})
export type DeletionAnswer = z.infer<typeof DeletionAnswer>

/** `preparing` for everybody at first, whatever is looked at meanwhile. */
export const DataCopy = z.strictObject({
  id: z.uuid(),
  requestedAt: z.string(),
  state: z.enum(['preparing', 'ready']),
})
export type DataCopy = z.infer<typeof DataCopy>

/** A filed case as its owner may still see it: a frozen one by number and day only. */
const OwnCase = z.strictObject({
  id: z.uuid(),
  caseNumber: z.string(),
  status: z.enum(caseStatuses),
  frozenAt: z.nullable(z.string()),
  consents: z.array(OwnConsent),
  corrections: z.array(Correction),
  deletionAnswer: z.nullable(DeletionAnswer),
})
export type OwnCase = z.infer<typeof OwnCase>

/** What the service holds about this account. */
export const Holdings = z.strictObject({
  kinds: z.array(z.strictObject({ kind: z.enum(holdingKinds), count: z.int() })),
  cases: z.array(OwnCase),
  copies: z.array(DataCopy),
})
export type Holdings = z.infer<typeof Holdings>

export const DraftsDeleted = z.strictObject({ photos: z.int() })
export type DraftsDeleted = z.infer<typeof DraftsDeleted>

const OwnPhoto = z.strictObject({
  paper: z.string(),
  sha256: Sha256,
  bytes: z.int(),
  width: z.int(),
  height: z.int(),
  receivedAt: z.string(),
})

/** One case in a copy: what the family handed in and what became of it. Photos are named by their hash. */
const CopiedCase = z.strictObject({
  caseNumber: z.string(),
  service: z.enum(serviceCodes),
  way: CaseWay,
  status: z.enum(caseStatuses),
  submittedAt: z.string(),
  applicant: z.strictObject({
    name: z.string(),
    idNumber: z.optional(z.string()),
    phone: z.string(),
    safeToContact: z.boolean(),
    helper: z.enum(helpers),
  }),
  child: z.strictObject({ name: z.string(), idNumber: z.optional(z.string()) }),
  facts: FamilyFacts,
  details: Details,
  papers: z.array(PaperHandedIn),
  remarks: z.array(z.string()),
  events: z.array(CaseEvent),
  photos: z.array(OwnPhoto),
  consents: z.array(OwnConsent),
  corrections: z.array(
    z.strictObject({ ...Correction.shape, before: z.nullable(z.string()), wanted: z.string() }),
  ),
})

/** The copy itself. Source: PIPL 45. */
export const CopyContent = z.strictObject({
  madeAt: z.string(),
  account: z.strictObject({ createdAt: z.string() }),
  kinds: Holdings.shape.kinds,
  cases: z.array(CopiedCase),
  /** Only stored, no longer used: number and day. */
  frozenCases: z.array(z.strictObject({ caseNumber: z.string(), frozenAt: z.string() })),
  loosePhotos: z.array(OwnPhoto),
})
export type CopyContent = z.infer<typeof CopyContent>
