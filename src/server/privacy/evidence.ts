import { consentNotices } from '@domain/application/consentNotices'
import { settingsInForce } from '../usecases/settings'
import { register } from './register/register'
import { retentionClocks } from './retention/clocks'
import type { RetentionParts } from './retention/periods'
import { appraisalList, retentionReport } from './retention/run'

/**
 * What a yearly audit of minors' data asks for, in one value without any person in it: register, notices, consents and
 * accesses in figures, clocks and what is over. Source: 未成年人网络保护条例 37 (L14).
 */
export async function evidence(parts: RetentionParts): Promise<Record<string, unknown>> {
  const { db, clock } = parts
  const consents = await db
    .selectFrom('consent')
    .leftJoin('consent_withdrawal', 'consent_withdrawal.consent_id', 'consent.id')
    .select(({ fn }) => [
      'kind',
      'notice_version as noticeVersion',
      fn.countAll<string>().as('given'),
      fn.count<string>('consent_withdrawal.id').as('withdrawn'),
    ])
    .groupBy(['kind', 'notice_version'])
    .orderBy('kind')
    .orderBy('notice_version')
    .execute()
  const accesses = await db
    .selectFrom('audit')
    .select(({ fn }) => ['actor_kind as actor', 'action', fn.countAll<string>().as('count')])
    .groupBy(['actor_kind', 'action'])
    .orderBy('actor_kind')
    .orderBy('action')
    .execute()
  const compliance = await db.selectFrom('compliance_record').selectAll().orderBy('recorded_at').execute()
  return {
    madeAt: clock().toISOString(),
    register,
    notices: consentNotices,
    consents,
    accesses,
    complianceRecords: compliance,
    clocks: retentionClocks,
    settings: (await settingsInForce(db)).settings,
    overdue: await retentionReport(parts),
    toAppraise: (await appraisalList(parts)).length,
  }
}
