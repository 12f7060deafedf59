import { applicantRelations, type Parent } from '@domain/eligibility/facts'
import { childRows } from '@domain/rights/childWords'
import { parentWords, relationText } from '@domain/rights/familyWords'

type Facts = Omit<Parent, 'role'>
const told = (facts: Facts) => parentWords({ role: 'mother', ...facts }).told
const denied = (facts: Facts) => parentWords({ role: 'mother', ...facts }).denied

describe('家里说的，用办事的人看得懂的话', () => {
  it.each<[string, Facts, string]>([
    ['去世，知道日期', { dead: true, deadSince: '2024-03-05' }, '去世了（2024年3月5日）'],
    ['服刑，刑期够', { imprisoned: { termMonths: 6 } }, '在服刑，期限6个月或更长'],
    ['服刑，刑期不够', { imprisoned: { termMonths: 5 } }, '在服刑，期限不到6个月'],
    ['服刑，不知道多久', { imprisoned: true }, '在服刑，期限不清楚'],
    [
      '戒毒，已结束',
      { compulsoryRehab: { termMonths: 24, releasedOn: '2026-01-02' } },
      '在强制戒毒，期限6个月或更长，2026年1月2日结束',
    ],
    [
      '失联，没报过警',
      { lostContact: { policeAcceptedOn: null, policeReceipt: false } },
      '联系不上，没报过警，还没有回执单',
    ],
    ['失联，报过警', { lostContact: { policeAcceptedOn: '2026-02-03' } }, '联系不上，2026年2月3日公安受理'],
    ['失联，街道认定过没有', { lostContact: { establishedByStreet: false } }, '联系不上，街道没有认定过失联'],
    ['失联，不知道别的', { lostContact: {} }, '联系不上'],
    [
      '残疾，有证，知道等级',
      { disabilities: [{ type: 'visual', grade: 2, certified: true }] },
      '视力残疾二级，有残疾证',
    ],
    [
      '残疾，没有证',
      { disabilities: [{ type: 'visual', grade: 2, certified: false }] },
      '视力残疾二级，没有残疾证',
    ],
    ['残疾，不知道有没有证', { disabilities: [{ type: 'visual', grade: 2 }] }, '视力残疾二级'],
    ['残疾，不知道等级', { disabilities: [{ type: 'mental' }] }, '精神残疾，几级不清楚'],
    ['重病', { seriouslyIll: true }, '得了重病，说认定过'],
  ])('%s', (_name, facts, sentence) => expect(told(facts)).toEqual([sentence]))

  it('说没有的，和没说到的，分得开', () => {
    const facts = { dead: false, imprisoned: false, disabilities: [], deported: true }
    expect(denied(facts)).toEqual(['去世', '服刑', '残疾'])
    expect(told(facts)).toEqual(['被遣送出境'])
    expect([told({}), denied({})]).toEqual([[], []])
  })

  it('没说户口、住处，写没有说；说过不是的，才写没有', () => {
    expect(childRows({})).toEqual([
      { name: '户口', text: '没有说' },
      { name: '住处', text: '没有说' },
    ])
    const rows = childRows({ child: { hukou: { division: '150302001' }, adoption: null, recognised: [] } })
    expect(rows).toContainEqual({ name: '户口', text: '海勃湾区凤凰岭街道' })
    expect(rows).toContainEqual({ name: '收养', text: '没有' })
    expect(rows).toContainEqual({ name: '已经认定', text: '没有' })
  })

  it('每一种关系都有话；是不是监护人不知道，就说不清楚', () => {
    for (const relation of applicantRelations)
      expect(relationText({ relation })).toMatch(/^[\p{L}、（），]+$/u)
    expect(relationText({ relation: 'grandparent' })).toContain('是不是监护人不清楚')
    expect(relationText({ relation: 'grandparent', entrusted: true })).toContain('受监护人委托')
    expect(relationText({ relation: 'grandparent', entrusted: false })).toContain('说自己是监护人')
    expect(relationText()).toBe('没有说')
  })
})
