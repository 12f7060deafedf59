import { type CourseStep } from '@domain/services/courses'
import { type CaseKind } from '@domain/tracking/machine'

// Every sentence of this room, in the order a family meets them.

export const opening = '正在打开…'

export const start = {
  whichMatter: '先选一件要办的事',
  toMatters: '看能办的事',
  lead: (title: string, gloss: string) => `${title}，${gloss}。`,
  goOn: '接着填',
  begin: '开始填',
  oneMore: '另填一份',
  known: '刚才答过的，不用再答。',
  prepare: '先准备好',
  numbers: '申请人和孩子的身份证号',
  ownNumber: '申请人的身份证号',
  phone: '一个手机号',
  papers: '家里有的材料，没有的以后补',
  noPapers: '不用带材料，也不用拍照',
  former: '以前办过？',
  /** 用上次填的：王*明 */
  likeFormer: (child: string) => `用上次填的：${child}`,
  formerMore: '点一下，名字、身份证号、住处照着上次填。材料和同意，还要再来一遍。',
  fetching: '正在取…',
  about: '办理说明',
  aboutNote: '谁能办，带什么，要多久',
  otherWays: '不想在手机上办',
  otherWaysMore: (where: string) => `带材料到${where}的窗口，一样能办。`,
  otherWaysTold: (where: string) => `到${where}的窗口说，一样能办。`,
  otherPeople: '也可以请儿童主任或家里人帮您填。',
}

export const form = {
  back: '上一步',
  next: '下一步',
  kept: '填的都存在这台手机上。关掉也不会丢。',
  resumed: '上次填到这里。',
  empty: '还没有开始填',
  emptyMore: '先看看要准备什么。',
  toStart: '去看看',
  toHome: '回首页',
  notStored: '手机存不下了。请清出一点地方再填。',
  helperOnConsent: '请把手机给监护人看，由监护人自己选。',
}

export const person = {
  name: '姓名',
  nameHelp: '和身份证上一样。',
  idNumber: '身份证号',
  childNameHelp: '和户口本上一样。',
  childIdHelp: '户口本上孩子那一页有。',
  noIdNumber: '这件事不用身份证号。',
}

export const contact = {
  phone: '手机号',
  safe: '这个电话可以打吗？',
  safeHelp: '您没说可以，我们就不打。',
}

export const place = {
  innerMongolia: '内蒙古的其他地方',
  otherProvince: '外省',
  help: { hukou: '看户口本的首页。', residence: '孩子平时住的地方。' },
  whichStreet: (district: string) => `${district}的哪个街道（镇）？`,
  whichProvince: '是哪个省？',
  whichCity: (province: string) => `${province}的哪个市？`,
  whichCounty: (city: string) => `${city}的哪个区、县？`,
  listHelp: '不知道是哪个，就选“不清楚”。',
  others: (count: number) => `看另外 ${count} 个`,
  unknown: '不清楚',
  noRow: '请选一个。不知道就选“不清楚”。',
}

export const route = {
  intake: '谁收材料',
  deciding: '谁来审、做决定',
  otherRules: '标准、材料、渐退期，按户口所在地。',
  otherRulesMore: '这里说的钱数、材料和渐退期（停发前再发一段时间），对您不适用。以户口所在地说的为准。',
  steps: '接下来这样办',
  here: '在这里交，这样办',
  elsewhere: '在您住的地方交，这样办',
  /** 3. 海勃湾区凤凰岭街道：材料齐了，转给户口所在地。最长 3 个工作日。 */
  step: (position: number, { who, what, workdays }: CourseStep) =>
    `${position}. ${who}：${what}${workdays === undefined ? '' : `最长 ${workdays} 个工作日。`}`,
  longest: (workdays: number) => `从材料交齐算起，最长 ${workdays} 个工作日。`,
  noTravel: '两样选一样。不用为这件事跑一趟。',
  legal: '收下算不算数，由街道（镇）来定。',
  papers: '要准备的材料',
  papersMore: '父母的情况不同，还会多几样。拍照以前，一次列全。',
  papersElsewhere: '户口所在地可能还要别的。街道（镇）会一次说清。',
}

export const consent = { refused: '您选了不同意。' }

export const papers = {
  title: (all: number, received: number) => `${all} 样材料，已收到 ${received} 样`,
  lead: '拍一张传一张。没有网也能先拍。',
  before: '照片只用来办这一件事。少几样也能先交。',
  /** Told once and whole, before the first photo (reference §5.0). */
  all: (names: readonly string[]) => `一共就这些：${names.join('、')}。`,
  hint: (parts: readonly string[]) => `请拍：${parts.join('；')}。`,
}

export const check = {
  lead: '哪里不对，点“修改”。改完会回到这里。',
  later: '以后再交',
  received: (count: number) => `已收到 ${count} 张`,
  arriving: (received: number, all: number) => `拍了 ${all} 张，传上 ${received} 张`,
  atWindow: (where: string) => `带到${where}给人看`,
  nothing: '还没拍',
  unknown: '不清楚',
  read: '已经看过',
  agreed: '同意',
  refused: '不同意',
  mayCall: '可以打',
  mayNotCall: '先不要打',
  submit: { application: '提交申请', request: '提交', notice: '提交告知' } satisfies Record<CaseKind, string>,
  submitting: '正在提交…',
  incomplete: '还有没填好的，请看下面标出来的。',
  waiting: (count: number) => `还有 ${count} 张照片没传完。可以先提交，传完会自动交。`,
  photoNeeded: '有照片需要处理，请回到材料那一页看看。',
  truth: '请照实填。提交以后，由部门来核对。',
}

export const sending = {
  title: '正在确认',
  queuedTitle: '等着提交',
  queued: '已保存，联网后自动提交。',
  queuedMore: '可以关掉。再打开小程序就会自己交，交好了在“进度”里看得见。',
  photos: (count: number) => `还有 ${count} 张照片没传完，传完自动提交。`,
  photoNeeded: '有照片需要处理。请点“继续修改”看看。',
  refusedTitle: '没有交成',
  edit: '继续修改',
  now: '现在交',
  confirming: '正在确认，请不要重复提交。',
  confirmingMore: '可以等一会儿，也可以先离开。不会多交一份。',
  waiting: '还没有收到回音。',
  waitingMore: '内容都在手机里，网络好了会接着确认。',
  again: '再确认一次',
  busy: '正在确认…',
  toProgress: '看办理进度',
  maybeSent: '这份申请可能已经交过了。请先看看进度。',
  resending: '有照片要重新传，传完请再提交一次。',
}

export const receipt = {
  title: {
    application: '申请已经收到',
    request: '您说的事已经收到',
    notice: '告知已经收到',
  } satisfies Record<CaseKind, string>,
  number: '办件编号',
  screenshot: '可以截屏，把编号留下来。',
  office: (office: string) => `由${office}来办。`,
  next: '接下来',
  files: '收到的照片',
  file: (count: number) => `已收到 ${count} 张`,
  noFiles: '这次没有照片。',
  erasedTold: '填的内容，已从这台手机删掉。',
  showProof: '看照片的核对码',
  hideProof: '收起核对码',
  proof: (index: number, code: string) => `第 ${index} 张 ${code}`,
  proofMore: '核对码能证明收到的就是这张照片。',
  later: '还要补的材料',
  laterMore: (office: string) => `带到${office}，或者等通知再补。`,
  erased: '填的内容和照片，已从这台手机删掉。',
  toCase: '看办理进度',
  toHome: '回首页',
  gone: '没有找到回执',
  goneMore: '交过的申请都在“进度”里。',
}
