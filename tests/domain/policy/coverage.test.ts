import { clauseNames, partNames } from '@domain/policy/clauseNames'
import {
  coverage,
  coverSentence,
  furtherSentences,
  opening,
  type WithoutProvision,
} from '@domain/policy/coverage'
import { policyText } from '@domain/policy/policyText'
import { provisionIds, type ProvisionId } from '@domain/policy/provisions'

const withoutBreaks = (text: string) => text.replace(/\s/g, '')

/** The sentences nobody has placed yet. */
const unplaced = (text: string) =>
  coverage(text)
    .filter(({ provisions, because }) => provisions.length === 0 && !because)
    .map((sentence) => sentence.text)

describe('原文的每一句，都有归处', () => {
  test('没有一句没有归处', () => {
    expect(unplaced(policyText)).toEqual([])
  })

  test('句子合起来就是原文，一个字不多，一个字不少', () => {
    expect(
      withoutBreaks(
        coverage()
          .map(({ text }) => text)
          .join(''),
      ),
    ).toBe(withoutBreaks(policyText))
  })

  test.each<[WithoutProvision, number]>([
    ['title', 4],
    ['addressee', 1],
    ['preamble', 1],
    ['heading', 24],
    ['responsibleDepartments', 17],
  ])('不属于任何条款的句子：%s 有 %i 句', (reason, count) => {
    expect(coverage().filter(({ because }) => because === reason)).toHaveLength(count)
  })

  test('一句话要么属于条款，要么写明为什么不属于，不能都写', () => {
    for (const { provisions, because } of coverage())
      expect(provisions.length > 0).toBe(because === undefined)
  })

  test('104条，每一条都有句子', () => {
    const placed = new Set(coverage().flatMap(({ provisions }) => provisions))
    expect([...placed].sort()).toEqual([...provisionIds].sort())
  })

  test('一句话里同一条只列一次，按目录的次序', () => {
    for (const { provisions } of coverage()) {
      const inOrder = provisionIds.filter((id) => provisions.includes(id))
      expect(provisions).toEqual(inOrder)
    }
  })
})

describe('原文多一句、改一个字，就看得出来', () => {
  const printed = '推动“跨省通办”，'
  test.each([
    ['加一句话', `${policyText}\n每月发放交通补贴。`, ['每月发放交通补贴。']],
    ['句子中间加一句', policyText.replace(printed, `另有规定。${printed}`), ['另有规定。']],
    [
      '加一项退出情形',
      policyText.replace('8.其他', '8.搬走的。\n9.其他'),
      ['8.搬走的。', '9.其他应退出的情形。'],
    ],
    ['改退出情形', policyText.replace('3.依法被收养的。', '3.被收养的。'), ['3.被收养的。']],
    [
      '改小标题',
      policyText.replace('加强医疗保障工作。', '做好医疗保障工作。'),
      ['（一）做好医疗保障工作。'],
    ],
    ['改责任单位', policyText.replace('责任单位：市残联、', '责任单位：'), ['责任单位：市卫健委']],
    ['改题目', policyText.replace('（征求意见稿）', '（正式稿）'), ['（正式稿）']],
    ['改引用的话', policyText.replace('深化儿童友好城市建设', '建设儿童友好城市'), ['建设儿童友好城市。']],
  ])('%s', (_name, text, found) => {
    expect(text).not.toBe(policyText)
    expect(unplaced(text)).toEqual(found)
  })
})

describe('列出来的归处，都对得上', () => {
  test.each([...Object.keys(opening), ...Object.keys(furtherSentences)])('原文里有这一整句：%s', (text) => {
    expect(coverage().map((sentence) => sentence.text)).toContain(text)
  })

  test.each<[string, ProvisionId[]]>([
    ['1.年满18周岁且', ['1.1-j']],
    ['8.其他应退出的情形。', ['1.1-j']],
    ['有下列情形之一的', ['1.1-j']],
    ['改善特殊教育学校办学条件', ['3.2-a', '3.2-b']],
    ['加大困境儿童的教育救助力度', ['3.3-e']],
    ['相关部门依职能', ['5.2-d']],
    ['全面落实孤儿和事实无人抚养儿童基本生活保障制度', ['1.1-a', '1.1-b', '1.1-c']],
    ['持续实施“明天计划”', ['2.2-f', '2.2-g']],
  ])('“%s…”属于 %j', (begins, ids) => {
    const found = coverage().find(({ text }) => text.startsWith(begins))
    expect(found?.provisions).toEqual(ids)
  })

  test('七个部分、十七个小标题，都是原文的小标题', () => {
    expect(partNames).toHaveLength(7)
    for (const name of partNames) expect(coverSentence(name).because).toBe('heading')
    for (const { name } of clauseNames) expect(policyText).toContain(name.replace(/^.（.）/, ''))
  })
})
