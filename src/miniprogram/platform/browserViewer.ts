// H5 only. Taro's previewImage brings a carousel of 190 kB for one picture.
const cover =
  'position:fixed;inset:0;z-index:9999;margin:0;padding:0;border:0;width:100%;height:100%;background:#1F1F1F'
const fit = 'width:100%;height:100%;object-fit:contain'

/** Shows a picture over the whole window until a tap, Enter or Escape; resolves when it is closed. */
export function viewInBrowser(address: string): Promise<void> {
  const before = document.activeElement
  const button = document.createElement('button')
  button.setAttribute('style', cover)
  button.setAttribute('aria-label', '照片。再点一下关闭。')
  const image = document.createElement('img')
  image.setAttribute('style', fit)
  image.alt = ''
  image.src = address
  button.appendChild(image)

  return new Promise((resolve) => {
    const close = () => {
      button.remove()
      if (before instanceof HTMLElement) before.focus()
      resolve()
    }
    button.addEventListener('click', close)
    button.addEventListener('keydown', (event) => {
      if (event.key === 'Escape') close()
    })
    document.body.appendChild(button)
    button.focus()
  })
}
