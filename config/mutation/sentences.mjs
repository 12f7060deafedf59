import { declareValuePlugin, PluginKind } from '@stryker-mutator/api/plugin'

/*
 * Sentences for people are not mutated: a test that told a changed sentence from the right one would only repeat it word for
 * word. What can be said of sentences is tested for all of them at once: short, Chinese, with a provision, no sum of money,
 * quotations found in the text. Everything else is mutated: codes, causes, names of illnesses, conditions, lists.
 */
const isSentence = /\p{Script=Han}.*[。？！：…]$/u

/** Tables of the policy's own words, checked against the text character by character. */
const ofThePolicy = /src\/domain\/policy\/(catalogue\/|policyText|readings)/
const isChinese = /\p{Script=Han}/u

export const strykerPlugins = [
  declareValuePlugin(PluginKind.Ignore, 'sentences', {
    shouldIgnore(path) {
      const { node } = path
      const text = node.type === 'StringLiteral' ? node.value : undefined
      if (text === undefined) return undefined
      const file = path.hub?.file?.opts?.filename ?? ''
      const isForPeople = isSentence.test(text) || (ofThePolicy.test(file) && isChinese.test(text))
      return isForPeople ? 'a sentence for people' : undefined
    },
  }),
]
