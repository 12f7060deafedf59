/**
 * The platform's own words for a failure, for sorting only: they are English and never shown.
 * @returns `errMsg` of WeChat, `message` of a browser's error, or ''
 */
export function failureWords(error: unknown): string {
  if (typeof error === 'string') return error
  if (typeof error !== 'object' || error === null) return ''
  const { errMsg, message, name } = error as { errMsg?: unknown; message?: unknown; name?: unknown }
  return [errMsg, message, name].filter((words) => typeof words === 'string').join(' ')
}

/** WeChat says `cancel` when a person closes a picker or a dialog, `auth deny` or `privacy` when they refuse. */
export function isCancelled(error: unknown): boolean {
  return /cancel/i.test(failureWords(error))
}

/** Refused by the person, or not declared in the privacy guide (errno 112). */
export function isRefused(error: unknown): boolean {
  return /auth den|deny|denied|privacy|not declared|unauthorized/i.test(failureWords(error))
}

/** The room on the phone is used up. */
export function isFull(error: unknown): boolean {
  return /exceed|quota|full|maximum size|max size/i.test(failureWords(error))
}
