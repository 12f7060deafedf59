import { type CaseKind } from '@domain/tracking/machine'
import { type Standing } from '@/stores/outbox'

const queued = { title: '有一份等着提交', note: '已保存，联网后自动提交。' }
const confirming = { title: '有一份正在确认', note: '请不要重复提交，会自己确认好。' }
const stopped = { title: '有一份没有交成', note: '内容都在手机里，看看要改什么。' }

const handedIn: Record<Standing, { title: string; note: string }> = {
  ...{ queued, photos: queued, photoNeeded: stopped, refused: stopped },
  ...{ sending: confirming, confirming, unanswered: confirming },
}

// Every sentence of 进度.
export const texts = {
  title: '办理进度',
  unfinished: '没填完的一份',
  unfinishedNote: '接着填，提交了才算数。',
  unfinishedList: '没填完的',
  unfinishedSeveral: (count: number) => `一共 ${count} 份。提交了才算数。`,
  handedIn,
  opening: '正在打开…',
  empty: '这里还没有申请',
  emptyMore: '提交以后，办到哪一步都看得见。',
  emptyAsked: '用这个微信，还没有交过申请。',
  look: '交过了，找一找我的申请',
  check: '看看能领什么',
  apply: '我要申请',
  toSupplement: '去补材料',
  toCase: '看办理经过',
  readAt: (when: string) => `更新于 ${when}`,
  refresh: '看有没有新进展',
  refreshing: '正在看…',
  again: '再试一次',
  status: (words: string, when: string) => `${words}，${when}`,
  whose: {
    application: (child: string) => `${child}的申请`,
    request: (child: string) => `${child}的事`,
    notice: (child: string) => `${child}的告知`,
  } satisfies Record<CaseKind, (child: string) => string>,
}
