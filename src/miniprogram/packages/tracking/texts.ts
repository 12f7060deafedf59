import { policy } from '@domain/policy/version'

// Every sentence of this room, in the order a family meets them.

export const opening = '正在打开…'

export const caseTexts = {
  above: (child: string, number: string) => `${child} · 编号 ${number}`,
  notFound: '没有找到这件申请',
  notFoundMore: '可能不是用这个微信交的。',
  notLoaded: '还没有打开',
  again: '再试一次',
  toProgress: '看我的申请',
  readAt: (when: string) => `更新于 ${when}`,
  refresh: '看有没有新进展',
  refreshing: '正在看…',
  holder: '现在由谁办',
  next: '接下来',
  needed: '需要您补材料',
  toSupplement: '去补材料',
  reasonTitle: '没通过的理由',
  noReason: '理由会写在决定书上。',
  rightsTitle: '不服怎么办',
  // 行政复议法 20 条；行政诉讼法 46 条。
  rights: [
    '可以申请行政复议，一般在60天内。',
    '也可以向法院起诉，一般在6个月内。',
    '期限以决定书上写的为准。',
  ],
  againTitle: '情况变了呢',
  againMore: '家里情况有变化，可以重新申请。',
  apply: '重新申请',
  helpTitle: '别的帮助',
  help: [
    '街道（镇）能办临时救助、低保，也可以问。',
    '村（居）的儿童主任能帮您。',
    '要打官司，可以申请法律援助。',
  ],
  toHelp: '看求助电话',
  confirmedTitle: '以后要知道的',
  confirmed: ['钱数以部门通知为准。', '父母又能照顾孩子了，要告诉街道（镇）。'],
  timeline: '办理经过',
  files: '收到的照片',
  file: (count: number) => `已收到 ${count} 张`,
  later: '还没交的材料',
  laterMore: '带到街道（镇），或者等通知再补。',
  accesses: '谁看过孩子的材料',
  policy: `依据的是${policy.status}。`,
  withdraw: '撤回申请',
  withdrawTitle: '撤回这次申请吗？',
  withdrawMore: '撤回以后就不再办。需要时可以重新申请。',
  stay: '不撤回',
  go: '撤回申请',
  withdrawing: '正在撤回…',
}

export const accessTexts = {
  title: '谁看过孩子的材料',
  lead: '哪个单位，什么时候，看了什么。',
  empty: '还没有人看过。',
  roles: { street: '核对材料的人', district: '做决定的人', family: '' },
  what: {
    file: '看了申请里填的内容。',
    numbers: '看了完整的身份证号。',
    photos: (papers: string) => `看了照片：${papers}。`,
    unusedPhoto: '看了现在不再使用的照片。',
  },
  noNames: '只写单位和岗位，不写姓名。同一分钟看的，写在一起。',
  complain: '觉得不该看，可以向区民政局反映。',
  older: '看更早的',
  loading: '正在打开…',
  again: '再试一次',
}

export const supplementTexts = {
  title: (count: number) => `请补 ${count} 样材料`,
  lead: '只补下面这些，别的不用动。',
  privacy: '照片只用来办这次申请，不给别的人看。',
  asked: (reason: string) => `街道说：${reason}`,
  submit: '交给街道',
  submitting: '正在交…',
  confirming: '正在确认，请不要重复提交。',
  waiting: '还没有收到回音。请再点一次，不会多交。',
  noPhoto: '先拍一张，才能交。',
  toWindow: '不拍，带到窗口',
  changeConsent: '重新选：有关身体的材料拍不拍',
  arriving: (count: number) => `还有 ${count} 张照片在传，传完就能交。`,
  changed: '街道刚改过要补的材料，请再看一遍。',
  nothingTitle: '现在不用补材料',
  nothingMore: '材料已经交上，或者街道不要了。',
  toCase: '看办理进度',
  noNetwork: '现在没有网络。照片都在手机里，有网再交。',
  notStored: '手机存不下了。请清出一点地方再交。',
}

export const healthConsentTexts = {
  lead: (names: string) => `街道请您补：${names}。替别人办的，请把手机给本人，由本人自己选。`,
  next: '下一步',
  unanswered: '请选“同意”或者“不同意”。',
}
