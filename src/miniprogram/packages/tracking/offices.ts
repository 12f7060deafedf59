import { type CaseDetail } from '@contracts/applications'
import { type Offices } from '@domain/tracking/words'

/** The two offices of a case, as the sentences of tracking want them. */
export const officesOf = ({ office, decidingOffice }: CaseDetail): Offices => ({
  intake: office,
  deciding: decidingOffice,
})
