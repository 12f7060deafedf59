/** One clause of the policy, such as 一（一）, by name. */
export interface ClauseName {
  /** Part and place in it: 1.1. */
  id: ClauseId
  /** Number and heading: 一（一）加大基本生活保障力度. */
  name: string
  /** The line 责任单位 under it, as printed. */
  departments: string
}

/** The seven parts by heading, as printed. */
export const partNames = [
  '一、健全基本生活保障体系',
  '二、优化医疗康复服务体系',
  '三、完善公共教育保障体系',
  '四、构建心理健康关爱服务体系',
  '五、筑牢人身安全保护体系',
  '六、健全法定监护责任体系',
  '七、提升基层基础服务保障',
] as const

export type ClauseId = (typeof clauseNames)[number]['id']

/** The seventeen clauses in the order of the text; the text prints no number before 2.2 and 2.3. */
export const clauseNames = [
  {
    id: '1.1',
    name: '一（一）加大基本生活保障力度',
    departments: '市民政局、市财政局、市医保局、市卫健委、市住建局、市人社局、市公安局',
  },
  {
    id: '1.2',
    name: '一（二）丰富基本生活保障内容',
    departments: '市民政局、市教育局、市卫健委、市住建局、团市委、市妇联、市残联',
  },
  { id: '2.1', name: '二（一）加强医疗保障工作', departments: '市医保局、市民政局' },
  { id: '2.2', name: '二（二）细化医疗救助措施', departments: '市医保局、市民政局' },
  { id: '2.3', name: '二（三）提升康复服务水平', departments: '市残联、市卫健委' },
  { id: '3.1', name: '三（一）保障均等接受教育服务', departments: '市教育局' },
  { id: '3.2', name: '三（二）加强特殊教育服务', departments: '市教育局' },
  { id: '3.3', name: '三（三）完善教育帮扶措施', departments: '市教育局、市民政局、市财政局' },
  { id: '4.1', name: '四（一）加强心理健康教育宣传', departments: '市教育局、市卫健委、市民政局' },
  { id: '4.2', name: '四（二）提升心理健康服务水平', departments: '市卫健委、市民政局' },
  {
    id: '5.1',
    name: '五（一）防范打击侵害权益行为',
    departments: '市中级人民法院、市检察院、市公安局、市教育局、市民政局、市卫健委、市妇联、团市委',
  },
  {
    id: '5.2',
    name: '五（二）加强救助保护和预防干预',
    departments:
      '市中级人民法院、市检察院、市司法、市公安局、市教育局、市民政局、市卫健委、市妇联、团市委、市委网信办、市委政法委',
  },
  { id: '6.1', name: '六（一）强化监护支持和干预', departments: '市民政局、市公安局、市教育局、市妇联' },
  { id: '6.2', name: '六（二）发挥儿童福利机构监护支持作用', departments: '市民政局' },
  {
    id: '7.1',
    name: '七（一）加强基层服务和设施建设',
    departments: '市民政局、市教育局、市发改委、市妇联',
  },
  {
    id: '7.2',
    name: '七（二）加强政策落实和信息管理',
    departments:
      '市民政局、市政数局，市教育局、市卫健、市公安局、市医保局、市残联、市统计局等各相关数据资源部门',
  },
  {
    id: '7.3',
    name: '七（三）促进社会力量参与',
    departments: '市委宣传部、市委社工部、市民政局、市残联、市妇联、团市委、市总工会、市红十字会',
  },
] as const satisfies readonly { id: string; name: string; departments: string }[]

/** The clause with this id: its name and the departments printed under it. */
export function clauseName(id: ClauseId): ClauseName {
  const found = clauseNames.find((clause) => clause.id === id)
  if (!found) throw new RangeError('no such clause')
  return found
}

/** The clause a printed sentence is the heading of: （二）丰富基本生活保障内容。 with or without number and 。 */
export function clauseHeadedBy(sentence: string): ClauseName | undefined {
  const heading = sentence.replace(/^（.）/, '').replace(/。$/, '')
  return clauseNames.find(({ name }) => name.replace(/^.（.）/, '') === heading)
}
