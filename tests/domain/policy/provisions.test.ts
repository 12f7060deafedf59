import { checkerCodes } from '@domain/policy/checkerCodes'
import type { ProvisionUse } from '@domain/policy/catalogue/row'
import { policyText } from '@domain/policy/policyText'
import {
  entitlementCodes,
  provisionById,
  provisionIds,
  provisionOf,
  provisions,
  type EntitlementCode,
} from '@domain/policy/provisions'
import { readings } from '@domain/policy/readings'

const rows = provisions.map((provision) => [provision.id, provision] as const)

describe('条款目录', () => {
  test('一共104条，编号不重复，都能按编号找到', () => {
    expect(provisions).toHaveLength(104)
    expect(new Set(provisionIds).size).toBe(104)
    for (const id of provisionIds) expect(provisionById(id).id).toBe(id)
  })

  test.each<[string, number]>([
    ['1.1', 13],
    ['1.2', 7],
    ['2.1', 6],
    ['2.2', 7],
    ['2.3', 7],
    ['3.1', 8],
    ['3.2', 5],
    ['3.3', 7],
    ['4.1', 4],
    ['4.2', 6],
    ['5.1', 5],
    ['5.2', 5],
    ['6.1', 5],
    ['6.2', 6],
    ['7.1', 5],
    ['7.2', 3],
    ['7.3', 5],
  ])('%s 有 %i 条，按字母排，一条不缺', (clause, count) => {
    const letters = 'abcdefghijklmn'.slice(0, count).split('')
    const inClause = provisions.filter(({ clauseId }) => clauseId === clause)
    expect(inClause.map(({ id }) => id)).toEqual(letters.map((letter) => `${clause}-${letter}`))
  })

  test.each<[string, ProvisionUse, number]>([
    ['可以判断的待遇', 'entitlement', 36],
    ['可以申请的服务', 'service', 43],
    ['可以去的地方', 'place', 19],
    ['只是说明', 'information', 29],
    ['政府的职责', 'duty', 30],
  ])('%s（%s）有 %i 条', (_name, use, count) => {
    expect(provisions.filter(({ uses }) => uses.includes(use))).toHaveLength(count)
  })

  test('用途不重复，没有别的用途', () => {
    const known = ['entitlement', 'service', 'place', 'information', 'duty']
    for (const { uses } of provisions) {
      expect(uses.length).toBeGreaterThan(0)
      expect(new Set(uses).size).toBe(uses.length)
      for (const use of uses) expect(known).toContain(use)
    }
  })
})

describe('每一条', () => {
  test.each(rows)('%s 的引文和原文一字不差', (_id, { quote }) => {
    expect(quote.length).toBeGreaterThanOrEqual(7)
    expect(policyText).toContain(quote)
  })

  test.each(rows)('%s 的白话最多两句，每句不超过26个字，没有英文、金额和病名', (_id, { plain }) => {
    const sentences = plain.split('。').slice(0, -1)
    expect(plain.endsWith('。')).toBe(true)
    expect([1, 2]).toContain(sentences.length)
    for (const sentence of sentences) {
      expect(sentence.length).toBeGreaterThanOrEqual(5)
      expect(sentence.length).toBeLessThanOrEqual(26)
    }
    expect(plain).not.toMatch(/[A-Za-z]|\d元|艾滋/)
  })

  test.each(rows)('%s 说明给谁，找哪个部门，部门在原文里', (_id, { audience, office }) => {
    expect(audience).toMatch(/^[一-鿿、，]{2,20}$/)
    expect(office).not.toBe('')
    for (const department of office.split('、'))
      expect(policyText).toContain(department.replace('市司法局', '市司法'))
  })

  test('原文的错字，白话里一个也没有', () => {
    const misprints = readings.filter(({ weight }) => weight === 'cosmetic' || weight === 'meaning')
    for (const { printed } of misprints) {
      for (const { plain, name = '' } of provisions) expect(plain + name).not.toContain(printed)
    }
    expect(provisionOf('HS_WAIVER').plain).not.toContain('高校')
    expect(provisionOf('MIGRANT_WAIVER').plain).not.toContain('两免两补')
    expect(provisionOf('LIVING_SUBSIDY').plain).toContain('生活补助')
  })
})

describe('待遇和服务的代码', () => {
  test('71个代码，各有一个短名称；没有代码的，没有名称', () => {
    expect(entitlementCodes).toHaveLength(71)
    const names = entitlementCodes.map((code) => provisionOf(code).name ?? '')
    for (const name of names) expect(name).toMatch(/^[一-鿿（）·、]{3,16}$/)
    expect(new Set(names).size).toBe(71)
    for (const { code, name } of provisions) expect(name === undefined).toBe(code === undefined)
  })

  test.each<[EntitlementCode, string[]]>([
    ['HOUSING', ['1.2-f', '1.2-g']],
    ['INSURE_LOCAL', ['2.1-a', '2.1-b']],
  ])('%s 有两条依据，先找到前一条，名称相同', (code, ids) => {
    const both = provisions.filter((provision) => provision.code === code)
    expect(both.map(({ id }) => id)).toEqual(ids)
    expect(provisionOf(code).id).toBe(ids[0])
    expect(new Set(both.map(({ name }) => name)).size).toBe(1)
  })

  test('其余的代码只有一条依据，代码是大写英文', () => {
    for (const code of entitlementCodes) {
      expect(code).toMatch(/^[A-Z][A-Z0-9_]+$/)
      const count = code === 'HOUSING' || code === 'INSURE_LOCAL' ? 2 : 1
      expect(provisions.filter((provision) => provision.code === code)).toHaveLength(count)
    }
  })

  test('自己查的35项，就是可以判断的待遇，加上跨省申请和爱心妈妈，按目录的次序', () => {
    const expected = provisions
      .filter(
        ({ code, uses }) => uses.includes('entitlement') || code === 'XPROV_ACCEPT' || code === 'AIXIN_MAMA',
      )
      .flatMap(({ code }) => code ?? [])
    expect(checkerCodes).toEqual([...new Set(expected)])
    expect(checkerCodes).toHaveLength(35)
  })

  test('涉及特殊疾病的一项，名称、白话和对象都不说是什么病', () => {
    const { name, plain, audience } = provisionOf('HIV_ALLOWANCE')
    expect(`${name}${plain}${audience}`).not.toMatch(/艾滋|病毒|感染/)
  })
})

test('没有的编号和代码，不猜', () => {
  expect(() => provisionById('9.9-z' as never)).toThrow('no such provision')
  expect(() => provisionOf('NOTHING' as never)).toThrow('no such entitlement')
})
