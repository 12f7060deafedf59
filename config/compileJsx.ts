interface Rule {
  test(pattern: RegExp): Rule
  enforce(when: 'pre'): Rule
  use(name: string): { loader(path: string): { options(options: object): unknown } }
}
interface Chain {
  module: { rule(name: string): Rule }
}

const taroBuilder = require.resolve('@tarojs/webpack5-runner/package.json')

/**
 * Compiles JSX by the esbuild that Taro's builder carries, ahead of Babel. Babel's own JSX preset would be
 * one more family of packages for the same result.
 */
export function compileJsx(chain: unknown): void {
  const rule = (chain as Chain).module
    .rule('jsx')
    .test(/\.tsx$/)
    .enforce('pre')
  rule
    .use('esbuild')
    .loader(require.resolve('esbuild-loader', { paths: [taroBuilder] }))
    .options({ loader: 'tsx', jsx: 'automatic', target: 'es2022' })
}
