import { formatDate } from '@domain/calendar/date'
import { wuhaiTime } from '@domain/calendar/instant'
import { paperName } from '@domain/services/paperCatalogue'
import { isPaperId } from '@domain/services/papers'

/** A heading and the facts under it, one a line. */
export interface Part {
  heading: string
  lines: readonly string[]
}

/** A photo as it is told: which paper it shows and since when it is kept. */
export interface CopiedPhoto {
  paper: string
  receivedAt: string
}

/** 孩子的姓名：王小明. One line, whatever was typed: a line of its own would look like another fact. */
export function line(name: string, text: string): string {
  return `${name}：${text.replace(/\s+/g, ' ').trim()}`
}

/** 2026年3月9日 20:14 in 乌海, always with its year: the file is read in later years too. */
export function moment(instant: string): string {
  const found = wuhaiTime(instant)
  return found ? `${formatDate(found.date)} ${found.time}` : '时间不清楚'
}

/** A paper's name; an id of a later catalogue is not shown as it is. */
export const nameOfPaper = (paper: string) => (isPaperId(paper) ? paperName(paper) : '其他材料')

/** Each photo: of which paper, the how manieth of it, and its day. */
export function photoLines(photos: readonly CopiedPhoto[]): string[] {
  return photos.map(({ paper, receivedAt }, index) => {
    const place = photos.slice(0, index + 1).filter((photo) => photo.paper === paper).length
    return line(nameOfPaper(paper), `第${place}张照片，${moment(receivedAt)}收到`)
  })
}
