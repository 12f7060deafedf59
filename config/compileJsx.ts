import { type WebpackChain } from './webpackChain'

const taroBuilder = require.resolve('@tarojs/webpack5-runner/package.json')

/**
 * Compiles JSX by the esbuild that Taro's builder carries, ahead of Babel. Babel's own JSX preset would be
 * one more family of packages for the same result.
 */
export function compileJsx(chain: WebpackChain): void {
  chain.module
    .rule('jsx')
    .test(/\.tsx$/)
    .enforce('pre')
    .use('esbuild')
    .loader(require.resolve('esbuild-loader', { paths: [taroBuilder] }))
    .options({ loader: 'tsx', jsx: 'automatic', target: 'es2022' })
}
