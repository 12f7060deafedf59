/** @type {import('@stryker-mutator/api/core').PartialStrykerOptions} */
export default {
  mutate: [
    'src/domain/eligibility/**/*.ts',
    'src/domain/policy/**/*.ts',
    // Tables of words: quotations are compared with the text character by character, questions are read by the rule that
    // every page has to keep, and neither holds a condition.
    '!src/domain/policy/{catalogue/*,policyText,readings,checkerCodes}.ts',
    '!src/domain/eligibility/questionTexts*.ts',
  ],
  testRunner: 'rules',
  coverageAnalysis: 'perTest',
  plugins: ['./config/mutation/rulesRunner.mjs', './config/mutation/sentences.mjs'],
  ignorers: ['sentences'],
  tempDirName: 'dist/proof/sandbox',
  ignorePatterns: ['dist', '.data', 'src/miniprogram', 'src/server', '.github'],
  reporters: ['clear-text', 'progress', 'html', 'json'],
  jsonReporter: { fileName: 'dist/proof/mutation.json' },
  htmlReporter: { fileName: 'dist/proof/mutation.html' },
  clearTextReporter: { allowColor: false, reportTests: false, logTests: false },
  thresholds: { high: 95, low: 90, break: 90 },
  concurrency: 2,
  timeoutMS: 25_000,
}
