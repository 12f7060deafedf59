import type { ErrorCode } from '@contracts/errors'
import { errorTable } from '@contracts/errors'
import type { Result as Finding } from '@domain/eligibility/assessment'

export const deskName = '乌海童护工作台'

/** What a person reads after a case is given away. */
export const handedOverWords = '已交给同事，您打不开这件事了。'

/** Never a bare yes or no: the rules read what the family told, people decide. */
export const findingWords: Record<Finding, string> = {
  ELIGIBLE: '按家里说的，符合条件',
  AUTOMATIC: '按家里说的，可以自动享受',
  NOT_YET: '按家里说的，现在还不到时候',
  NEEDS_INFO: '还缺情况，看不出来',
  ENDING: '按家里说的，快要结束',
  NOT_ELIGIBLE: '按家里说的，不符合条件',
}

/** Sentences of the contract that speak to a family, in the words of the desk. */
const deskMessages: Partial<Record<ErrorCode, string>> = {
  NOT_SIGNED_IN: '请先登录。',
  SESSION_EXPIRED: '15 分钟没有操作，已经退出。请重新登录。',
  SIGN_IN_FAILED: '编号、密码或动态码不对，请再看看。',
  FORBIDDEN: '您没有办这一步的权限。',
  NOT_FOUND: '没有找到，或者不归您这里办，或者同事在办。',
  STALE_VERSION: '别人先办了一步，或者家里有新动作。您刚才的操作没有办。',
  NOT_ALLOWED_IN_STATE: '这件事已经不在这一步。您刚才的操作没有办。',
  READ_BUDGET: '今天打开过的还能再看。要看别的，请负责人同意，再请管理员放开一次；或者明早八点以后再看。',
  UNAVAILABLE: '服务暂时忙，请过一会儿再试。',
}

export const foreignFormMessage = '这次没有办：页面太旧，或者不是从工作台打开的。'
export const ownWorkMessage = '您办过这件事前面的步骤，要由另一个人来决定。'

/** The sentence for a refusal, as the desk says it. */
export function messageOf(code: ErrorCode): string {
  return deskMessages[code] ?? errorTable[code].message
}
