import fc from 'fast-check'
import { ApplicationSubmission, SupplementRequest } from '@contracts/applications'
import { FamilyFacts } from '@contracts/household'
import { errorTable } from '@contracts/errors'
import { isStorableText } from '@contracts/text'

type Json = string | number | boolean | null | Json[] | { [key: string]: Json }

const filledIn = {
  service: 'DFUC_ALLOWANCE',
  formVersion: 1,
  policyVersion: '1',
  applicant: {
    name: '李秀英',
    idNumber: '11010519491231002X',
    phone: '13800000000',
    safeToContact: false,
    helper: 'none',
  },
  child: { name: '王小明', idNumber: '11010519491231002X' },
  facts: {
    child: { birthDate: '2016-03-05', hukou: { division: '150302001' } },
    parents: [
      { role: 'father', imprisoned: { termMonths: 30 } },
      { role: 'mother', illnesses: ['尿毒症'] },
    ],
  },
  papers: [{ paper: 'father.criminalJudgment', attachmentIds: ['2f3a1a52-3c51-4a0e-9b43-0a6f6a2f7d11'] }],
  consents: [{ kind: 'childData', noticeVersion: 'childData-1', actor: 'guardian' }],
}

const submission = JSON.parse(JSON.stringify(filledIn)) as Json

type Path = (string | number)[]

/** Every place in a value that `wanted` accepts. */
function paths(value: Json, wanted: (value: Json) => boolean, path: Path = []): Path[] {
  const here = wanted(value) ? [path] : []
  if (typeof value !== 'object' || value === null) return here
  return Object.entries(value).reduce(
    (all, [key, inner]) => all.concat(paths(inner, wanted, [...path, key])),
    here,
  )
}

function changed(path: Path, change: (value: Json) => Json): Json {
  const copy = JSON.parse(JSON.stringify({ root: submission })) as { root: Json }
  const inner = ['root', ...path]
  const last = inner.pop() as string
  const parent = inner.reduce<Json>((value, key) => (value as Record<string, Json>)[key] as Json, copy)
  const holder = parent as Record<string, Json>
  holder[last] = change(holder[last] as Json)
  return copy.root
}

const accepts = (value: Json) => ApplicationSubmission.safeParse(value).success

test('一份填好的申请收得下', () => {
  expect(ApplicationSubmission.safeParse(submission)).toMatchObject({ success: true })
})

/** With one property more. */
const extended = (value: Json): Json => Object.assign({ extra: 1 }, value)

const objects = paths(
  submission,
  (value) => typeof value === 'object' && value !== null && !Array.isArray(value),
)
test.each(objects.map((path) => [path.join('.') || '最外层', path] as const))(
  '%s 里多出一项就不收',
  (_, path) => {
    expect(accepts(changed(path, extended))).toBe(false)
  },
)

const texts = paths(submission, (value) => typeof value === 'string')
test.each(texts.map((path) => [path.join('.'), path] as const))('%s 里有存不下的字符就不收', (_, path) => {
  for (const bad of ['\u0000', '\u0007', '\uD800', '\uDC00']) {
    expect(accepts(changed(path, (value) => `${value}${bad}`))).toBe(false)
    expect(accepts(changed(path, (value) => `${bad}${value}`))).toBe(false)
  }
})

test.each([
  ['手机号少一位', ['applicant', 'phone'], '1380000000'],
  ['身份证号错一位', ['child', 'idNumber'], '110105194912310021'],
  ['姓名空着', ['applicant', 'name'], ''],
  ['姓名太长', ['applicant', 'name'], '王'.repeat(101)],
  ['不认识的事项', ['service'], 'NOT_A_SERVICE'],
  ['不认识的材料', ['papers', 0, 'paper'], 'uncle.deathProof'],
  ['照片编号不对', ['papers', 0, 'attachmentIds', 0], '1'],
  ['不认识的同意', ['consents', 0, 'kind'], 'everything'],
  ['帮办人替人同意', ['consents', 0, 'actor'], 'helper'],
  ['没有这一天', ['facts', 'child', 'birthDate'], '2016-02-30'],
  ['地区代码不对', ['facts', 'child', 'hukou', 'division'], '15030'],
  ['两个爸爸', ['facts', 'parents', 1, 'role'], 'father'],
] as [string, Path, string][])('%s：不收', (_, path, value) => {
  expect(accepts(changed(path, () => value))).toBe(false)
})

test('保密的那一类不从这里收', () => {
  for (const value of [true, false])
    expect(FamilyFacts.safeParse({ child: { confidentialCategoryA: value } }).success).toBe(false)
})

test('姓名和号码收下来只有一种写法', () => {
  const parsed = ApplicationSubmission.parse({
    ...filledIn,
    applicant: { ...filledIn.applicant, name: ' 李 秀英 ', idNumber: '11010519491231002x' },
    child: { ...filledIn.child, name: '买买提•吐尔逊' },
  })
  expect(parsed.applicant).toMatchObject({ name: '李秀英', idNumber: '11010519491231002X' })
  expect(parsed.child.name).toBe('买买提·吐尔逊')
})

test('补正要写理由', () => {
  const request = (reason: string) => ({ papers: [{ paper: 'childPhoto', reason }] })
  expect(SupplementRequest.safeParse(request('太暗，看不清。')).success).toBe(true)
  expect(SupplementRequest.safeParse(request('')).success).toBe(false)
  expect(SupplementRequest.safeParse(request('看不清\u0000')).success).toBe(false)
})

/** UTF-16 units, often of a pair or a control. */
const anyUnit = fc.oneof(
  fc.integer({ min: 0, max: 0xffff }),
  fc.integer({ min: 0xd800, max: 0xdfff }),
  fc.integer({ min: 0, max: 127 }),
)

test('能存的文字：一个字符都不少，也不多', () => {
  fc.assert(
    fc.property(
      fc.array(anyUnit, { maxLength: 8 }).map((units) => String.fromCharCode(...units)),
      (value) => {
        // The definition in other words: UTF-8 keeps it, and no control character is in it.
        const survives = Buffer.from(value, 'utf8').toString('utf8') === value
        const control = Array.from(value).some((character) => {
          const point = character.codePointAt(0) ?? 0
          return (point < 32 && ![9, 10, 13].includes(point)) || point === 127
        })
        expect(isStorableText(value)).toBe(survives && !control)
      },
    ),
  )
  expect(isStorableText('𠮷\n王\t')).toBe(true)
})

test('给人看的错误都是中文短句', () => {
  for (const { message } of Object.values(errorTable)) {
    expect(message).toMatch(/。$/)
    expect(message).not.toMatch(/[a-zA-Z]|参数|异常/)
  }
})
