import { fileURLToPath } from 'node:url'

/** @type {(environment: 'node' | 'jsdom') => import('jest').Config} */
const swc = (environment) => ({
  rootDir: fileURLToPath(new URL('.', import.meta.url)),
  testEnvironment: environment,
  transform: {
    '^.+\\.(t|j)sx?$': [
      '@swc/jest',
      {
        jsc: {
          target: 'es2022',
          parser: { syntax: 'typescript', tsx: true },
          transform: { react: { runtime: 'automatic' } },
        },
        module: { type: 'commonjs' },
      },
    ],
  },
  moduleNameMapper: {
    '^@tarojs/components$': '<rootDir>/tests/stand-ins/taroComponents.tsx',
    '\\.module\\.scss$': '<rootDir>/tests/stand-ins/styleNames.ts',
    '\\.scss$': '<rootDir>/tests/stand-ins/styleNames.ts',
    '^@/(.*)$': '<rootDir>/src/miniprogram/$1',
    '^@domain/(.*)$': '<rootDir>/src/domain/$1',
    '^@contracts/(.*)$': '<rootDir>/src/contracts/$1',
    '^@server/(.*)$': '<rootDir>/src/server/$1',
  },
})

// Published as ES modules only; cookie is used by fastify's inject.
const esModulesInNode = [
  '/node_modules/(?!(file-type|cookie|strtok3|token-types|uint8array-extras|@tokenizer|@borewit)/)',
]

const project = (name, folders, environment = 'node') => ({
  ...swc(environment),
  displayName: name,
  testMatch: folders.map((folder) => `<rootDir>/tests/${folder}/**/*.test.{ts,tsx}`),
  transformIgnorePatterns: esModulesInNode,
})

/** @type {import('jest').Config} */
const config = {
  testTimeout: 60_000,
  projects: [
    project('domain', ['domain', 'contracts', 'house']),
    project('server', ['server']),
    project('ui', ['miniprogram'], 'jsdom'),
    project('build', ['build']),
    project('weapp', ['weapp']),
    project('journeys', ['journeys']),
    project('faults', ['faults']),
    project('proof', ['proof']),
  ],
}

export default config
