import type { PhoneNumber } from '@contracts/phoneNumber'
import { recordAudit } from '../audit/record'
import { days } from '../clock'
import type { Parts } from '../parts'
import { done, fail, type Result } from '../result'
import { wechatOpenid } from '../store/accounts'
import { inTransaction } from '../store/database'
import { takeOf } from '../store/limitUse'

/**
 * The number behind the code of WeChat's phone-number button, for the person who tapped it: it fills a field the person
 * sees and may change. Nothing of it is stored.
 * @returns the number, `PHONE_NUMBER_UNKNOWN` (code spent, or a number of elsewhere), `WECHAT_UNAVAILABLE`, or
 * `TOO_MANY_REQUESTS` after the day's share
 */
export async function phoneNumberOf(
  parts: Parts,
  accountId: string,
  code: string,
  traceId: string,
): Promise<Result<PhoneNumber>> {
  const { db, wechat, limits, clock } = parts
  const openid = await wechatOpenid(parts, accountId)
  if (!wechat || openid === undefined) return fail('WECHAT_UNAVAILABLE')
  const rule = { kind: 'phoneNumber', subject: accountId, windowMs: days(1), most: limits.phoneNumbersPerDay }
  if (!(await takeOf(db, rule, clock()))) return fail('TOO_MANY_REQUESTS')
  const answer = await wechat.phoneNumber(code, openid)
  if (!answer.ok) return fail(answer.reason === 'unavailable' ? 'WECHAT_UNAVAILABLE' : 'PHONE_NUMBER_UNKNOWN')
  return inTransaction(db, async (tx) => {
    await recordAudit(parts, tx, {
      actor: { kind: 'citizen', id: accountId },
      action: 'phoneNumberAsked',
      object: { kind: 'account', id: accountId },
      traceId,
    })
    return done({ phone: answer.phone })
  })
}
