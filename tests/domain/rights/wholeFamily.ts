import type { Copy } from '@domain/rights/copyText'

/** A grandmother's account with everything that can have happened to it. */
export const wholeFamily: Copy = {
  madeAt: '2026-11-25T04:00:00.000Z',
  account: { createdAt: '2026-11-01T01:30:00.000Z' },
  kinds: [
    { kind: 'account', count: 1 },
    { kind: 'session', count: 0 },
    { kind: 'application', count: 2 },
    { kind: 'attachedPhoto', count: 3 },
  ],
  cases: [
    {
      caseNumber: '840211672233',
      service: 'DFUC_ALLOWANCE',
      way: { procedure: 'streetThenDistrict', kind: 'application' },
      details: {},
      status: 'supplementRequested',
      submittedAt: '2026-11-20T04:00:00.000Z',
      applicant: {
        name: '李秀英',
        idNumber: '15030219560304002X',
        phone: '13847312345',
        safeToContact: false,
        helper: 'childDirector',
      },
      child: { name: '王小明', idNumber: '150302201503120018' },
      facts: {
        child: {
          birthDate: '2015-03-12',
          hukou: { division: '150302001' },
          residence: { division: '610113', since: '2025-09-01' },
          residencePermit: { held: false },
          schooling: { stage: 'primary', fullTime: true },
          disabilities: [{ type: 'hearing', grade: 2, certified: true }],
          illnesses: [],
          recognised: [{ as: 'subsistenceAllowance', since: '2024-01-01' }],
          adoption: null,
          insured: 'elsewhere',
          suddenHardship: false,
        },
        parents: [
          { role: 'mother', dead: false, imprisoned: false, lostContact: { policeReceipt: true } },
          { role: 'father', dead: true, deadSince: '2024-03-05' },
        ],
        household: { recognised: ['nearSubsistence'], recognisedAt: '150302', bothParentsAwayForWork: false },
        applicant: { relation: 'grandparent', entrusted: true },
      },
      papers: [
        { paper: 'childHukouBook', attachmentIds: ['a', 'b'] },
        { paper: 'father.deathProof', attachmentIds: [] },
        { paper: 'mother.disabilityCard', attachmentIds: ['c'] },
      ],
      remarks: ['孩子的姑姑\n有时候来帮忙'],
      events: [
        { kind: 'submitted', by: 'family', at: '2026-11-20T04:00:00.000Z' },
        {
          kind: 'supplementRequested',
          by: 'street',
          at: '2026-11-21T16:05:00.000Z',
          office: '海勃湾区滨河街道',
          reason: '请在周五以前补',
          supplement: { papers: [{ paper: 'childHukouBook', reason: '首页看不清' }] },
        },
      ],
      photos: [
        { paper: 'childHukouBook', receivedAt: '2026-11-20T03:55:00.000Z' },
        { paper: 'childHukouBook', receivedAt: '2026-11-20T03:55:00.000Z' },
        { paper: 'aPaperOfALaterCatalogue', receivedAt: '2026-11-22T03:00:00.000Z' },
      ],
      consents: [
        {
          kind: 'healthDocuments',
          actor: 'guardianOnHelpersPhone',
          givenAt: '2026-11-20T03:50:00.000Z',
          withdrawnAt: '2026-11-23T03:50:00.000Z',
        },
      ],
      corrections: [
        {
          field: 'childName',
          status: 'declined',
          requestedAt: '2026-11-21T04:00:00.000Z',
          decidedAt: '2026-11-22T04:00:00.000Z',
          answer: '户口本上就是王小明。',
          before: '王小明',
          wanted: '王晓明',
        },
      ],
    },
  ],
  frozenCases: [{ caseNumber: '840211670001', frozenAt: '2025-12-31T16:30:00.000Z' }],
  loosePhotos: [{ paper: 'bankCard', receivedAt: '2026-11-24T04:00:00.000Z' }],
}
