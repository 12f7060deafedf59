import { type CourseStep } from '@domain/services/courses'
import { type KnownSituation } from '@domain/services/situations'
import { type CaseKind } from '@domain/tracking/machine'

// Every sentence of this room, in the order a family meets them.

export const list = {
  title: '能办的事',
  lead: '点开看谁能办、带什么、要多久。',
  check: { title: '不知道能办哪一样？', note: '先答几道题，看看能领什么' },
  guides: '打电话就能问的',
  confidentialTitle: '保密办理',
  confidential: '涉及特殊疾病的孩子，可由区民政局专人保密办理。',
  confidentialMore: '街道（镇）、村（居）委会看不到。',
  ask: (number: string) => `打 ${number} 问一问`,
  toDistrict: '在手机上直接交给区里',
}

export const service = {
  unknown: '没有找到这件事',
  toList: '看能办的事',
  lead: (title: string, gloss: string) => `${title}，${gloss}。`,
  who: '谁可以办',
  where: '到哪里办',
  /** 按您答的，海勃湾区凤凰岭街道收材料，海勃湾区民政局来定。 */
  offices: (intake: string, deciding: string) =>
    intake === deciding ? `按您答的，由${intake}来办。` : `按您答的，${intake}收材料，${deciding}来定。`,
  papers: '要带什么',
  noPapers: '不用带材料，说清楚就行。',
  papersLead: '少一两样也能先交，以后再补。',
  hint: (parts: readonly string[]) => `怎么拍：${parts.join('，')}。`,
  situations: '看情况还要带',
  parents: '父母的情况不同，材料也不同。先答几道题，就知道还要带哪些。',
  /** 孩子有残疾证：孩子的残疾人证。 */
  inSituation: (situation: string, paper: string) => `${situation}：${paper}。`,
  course: '一步一步怎么走',
  /** 3. 海勃湾区民政局：作决定。 */
  step: ({ who, what, workdays }: CourseStep, index: number) =>
    `${index + 1}. ${who}：${what}${workdays === undefined ? '' : `最长 ${workdays} 个工作日。`}`,
  howLong: '要多久',
  cost: '要花钱吗',
  next: '办好以后',
  refused: '没办成怎么办',
  basis: '依据是什么',
  basisToldThere: '依据由专人告诉您。',
  ways: '怎么办都行',
  window: '带材料去窗口，一样能办。不知道去哪里，就去街道（镇）问。',
  windowNoPapers: '也可以直接去窗口说。不知道去哪里，就去街道（镇）问。',
  windowConfidential: '也可以直接去区民政局，只找专人。',
  helper: '请人帮办：儿童主任或家里人可以在手机上替您填。',
  check: '先看看能领什么',
  apply: {
    application: '在手机上申请',
    request: '在手机上提出来',
    notice: '在手机上告知',
  } satisfies Record<CaseKind, string>,
}

/** When a paper is asked for, as the list of a matter names it. */
export const situations: Record<KnownSituation, string> = {
  childDisabled: '孩子有残疾',
  childIll: '孩子得了重病',
  adultAtSchool: '满18岁还在上学',
  hukouElsewhere: '户口不在乌海',
  permitHeld: '办了居住证',
  permitNotHeld: '没办居住证',
  householdGranted: '家里有低保等认定',
}

export const guide = {
  unknown: '没有找到这一项',
  lead: '这件事不用填表。',
  what: '怎么办',
  call: '打电话',
  quote: '政策怎么说',
}
