import {
  bodyToSend,
  mayTakeBack,
  photosMissing,
  withAttachment,
  type Envelope,
} from '@domain/uploads/envelope'

const envelope: Envelope = {
  draftId: 'd',
  key: 'k',
  body: {
    papers: [
      { paper: 'book', attachmentIds: ['c1', 'c2'] },
      { paper: 'card', attachmentIds: [] },
    ],
  },
  photos: [
    { clientId: 'c1', file: 'f1', paper: 'book', attachmentId: 'a1' },
    { clientId: 'c2', file: 'f2', paper: 'book' },
  ],
  maybeSent: false,
}

test('还有照片没到：什么也不发', () => {
  expect(photosMissing(envelope).map(({ clientId }) => clientId)).toEqual(['c2'])
  expect(bodyToSend(envelope)).toBeUndefined()
})

test('照片都到了：发的是服务器给的编号，顺序不变', () => {
  expect(bodyToSend(withAttachment(envelope, 'c2', 'a2'))).toEqual({
    papers: [
      { paper: 'book', attachmentIds: ['a1', 'a2'] },
      { paper: 'card', attachmentIds: [] },
    ],
  })
})

test('不认得的照片，不改', () => {
  expect(withAttachment(envelope, 'c9', 'a9')).toEqual(envelope)
})

test.each([
  ['没发过', {}, true],
  ['可能已经到了', { maybeSent: true }, false],
  ['服务器说了不行', { maybeSent: true, refusal: { message: '还没有同意。' } }, true],
])('%s：能不能拿回来改', (_, changes, may) => {
  expect(mayTakeBack({ ...envelope, ...changes })).toBe(may)
})
