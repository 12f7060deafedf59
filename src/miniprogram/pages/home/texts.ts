import { policy } from '@domain/policy/version'

// Every sentence of 首页, from top to bottom.
export const texts = {
  name: '乌海童护',
  sentence: '孩子能得到的帮助，都在这里',
  needed: '需要您处理',
  supplement: (child: string) => `${child}：有材料要再拍`,
  supplementNote: '看看缺哪一样，拍好就能交。',
  toSupplement: '去补材料',
  draft: '还没提交',
  draftWaiting: '等回音',
  draftTitle: (child: string) => `${child}：申请填到一半`,
  draftTitleNoName: '申请填到一半',
  draftNote: (date: string) => `上次填到${date}，都存在手机里。`,
  toDraft: '接着填',
  otherDrafts: (count: number) => `还有 ${count} 份没填完的`,
  check: { title: '看看能领什么', note: '点几下就知道，不用登录' },
  apply: { title: '我要申请', note: '能办的事都在这里，外地也能办' },
  progress: { title: '查办理进度', note: '办到哪一步，谁在办' },
  places: { title: '找儿童之家和心理咨询', note: '打电话就能问' },
  danger: { title: '孩子有危险？', end: '打 110' },
  elderOn: '长辈版',
  elderOff: '回到标准版',
  elderOnNote: '字更大，颜色更深',
  helper: '帮别人办',
  policy: { title: '政策说明', note: policy.status },
}
