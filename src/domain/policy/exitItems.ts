export type ExitId = 'X1' | 'X2' | 'X3' | 'X4' | 'X5' | 'X6' | 'X7' | 'X8'

/** One of the eight conditions under which protection ends; the list of them is provision 1.1-j. */
export interface ExitItem {
  id: ExitId
  /** Verbatim, its number included. */
  quote: string
  plain: string
  /** Whether the item says 渐退期满; how long that is, nobody has published. */
  gradual: boolean
}

/** The eight in the order of the text. */
export const exitItems: readonly ExitItem[] = [
  {
    id: 'X1',
    quote:
      '1.年满18周岁且渐退期满的孤儿、事实无人抚养儿童（18周岁前已纳入保障范围，18周岁后仍在接受义务教育或在高中、高职、中专、大专及本科在校就读的孤儿、困境儿童，继续享受相关政策直至毕业）。',
    plain: '满18周岁，渐退期也满了。还在上学的，可以到毕业。',
    gradual: true,
  },
  {
    id: 'X2',
    quote:
      '2.年满18周岁的特困儿童（18周岁前纳入保障范围，18周岁后仍在接受义务教育或在普通高中、中等职业学校就读的，可继续享有救助供养待遇）。',
    plain: '特困儿童满18周岁。还在上义务教育、高中、中职的，可以继续。',
    gradual: false,
  },
  { id: 'X3', quote: '3.依法被收养的。', plain: '孩子被依法收养。', gradual: false },
  {
    id: 'X4',
    quote: '4.父（母）重新履行抚养义务且渐退期满的。',
    plain: '爸爸或妈妈重新抚养孩子，渐退期满。',
    gradual: true,
  },
  {
    id: 'X5',
    quote: '5.父（母）一方刑满释放或强制戒毒结束且渐退期满的。',
    plain: '爸爸或妈妈刑满释放、戒毒结束，渐退期满。',
    gradual: true,
  },
  {
    id: 'X6',
    quote: '6.家庭生活状况改善具备抚养能力且渐退期满的。',
    plain: '家里好转了，能抚养孩子，渐退期满。',
    gradual: true,
  },
  {
    id: 'X7',
    quote: '7.儿童自身疾病或其父（母）疾病治愈且渐退期满的。',
    plain: '孩子或父母的病治好了，渐退期满。',
    gradual: true,
  },
  { id: 'X8', quote: '8.其他应退出的情形。', plain: '其他应该退出的情形。', gradual: false },
]
