import type { ProvisionId } from '@domain/policy/provisions'

/** Help that is no form: what it is, and whom to call. Source: reference §1, §5.10, §5.17, §5.20, §5.22. */
export interface Guide {
  /** For lists and titles: tells nothing about the child. */
  title: string
  gloss: string
  /** What it is and what happens, one sentence each. */
  lines: readonly string[]
  /** Numbers of `places/hotlines`, the first to call first. */
  call: readonly string[]
  provisions: readonly ProvisionId[]
}

const rows = {
  danger: {
    title: '孩子有危险',
    gloss: '被打、被欺负、没人管',
    lines: [
      '现在就打 110。不用填表，不用登录。',
      '说出您在哪里、孩子怎么了。先到安全的地方。',
      '受伤了、生了急病，打 120。',
      '谁都可以打，不用证明。',
      '老师、医生、社区发现了，都必须报告。',
    ],
    call: ['110', '120', '12345'],
    provisions: ['5.1-a', '5.1-c'],
  },
  wings: {
    title: '添翼计划',
    gloss: '帮孩子看病的救助项目',
    lines: ['哪些孩子能用、怎么办，还没有公布。', '请问区民政局，也可以先打 12345。'],
    call: ['12345'],
    provisions: ['2.2-g'],
  },
  lovingMother: {
    title: '爱心妈妈',
    gloss: '和孩子结对，关心、陪伴孩子',
    lines: [
      '想当爱心妈妈的，找最近的妇联报名。',
      '想请爱心妈妈陪孩子的，也问妇联。',
      '报名的人要查记录，每年再查一次。',
      '没有配好以前，不会告诉她孩子是谁。',
      '第一次见面，有儿童主任在场。',
    ],
    call: ['12338', '12345'],
    provisions: ['7.3-a'],
  },
  volunteer: {
    title: '志愿服务和捐助',
    gloss: '想帮助孩子的人',
    lines: [
      '找市委社工部、团市委，也可以先打 12345。',
      '要和孩子见面的，先查记录。',
      '捐钱捐东西，交给慈善组织，不要直接给孩子。',
    ],
    call: ['12345'],
    provisions: ['7.3-d'],
  },
} as const satisfies Record<string, Guide>

export type GuideName = keyof typeof rows

export const guideNames = Object.keys(rows) as GuideName[]

/** What the policy offers and no form on a phone may stand for. */
export const guides: Readonly<Record<GuideName, Guide>> = rows

/** What a link names; nothing where there is no such guide. */
export function asGuideName(name: string | undefined): GuideName | undefined {
  return guideNames.filter((known) => known === name)[0]
}
