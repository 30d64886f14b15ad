// In: a zip or a folder of a model. Out: it on its way to the doctor, step by step, with a way to cancel; then the doctor's report.
import { MODEL_ZIP_BYTES, type ModelReport } from '@psiona/shared'
import { useEffect, useRef, useState } from 'react'
import { CANCELLED, uploadApi } from '../../lib/api-upload'
import { sizeText } from '../../lib/size-text'
import { folderBytes, zipFolder } from './folder-zip'
import { type PickedFile, pickedFrom } from './picked-folder'

export type ImportStep =
  | { readonly at: 'waiting' }
  /** Of a dropped folder it is not known at first how much is in it. */
  | { readonly at: 'looking' }
  | { readonly at: 'packing' | 'sending'; readonly name: string; readonly doneBytes: number; readonly wholeBytes: number }
  | { readonly at: 'checking'; readonly name: string }

export interface ModelImport {
  readonly step: ImportStep
  readonly trouble: string | null
  /** The doctor's last answer. */
  readonly report: ModelReport | null
  readonly take: (files: Promise<readonly PickedFile[]>) => Promise<void>
  readonly cancel: () => void
  readonly forget: () => void
}

const NOTHING_IN_IT = 'There is no file in it. Drop the folder that holds the .model3.json, or a zip of it.'
const UNREADABLE = 'The browser could not read all files of it, and nothing changed. Make a zip of the folder and drop that.'
const tooLarge = (bytes: number) =>
  `It has ${sizeText(bytes)}; up to ${sizeText(MODEL_ZIP_BYTES)} are taken in. Leave out what the model does not need, such as drawings in layers.`

export function useModelImport(onTaken: (report: ModelReport) => void): ModelImport {
  const [step, setStep] = useState<ImportStep>({ at: 'waiting' })
  const [trouble, setTrouble] = useState<string | null>(null)
  const [report, setReport] = useState<ModelReport | null>(null)
  const under = useRef<AbortController | null>(null)
  useEffect(() => () => under.current?.abort(), [])

  const bring = async (files: readonly PickedFile[], signal: AbortSignal): Promise<string | null> => {
    const picked = pickedFrom(files)
    if (!picked) return NOTHING_IN_IT
    const wholeBytes = picked.kind === 'zip' ? picked.file.size : folderBytes(picked.files)
    if (wholeBytes > MODEL_ZIP_BYTES) return tooLarge(wholeBytes)
    const name = picked.name || 'model'
    const packing = (doneBytes: number) => setStep({ at: 'packing', name, doneBytes, wholeBytes })
    if (picked.kind === 'folder') packing(0)
    const zip = picked.kind === 'zip' ? picked.file : await zipFolder({ files: picked.files, signal, onRead: packing })
    setStep({ at: 'sending', name, doneBytes: 0, wholeBytes: zip.size })
    const answer = await uploadApi('importAvatar', {
      file: zip,
      query: { name: picked.name.slice(0, 200) },
      signal,
      onSent: (bytes) =>
        setStep(bytes < zip.size ? { at: 'sending', name, doneBytes: bytes, wholeBytes: zip.size } : { at: 'checking', name }),
    })
    if (!answer.ok) return answer.problem.code === CANCELLED ? null : answer.problem.message
    setReport(answer.value)
    onTaken(answer.value)
    return null
  }
  const take = async (files: Promise<readonly PickedFile[]>) => {
    if (under.current) return
    const cancel = new AbortController()
    under.current = cancel
    setTrouble(null)
    setReport(null)
    setStep({ at: 'looking' })
    try {
      setTrouble(await bring(await files, cancel.signal))
    } catch {
      // Cancelled while it was being packed, or a file that cannot be read: moved away, or kept by another program.
      setTrouble(cancel.signal.aborted ? null : UNREADABLE)
    }
    under.current = null
    setStep({ at: 'waiting' })
  }
  return { step, trouble, report, take, cancel: () => under.current?.abort(), forget: () => setReport(null) }
}
