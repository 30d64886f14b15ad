// In: what kind of files. Out: a button that lets somebody choose them; a whole folder where the browser can.
import { type ComponentProps, useEffect, useRef } from 'react'
import { Button } from '../../ui/button'

export interface FileButtonProps extends Omit<ComponentProps<typeof Button>, 'onClick'> {
  readonly accept?: string
  readonly folder?: boolean
  readonly onChosen: (files: readonly File[]) => void
}

export function FileButton({ accept, folder = false, onChosen, children, ...props }: FileButtonProps) {
  const input = useRef<HTMLInputElement>(null)
  useEffect(() => {
    // React knows no property for it.
    if (input.current) input.current.webkitdirectory = folder
  }, [folder])
  return (
    <>
      <input
        ref={input}
        type="file"
        hidden
        accept={accept}
        onChange={({ target }) => {
          const files = Array.from(target.files ?? [])
          // The same file can be chosen again.
          target.value = ''
          if (files.length > 0) onChosen(files)
        }}
      />
      <Button {...props} onClick={() => input.current?.click()}>
        {children}
      </Button>
    </>
  )
}
