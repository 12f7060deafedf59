import tseslint from 'typescript-eslint'
import reactHooks from 'eslint-plugin-react-hooks'

const noZod = { name: 'zod', message: '手机上只用 zod/mini：完整的 zod 在禁用 new Function 的平台上会崩溃。' }
const noTaro = { name: '@tarojs/taro', message: '只有 src/miniprogram/platform 可以调用 Taro。' }
const forbid = (paths, patterns = []) => ({
  'no-restricted-imports': ['error', { paths, patterns: patterns.map((group) => ({ group: [group] })) }],
})
const node = ['node:*', 'fs', 'path', 'crypto']

const rooms = ['eligibility', 'application', 'tracking', 'pairing', 'safety', 'policy', 'privacy', 'gallery']

export default tseslint.config(
  { ignores: ['dist/**', 'node_modules/**', '.data/**', 'coverage/**', 'reports/**'] },
  ...tseslint.configs.recommended,
  {
    plugins: { 'react-hooks': reactHooks },
    rules: {
      ...reactHooks.configs.recommended.rules,
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      'no-console': 'error',
      eqeqeq: ['error', 'always', { null: 'ignore' }],
    },
  },
  {
    files: ['src/domain/**'],
    rules: {
      ...forbid(
        [noZod, noTaro, { name: 'zod/mini', message: '领域代码不依赖任何库。' }],
        ['@contracts/*', '@server/*', '@/*', '@tarojs/*', 'react', ...node],
      ),
      'no-restricted-globals': ['error', 'wx', 'window', 'document', 'process', 'fetch', 'setTimeout'],
      'no-restricted-properties': [
        'error',
        { object: 'Date', property: 'now', message: '领域代码没有时钟：把 today 作为参数。' },
        { object: 'Math', property: 'random', message: '领域代码没有随机数。' },
      ],
      'no-restricted-syntax': [
        'error',
        {
          selector: 'NewExpression[callee.name="Date"]',
          message: '领域代码没有时钟，日期用 @domain/calendar。',
        },
      ],
    },
  },
  {
    files: ['src/contracts/**'],
    rules: forbid([noZod, noTaro], ['@server/*', '@/*', '@tarojs/*', 'react', ...node]),
  },
  {
    files: ['src/miniprogram/**'],
    rules: forbid([noZod, noTaro], ['@server/*', ...node]),
  },
  {
    files: ['src/miniprogram/platform/**', 'src/miniprogram/app.ts', 'src/miniprogram/**/*.config.ts'],
    rules: forbid([noZod], ['@server/*', ...node]),
  },
  ...rooms.map((room) => ({
    files: [`src/miniprogram/packages/${room}/**`],
    rules: forbid(
      [noZod, noTaro],
      [
        '@server/*',
        ...node,
        ...rooms.filter((other) => other !== room).map((other) => `@/packages/${other}/**`),
        '@/pages/**',
      ],
    ),
  })),
  {
    files: ['src/server/**'],
    rules: forbid([noTaro], ['@/*', '@tarojs/*', '@/packages/**']),
  },
  {
    files: ['config/**', 'src/server/cli/**', 'tests/**'],
    rules: { 'no-console': 'off' },
  },
)
