import { formatCaseNumber } from '@domain/tracking/caseNumber'
import type { Mode } from '../../env'
import type { CaseFile, CaseForStaff } from '../../usecases/desk'
import type { Staff } from '../../usecases/staffSignIn'
import { nameOf } from '../decisionForm'
import { deskPath } from '../deskSession'
import { Layout } from './Layout'
import { photoAddress } from './Papers'

export interface PhotoPageProps {
  mode: Mode
  staff: Staff
  file: CaseForStaff
  photo: CaseFile
}

/** One photo as large as the window allows, with the one before and the one after. */
export function PhotoPage({ mode, staff, file, photo }: PhotoPageProps) {
  const place = file.files.findIndex(({ id }) => id === photo.id)
  const address = photoAddress(file.id, photo.id)
  return (
    <Layout title={`照片 ${formatCaseNumber(file.caseNumber)}`} mode={mode} staff={staff}>
      <div className="photo-head">
        <h1>
          {nameOf(photo.paper)}（第 {place + 1} 张，共 {file.files.length} 张）
        </h1>
        <nav aria-label="照片" className="photo-nav">
          <Neighbour file={file} photo={file.files[place - 1]} text="上一张" />
          <Neighbour file={file} photo={file.files[place + 1]} text="下一张" />
          <a href={address}>看原大小</a>
          <a href={`${deskPath}/cases/${file.id}`}>回到这件事</a>
        </nav>
      </div>
      <img
        className="photo-large"
        src={address}
        alt={nameOf(photo.paper)}
        width={photo.width}
        height={photo.height}
      />
    </Layout>
  )
}

function Neighbour({ file, photo, text }: { file: CaseForStaff; photo?: CaseFile; text: string }) {
  return photo ? <a href={`${photoAddress(file.id, photo.id)}/page`}>{text}</a> : null
}
