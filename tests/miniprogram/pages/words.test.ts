import { correctionFieldWords, correctionStatusWords } from '@domain/rights/corrections'
import { deletionRefusal } from '@domain/rights/deletionRefusal'
import { holdingReasons, holdingWords } from '@domain/rights/holdings'
import { hotlines } from '@domain/places/hotlines'
import * as further from '@/packages/eligibility/furtherTexts'
import * as results from '@/packages/eligibility/resultTexts'
import * as eligibility from '@/packages/eligibility/texts'
import { guides } from '@domain/services/guides'
import { drafts } from '@/packages/application/drafts/texts'
import * as matters from '@/packages/services/texts'
import { texts as policy } from '@/packages/policy/texts'
import { correctTexts, rightsTexts } from '@/packages/privacy/rightsTexts'
import { texts as privacy } from '@/packages/privacy/texts'
import { texts as home } from '@/pages/home/texts'
import { texts as mine } from '@/pages/mine/texts'
import { texts as places } from '@/pages/places/texts'

// Codes and tones are for the program; everything else in these files is read by a person.
const forTheProgram = ['result', 'tone', 'provisions']
const longestSentence = 25

/** Every text in a tree of texts; functions are asked with figures and names of usual length. */
function wordsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value]
  if (typeof value === 'function') return wordsIn((value as (...given: unknown[]) => unknown)(8, 2))
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([name, part]) => (forTheProgram.includes(name) ? [] : wordsIn(part)))
}

const { lead: _, hint: __, inSituation: ___, step: ____, ...serviceWords } = matters.service
const rooms: readonly [string, unknown][] = [
  ['首页', home],
  ['找帮助', places],
  ['我的', mine],
  ['看看能领什么', { ...eligibility, ...results, ...further }],
  ['能办的事', [matters.list, serviceWords, matters.situations, matters.guide, guides]],
  ['没填完的', drafts],
  ['政策说明', policy],
  ['隐私说明', privacy],
  [
    '我的信息',
    [
      rightsTexts,
      holdingReasons,
      correctTexts,
      deletionRefusal.sentences,
      deletionRefusal.grounds.map(({ says }) => says),
      holdingWords,
      correctionFieldWords,
      correctionStatusWords,
    ],
  ],
  ['电话', hotlines.map(({ name, purpose }) => [name, purpose])],
]
const sentences = rooms.flatMap(([room, texts]) =>
  wordsIn(texts)
    .flatMap((text) => text.split(/(?<=[。？！])/))
    .map((sentence): [string, string] => [room, sentence]),
)

test.each(sentences)('%s：%s', (_room, sentence) => {
  expect(Array.from(sentence).length).toBeLessThanOrEqual(longestSentence)
  expect(sentence).not.toMatch(/[A-Za-z]/)
  expect(sentence).not.toMatch(/[,;:?!]/)
  expect(sentence).not.toMatch(/困境|艾滋|服刑|戒毒|系统异常|参数/)
  expect(sentence.replace(/儿童基本生活费/g, '')).not.toMatch(/孤儿/)
})
