interface ErrorRow {
  status: number
  /** What happened and what to do, for a person. */
  message: string
  /** The same request may succeed later, unchanged. */
  retryable?: true
}

/** Every error the API can answer, closed. The phone and the desk show `message` as it is. */
export const errorTable = {
  BAD_JSON: { status: 400, message: '内容没有传完整，请再试一次。' },
  INVALID_FIELD: { status: 400, message: '有一处填写不对，请看提示后再改。' },
  IDEMPOTENCY_KEY_MISSING: { status: 400, message: '这次提交少了编号，请返回后再提交一次。' },
  TOO_MANY_FILES: { status: 400, message: '一次只能传一张照片，请一张一张传。' },
  NOT_SIGNED_IN: { status: 401, message: '请先登录，再继续办。' },
  SESSION_EXPIRED: { status: 401, message: '登录已过期，请重新登录。已填的还在手机里。' },
  WECHAT_CODE_INVALID: { status: 401, message: '微信登录没有成功，请再试一次。' },
  SIGN_IN_FAILED: { status: 401, message: '编号、密码或动态码不对，请再看看。' },
  SIGN_IN_LOCKED: { status: 429, message: '输错次数太多，请过十分钟再试。', retryable: true },
  FORBIDDEN: { status: 403, message: '您没有办理这一步的权限。' },
  NOT_FOUND: { status: 404, message: '没有找到，或者不是您的。' },
  METHOD_NOT_ALLOWED: { status: 405, message: '这个地址不能这样用。' },
  STALE_VERSION: { status: 409, message: '这件事刚有新变化，请刷新后再办。' },
  NOT_ALLOWED_IN_STATE: { status: 409, message: '现在这一步不能这样办，请刷新看看。' },
  ATTACHMENT_IN_USE: { status: 409, message: '这张照片已经随申请交了，不能删除。' },
  ACCOUNT_HAS_CASES: { status: 409, message: '您交过申请，账号不能删。可以撤回同意。' },
  COPY_NOT_READY: { status: 409, message: '您要的那一份还在准备，请过一天再来。' },
  PHOTO_TOO_LARGE: { status: 413, message: '这张图片太大。请重新拍一张，不要用原图。' },
  BODY_TOO_LARGE: { status: 413, message: '内容太多，请分开提交。' },
  UNSUPPORTED_MEDIA_TYPE: { status: 415, message: '传来的内容不是能收的格式。' },
  NOT_A_PHOTO: { status: 415, message: '这不是照片。请拍照，或从相册选一张照片。' },
  FILE_NOT_PHOTO: { status: 415, message: '这是文件，不是照片。请给纸质材料拍照。' },
  PHOTO_EMPTY: { status: 415, message: '传来的照片是空的。请重新拍一张。' },
  PHOTO_HEIC: {
    status: 415,
    message: '这种照片格式打不开。苹果手机请在“设置”里点“相机”“格式”，选“兼容性最佳”，再拍一张。',
  },
  PHOTO_FORMAT: { status: 415, message: '这种图片格式打不开。请用手机拍一张照片。' },
  PHOTO_ANIMATED: { status: 415, message: '动图不能收。请拍一张不会动的照片。' },
  PHOTO_TOO_MANY_PIXELS: { status: 422, message: '这张图片尺寸太大。请重新拍一张，不要用原图。' },
  PHOTO_BROKEN: { status: 422, message: '这张照片没有传完整，请重新拍一张。' },
  PHOTO_ALTERED: { status: 422, message: '照片在路上传坏了，会自动再传一次。', retryable: true },
  IDEMPOTENCY_KEY_REUSED: { status: 422, message: '内容和上次提交的不一样，请返回后再提交一次。' },
  CONSENT_MISSING: { status: 422, message: '还没有同意处理孩子的信息，不能提交。' },
  ATTACHMENT_UNKNOWN: { status: 422, message: '有照片没收到，请重新上传那一张。' },
  PHONE_NUMBER_UNKNOWN: { status: 422, message: '没有拿到手机号，请您自己填。' },
  TOO_MANY_REQUESTS: { status: 429, message: '现在办的人多，请等一分钟再试。', retryable: true },
  UPLOAD_QUOTA: { status: 429, message: '今天传的照片太多，请明天再传，或到街道办理。', retryable: true },
  READ_BUDGET: { status: 429, message: '今天打开的申请到了上限，请看提示。' },
  INTERNAL: { status: 500, message: '这次没有办成，已经记下。请过一会儿再试。', retryable: true },
  STORAGE_FULL: { status: 503, message: '暂时收不了照片，文字已保存。请过一会儿再传。', retryable: true },
  UNAVAILABLE: { status: 503, message: '服务暂时忙，已填的都在手机里。请过一会儿再试。', retryable: true },
  WECHAT_UNAVAILABLE: { status: 503, message: '微信现在忙，请过一会儿再试。', retryable: true },
} as const satisfies Record<string, ErrorRow>

export type ErrorCode = keyof typeof errorTable

export const errorCodes = Object.keys(errorTable) as [ErrorCode, ...ErrorCode[]]

/** Whether the same request may be sent again unchanged. */
export function isRetryable(code: ErrorCode): boolean {
  const row: ErrorRow = errorTable[code]
  return row.retryable === true
}
