declare module '*.module.scss' {
  const names: Record<string, string>
  export default names
}
declare module '*.scss'
declare module '*.png' {
  const address: string
  export default address
}
declare module '*.svg' {
  const address: string
  export default address
}
