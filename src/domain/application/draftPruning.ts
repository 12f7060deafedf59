import { needsAuthority } from '@domain/people/relations'
import type { Draft, DraftApplicant, DraftConsents, DraftPapers } from './draft'
import { consentsOfDraft, papersOfDraft } from './draftFacts'
import { answersOfForm, detailsOfForm } from './formQuestions'

/**
 * The draft without what its own answers have made meaningless: follow-up answers, the applicant's authority,
 * papers nobody asks for any more, consents that are not needed.
 */
export function pruneDraft(draft: Draft): Draft {
  const answered = {
    ...draft,
    answers: answersOfForm(draft.service, draft.answers, {
      hukou: draft.child.hukou,
      relation: draft.applicant.relation,
    }),
    details: detailsOfForm(draft.service, draft.details),
    applicant: pruneApplicant(draft.applicant),
  }
  const papers = papersOfDraft(answered).reduce<DraftPapers>((kept, { paper }) => {
    const handedIn = draft.papers[paper]
    return handedIn ? { ...kept, [paper]: handedIn } : kept
  }, {})
  const consents = consentsOfDraft(answered).reduce<DraftConsents>((kept, kind) => {
    const consent = draft.consents[kind]
    return consent ? { ...kept, [kind]: consent } : kept
  }, {})
  return { ...answered, papers, consents }
}

function pruneApplicant(applicant: DraftApplicant): DraftApplicant {
  const { authority, ...rest } = applicant
  const isAsked = applicant.relation !== undefined && needsAuthority[applicant.relation]
  return isAsked && authority !== undefined ? { ...rest, authority } : rest
}
