import everything from '../../jest.config.mjs'

const domain = everything.projects.find(({ displayName }) => displayName === 'domain')

/**
 * The tests that speak about the policy and its rules: those that mutated rules have to fail. The long ones are left out:
 * they set the engine beside itself, on other facts, and most changed rules agree with themselves.
 */
export default {
  ...domain,
  testMatch: ['eligibility', 'policy'].map((room) => `<rootDir>/tests/domain/${room}/**/*.test.ts`),
  testPathIgnorePatterns: ['exactness', 'properties', 'fewestQuestions'],
  testTimeout: everything.testTimeout,
}
