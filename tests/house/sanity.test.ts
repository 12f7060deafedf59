import { step } from '@domain/tracking/machine'
import { ApplicationSubmission } from '@contracts/applications'
test('x', () => {
  expect(step(undefined, 'submitted', 'family').ok).toBe(true)
  expect(ApplicationSubmission.safeParse({}).success).toBe(false)
})
