import { policy } from '@domain/policy/version'
import { todayInWuhai } from '../clock'
import type { Handlers } from '../http/call'
import { done } from '../result'
import { listAccesses } from '../usecases/accesses'
import { deleteAttachment, readAttachment, storeAttachment } from '../usecases/attachments'
import { casePersons } from '../usecases/casePersons'
import { caseDetail, listCases } from '../usecases/cases'
import { provideSupplement, withdrawApplication } from '../usecases/familyActions'
import { copyContent, copyState, requestCopy } from '../usecases/rights/copies'
import { requestCorrection } from '../usecases/rights/corrections'
import { withdrawConsent } from '../usecases/rights/consents'
import { deleteAccount, deleteDrafts, requestDeletion } from '../usecases/rights/deletion'
import { holdingsOf } from '../usecases/rights/holdings'
import { noteOwnReads } from '../usecases/ownReads'
import { phoneNumberOf } from '../usecases/phoneNumber'
import { settingsInForce } from '../usecases/settings'
import { endOtherSessions, signInAsDemo, signInWithWechat, signOut } from '../usecases/signIn'
import { submitApplication } from '../usecases/submitApplication'

/** Contract in → use case → contract out, one line a route. */
export const handlers: Handlers = {
  serviceInfo: ({ parts }) =>
    Promise.resolve(
      done({ mode: parts.mode, policyVersion: policy.version, today: todayInWuhai(parts.clock) }),
    ),

  settings: async ({ parts }) => {
    const { policyVersion, version, settings } = await settingsInForce(parts.db)
    return done({ policyVersion, version, settings })
  },

  signInWithWechat: ({ parts, body, traceId }) => signInWithWechat(parts, body.code, traceId),
  signInAsDemo: ({ parts, body, traceId }) => signInAsDemo(parts, body.person, traceId),
  signOut: ({ parts, session, traceId }) => signOut(parts, session, traceId),
  endOtherSessions: ({ parts, session, traceId }) => endOtherSessions(parts, session, traceId),

  phoneNumber: ({ parts, session, body, traceId }) =>
    phoneNumberOf(parts, session.accountId, body.code, traceId),

  uploadAttachment: ({ parts, session, upload, traceId }) =>
    storeAttachment(parts, session.accountId, { ...upload.fields, bytes: upload.bytes }, traceId),
  attachmentContent: ({ parts, session, id, traceId }) => readAttachment(parts, session, id, traceId),
  deleteAttachment: ({ parts, session, id, traceId }) =>
    deleteAttachment(parts, session.accountId, id, traceId),

  submitApplication: ({ parts, session, key, body, traceId }) =>
    submitApplication(parts, { accountId: session.accountId, key, traceId }, body),
  listCases: ({ parts, session }) => listCases(parts, session.accountId),
  caseDetail: async ({ parts, session, id, traceId }) => {
    const found = await caseDetail(parts, session.accountId, id)
    if (found.ok) await noteOwnReads(parts, session, [id], traceId)
    return found
  },
  casePersons: async ({ parts, session, id, traceId }) => {
    const found = await casePersons(parts, session.accountId, id)
    if (found.ok) await noteOwnReads(parts, session, [id], traceId)
    return found
  },
  listAccesses: ({ parts, session, id, query }) =>
    listAccesses(parts, session.accountId, id, Number(query.page ?? 1)),
  provideSupplement: ({ parts, session, id, key, body, traceId }) =>
    provideSupplement(parts, { accountId: session.accountId, applicationId: id, key, traceId }, body),
  withdraw: ({ parts, session, id, key, body, traceId }) =>
    withdrawApplication(parts, { accountId: session.accountId, applicationId: id, key, traceId }, body),

  holdings: async ({ parts, session, traceId }) => {
    const found = await holdingsOf(parts, session.accountId)
    const cases = found.ok ? found.value.cases.map(({ id }) => id) : []
    await noteOwnReads(parts, session, cases, traceId)
    return found
  },
  requestCopy: ({ parts, session, key, traceId }) =>
    requestCopy(parts, { accountId: session.accountId, key, traceId }),
  copyState: ({ parts, session, id }) => copyState(parts, session.accountId, id),
  copyContent: ({ parts, session, id, traceId }) => copyContent(parts, session.accountId, id, traceId),
  requestCorrection: ({ parts, session, id, key, body, traceId }) =>
    requestCorrection(parts, { accountId: session.accountId, key, traceId }, id, body),
  requestDeletion: ({ parts, session, id, key, traceId }) =>
    requestDeletion(parts, { accountId: session.accountId, key, traceId }, id),
  withdrawConsent: ({ parts, session, id, key, traceId }) =>
    withdrawConsent(parts, { accountId: session.accountId, key, traceId }, id),
  deleteDrafts: ({ parts, session, traceId }) => deleteDrafts(parts, session.accountId, traceId),
  deleteAccount: ({ parts, session, traceId }) => deleteAccount(parts, session.accountId, traceId),
}
