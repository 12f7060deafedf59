import { consentNotices } from '@domain/application/consentNotices'
import { newDraft, type Draft } from '@domain/application/draft'
import { consentsOfDraft, papersOfDraft } from '@domain/application/draftFacts'
import type { Answer, Answers, QuestionId } from '@domain/eligibility/questions'

export const today = '2026-11-18'

/** Numbers with a right check character; nobody's. */
export const grandmothersId = '11010519491231002X'
export const childsId = '150302201603051230'

export const choose = (...values: string[]): Answer => ({ kind: 'choice', values })
export const notKnown: Answer = { kind: 'unknown' }

/** A father in prison, a mother who died: the family of the direction. */
export const answers: Answers = {
  'father.situation': choose('imprisoned'),
  'father.imprisonedTerm': choose('atLeast'),
  'mother.situation': choose('dead'),
}

/** A grandmother who applies as an entrusted relative; nothing of the papers and consents yet. */
export function grandmothersDraft(given: Answers = answers): Draft {
  return {
    ...newDraft('DFUC_ALLOWANCE', '6d2c7a0e-54a8-4f0e-9d65-1d5d4f6f0a01', '2026-11-18T08:00:00.000Z', given),
    applicant: {
      helper: 'none',
      relation: 'grandparent',
      authority: 'entrusted',
      name: '李秀英',
      idNumber: grandmothersId,
      phone: '138 0000 0000',
      safeToContact: true,
    },
    child: { name: '王小明', idNumber: childsId, hukou: '150302001', residence: '150302002' },
  }
}

export function withAnswer(draft: Draft, id: QuestionId, answer: Answer): Draft {
  return { ...draft, answers: { ...draft.answers, [id]: answer } }
}

export function withAllConsents(draft: Draft, given = true): Draft {
  const consents = Object.fromEntries(
    consentsOfDraft(draft).map((kind) => [kind, { given, noticeVersion: consentNotices[kind].version }]),
  )
  return { ...draft, consents }
}

/** A UUID of its own for each number. */
export const uuid = (number: number) => `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`

/** One photo for each paper asked, already with the server. */
export function withAllPapers(draft: Draft): Draft {
  const papers = Object.fromEntries(
    papersOfDraft(draft).map(({ paper }, index) => [
      paper,
      { photos: [{ clientId: uuid(index), file: `photos/${index}.jpg`, attachmentId: uuid(100 + index) }] },
    ]),
  )
  return { ...draft, papers }
}

export const completeDraft = (draft: Draft = grandmothersDraft()) => withAllPapers(withAllConsents(draft))
