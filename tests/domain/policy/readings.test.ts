import { clauseById } from '@domain/policy/clauses'
import { opening } from '@domain/policy/coverage'
import { policyText } from '@domain/policy/policyText'
import { readings, readingsOf, type Reading, type ReadingWeight } from '@domain/policy/readings'

const printedIn = (clause: Reading['clause']) =>
  clause === 'opening'
    ? Object.keys(opening).join('')
    : clauseById(clause)
        .sentences.map(({ text }) => text)
        .join('')

describe('原文的错字和没说清的地方', () => {
  test.each(readings.map((reading) => [reading.clause, reading.printed, reading] as const))(
    '%s “%s”照印在那一条里，读法不同，说得简短',
    (clause, printed, { readAs }) => {
      expect(printed.length).toBeGreaterThanOrEqual(3)
      expect(printedIn(clause)).toContain(printed)
      expect(readAs).not.toBe(printed)
      expect(readAs).toMatch(/[一-鿿]{2}/)
      expect(readAs).not.toMatch(/[A-Za-z]|艾滋/)
      for (const sentence of readAs.split('。')) expect(sentence.length).toBeLessThanOrEqual(26)
    },
  )

  test.each<[string, ReadingWeight, number]>([
    ['只是错字', 'cosmetic', 17],
    ['意思不同', 'meaning', 2],
    ['说法不同', 'wording', 3],
    ['决定结果', 'rule', 15],
  ])('%s（%s）的有 %i 处', (_name, weight, count) => {
    expect(readings.filter((reading) => reading.weight === weight)).toHaveLength(count)
  })

  test('错字的读法，原文里没有：原文没有被悄悄改过', () => {
    for (const { printed, readAs, weight } of readings) {
      if (weight !== 'meaning') continue
      expect(policyText).toContain(printed)
      expect(policyText).not.toContain(readAs)
    }
  })

  test('按原文的次序，每一条能单独取', () => {
    const clausesInOrder = readings.map(({ clause }) => (clause === 'opening' ? '0' : clause))
    expect(clausesInOrder).toEqual([...clausesInOrder].sort())
    expect(readingsOf('opening').map(({ readAs }) => readAs)[0]).toBe('附件：')
    expect(readingsOf('6.1').map(({ readAs }) => readAs)).toEqual(['家庭教育指导等措施。'])
    expect(readingsOf('3.2')).toEqual([])
  })

  test('容易办错的地方，读法写明白', () => {
    const of = (printed: string) => readings.find((reading) => reading.printed.includes(printed))
    expect(of('普通高校')).toMatchObject({ clause: '3.3', weight: 'rule' })
    expect(of('普通高校')?.readAs).toContain('普通高中')
    expect(of('必要的方式')?.readAs).toContain('访视')
    expect(of('审疾病应救助')?.readAs).toContain('疾病应急救助')
  })
})
