import { consentNotices } from '@domain/application/consentNotices'
import { relationOptions } from '@domain/application/stepWords'
import { parentRoles } from '@domain/eligibility/facts'
import { parentQuestions, questionById, type Question } from '@domain/eligibility/questions'
import { asksIdNumbers, services, type ServiceCode } from '@domain/services/catalogue'
import { detailQuestions, type DetailQuestion } from '@domain/services/details'
import { paperName } from '@domain/services/paperCatalogue'
import { paperIds } from '@domain/services/papers'
import { idNumber } from '../../server/support/family'
import { type MiniProgram } from '../harness/driver'

/** What the family does on one page of the form of any matter, by the question that stands there. */
type Acts = Readonly<Record<string, (program: MiniProgram) => Promise<unknown>>>

const choose = (row: string) => (program: MiniProgram) => program.choose(row)
const notKnown = choose('不清楚')

function person(name: string, birthDate: string, isNumbered: boolean) {
  return async (program: MiniProgram) => {
    await program.input('姓名', name)
    if (isNumbered) await program.input('身份证号', idNumber(birthDate))
  }
}

function detailAct({ kind, title, options = [] }: DetailQuestion) {
  return async (program: MiniProgram) => {
    if (kind === 'name') await program.input(title, '赵玉梅')
    else if (kind === 'phone') await program.input(title, '13900001234')
    else if (kind === 'date') await notKnown(program)
    else await program.choose(options[0]?.label ?? '')
  }
}

const questionsOf = (service: ServiceCode): readonly Question[] => {
  const { questions = [], parents } = services[service].asks
  const own = questions.flatMap((id) => questionById(id) ?? [])
  return parents ? own.concat(parentRoles.flatMap((role) => parentQuestions(role, {}))) : own
}

export interface Home {
  hukou: readonly string[]
  residence: readonly string[]
}

const here: Home = {
  hukou: ['乌海市海勃湾区', '凤凰岭街道'],
  residence: ['乌海市海勃湾区', '凤凰岭街道'],
}

/** The rows of the lists of one place, in turn: each list is a page of its own. */
function placeActs(title: string, rows: readonly string[]): Acts {
  return { [title]: choose(rows[0] ?? '') }
}

function actsOf(service: ServiceCode, home: Home): Acts {
  const isNumbered = asksIdNumbers(service)
  const whose = services[service].concerns === 'child' ? '孩子' : '您'
  const relation = relationOptions(service)[0]?.label ?? ''
  const consents = Object.values(consentNotices).map(({ question }) => [question, choose('同意')] as const)
  const details = (services[service].asks.details ?? []).map(
    (id) => [detailQuestions[id].title, detailAct(detailQuestions[id])] as const,
  )
  return {
    ...Object.fromEntries(questionsOf(service).map(({ title }) => [title, notKnown])),
    ...Object.fromEntries([...details, ...consents]),
    '谁来填这份申请？': choose('我自己办'),
    '您是孩子的什么人？': choose(relation),
    '您是孩子的监护人吗？': choose('不是，监护人委托来办'),
    '您叫什么名字？': person('王秀兰', '19580312', isNumbered),
    '有事怎么联系您？': (program) => program.input('手机号', '13812345678'),
    '孩子叫什么名字？': person('王小明', '20150607', isNumbered),
    ...placeActs(`${whose}的户口在哪里？`, home.hukou),
    ...placeActs(`${whose}现在住哪里？`, home.residence),
    '海勃湾区的哪个街道（镇）？': choose('凤凰岭街道'),
    '是哪个省？': choose('河南省'),
    '河南省的哪个市？': choose('郑州市'),
    '郑州市的哪个区、县？': choose('金水区'),
    这件事这样办: () => Promise.resolve(),
  }
}

/**
 * From the open start page to the page of the papers or, where there is none, to the check page.
 * @returns the questions in the order they stood there
 */
export async function fillInMatter(
  program: MiniProgram,
  service: ServiceCode,
  home: Partial<Home> = {},
): Promise<string[]> {
  const acts = actsOf(service, { ...here, ...home })
  const asked: string[] = []
  const open = () =>
    program.texts().includes('检查一遍')
      ? undefined
      : Object.keys(acts).find((title) => program.texts().includes(title))
  for (let title = open(); title; title = open()) {
    asked.push(title)
    await acts[title]?.(program)
    const before = program.text()
    await program.tap('下一步')
    if (program.text() === before) throw new Error(`下一步 leads nowhere: ${before}`)
  }
  return asked
}

/** Every paper that is asked for will follow. */
export async function allLater(program: MiniProgram): Promise<void> {
  for (const paper of paperIds) {
    const name = `材料稍后补，${paperName(paper)}`
    if (program.sees(name)) await program.tap(name)
  }
}
