import { consentNotices } from '@domain/application/consentNotices'
import { consentKinds } from '@domain/application/consents'
import type { CaseFile, CaseForStaff } from '../../usecases/desk'
import { nameOf } from '../decisionForm'
import { deskPath } from '../deskSession'
import { moment } from '../times'

interface PapersProps {
  file: CaseForStaff
  today: string
}

export const photoAddress = (caseId: string, attachmentId: string) =>
  `${deskPath}/cases/${caseId}/photos/${attachmentId}`

export function Papers({ file, today }: PapersProps) {
  return (
    <section className="card" aria-labelledby="papers-title">
      <h2 id="papers-title">材料（{file.files.length} 张照片）</h2>
      {file.papersLater.length > 0 && (
        <div className="notice notice-amber">
          <b>还没交的：</b>
          {file.papersLater.map(nameOf).join('、')}。
        </div>
      )}
      {file.files.length === 0 && <p>还没有照片。</p>}
      <ul className="photos">
        {inOrder(file.files).map(({ photo, place }) => (
          <Photo key={photo.id} file={file} photo={photo} place={place} today={today} />
        ))}
      </ul>
      <Consents file={file} today={today} />
    </section>
  )
}

/** Photos of one paper side by side, each with its place among them. */
function inOrder(files: readonly CaseFile[]): { photo: CaseFile; place: number }[] {
  return [...new Set(files.map(({ paper }) => paper))].flatMap((paper) =>
    files.filter((photo) => photo.paper === paper).map((photo, index) => ({ photo, place: index + 1 })),
  )
}

interface PhotoProps extends PapersProps {
  photo: CaseFile
  place: number
}

function Photo({ file, photo, place, today }: PhotoProps) {
  const address = photoAddress(file.id, photo.id)
  const event = file.events.find(({ sequence }) => sequence === photo.addedInEvent)
  const name = `${nameOf(photo.paper)}，第 ${place} 张`
  return (
    <li>
      <a href={`${address}/page`}>
        <img
          src={address}
          alt={`${name}，点开看大图`}
          width={photo.width}
          height={photo.height}
          loading="lazy"
        />
      </a>
      <p>{name}</p>
      {photo.addedInEvent > 1 && event && <p className="quiet">补交的，{moment(event.at, today)}</p>}
    </li>
  )
}

const giverWords: Record<string, string> = {
  guardian: '监护人本人',
  guardianOnHelpersPhone: '监护人，在帮忙的人手机上',
  applicant: '申请人，请核对有没有授权',
  child: '孩子本人，已满 14 周岁',
}

function Consents({ file, today }: PapersProps) {
  return (
    <>
      <h3>同意书</h3>
      {file.consents.length === 0 && <p>没有记录。</p>}
      <ul>
        {file.consents.map(({ kind, actor, givenAt, noticeVersion, withdrawnAt }) => (
          <li key={`${kind}-${noticeVersion}`}>
            {consentTitle(kind)}：{giverWords[actor] ?? '不清楚是谁'}，{moment(givenAt, today)}同意。
            {withdrawnAt && `${moment(withdrawnAt, today)}撤回。`}
          </li>
        ))}
      </ul>
    </>
  )
}

function consentTitle(kind: string): string {
  const known = consentKinds.find((name) => name === kind)
  return known ? consentNotices[known].title : kind
}
