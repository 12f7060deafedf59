import * as z from 'zod/mini'
import { applicantRelations } from '@domain/eligibility/facts'
import { serviceCodes } from '@domain/services/catalogue'
import { detailIds, type DetailId } from '@domain/services/details'
import { actors, caseEventKinds, caseKinds, caseStatuses, procedures } from '@domain/tracking/machine'
import { idNumberProblem, normaliseIdNumber } from '@domain/people/idNumber'
import { mobileNumberProblem } from '@domain/people/mobileNumber'
import { normaliseName, nameProblem } from '@domain/people/name'
import { helpers } from '@domain/people/relations'
import { Attachment, PaperId, Sha256 } from './attachments'
import { ConsentGiven } from './consents'
import { DivisionCode, FamilyFacts, IsoDate } from './household'
import { text } from './text'

const checkedBy = (problem: (value: string) => string | undefined, maxLength: number) =>
  z.string().check(
    z.maxLength(maxLength),
    z.superRefine((value: string, context) => {
      const message = problem(value)
      if (message) context.addIssue({ code: 'custom', message, input: value })
    }),
  )

export const PersonName = z.pipe(checkedBy(nameProblem, 100), z.transform(normaliseName))
export const IdNumber = z.pipe(checkedBy(idNumberProblem, 18), z.transform(normaliseIdNumber))
export const MobileNumber = checkedBy(mobileNumberProblem, 11)

export const ApplicantDetails = z.strictObject({
  name: PersonName,
  /** Only where an office decides about a right. */
  idNumber: z.optional(IdNumber),
  phone: MobileNumber,
  /** Nobody is called or written to unless the family says this number is safe (S05). */
  safeToContact: z.boolean(),
  /** Who fills the form in; the family stays the applicant. */
  helper: z.enum(helpers),
})
export type ApplicantDetails = z.infer<typeof ApplicantDetails>

/** Whom it is about; a child without hukou has no number. */
export const ChildDetails = z.strictObject({ name: PersonName, idNumber: z.optional(IdNumber) })
export type ChildDetails = z.infer<typeof ChildDetails>

/** An answer to a page that only one matter has. The server knows which values that page offers. */
export const DetailAnswer = z.union([
  z.strictObject({ kind: z.literal('unknown') }),
  z.strictObject({
    kind: z.literal('choice'),
    values: z.array(text(1, 40)).check(z.minLength(1), z.maxLength(20)),
  }),
  z.strictObject({ kind: z.literal('date'), value: IsoDate }),
  z.strictObject({ kind: z.literal('text'), value: text(1, 100) }),
])

const detailShape = detailIds.reduce(
  (shape, id) => ({ ...shape, [id]: z.optional(DetailAnswer) }),
  {} as Record<DetailId, z.ZodMiniOptional<typeof DetailAnswer>>,
)
export const Details = z.strictObject(detailShape)

/** A paper is either photographed or will be handed in later. */
export const PaperHandedIn = z.strictObject({
  paper: PaperId,
  attachmentIds: z.array(z.uuid()).check(z.maxLength(3)),
})
export type PaperHandedIn = z.infer<typeof PaperHandedIn>

export const ApplicationSubmission = z.strictObject({
  service: z.enum(serviceCodes),
  formVersion: z.int().check(z.minimum(1)),
  /** The policy version the phone showed; the server decides again on its own. */
  policyVersion: text(1, 40),
  applicant: ApplicantDetails,
  child: ChildDetails,
  facts: FamilyFacts,
  /** An older phone sends none. */
  details: z.optional(Details),
  papers: z.array(PaperHandedIn).check(z.maxLength(30)),
  consents: z.array(ConsentGiven).check(z.maxLength(5)),
})
export type ApplicationSubmission = z.infer<typeof ApplicationSubmission>

export const ReceivedFile = z.strictObject({ paper: z.string(), sha256: Sha256, bytes: z.int() })

/** What the words of a case depend on beside where it stands. */
export const CaseWay = z.strictObject({ procedure: z.enum(procedures), kind: z.enum(caseKinds) })

/** What the family gets once everything is committed. */
export const Receipt = z.strictObject({
  applicationId: z.uuid(),
  /** Twelve digits, shown in groups of four. */
  caseNumber: z.string(),
  receivedAt: z.string(),
  files: z.array(ReceivedFile),
  /** Papers asked for and not handed in yet. */
  papersLater: z.array(z.string()),
  /** The office that takes the case, e.g. 海勃湾区凤凰岭街道. */
  office: z.string(),
  way: CaseWay,
})
export type Receipt = z.infer<typeof Receipt>

/** What one correction asks for: a paper to photograph again, and why. */
export const SupplementRequest = z.strictObject({
  papers: z
    .array(z.strictObject({ paper: PaperId, reason: text(1, 200) }))
    .check(z.minLength(1), z.maxLength(30)),
})
export type SupplementRequest = z.infer<typeof SupplementRequest>

export const CaseEvent = z.strictObject({
  sequence: z.int(),
  kind: z.enum(caseEventKinds),
  by: z.enum(actors),
  /** ISO 8601 instant. */
  at: z.string(),
  office: z.optional(z.string()),
  /** Written reason of a refusal, or a note to the family. */
  reason: z.optional(z.string()),
  supplement: z.optional(SupplementRequest),
})
export type CaseEvent = z.infer<typeof CaseEvent>

export const CaseSummary = z.strictObject({
  id: z.uuid(),
  caseNumber: z.string(),
  service: z.enum(serviceCodes),
  way: CaseWay,
  /** 王*明 */
  childMaskedName: z.string(),
  status: z.enum(caseStatuses),
  version: z.int(),
  updatedAt: z.string(),
  /** The family has something to do. */
  needsFamily: z.boolean(),
})
export type CaseSummary = z.infer<typeof CaseSummary>

export const CaseDetail = z.strictObject({
  ...CaseSummary.shape,
  office: z.string(),
  decidingOffice: z.string(),
  events: z.array(CaseEvent),
  files: z.array(z.strictObject({ ...Attachment.shape, addedInEvent: z.int() })),
  papersLater: z.array(z.string()),
  /** Open only while a correction is asked. */
  supplement: z.optional(SupplementRequest),
})
export type CaseDetail = z.infer<typeof CaseDetail>

/** Who a case is about and where they live, for the next one: nothing is asked twice. */
export const CasePersons = z.strictObject({
  service: z.enum(serviceCodes),
  applicant: z.strictObject({
    ...ApplicantDetails.shape,
    name: z.string(),
    idNumber: z.optional(z.string()),
    phone: z.string(),
    relation: z.optional(z.enum(applicantRelations)),
  }),
  child: z.strictObject({ name: z.string(), idNumber: z.optional(z.string()) }),
  hukou: z.optional(DivisionCode),
  residence: z.optional(DivisionCode),
})
export type CasePersons = z.infer<typeof CasePersons>

/** Answers a correction. `version` = the case as the family saw it; a paper without photos is shown at the window. */
export const SupplementSubmission = z.strictObject({
  version: z.int(),
  papers: z.array(PaperHandedIn).check(z.minLength(1), z.maxLength(30)),
  /** The version of the notice that was agreed to for photos about somebody's health; one given before counts as well. */
  healthConsent: z.optional(text(1, 40)),
})
export type SupplementSubmission = z.infer<typeof SupplementSubmission>

export const Withdrawal = z.strictObject({ version: z.int() })
export type Withdrawal = z.infer<typeof Withdrawal>
