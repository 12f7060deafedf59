import type * as z from 'zod/mini'
import { endpoints, type Endpoint } from './endpoints'
import {
  ApplicationSubmission,
  CaseDetail,
  CasePersons,
  CaseSummary,
  Receipt,
  SupplementSubmission,
  Withdrawal,
} from './applications'
import { AccessPage, AccessQuery } from './accesses'
import { AttachmentFields, StoredAttachment } from './attachments'
import {
  CopyContent,
  Correction,
  CorrectionRequest,
  DataCopy,
  DeletionAnswer,
  DraftsDeleted,
  Holdings,
  OwnConsent,
} from './rights'
import { PhoneNumber, PhoneNumberRequest } from './phoneNumber'
import { DemoSignIn, Session, WechatSignIn } from './sessions'
import { ServiceInfo } from './service'
import { SettingsAnswer } from './settings'
import { array, strictObject } from 'zod/mini'

export interface Route extends Endpoint {
  body?: z.ZodMiniType
  /** What may stand behind the `?`; without it nothing may matter there. */
  query?: z.ZodMiniType
  /** Sent as multipart: these fields, then one file. */
  upload?: z.ZodMiniType
  response?: z.ZodMiniType
}

/** Every address with its shapes. The server mounts this table, the phone calls from it, OpenAPI prints it. */
export const routes = {
  serviceInfo: { ...endpoints.serviceInfo, response: ServiceInfo },
  settings: { ...endpoints.settings, response: SettingsAnswer },
  signInWithWechat: { ...endpoints.signInWithWechat, body: WechatSignIn, response: Session },
  signInAsDemo: { ...endpoints.signInAsDemo, body: DemoSignIn, response: Session },
  signOut: endpoints.signOut,
  endOtherSessions: endpoints.endOtherSessions,
  phoneNumber: { ...endpoints.phoneNumber, body: PhoneNumberRequest, response: PhoneNumber },
  uploadAttachment: { ...endpoints.uploadAttachment, upload: AttachmentFields, response: StoredAttachment },
  attachmentContent: endpoints.attachmentContent,
  deleteAttachment: endpoints.deleteAttachment,
  submitApplication: { ...endpoints.submitApplication, body: ApplicationSubmission, response: Receipt },
  listCases: { ...endpoints.listCases, response: strictObject({ cases: array(CaseSummary) }) },
  caseDetail: { ...endpoints.caseDetail, response: CaseDetail },
  casePersons: { ...endpoints.casePersons, response: CasePersons },
  listAccesses: { ...endpoints.listAccesses, query: AccessQuery, response: AccessPage },
  provideSupplement: { ...endpoints.provideSupplement, body: SupplementSubmission, response: CaseDetail },
  withdraw: { ...endpoints.withdraw, body: Withdrawal, response: CaseDetail },
  holdings: { ...endpoints.holdings, response: Holdings },
  requestCopy: { ...endpoints.requestCopy, response: DataCopy },
  copyState: { ...endpoints.copyState, response: DataCopy },
  copyContent: { ...endpoints.copyContent, response: CopyContent },
  requestCorrection: { ...endpoints.requestCorrection, body: CorrectionRequest, response: Correction },
  requestDeletion: { ...endpoints.requestDeletion, response: DeletionAnswer },
  withdrawConsent: { ...endpoints.withdrawConsent, response: OwnConsent },
  deleteDrafts: { ...endpoints.deleteDrafts, response: DraftsDeleted },
  deleteAccount: endpoints.deleteAccount,
} as const satisfies Record<keyof typeof endpoints, Route>

export type RouteName = keyof typeof routes
