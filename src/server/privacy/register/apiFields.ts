import { entriesOf, inside, type Entries, type Fields, type Ground } from './entry'
import { detailFields } from './detailFields'
import { factFields } from './factFields'
import { adults, children, masked, personal, technical } from './fields'
import {
  accountGround,
  caseGround,
  consentGround,
  draftGround,
  publicGround,
  rightsGround,
  securityGround,
  sessionGround,
} from './grounds'

const situation = personal(['familySituation'])
const oneTime = { ...technical, atRest: 'notStored' } as const

const applicant: Fields = {
  name: personal(['identity'], adults),
  idNumber: personal(['identity'], adults),
  phone: personal(['contact'], adults),
  safeToContact: personal(['contact'], adults),
  helper: personal(['familySituation'], adults),
}
const child: Fields = {
  name: personal(['identity'], children),
  idNumber: personal(['identity'], children),
}
const photo: Fields = {
  paper: personal(['documentImage', 'health', 'familySituation']),
  sha256: technical,
  bytes: technical,
  width: technical,
  height: technical,
}
const papers: Fields = { paper: situation, attachmentIds: technical }
const supplement: Fields = { 'papers[].paper': situation, 'papers[].reason': situation }
const event: Fields = {
  sequence: technical,
  kind: situation,
  by: technical,
  at: technical,
  office: personal(['address']),
  reason: situation,
  ...inside('supplement.', supplement),
}
/** What a list may show: nothing that names the child or the scheme in full. */
/** Which offices work on it, and what for: follows from the matter. */
const way: Fields = { procedure: masked('familySituation'), kind: masked('familySituation') }
const summary: Fields = {
  id: technical,
  caseNumber: technical,
  service: masked('familySituation'),
  ...inside('way.', way),
  childMaskedName: masked('identity'),
  status: masked('familySituation'),
  version: technical,
  updatedAt: technical,
  needsFamily: technical,
}
const caseDetail: Fields = {
  ...summary,
  office: personal(['address']),
  decidingOffice: personal(['address']),
  ...inside('events[].', event),
  ...inside('files[].', { id: technical, ...photo, addedInEvent: technical }),
  papersLater: situation,
  ...inside('supplement.', supplement),
}
const ownConsent: Fields = {
  id: technical,
  kind: masked('health'),
  noticeVersion: technical,
  noticeHash: technical,
  actor: technical,
  givenAt: technical,
  withdrawnAt: technical,
}
const correction: Fields = {
  id: technical,
  field: technical,
  status: technical,
  requestedAt: technical,
  decidedAt: technical,
  answer: { ...situation, shown: 'masked' },
}
const deletionAnswer: Fields = {
  id: technical,
  caseNumber: technical,
  answeredAt: technical,
  version: technical,
  title: technical,
  sentences: technical,
  ...inside('grounds[].', { law: technical, article: technical, says: technical }),
}
const copy: Fields = { id: technical, requestedAt: technical, state: technical }
const kinds: Fields = { kind: technical, count: technical }
const copiedPhoto: Fields = { ...photo, receivedAt: technical }

const session: Fields = { token: { ...technical, atRest: 'hash' }, expiresAt: technical }

/** Answers and bodies of the routes, by `operation in|out`; the error's shape is the same everywhere. */
const shapes: Readonly<Record<string, [Ground, Fields]>> = {
  error: [publicGround, { code: technical, message: technical, field: technical, traceId: technical }],
  'serviceInfo out': [publicGround, { mode: technical, policyVersion: technical, today: technical }],
  'settings out': [
    publicGround,
    {
      policyVersion: technical,
      version: technical,
      ...inside('settings[].', {
        key: technical,
        value: technical,
        state: technical,
        source: technical,
        date: technical,
      }),
    },
  ],
  'signInWithWechat in': [
    { ...sessionGround, receivers: ['wechat'], retention: 'loginCode' },
    { code: { ...oneTime, atRest: 'hash' } },
  ],
  'signInWithWechat out': [sessionGround, session],
  'signInAsDemo in': [accountGround, { person: { ...technical, atRest: 'sealed' } }],
  'signInAsDemo out': [sessionGround, session],
  'phoneNumber in': [
    { ...accountGround, receivers: ['wechat'], retention: 'notStored' },
    { code: oneTime, agreed: { ...technical, atRest: 'notStored' } },
  ],
  'phoneNumber out': [
    { ...accountGround, purpose: '替家里填好手机号。', retention: 'notStored' },
    { phone: { ...personal(['contact'], adults), atRest: 'notStored' } },
  ],
  'uploadAttachment in': [
    draftGround,
    {
      paper: photo.paper ?? situation,
      clientId: technical,
      sentSha256: technical,
      file: personal(['documentImage', 'health', 'money']),
    },
  ],
  'uploadAttachment out': [draftGround, { id: technical, sentSha256: technical, ...photo }],
  'submitApplication in': [
    caseGround,
    {
      service: situation,
      formVersion: technical,
      policyVersion: technical,
      ...inside('applicant.', applicant),
      ...inside('child.', child),
      ...inside('facts.', factFields),
      ...inside('details.', detailFields),
      ...inside('papers[].', papers),
      ...inside('consents[].', { kind: situation, noticeVersion: technical, actor: technical }),
    },
  ],
  'submitApplication out': [
    caseGround,
    {
      applicationId: technical,
      caseNumber: technical,
      receivedAt: technical,
      ...inside('files[].', { paper: situation, sha256: technical, bytes: technical }),
      papersLater: situation,
      office: personal(['address']),
      ...inside('way.', way),
    },
  ],
  'listCases out': [caseGround, inside('cases[].', summary)],
  'caseDetail out': [caseGround, caseDetail],
  'casePersons out': [
    caseGround,
    {
      service: masked('familySituation'),
      ...inside('applicant.', { ...applicant, relation: personal(['familySituation'], adults) }),
      ...inside('child.', child),
      hukou: personal(['address']),
      residence: personal(['address']),
    },
  ],
  'listAccesses out': [
    securityGround,
    {
      hasMore: technical,
      ...inside('accesses[].', {
        what: technical,
        paper: personal(['familySituation']),
        role: technical,
        office: personal(['address']),
        at: technical,
      }),
    },
  ],
  'provideSupplement in': [
    caseGround,
    { version: technical, ...inside('papers[].', papers), healthConsent: technical },
  ],
  'provideSupplement out': [caseGround, caseDetail],
  'withdraw in': [caseGround, { version: technical }],
  'withdraw out': [caseGround, caseDetail],
  'holdings out': [
    rightsGround,
    {
      ...inside('kinds[].', kinds),
      ...inside('cases[].', {
        id: technical,
        caseNumber: technical,
        status: masked('familySituation'),
        frozenAt: technical,
        ...inside('consents[].', ownConsent),
        ...inside('corrections[].', correction),
        ...inside('deletionAnswer.', deletionAnswer),
      }),
      ...inside('copies[].', copy),
    },
  ],
  'requestCopy out': [{ ...rightsGround, retention: 'copy' }, copy],
  'copyState out': [{ ...rightsGround, retention: 'copy' }, copy],
  'copyContent out': [
    { ...rightsGround, receivers: [], retention: 'notStored' },
    {
      madeAt: technical,
      'account.createdAt': technical,
      ...inside('kinds[].', kinds),
      ...inside('cases[].', {
        caseNumber: technical,
        service: situation,
        ...inside('way.', way),
        status: situation,
        submittedAt: technical,
        ...inside('applicant.', applicant),
        ...inside('child.', child),
        ...inside('facts.', factFields),
        ...inside('details.', detailFields),
        ...inside('papers[].', papers),
        remarks: situation,
        ...inside('events[].', event),
        ...inside('photos[].', copiedPhoto),
        ...inside('consents[].', ownConsent),
        ...inside('corrections[].', { ...correction, before: situation, wanted: situation }),
      }),
      ...inside('frozenCases[].', { caseNumber: technical, frozenAt: technical }),
      ...inside('loosePhotos[].', copiedPhoto),
    },
  ],
  'requestCorrection in': [rightsGround, { field: technical, value: personal(['identity', 'contact']) }],
  'requestCorrection out': [rightsGround, correction],
  'requestDeletion out': [rightsGround, deletionAnswer],
  'withdrawConsent out': [consentGround, ownConsent],
  'deleteDrafts out': [draftGround, { photos: technical }],
}

/** Every property that travels, as `operation in|out property.path`. */
export const apiFields: Entries = Object.entries(shapes).reduce<Entries>(
  (all, [shape, [ground, fields]]) => ({ ...all, ...entriesOf(ground, inside(`${shape} `, fields)) }),
  {},
)
