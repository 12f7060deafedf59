import { days, later } from '../../clock'
import type { Parts } from '../../parts'
import { settingsInForce } from '../../usecases/settings'

/** What the clean-up works with. */
export type RetentionParts = Pick<Parts, 'db' | 'clock' | 'objects' | 'limits' | 'auditKey'>

/** Moments before which a record is too old; absent where nobody has published a period: those are kept. */
export interface Deadlines {
  draftPhoto?: Date
  session?: Date
  loginCode: Date
  requestKey?: Date
  copy?: Date
  limitUse: Date
  orphanObject: Date
  audit?: Date
  compliance?: Date
  filedCase?: { before: Date; document: string }
}

/** A counter is of no use once its longest window, a day, is over. */
const counterDays = 2
/** An object without a row is younger than this only while its upload is under way. */
const orphanDays = 1

/** The deadlines at this moment, from the settings in force. */
export async function deadlinesOf({ db, clock, limits }: RetentionParts): Promise<Deadlines> {
  const { byKey } = await settingsInForce(db)
  const now = clock()
  const ago = (count: number | null) => (count === null ? undefined : later(now, -days(count)))
  const { value: years, source } = byKey.caseKeptYears
  return {
    draftPhoto: ago(byKey.draftPhotoKeptDays.value),
    session: ago(byKey.sessionKeptDays.value),
    loginCode: later(now, -limits.loginCodeKeptMs),
    requestKey: ago(byKey.requestKeyKeptDays.value),
    copy: ago(byKey.copyKeptDays.value),
    limitUse: later(now, -days(counterDays)),
    orphanObject: later(now, -days(orphanDays)),
    audit: ago(byKey.auditKeptDays.value),
    compliance: ago(byKey.sharingKeptDays.value),
    ...(years !== null && source !== null
      ? { filedCase: { before: yearsBefore(now, years), document: source } }
      : {}),
  }
}

function yearsBefore(now: Date, years: number): Date {
  const moment = new Date(now)
  moment.setUTCFullYear(moment.getUTCFullYear() - years)
  return moment
}
