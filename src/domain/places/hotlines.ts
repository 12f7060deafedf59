/** How far a number may be stated as a fact. Source: reference §0.1, §6. */
export type HotlineState =
  /** Emergency numbers: constants. */
  | 'emergency'
  /** Documented as one number for the whole country; whether 乌海 answers it itself is not confirmed. */
  | 'national'
  /** Documented for another place only. */
  | 'elsewhere'

export interface Hotline {
  number: string
  /** What a person in need would call it. */
  name: string
  /** What it is for, in the family's words. */
  purpose: string
  state: HotlineState
  /** Where the number was read. */
  source: string
  /** Month in which the sources were last looked at, YYYY-MM. */
  verifiedAt: string
}

/** Danger first. Source: reference §6, law-and-rules S11. */
export const hotlines: readonly Hotline[] = [
  {
    number: '110',
    name: '报警',
    purpose: '孩子有危险，有人打孩子',
    state: 'emergency',
    source: '全国统一紧急电话',
    verifiedAt: '2026-11',
  },
  {
    number: '120',
    name: '急救',
    purpose: '受伤，得了急病',
    state: 'emergency',
    source: '全国统一紧急电话',
    verifiedAt: '2026-11',
  },
  {
    number: '12345',
    name: '政府热线',
    purpose: '不知道找谁，先打这个',
    state: 'national',
    source: '报道：乌海12345设过心理坐席',
    verifiedAt: '2026-11',
  },
  {
    number: '12356',
    name: '心理援助',
    purpose: '心里难受，想找人说说',
    state: 'national',
    source: '新华社 2024-12-25',
    verifiedAt: '2026-11',
  },
  {
    number: '12355',
    name: '青少年服务台',
    purpose: '孩子学习、交友的烦恼',
    state: 'elsewhere',
    source: '河源12355 2024-12',
    verifiedAt: '2026-11',
  },
  {
    number: '12338',
    name: '妇联维权',
    purpose: '妇女和孩子受了欺负',
    state: 'national',
    source: '云南省妇联',
    verifiedAt: '2026-11',
  },
  {
    number: '12348',
    name: '法律援助',
    purpose: '问法律，请免费律师',
    state: 'national',
    source: '12348法律服务热线介绍',
    verifiedAt: '2026-11',
  },
  {
    number: '12393',
    name: '医保',
    purpose: '看病报销，参加医保',
    state: 'national',
    source: '12393医保服务热线介绍',
    verifiedAt: '2026-11',
  },
]

/** The number every page offers: the minors' line by default, as long as 乌海 has published none of its own (S11). */
export const defaultHotline = '12345'

/** The hotline with this number. */
export function hotlineOf(number: string): Hotline | undefined {
  return hotlines.filter((hotline) => hotline.number === number)[0]
}
