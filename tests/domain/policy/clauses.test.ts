import { clauseHeadedBy, clauseName, type ClauseId } from '@domain/policy/clauseNames'
import { clauseById, clauses, placeOf } from '@domain/policy/clauses'
import { opening } from '@domain/policy/coverage'
import { partNames } from '@domain/policy/clauseNames'
import { exitItems } from '@domain/policy/exitItems'
import { policyText } from '@domain/policy/policyText'
import { provisionById, provisionIds } from '@domain/policy/provisions'

const withoutBreaks = (text: string) => text.replace(/\s/g, '')

describe('原文按条看', () => {
  test.each<[ClauseId, string, string, number, number]>([
    ['1.1', '一（一）加大基本生活保障力度', '（一）加大基本生活保障力度。', 18, 12],
    ['1.2', '一（二）丰富基本生活保障内容', '（二）丰富基本生活保障内容。', 7, 1],
    ['2.1', '二（一）加强医疗保障工作', '（一）加强医疗保障工作。', 7, 1],
    ['2.2', '二（二）细化医疗救助措施', '细化医疗救助措施。', 7, 1],
    ['2.3', '二（三）提升康复服务水平', '提升康复服务水平。', 7, 2],
    ['3.1', '三（一）保障均等接受教育服务', '（一）保障均等接受教育服务。', 8, 1],
    ['3.2', '三（二）加强特殊教育服务', '（二）加强特殊教育服务。', 8, 1],
    ['3.3', '三（三）完善教育帮扶措施', '（三）完善教育帮扶措施。', 6, 1],
    ['4.1', '四（一）加强心理健康教育宣传', '（一）加强心理健康教育宣传。', 5, 1],
    ['4.2', '四（二）提升心理健康服务水平', '（二）提升心理健康服务水平。', 6, 1],
    ['5.1', '五（一）防范打击侵害权益行为', '（一）防范打击侵害权益行为。', 6, 2],
    ['5.2', '五（二）加强救助保护和预防干预', '（二）加强救助保护和预防干预', 7, 2],
    ['6.1', '六（一）强化监护支持和干预', '（一）强化监护支持和干预。', 6, 1],
    ['6.2', '六（二）发挥儿童福利机构监护支持作用', '（二）发挥儿童福利机构监护支持作用。', 7, 1],
    ['7.1', '七（一）加强基层服务和设施建设', '（一）加强基层服务和设施建设。', 6, 1],
    ['7.2', '七（二）加强政策落实和信息管理', '（二）加强政策落实和信息管理。', 5, 1],
    ['7.3', '七（三）促进社会力量参与', '（三）促进社会力量参与。', 6, 1],
  ])('%s 是“%s”，第一句是“%s”，%i 句，最后一段是第 %i 段', (id, name, first, count, paragraph) => {
    const clause = clauseById(id)
    expect(clause).toMatchObject({ id, name, part: Number(id.slice(0, 1)) })
    expect(clause.sentences[0]).toMatchObject({ text: first, paragraph: 0, because: 'heading' })
    expect(clause.sentences).toHaveLength(count)
    expect(clause.sentences[count - 1]).toMatchObject({ paragraph, because: 'responsibleDepartments' })
  })

  test('十七条，按原文的次序', () => {
    expect(clauses()).toHaveLength(17)
    expect(clauses().map(({ id }) => id)).toEqual(
      clauses()
        .map(({ id }) => id)
        .sort(),
    )
  })

  test('十七条、七个标题和开头，合起来就是原文', () => {
    const lines = clauses().flatMap(({ id, part, sentences }) => [
      id.endsWith('.1') ? (partNames[part - 1] ?? '') : '',
      ...sentences.map(({ text }) => text),
    ])
    const whole = Object.keys(opening).concat(lines).join('')
    expect(withoutBreaks(whole)).toBe(withoutBreaks(policyText))
  })

  test('责任单位照原文', () => {
    for (const { departments, sentences } of clauses()) {
      expect(departments.startsWith('市')).toBe(true)
      expect(sentences[sentences.length - 1]?.text).toContain(`责任单位：${departments}`)
    }
  })

  test('同一行的句子在同一段，八种退出情形各是一段', () => {
    const { sentences } = clauseById('1.1')
    const exits = sentences.filter(({ text }) => /^\d\./.test(text))
    expect(exits.map(({ paragraph }) => paragraph)).toEqual([2, 3, 4, 5, 6, 7, 8, 9])
    expect(sentences.filter(({ paragraph }) => paragraph === 0)).toHaveLength(5)
  })
})

describe('引文在哪里', () => {
  test.each(provisionIds.map((id) => [id]))('%s 的引文在自己那一条里，标出来正好是引文', (id) => {
    const { quote, clauseId } = provisionById(id)
    const { clause, sentence, start, end } = placeOf(id)
    const found = clauseById(clause).sentences[sentence]
    expect(clause).toBe(clauseId)
    expect(found?.text.slice(start, end)).toBe(quote)
    expect(found?.provisions).toContain(id)
  })
})

describe('八种退出情形', () => {
  test.each(exitItems.map((item) => [item.id, item] as const))(
    '%s 照原文，白话简短',
    (id, { quote, plain, gradual }) => {
      expect(quote.startsWith(`${id.slice(1)}.`)).toBe(true)
      expect(clauseById('1.1').sentences.map(({ text }) => text)).toContain(quote)
      expect(gradual).toBe(quote.includes('渐退期'))
      expect(plain.includes('渐退期')).toBe(gradual)
      for (const sentence of plain.split('。')) expect(sentence.length).toBeLessThanOrEqual(26)
      expect(plain).toMatch(/^.{7,}。$/)
    },
  )

  test('一共八种', () => {
    expect(exitItems.map(({ id }) => id)).toEqual(['X1', 'X2', 'X3', 'X4', 'X5', 'X6', 'X7', 'X8'])
  })
})

test('没有的条，不猜', () => {
  expect(() => clauseById('9.9' as never)).toThrow('no such clause')
  expect(() => clauseName('9.9' as never)).toThrow('no such clause')
  expect(clauseName('2.2').name).toBe('二（二）细化医疗救助措施')
  expect(clauseHeadedBy('推动“跨省通办”。')).toBeUndefined()
  expect(clauseHeadedBy('（二）丰富基本生活保障内容')?.id).toBe('1.2')
})
