export type Method = 'GET' | 'POST' | 'DELETE'

export interface Endpoint {
  method: Method
  /** fastify's notation: `:id` is a UUID. */
  path: string
  /** Status of success. */
  success: 200 | 201 | 204
  /** A picture, streamed. */
  binary?: true
  auth: 'public' | 'citizen'
  /** Seconds any cache may keep the answer, which then carries its `version`; it is that of everybody. */
  freshFor?: number
  /** Needs the header `Idempotency-Key`. */
  idempotent?: true
  summary: string
}

export const idempotencyHeader = 'idempotency-key'

/**
 * Every address of the API, once, without the shapes that travel (routes.ts). Plain data, so that the start page of
 * the mini program can ask for the list of cases without carrying every schema and zod.
 */
export const endpoints = {
  serviceInfo: {
    method: 'GET',
    path: '/api/v1/service',
    success: 200,
    auth: 'public',
    summary: '服务状态和政策版本',
  },
  settings: {
    method: 'GET',
    path: '/api/v1/settings',
    success: 200,
    auth: 'public',
    freshFor: 300,
    summary: '部门公布的数值',
  },
  signInWithWechat: {
    method: 'POST',
    path: '/api/v1/sessions/wechat',
    success: 201,
    auth: 'public',
    summary: '微信登录',
  },
  signInAsDemo: {
    method: 'POST',
    path: '/api/v1/sessions/demo',
    success: 201,
    auth: 'public',
    summary: '演示登录（仅演示模式）',
  },
  signOut: {
    method: 'DELETE',
    path: '/api/v1/sessions/current',
    success: 204,
    auth: 'citizen',
    summary: '退出登录',
  },
  endOtherSessions: {
    method: 'DELETE',
    path: '/api/v1/sessions',
    success: 204,
    auth: 'citizen',
    summary: '让别的手机退出登录，这台不变',
  },
  phoneNumber: {
    method: 'POST',
    path: '/api/v1/phone-number',
    success: 200,
    auth: 'citizen',
    summary: '用微信里的手机号（不保存，也可以自己填）',
  },
  uploadAttachment: {
    method: 'POST',
    path: '/api/v1/attachments',
    success: 201,
    auth: 'citizen',
    summary: '上传一张材料照片',
  },
  attachmentContent: {
    method: 'GET',
    path: '/api/v1/attachments/:id/content',
    success: 200,
    binary: true,
    auth: 'citizen',
    summary: '看自己交的一张照片',
  },
  deleteAttachment: {
    method: 'DELETE',
    path: '/api/v1/attachments/:id',
    success: 204,
    auth: 'citizen',
    summary: '删除还没提交的照片',
  },
  submitApplication: {
    method: 'POST',
    path: '/api/v1/applications',
    success: 201,
    auth: 'citizen',
    idempotent: true,
    summary: '提交申请',
  },
  listCases: {
    method: 'GET',
    path: '/api/v1/applications',
    success: 200,
    auth: 'citizen',
    summary: '我的办件',
  },
  caseDetail: {
    method: 'GET',
    path: '/api/v1/applications/:id',
    success: 200,
    auth: 'citizen',
    summary: '一件办件的进度',
  },
  casePersons: {
    method: 'GET',
    path: '/api/v1/applications/:id/persons',
    success: 200,
    auth: 'citizen',
    summary: '再办一件时照着填：一件办件里的人和住处',
  },
  listAccesses: {
    method: 'GET',
    path: '/api/v1/applications/:id/accesses',
    success: 200,
    auth: 'citizen',
    summary: '谁看过孩子的材料',
  },
  provideSupplement: {
    method: 'POST',
    path: '/api/v1/applications/:id/supplements',
    success: 201,
    auth: 'citizen',
    idempotent: true,
    summary: '补交材料',
  },
  withdraw: {
    method: 'POST',
    path: '/api/v1/applications/:id/withdrawal',
    success: 201,
    auth: 'citizen',
    idempotent: true,
    summary: '撤回申请',
  },
  holdings: {
    method: 'GET',
    path: '/api/v1/me',
    success: 200,
    auth: 'citizen',
    summary: '存了我的哪些信息',
  },
  requestCopy: {
    method: 'POST',
    path: '/api/v1/me/copies',
    success: 201,
    auth: 'citizen',
    idempotent: true,
    summary: '要一份自己的信息',
  },
  copyState: {
    method: 'GET',
    path: '/api/v1/me/copies/:id',
    success: 200,
    auth: 'citizen',
    summary: '要的那一份好了没有',
  },
  copyContent: {
    method: 'GET',
    path: '/api/v1/me/copies/:id/content',
    success: 200,
    auth: 'citizen',
    summary: '取自己的那一份',
  },
  requestCorrection: {
    method: 'POST',
    path: '/api/v1/applications/:id/corrections',
    success: 201,
    auth: 'citizen',
    idempotent: true,
    summary: '要求改正或补充',
  },
  requestDeletion: {
    method: 'POST',
    path: '/api/v1/applications/:id/deletion',
    success: 201,
    auth: 'citizen',
    idempotent: true,
    summary: '要求删除交了的申请，得到书面答复',
  },
  withdrawConsent: {
    method: 'POST',
    path: '/api/v1/consents/:id/withdrawal',
    success: 201,
    auth: 'citizen',
    idempotent: true,
    summary: '撤回一项同意',
  },
  deleteDrafts: {
    method: 'DELETE',
    path: '/api/v1/me/drafts',
    success: 200,
    auth: 'citizen',
    summary: '删除没提交的照片',
  },
  deleteAccount: {
    method: 'DELETE',
    path: '/api/v1/me',
    success: 204,
    auth: 'citizen',
    summary: '删除没有申请的账号',
  },
} as const satisfies Record<string, Endpoint>
