import { type Receipt } from '@contracts/applications'
import { paperName } from '@domain/services/paperCatalogue'
import { isPaperId } from '@domain/services/papers'

export interface ReceivedPaper {
  paper: string
  name: string
  /** One for each photo: the beginning of its SHA-256 in groups of four, long enough to compare by eye. */
  codes: string[]
}

const codeDigits = 16

const shortCode = (sha256: string) => sha256.slice(0, codeDigits).replace(/(.{4})(?=.)/g, '$1 ')

/** The photos of a receipt paper by paper, in the order handed in. */
export function receivedPapers(files: Receipt['files']): ReceivedPaper[] {
  return files.reduce<ReceivedPaper[]>((papers, { paper, sha256 }) => {
    const known = papers.find((one) => one.paper === paper)
    const code = shortCode(sha256)
    if (known) {
      known.codes.push(code)
      return papers
    }
    return papers.concat({ paper, name: isPaperId(paper) ? paperName(paper) : paper, codes: [code] })
  }, [])
}
