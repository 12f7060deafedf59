import { type CaseKind, type Procedure } from '@domain/tracking/machine'
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
  reasonTitle: {
    application: '没通过的理由',
    request: '没办成的原因',
    notice: '要商量的事',
  } satisfies Record<CaseKind, string>,
  noReason: {
    application: '理由会写在决定书上。',
    request: '请打电话问一问。',
    notice: '会有人和您联系。',
  } satisfies Record<CaseKind, string>,
  rightsTitle: '不服怎么办',
  // 行政复议法 20 条；行政诉讼法 46 条。
  rights: [
    '可以申请行政复议，一般在60天内。',
    '也可以向法院起诉，一般在6个月内。',
    '期限以决定书上写的为准。',
  ],
  againTitle: '情况变了呢',
  againMore: '家里情况有变化，可以再办一次。',
  apply: '再办一次',
  helpTitle: '别的帮助',
  help: [
    '街道（镇）能办临时救助、低保，也可以问。',
    '村（居）的儿童主任能帮您。',
    '要打官司，可以申请法律援助。',
  ],
  toHelp: '看求助电话',
  confirmedTitle: '以后要知道的',
  byHukou: ['怎么发、发多少，按户口所在地。'],
  amounts: '钱数以部门通知为准。',
  timeline: '办理经过',
  files: '收到的照片',
  file: (count: number) => `已收到 ${count} 张`,
  later: '还没交的材料',
  laterMore: (office: string) => `带到${office}，或者等通知再补。`,
  accesses: '谁看过孩子的材料',
  policy: `依据的是${policy.status}。`,
  withdrawal: {
    application: {
      offer: '撤回申请',
      title: '撤回这次申请吗？',
      more: '撤回以后就不再办。需要时可以重新申请。',
      stay: '不撤回',
    },
    request: {
      offer: '不用办了',
      title: '这件事不用办了吗？',
      more: '说了不用办，就不再办。需要时可以再来说。',
      stay: '接着办',
    },
    notice: {
      offer: '撤回告知',
      title: '撤回这次告知吗？',
      more: '撤回以后就不算告知。需要时可以再告诉一次。',
      stay: '不撤回',
    },
  } satisfies Record<CaseKind, { offer: string; title: string; more: string; stay: string }>,
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
  asker: {
    streetThenDistrict: '街道',
    streetAlone: '街道',
    passedOn: '街道',
    districtAlone: '区里',
  } satisfies Record<Procedure, string>,
  asked: (office: string, reason: string) => `${office}说：${reason}`,
  submit: {
    streetThenDistrict: '交给街道',
    streetAlone: '交给街道',
    passedOn: '交给街道',
    districtAlone: '交给区里',
  } satisfies Record<Procedure, string>,
  submitting: '正在交…',
  confirming: '正在确认，请不要重复提交。',
  waiting: '还没有收到回音。请再点一次，不会多交。',
  noPhoto: '先拍一张，才能交。',
  toWindow: '不拍，带到窗口',
  changeConsent: '重新选：有关身体的材料拍不拍',
  arriving: (count: number) => `还有 ${count} 张照片在传，传完就能交。`,
  changed: '要补的材料刚改过，请再看一遍。',
  nothingTitle: '现在不用补材料',
  nothingMore: '材料已经交上，或者不用补了。',
  toCase: '看办理进度',
  noNetwork: '现在没有网络。照片都在手机里，有网再交。',
  notStored: '手机存不下了。请清出一点地方再交。',
}

export const healthConsentTexts = {
  lead: (names: string) => `要补的是：${names}。替别人办的，请把手机给本人，由本人自己选。`,
  next: '下一步',
  unanswered: '请选“同意”或者“不同意”。',
}
