/** A sentence ends with 。 or ；; a bracket or quotation mark that closes after it still belongs to it. */
const sentence = /[^。；]+[。；]?[）”]?/g

/**
 * A text by its lines, each line by its sentences, verbatim; empty lines are dropped. Headings, numbered items and the
 * lines of departments stand on lines of their own or end with 。, so each is a sentence here.
 */
export function sentencesByLine(text: string): string[][] {
  return text
    .split('\n')
    .map((line) => line.trim().match(sentence) ?? [])
    .filter((line) => line.length > 0)
    .map((line) => [...line])
}
